// Protects: what stands inside a block is well-formed HTML, in whatever order it comes.
#include "inline_writer.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

Object const mark_begin{ObjectKind::mark_begin, "==", {}};
Object const mark_end{ObjectKind::mark_end, "==", {}};
Object const raised_begin{ObjectKind::superscript_begin, "^", {}};
Object const raised_end{ObjectKind::superscript_end, "^", {}};
Object const formula{ObjectKind::formula, "$a<b$", "a<b"};

/// A writer and those who listen.
struct Fixture {
  RenderOptions options;
  PreparedBody prepared{"", options, FormulaSyntax::none};
  PositionFinder finder{""};
  Places places{"", prepared, finder};
  std::vector<Diagnostic> diagnostics;
  UrlWriter urls{options, places, diagnostics};
  Output output;
  Slugger slugger;
  Listeners listeners{HeadingCollector(slugger, true), {}, {}, SummaryCollector(true)};
  InlineWriter writer{output, options, listeners, urls};

  void text(std::string_view text) { writer.text(TextKind::normal, text); }
  void line_break() { writer.text(TextKind::soft_break, "\n"); }
  Target target(std::string url) const { return {std::move(url), 0, std::nullopt, false}; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(inline_writer, Fixture)

BOOST_AUTO_TEST_CASE(text_is_escaped_and_heard) {
  writer.begin_block(true, false);
  text("a < ");
  writer.text(TextKind::reference, "&amp;");
  writer.text(TextKind::hard_break, "\n");
  writer.enter_span(Span::code);
  writer.text(TextKind::code, "\"b\"");
  writer.leave_span(Span::code);
  writer.end_block();
  BOOST_TEST(output.html.view() == "a &lt; &amp;<br>\n<code>&quot;b&quot;</code>");
  BOOST_TEST(listeners.summary.prose() == "a < & \"b\"");
}

BOOST_AUTO_TEST_CASE(a_line_break_waits_for_what_follows) {
  text("甲");
  line_break();
  BOOST_TEST(output.html.view() == "甲");
  writer.enter_span(Span::strong);
  text("乙");
  line_break();
  text("c");
  writer.leave_span(Span::strong);
  line_break();
  writer.end_block();
  BOOST_TEST(output.html.view() == "甲<strong>乙\nc</strong>\n");
}

BOOST_AUTO_TEST_CASE(a_waiting_line_break_may_be_settled_or_dropped) {
  text("甲");
  line_break();
  writer.settle_break();
  text("乙");
  line_break();
  writer.drop_break();
  text("丙");
  BOOST_TEST(output.html.view() == "甲\n乙丙");
}

BOOST_AUTO_TEST_CASE(what_objects_began_is_closed_with_what_it_stands_in) {
  writer.enter_span(Span::strong);
  writer.object(mark_begin, 0);
  text("a");
  writer.object(raised_begin, 0);
  writer.leave_span(Span::strong);
  // Both ends are too late, and are what the author wrote.
  writer.object(raised_end, 0);
  writer.object(mark_end, 0);
  BOOST_TEST(!writer.is_in_span());
  BOOST_TEST(output.html.view() == "<strong><mark>a<sup></sup></mark></strong>^==");
}

BOOST_AUTO_TEST_CASE(an_end_inside_a_span_does_not_end_what_began_outside) {
  writer.object(mark_begin, 0);
  writer.enter_span(Span::emphasis);
  writer.object(mark_end, 0);
  writer.leave_span(Span::emphasis);
  BOOST_TEST(writer.is_in_span());
  writer.end_block();
  BOOST_TEST(output.html.view() == "<mark><em>==</em></mark>");
  BOOST_TEST(!writer.is_in_span());
}

BOOST_AUTO_TEST_CASE(an_end_closes_what_began_inside_of_it) {
  writer.object(mark_begin, 0);
  writer.object(raised_begin, 0);
  writer.object(mark_end, 0);
  writer.object(raised_end, 0);
  BOOST_TEST(output.html.view() == "<mark><sup></sup></mark>^");
}

BOOST_AUTO_TEST_CASE(an_image_is_one_tag_whatever_its_text_holds) {
  writer.enter_image(target("u"));
  writer.enter_span(Span::strong);
  text("a\"");
  writer.object(mark_begin, 0);
  writer.object(formula, 0);
  writer.object(mark_end, 0);
  writer.enter_link(target("v"));
  writer.enter_image(target("w"));
  text("b");
  writer.leave_image(target("w"));
  writer.leave_link();
  line_break();
  writer.text(TextKind::html, "<i>");
  writer.leave_span(Span::strong);
  BOOST_TEST(writer.is_in_image());
  writer.leave_image(target("u"));
  BOOST_TEST(output.html.view() ==
             "<img src=\"u\" alt=\"a&quot;a&lt;bb &lt;i&gt;\" loading=\"lazy\" "
             "decoding=\"async\">");
  BOOST_TEST(!writer.is_in_span());
}

BOOST_AUTO_TEST_CASE(a_link_that_never_began_does_not_end) {
  writer.leave_link();
  writer.enter_link(target("u"));
  BOOST_TEST(writer.is_in_link());
  writer.leave_link();
  writer.leave_link();
  BOOST_TEST(output.html.view() == "<a href=\"u\"></a>");
  BOOST_TEST(!writer.is_in_link());
}

BOOST_AUTO_TEST_CASE(titles_and_refused_urls_are_no_way_out_of_an_attribute) {
  Target link = target("javascript:x");
  link.title = "\"><script>";
  writer.enter_link(link);
  writer.leave_link();
  BOOST_TEST(output.html.view() == "<a title=\"&quot;&gt;&lt;script&gt;\"></a>");
  BOOST_TEST(diagnostics.size() == 1U);
}

BOOST_AUTO_TEST_CASE(comments_are_dropped_line_by_line) {
  for (std::string_view const html : {"<!-- a", "b", "c -->", "<i>"}) {
    writer.text(TextKind::html, html);
  }
  BOOST_TEST(output.html.view() == "&lt;i&gt;");
}

BOOST_AUTO_TEST_CASE(formulas_are_escaped_and_name_headings_but_are_no_prose) {
  listeners.headings.enter(0);
  writer.begin_block(true, false);
  writer.object(formula, 0);
  writer.object({ObjectKind::emoji, ":tada:", "🎉"}, 0);
  BOOST_TEST(output.html.view() == "<span class=\"math inline\">a&lt;b</span>🎉");
  BOOST_TEST(listeners.summary.prose() == "🎉");
  listeners.headings.leave(1, output, std::nullopt);
  BOOST_TEST(listeners.headings.entries().at(0).text == "a<b🎉");
}

BOOST_AUTO_TEST_CASE(deep_nesting_costs_linear_time) {
  for (int i = 0; i < 200'000; ++i) writer.object(i % 2 == 0 ? mark_begin : raised_begin, 0);
  writer.object(mark_end, 0);
  for (int i = 0; i < 200'000; ++i) writer.object(raised_end, 0);
  writer.end_block();
  BOOST_TEST(!writer.is_in_span());
}

BOOST_AUTO_TEST_SUITE_END()
