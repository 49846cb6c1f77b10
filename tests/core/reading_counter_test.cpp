// Protects: a Chinese article of 4,500 characters says 9 minutes and not 1.
#include "reading_counter.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "inkstone/render.h"
#include "utf8.h"

using namespace inkstone;

namespace {

void check(std::string_view text, std::size_t words, std::size_t characters) {
  ReadingCounter counter;
  counter.add(text);
  BOOST_TEST_CONTEXT(text) {
    BOOST_TEST(counter.counts().words == words);
    BOOST_TEST(counter.counts().characters == characters);
  }
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::size_t minutes(std::string const& markdown) { return render(markdown).counts.minutes; }

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_counter)

BOOST_AUTO_TEST_CASE(characters_count_the_same_wherever_they_stand_and_whatever_is_behind) {
  for (std::string_view const text :
       {"one 汉字, two——three", "「丁」 a　b ＡＢ䷀, é “x” 한국 🌟 カタカナ", "ab汉cd、ef—gh"}) {
    ReadingCounter plain;
    for (std::size_t i = 0; i < text.size();) {
      Decoded const decoded = decode_utf8(text.substr(i));
      plain.add(decoded.code_point);
      i += decoded.length;
    }
    for (std::size_t before = 0; before < 20; ++before) {
      std::string const body = std::string(before, '.') + std::string(text) + "汉a 汉a 汉a 汉a";
      for (std::size_t const behind : {std::size_t{0}, body.size() - before - text.size()}) {
        ReadingCounter counter;
        counter.add(std::string_view(body).substr(0, before + text.size()), behind);
        BOOST_REQUIRE(counter.words() == plain.words());
        BOOST_REQUIRE(counter.characters() == plain.characters());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(words_are_counted_where_words_have_spaces) {
  check("", 0, 0);
  check("one two-three, don't — stop", 4, 0);
  check("one—two 3.14 e.g.", 4, 0);
  check("* - … 🌟", 0, 0);
  check("Слово über ελληνικά", 3, 0);
}

BOOST_AUTO_TEST_CASE(characters_are_counted_where_they_have_none) {
  check("汉字，かなカナ。한글　", 0, 10);
  check("他是 AI 圈，OpenAI的GPT-4。", 3, 6);
}

BOOST_AUTO_TEST_CASE(markup_breaks_no_word_and_blocks_do) {
  Counts const counts = render("un**believ**able [link](/some/url) `code`\n\n- a\n- b\n").counts;
  BOOST_TEST(counts.words == 5U);
  BOOST_TEST(render("a\nb  \nc &amp; d").counts.words == 4U);
  BOOST_TEST(render("![not read](u) <b> <!-- nor this -->").counts.words == 0U);
}

BOOST_AUTO_TEST_CASE(minutes_are_rounded_up_and_each_script_has_its_speed) {
  BOOST_TEST(minutes("") == 0U);
  BOOST_TEST(minutes("word") == 1U);
  BOOST_TEST(minutes(repeat("word ", 213)) == 1U);
  BOOST_TEST(minutes(repeat("word ", 214)) == 2U);
  BOOST_TEST(minutes(repeat("字", 501)) == 1U);
  BOOST_TEST(minutes(repeat("字", 4500)) == 9U);
  BOOST_TEST(minutes(repeat("字", 501) + " " + repeat("word ", 213)) == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
