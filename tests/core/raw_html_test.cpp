// Protects: comments go, and nothing beside them; the mark for the summary's end is recognised.
#include "raw_html.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(raw_html)

BOOST_AUTO_TEST_CASE(comments_are_taken_out_and_unclosed_ones_stay) {
  BOOST_TEST(without_comments("") == "");
  BOOST_TEST(without_comments("a<!-- b\n -->c<!---->d") == "acd");
  BOOST_TEST(without_comments("<!-->a<!--->b") == "ab");
  BOOST_TEST(without_comments("a<!-- b --") == "a<!-- b --");
  BOOST_TEST(without_comments("<!-- a <!-- b --> c -->") == " c -->");
  BOOST_TEST(without_comments("<!- a ->") == "<!- a ->");
}

BOOST_AUTO_TEST_CASE(many_beginnings_without_an_end_cost_linear_time) {
  // Looking for the end of each to the end of the text would take minutes.
  std::string html;
  for (int i = 0; i < 500'000; ++i) html += "<!--";
  BOOST_TEST(without_comments(html).size() == html.size());
}

BOOST_AUTO_TEST_CASE(the_end_of_the_summary_may_hold_blanks_and_nothing_else) {
  for (std::string_view const html : {"<!--more-->", " <!-- more -->\n", "<!--\nmore\t-->"}) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(is_more_comment(html)); }
  }
  for (std::string_view const html :
       {"", "more", "<!--", "-->", "<!-->", "<!--->", "<!---->", "<!--mo re-->", "<!--More-->",
        "<!--more--> x", "x<!--more-->", "<!--more--><!--more-->", "<!-- more"}) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(!is_more_comment(html)); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
