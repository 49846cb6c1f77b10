// Protects: a block says on which line of the file it begins, also where it has no text.
#include "line_marker.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// A marker for a body of its own.
struct Fixture {
  explicit Fixture(std::string_view text, bool is_on = true)
      : body(text), marker(output, places, prepared.text(), is_on) {}

  void tag(std::string_view name) {
    output.html.append("<").append(name);
    marker.wait();
    output.html += '>';
  }

  std::string_view body;
  RenderOptions options;
  PreparedBody prepared{body, options, FormulaSyntax::none};
  PositionFinder finder{body};
  Places places{body, prepared, finder};
  Output output;
  LineMarker marker;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(line_marker)

BOOST_AUTO_TEST_CASE(all_that_wait_begin_where_their_first_text_stands) {
  Fixture lines("> a\n\nb");
  lines.tag("q");
  lines.tag("p");
  lines.marker.settle(2);
  lines.marker.settle(2);
  lines.tag("p");
  lines.marker.settle(5);
  BOOST_TEST(lines.output.finish() == "<q data-line=\"1\"><p data-line=\"1\"><p data-line=\"3\">");
}

BOOST_AUTO_TEST_CASE(switched_off_it_marks_nothing) {
  Fixture lines("a\n\n---", false);
  lines.tag("p");
  lines.marker.settle(0);
  lines.tag("hr");
  lines.marker.settle_rule();
  BOOST_TEST(lines.output.finish() == "<p><hr>");
}

BOOST_AUTO_TEST_CASE(fenced_code_begins_at_its_fence) {
  Fixture lines("```\n\n\na\n```");
  lines.tag("pre");
  lines.marker.enter_code(true);
  lines.marker.pass_line();
  lines.marker.pass_line();
  lines.marker.settle(6);
  lines.marker.leave_code();
  BOOST_TEST(lines.output.finish() == "<pre data-line=\"1\">");
}

BOOST_AUTO_TEST_CASE(rules_are_looked_for_behind_the_last_text) {
  Fixture lines("***a***\n\n***\n> - - -\n___\n");
  lines.tag("p");
  lines.marker.settle(3);
  for (int i = 0; i < 4; ++i) {
    lines.tag("hr");
    lines.marker.settle_rule();
  }
  BOOST_TEST(lines.output.finish() ==
             "<p data-line=\"1\"><hr data-line=\"3\"><hr data-line=\"4\"><hr data-line=\"5\"><hr>");
}

BOOST_AUTO_TEST_CASE(what_is_taken_back_waits_no_more) {
  Fixture lines("a\nb");
  lines.tag("x");
  lines.tag("y");
  lines.output.html = "<x>";
  lines.marker.forget(3);
  lines.tag("z");
  lines.marker.settle(2);
  BOOST_TEST(lines.output.finish() == "<x data-line=\"2\"><z data-line=\"2\">");
}

BOOST_AUTO_TEST_CASE(a_text_of_its_own_settles_only_its_own_tags) {
  Fixture lines("a\nb");
  lines.tag("x");
  lines.marker.enter_text();
  lines.marker.settle(0);
  lines.marker.leave_text();
  lines.marker.settle(2);
  BOOST_TEST(lines.output.finish() == "<x data-line=\"2\">");
}

BOOST_AUTO_TEST_CASE(rules_that_are_never_found_cost_linear_time) {
  // Looking for each to the end of the body would take minutes.
  std::string body;
  for (int i = 0; i < 500'000; ++i) body += "a\n";
  Fixture lines(body);
  for (int i = 0; i < 100'000; ++i) {
    lines.tag("hr");
    lines.marker.settle_rule();
  }
  BOOST_TEST(lines.output.finish().find("data-line") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
