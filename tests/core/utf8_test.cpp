// Protects: every string that leaves the core is valid UTF-8.
#include "utf8.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(every_code_point_survives_encoding_and_decoding) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string bytes;
    append_utf8(bytes, c);
    Decoded const decoded = decode_utf8(bytes);
    Decoded const last = decode_last_utf8("é" + bytes);
    if (!decoded.valid || decoded.code_point != c || decoded.length != bytes.size() ||
        last.code_point != c || last.length != bytes.size()) {
      BOOST_FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_character_is_written_as_the_replacement_character) {
  for (char32_t const c : {char32_t{0}, char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string bytes;
    append_utf8(bytes, c);
    BOOST_TEST(bytes == replacement_character);
  }
}

BOOST_AUTO_TEST_CASE(malformed_bytes_are_refused_with_the_length_of_their_prefix) {
  struct Case {
    std::string_view bytes;
    std::size_t length;
  };
  for (auto const& [bytes, length] :
       {Case{"\x80", 1}, Case{"\xC0\xAF", 1}, Case{"\xC3", 1}, Case{"\xC3(", 1},
        Case{"\xE0\x80\x80", 1}, Case{"\xE2\x82", 2}, Case{"\xED\xA0\x80", 1},
        Case{"\xF0\x9F\x98", 3}, Case{"\xF4\x90\x80\x80", 1}, Case{"\xF5\x80\x80\x80", 1},
        Case{"\xFF", 1}}) {
    Decoded const decoded = decode_utf8(bytes);
    BOOST_TEST(!decoded.valid);
    BOOST_TEST(decoded.length == length);
    BOOST_TEST(static_cast<std::uint32_t>(decoded.code_point) == 0xFFFDU);
  }
}

BOOST_AUTO_TEST_CASE(only_a_high_and_a_low_surrogate_make_a_pair) {
  BOOST_CHECK(combine_surrogates(0xD83C, 0xDF1F) == U'🌟');
  BOOST_CHECK(combine_surrogates(0xDBFF, 0xDFFF) == char32_t{0x10FFFF});
  for (auto const& [high, low] :
       {std::pair{0xDF1F, 0xD83C}, std::pair{0xD83C, 0x41}, std::pair{0x41, 0xDF1F}}) {
    BOOST_CHECK(!combine_surrogates(static_cast<char32_t>(high), static_cast<char32_t>(low)));
  }
}

BOOST_AUTO_TEST_CASE(lengths_are_counted_in_utf16_units) {
  BOOST_TEST(utf16_length("") == 0U);
  BOOST_TEST(utf16_length("abc") == 3U);
  BOOST_TEST(utf16_length("汉字é") == 3U);
  BOOST_TEST(utf16_length("🌟𠮷") == 4U);
}

BOOST_AUTO_TEST_SUITE_END()
