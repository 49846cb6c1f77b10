// Protects: a summary is the beginning of the prose, cut where a reader would.
#include "summary.h"

#include <boost/test/unit_test.hpp>

#include "utf8.h"

using namespace inkstone;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary)

BOOST_AUTO_TEST_CASE(a_short_text_is_its_own_summary) {
  for (std::string_view const text : {"", "a", "甲。乙", "No end"}) {
    BOOST_TEST(first_sentences(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(a_long_text_is_cut_behind_a_sentence) {
  std::string const first = repeated("word ", 50) + "end.";
  BOOST_TEST(first_sentences(first + " " + repeated("more ", 100)) == first);
  std::string const quoted = repeated("字", 100) + "。”";
  BOOST_TEST(first_sentences(quoted + repeated("文", 100)) == quoted);
  // A full stop inside a word ends no sentence.
  std::string const cut = first_sentences(repeated("1.5 ", 200));
  BOOST_TEST(cut.ends_with("1.5…"));
}

BOOST_AUTO_TEST_CASE(without_a_sentence_nearby_it_is_cut_behind_a_word) {
  std::string const cut = first_sentences("Hi. " + repeated("word ", 300));
  BOOST_TEST(cut.ends_with("word…"));
  BOOST_TEST(cut.size() < 400U);
  BOOST_TEST(first_sentences(repeated("字", 1000)) == repeated("字", 140) + "…");
}

BOOST_AUTO_TEST_CASE(any_cut_is_valid_utf8_and_not_much_longer_than_wanted) {
  for (std::string_view const piece : {"a", "字", "é", "🌟", ".", "。", "。”", " ", "한", "a 字"}) {
    for (int times : {1, 69, 70, 71, 139, 140, 141, 210, 5000}) {
      std::string const cut = first_sentences(repeated(piece, times));
      for (std::string_view rest = cut; !rest.empty();) {
        Decoded const decoded = decode_utf8(rest);
        BOOST_REQUIRE(decoded.valid);
        rest.remove_prefix(decoded.length);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(blocks_are_separated_by_a_space) {
  SummaryCollector collector(false);
  collector.end_block();
  collector.add("a");
  collector.add("b");
  collector.end_block();
  collector.end_block();
  collector.add("c");
  BOOST_TEST(collector.text() == "ab c");
}

BOOST_AUTO_TEST_CASE(only_the_first_division_counts) {
  SummaryCollector collector(true);
  collector.add(repeated("字", 1000));
  BOOST_TEST(!collector.is_divided());
  BOOST_TEST(collector.divide());
  collector.add("more");
  BOOST_TEST(!collector.divide());
  BOOST_TEST(collector.text() == repeated("字", 1000));
}

BOOST_AUTO_TEST_CASE(of_a_long_body_only_the_beginning_is_kept) {
  SummaryCollector collector(false);
  for (int i = 0; i < 1'000'000; ++i) collector.add("word word ");
  BOOST_TEST(collector.prose().size() < 10'000U);
  BOOST_TEST(collector.text().ends_with("word…"));
}

BOOST_AUTO_TEST_SUITE_END()
