// Protects: what is a table, and which cells it has, is what GitHub's specification says. Its own
// examples run in tests/conformance/gfm.test.js.
#include "table_marks.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

namespace {

/// The body with `#` where marks stand.
std::string marked(std::string_view body) {
  std::string text(body);
  auto const marks = find_table_marks(body, {});
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) text.insert(mark->begin, "#");
  return text;
}

std::string html_of(std::string_view markdown) { return render(markdown).html; }

bool is_table(std::string_view markdown) {
  return html_of(markdown).find("<table>") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_marks)

BOOST_AUTO_TEST_CASE(a_row_of_delimiters_has_as_many_cells_as_the_row_before_it) {
  for (std::string_view const table :
       {"a|b\n-|-", "|a|b|\n|-|:-:|", "| a |\n--- |", "a\n|-|", "a \\| b\n|-|", "> |a|b|\n> |-|-|",
        "- |a|b|\n  |-|-|", "1. a|b\n   -|-", "> - |a|b|\n>   |-|-|", "|`|`|b|\n|-|-|",
        "|$|x|$|b|\n|-|-|", "x[^1]\n\n[^1]: |a|b|\n    |-|-|", "|a||\n|-|-|", "||a|\n|-|-|",
        "| a | b | \n| - | - | "}) {
    BOOST_TEST_CONTEXT(table) { BOOST_TEST(is_table(table)); }
  }
  for (std::string_view const text :
       {"a|b\n|-|", "|a|\n|-|-|", "a \\| b\n-|-", "> |a|b|c|\n> |-|-|", "- a|b\n  |-|"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!is_table(text)); }
  }
  BOOST_TEST(html_of("|a|b|\n|-|\n|c|\n") == "<p>|a|b|\n|-|\n|c|</p>\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_marked_where_md4c_is_right) {
  for (std::string_view const body : {"", "|", "a|b\n-|-\nc|d\n", "a\n---\n|b|", "a || b", "|-|-|",
                                      "a\n\n|-|-|", "a|b\n-|-\n\\||c\n"}) {
    BOOST_TEST(marked(body) == body);
  }
}

BOOST_AUTO_TEST_CASE(pipes_that_touch_have_an_empty_cell_between_them) {
  BOOST_TEST(marked("|a||b|\n|-|-|-|\n||||\n\n||") == "|a|#|b|\n|-|-|-|\n|#|#|#|\n\n||");
  BOOST_TEST(html_of("|a|b|c|\n|-|-|-|\n|d||e|\n").find("<td>d</td>\n<td></td>\n<td>e</td>") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pipe_in_a_tables_code_needs_a_backslash_and_loses_it) {
  BOOST_TEST(html_of("|`a\\|b`|\n|-|\n").find("<code>a|b</code>") != std::string::npos);
  BOOST_TEST(html_of("`a\\|b`") == "<p><code>a\\|b</code></p>\n");
}

BOOST_AUTO_TEST_CASE(marks_in_code_come_off) {
  BOOST_TEST(html_of("```\n|a|b|\n|-|\n|a|b|\n|-|-|\n||||\n```\n") ==
             "<pre><code>|a|b|\n|-|\n|a|b|\n|-|-|\n||||\n</code></pre>\n");
}

BOOST_AUTO_TEST_SUITE_END()
