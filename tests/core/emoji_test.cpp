// Protects: a short name gives GitHub's emoji, and nothing else gives one. That the table holds
// every name is for tests/tools/emoji.test.js to say.
#include "emoji.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(emoji)

BOOST_AUTO_TEST_CASE(names_give_their_emoji) {
  BOOST_TEST(emoji_of("smile") == "😄");
  BOOST_TEST(emoji_of("tada") == "🎉");
  BOOST_TEST(emoji_of("rocket") == "🚀");
}

BOOST_AUTO_TEST_CASE(names_may_hold_digits_signs_and_other_names) {
  BOOST_TEST(emoji_of("+1") == "👍");
  BOOST_TEST(emoji_of("thumbsup") == "👍");
  BOOST_TEST(emoji_of("-1") == "👎");
  BOOST_TEST(emoji_of("100") == "💯");
  BOOST_TEST(emoji_of("8ball") == "🎱");
  BOOST_TEST(emoji_of("e-mail") == "📧");
  BOOST_TEST(emoji_of("heart") == "❤️");
  BOOST_TEST(emoji_of("heart_eyes") == "😍");
  BOOST_TEST(emoji_of("heart_eyes_cat") == "😻");
}

BOOST_AUTO_TEST_CASE(emoji_of_several_characters_are_whole) {
  BOOST_TEST(emoji_of("copyright") == "\u00A9\uFE0F");
  BOOST_TEST(emoji_of("one") == "1\uFE0F\u20E3");
  BOOST_TEST(emoji_of("hash") == "#\uFE0F\u20E3");
  BOOST_TEST(emoji_of("asterisk") == "*\uFE0F\u20E3");
  BOOST_TEST(emoji_of("cn") == "\U0001F1E8\U0001F1F3");
  BOOST_TEST(emoji_of("woman_technologist") == "\U0001F469\u200D\U0001F4BB");
  BOOST_TEST(emoji_of("running_man") == "\U0001F3C3\u200D\u2642\uFE0F");
  BOOST_TEST(emoji_of("family_man_woman_girl_boy") ==
             "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466");
  BOOST_TEST(emoji_of("scotland") ==
             "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F");
}

BOOST_AUTO_TEST_CASE(the_first_and_the_last_name_are_found) {
  BOOST_TEST(emoji_of("+1") == "👍");
  BOOST_TEST(emoji_of("zzz") == "💤");
}

BOOST_AUTO_TEST_CASE(what_is_no_name_gives_nothing) {
  for (std::string_view const name : {"",
                                      "+",
                                      "!",
                                      "~",
                                      "smil",
                                      "smilee",
                                      "Smile",
                                      "SMILE",
                                      " smile",
                                      ":smile:",
                                      "+1👍",
                                      "1",
                                      "A",
                                      "AA",
                                      "Asmile",
                                      "zzzz",
                                      "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
                                      "笑",
                                      "\xFF",
                                      "\x80"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(emoji_of(name).empty()); }
  }
}

BOOST_AUTO_TEST_CASE(a_name_with_one_character_more_or_less_is_another) {
  for (std::string const name : {"woman_technologist", "family_man_woman_girl_boy",
                                 "christmas_tree", "non-potable_water", "heart_eyes_cat"}) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(!emoji_of(name).empty());
      BOOST_TEST(emoji_of(name + "x").empty());
      BOOST_TEST(emoji_of(std::string_view(name).substr(0, name.size() - 1)).empty());
      BOOST_TEST(emoji_of(std::string_view(name).substr(1)).empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
