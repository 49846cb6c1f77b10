// Protects: what a line is taken for, which four readers of a body must agree on.
#include "lines.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(lines)

BOOST_AUTO_TEST_CASE(fences_open_with_three_or_more_of_one_kind) {
  BOOST_TEST(opening_fence_size("```") == 3U);
  BOOST_TEST(opening_fence_size("~~~~~ js") == 5U);
  BOOST_TEST(opening_fence_size("```~~~") == 3U);
  for (std::string_view const none : {"", "``", "~~", "``~", " ```", "a```"}) {
    BOOST_TEST(opening_fence_size(none) == 0U, none);
  }
}

BOOST_AUTO_TEST_CASE(backticks_that_end_in_their_own_line_open_no_code) {
  BOOST_TEST(opening_fence_size("```a```") == 0U);
  BOOST_TEST(opening_fence_size("```a`b") == 0U);
  BOOST_TEST(opening_fence_size("~~~a`b~~~") == 3U);
}

BOOST_AUTO_TEST_CASE(fences_are_closed_by_as_many_of_their_kind_and_nothing_else) {
  BOOST_TEST(closes_fence("```", '`', 3));
  BOOST_TEST(closes_fence("```` \t", '`', 3));
  BOOST_TEST(!closes_fence("```", '`', 4));
  BOOST_TEST(!closes_fence("~~~", '`', 3));
  BOOST_TEST(!closes_fence("``` a", '`', 3));
  BOOST_TEST(!closes_fence("", '`', 3));
}

BOOST_AUTO_TEST_CASE(list_markers_are_bullets_or_numbers) {
  for (std::string_view const bullet : {"-", "+ a", "*a"}) {
    BOOST_TEST(list_marker_size(bullet) == 1U, bullet);
  }
  BOOST_TEST(list_marker_size("1.") == 2U);
  BOOST_TEST(list_marker_size("12) a") == 3U);
  BOOST_TEST(list_marker_size("1234567890. a") == 11U);
  for (std::string_view const none : {"", "1", "123", "1-", "a.", ".", ")", " -", "=", "1 ."}) {
    BOOST_TEST(list_marker_size(none) == 0U, none);
  }
}

BOOST_AUTO_TEST_CASE(table_rules_have_a_bar_and_nothing_but_their_characters) {
  for (std::string_view const rule : {"|", "|-|", "-|-", "| :-: |\t--- |"}) {
    BOOST_TEST(is_table_rule(rule), rule);
  }
  for (std::string_view const none : {"", ":", "---", "a|b", "|-|\n|a|"}) {
    BOOST_TEST(!is_table_rule(none), none);
  }
}

BOOST_AUTO_TEST_SUITE_END()
