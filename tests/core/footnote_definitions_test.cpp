// Protects: labels of footnotes are told apart as cmark-gfm does.
#include "footnote_definitions.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// What footnote_label() finds at the beginning; `-` for no label.
std::string label_of(std::string_view body) {
  std::size_t const end = footnote_label_end(body, 0);
  return end == std::string_view::npos ? "-" : std::string(footnote_label(body, 0, end));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(footnote_definitions)

BOOST_AUTO_TEST_CASE(a_label_holds_no_blank_and_no_bracket) {
  BOOST_TEST(label_of("[^1]: a") == "1");
  BOOST_TEST(label_of("[^汉-*`b]") == "汉-*`b");
  BOOST_TEST(label_of("[^^]") == "^");
  for (std::string_view const text :
       {"[^]", "[^", "[^a", "[^a b]", "[^a\tb]", "[^a\nb]", "[^a[b]", "[^ a]"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(label_of(text) == "-"); }
  }
}

BOOST_AUTO_TEST_CASE(a_label_is_found_inside_a_text_too) {
  std::string_view const body = "ab[^c]d";
  BOOST_TEST(footnote_label_end(body, 2) == 6U);
  BOOST_TEST(footnote_label(body, 2, 6) == "c");
}

BOOST_AUTO_TEST_CASE(a_label_is_as_long_as_a_links_at_most) {
  BOOST_TEST(label_of("[^" + std::string(999, 'a') + "]").size() == 999U);
  BOOST_TEST(label_of("[^" + std::string(1000, 'a') + "]") == "-");
}

BOOST_AUTO_TEST_CASE(letter_case_does_not_matter_and_the_first_definition_counts) {
  FootnoteDefinitions definitions;
  BOOST_TEST(!definitions.find("a"));
  BOOST_TEST(definitions.add("Ä1", 3) == 0U);
  BOOST_TEST(definitions.add("b", 9) == 1U);
  BOOST_TEST(definitions.add("ä1", 15) == 2U);
  BOOST_TEST(definitions.size() == 3U);
  BOOST_TEST(definitions.find("ä1").value() == 0U);
  BOOST_TEST(definitions.find("B").value() == 1U);
  BOOST_TEST(!definitions.find("c"));
  BOOST_TEST(!definitions[0].is_repetition);
  BOOST_TEST(definitions[2].is_repetition);
  BOOST_TEST(definitions[2].label == "ä1");
  BOOST_TEST(definitions[2].place == 15U);
}

BOOST_AUTO_TEST_CASE(beginnings_of_labels_that_never_end_cost_linear_time) {
  // Each is followed for as long as a label may be, and no further.
  std::string body;
  for (int i = 0; i < 50'000; ++i) body += "^^^^";
  for (std::size_t i = 0; i < body.size(); i += 4) {
    BOOST_REQUIRE(footnote_label_end(body, i) == std::string_view::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
