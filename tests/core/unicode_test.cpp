// Protects: the tables that slugs are made of. tests/conformance/slug.test.js compares them with
// github-slugger, character by character.
#include "unicode.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(unicode)

BOOST_AUTO_TEST_CASE(letters_marks_and_digits_of_all_scripts_are_kept) {
  for (char32_t const c : U"azAZ09_-éßñЖяΩ汉字かなカナ한글ก็हिن𠮷𝒜٣Ⅷ‿") {
    if (c != 0) BOOST_TEST(is_slug_character(c));
  }
}

BOOST_AUTO_TEST_CASE(punctuation_symbols_and_blanks_are_not) {
  for (char32_t const c :
       U"!\"#$%&'()*+,./:;<=>?@[]^`{|}~ \t\n，。！？“”《》、·…🌟½²€\u00A0\u3000\uFFFD") {
    BOOST_TEST(!is_slug_character(c));
  }
}

BOOST_AUTO_TEST_CASE(wide_and_half_width_characters_are_cjk_and_emoji_are_not) {
  for (char32_t const c : U"字かナｶ한ᄀ〇。，（「！　𠮷㊗") {
    if (c != 0) BOOST_TEST(is_cjk(c));
  }
  for (char32_t const c : U"aé“”…—·🌟Ж€\u00A0") {
    BOOST_TEST(!is_cjk(c));
  }
}

BOOST_AUTO_TEST_CASE(whitespace_is_the_space_separators_and_four_controls) {
  for (char32_t const c : U" \t\n\f\r\u00A0\u1680\u2003\u202F\u205F\u3000") {
    if (c != 0) BOOST_TEST(is_whitespace(c));
  }
  for (char32_t const c : U"a\u200B\u2028\uFEFF") {
    BOOST_TEST(!is_whitespace(c));
  }
}

BOOST_AUTO_TEST_CASE(lower_case_covers_all_scripts) {
  BOOST_CHECK(to_lower(U'A') == U'a');
  BOOST_CHECK(to_lower(U'Ж') == U'ж');
  BOOST_CHECK(to_lower(U'Ā') == U'ā');
  BOOST_CHECK(to_lower(U'ā') == U'ā');
  BOOST_CHECK(to_lower(U'Ǆ') == U'ǆ');
  BOOST_CHECK(to_lower(U'ẞ') == U'ß');
  BOOST_CHECK(to_lower(U'𐐀') == U'𐐨');
  BOOST_CHECK(to_lower(U'Ａ') == U'ａ');
  BOOST_CHECK(to_lower(U'汉') == U'汉');
}

BOOST_AUTO_TEST_SUITE_END()
