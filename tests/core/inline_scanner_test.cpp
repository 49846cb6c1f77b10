// Protects: emphasis is looked for where it can be, and costs linear time to find.
#include "inline_scanner.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// The runs of a body as text: blocks are separated by `/`, empty ones left out.
std::string runs_of(std::string_view body) {
  std::string text;
  ObjectList objects;
  InlineScanner scanner(body, {}, objects);
  while (!scanner.is_at_end()) {
    auto const runs = scanner.next_block().runs;
    if (!runs.empty() && !text.empty()) text += " / ";
    for (DelimiterRun const& run : runs) {
      if (&run != runs.data()) text += ' ';
      text += std::to_string(run.begin) + std::string(run.size, run.delimiter);
    }
  }
  return text;
}

DelimiterRun only_run(std::string_view body) {
  ObjectList objects;
  auto const runs = InlineScanner(body, {}, objects).next_block().runs;
  BOOST_REQUIRE(runs.size() == 1U);
  return runs[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inline_scanner)

BOOST_AUTO_TEST_CASE(runs_are_found_with_their_lengths) {
  BOOST_TEST(runs_of("a*b**c~~d_e") == "1* 3** 6~~ 9_");
  BOOST_TEST(runs_of("") == "");
}

BOOST_AUTO_TEST_CASE(blocks_end_where_emphasis_must) {
  BOOST_TEST(runs_of("*a\n*b\n\n*c") == "0* 3* / 7*");
  BOOST_TEST(runs_of("*a\n- *b\n1. *c\n# *d\n|*e|\n") == "0* / 5* / 11* / 16* / 20*");
  BOOST_TEST(runs_of("> *a\n> *b\n>\n> *c") == "2* 7* / 14*");
}

BOOST_AUTO_TEST_CASE(escapes_code_tags_and_destinations_are_passed_over) {
  BOOST_TEST(runs_of("\\*a *b") == "4*");
  BOOST_TEST(runs_of("`*` *b `` ` * `` c*") == "4* 18*");
  BOOST_TEST(runs_of("` *a") == "2*");
  BOOST_TEST(runs_of("<b *> </b *> <!-- * --> < *a") == "26*");
  BOOST_TEST(runs_of("a <****@l> *b <*c*>") == "11* 15* 17*");
  BOOST_TEST(runs_of("[a*](b*(c*) \"*\") *d [e](f*\n*g") == "2* 17* 25* 27*");
  BOOST_TEST(runs_of("a\n```\n*b\n```\n*c") == "13*");
  BOOST_TEST(runs_of("> ~~~\n> *b\n*c") == "11*");
  BOOST_TEST(runs_of("```\n*never closed") == "");
}

BOOST_AUTO_TEST_CASE(declarations_at_a_lines_beginning_are_raw_html) {
  BOOST_TEST(runs_of("<!x *a\n*b\n\n*c > *d\n*e") == "19*");
  BOOST_TEST(runs_of("*a\n<!* > *b\n<!-- >\n*c --> *d\n*e") == "0* / 29*");
  BOOST_TEST(runs_of("> <!x\n> *a\n*b") == "11*");
  BOOST_TEST(runs_of("<!甲 *a") == "6*");
  BOOST_TEST(runs_of("<!x *never closed") == "");
}

BOOST_AUTO_TEST_CASE(a_run_knows_what_stands_beside_it) {
  DelimiterRun const run = only_run("字*（");
  BOOST_CHECK(run.before == U'字');
  BOOST_CHECK(run.after == U'（');
  BOOST_TEST(run.is_after_cjk);
  BOOST_CHECK(only_run("> *a").before == 0);
  BOOST_CHECK(only_run("a*\nb").after == 0);
  BOOST_TEST(!only_run("a*b").is_after_cjk);
}

BOOST_AUTO_TEST_CASE(a_variation_selector_stands_for_what_it_selects) {
  BOOST_CHECK(only_run("㊗\uFE0E*a").selected_before == U'㊗');
  BOOST_TEST(only_run("㊗\uFE0E*a").is_after_cjk);
  BOOST_TEST(only_run("葛\U000E0100*a").is_after_cjk);
  BOOST_TEST(only_run("“\uFE01*a").is_after_cjk);
  BOOST_TEST(!only_run("“\uFE00*a").is_after_cjk);
}

BOOST_AUTO_TEST_CASE(objects_are_found_with_their_places) {
  FootnoteDefinitions footnotes;
  footnotes.add("n", 0);
  ObjectList objects;
  std::string_view const body = "[^n]: $a$ :tada: [^N] [^m] `$b$ :tada: [^n]` :nothing: \\$c$";
  auto const block =
      InlineScanner(body, {FormulaSyntax::all, true, {}, &footnotes}, objects).next_block();
  BOOST_REQUIRE(block.objects.size() == 3U);
  std::string found;
  for (Edit const& edit : block.objects) {
    found += std::to_string(edit.begin) + objects[edit.index].source + ' ';
  }
  BOOST_TEST(found == "6$a$ 10:tada: 17[^N] ");
  BOOST_TEST(objects[block.objects[1].index].content == "🎉");
  BOOST_TEST(objects[block.objects[2].index].number == 0U);
}

BOOST_AUTO_TEST_CASE(a_run_beside_an_object_sees_a_letter) {
  ObjectList objects;
  auto const runs = InlineScanner("**$a$** * $b$", {FormulaSyntax::all}, objects).next_block().runs;
  BOOST_REQUIRE(runs.size() == 3U);
  BOOST_CHECK(runs[0].after == object_character);
  BOOST_CHECK(runs[1].before == object_character);
  BOOST_CHECK(runs[1].selected_before == object_character);
  BOOST_CHECK(runs[1].after == U' ');
  BOOST_CHECK(runs[2].after == U' ');
}

BOOST_AUTO_TEST_CASE(a_formula_over_several_lines_has_no_runs_in_it) {
  ObjectList objects;
  std::string_view const body = "> $$\n> a * b\n> $$ *c\n";
  auto const block = InlineScanner(body, {FormulaSyntax::all}, objects).next_block();
  BOOST_REQUIRE(block.objects.size() == 1U);
  BOOST_TEST(objects[0].source == "$$\na * b\n$$");
  BOOST_REQUIRE(block.runs.size() == 1U);
  BOOST_TEST(block.runs[0].begin == body.rfind('*'));
}

BOOST_AUTO_TEST_CASE(a_heading_ends_with_its_line) {
  ObjectList objects;
  InlineScanner scanner("# $a\nb$", {FormulaSyntax::all}, objects);
  while (!scanner.is_at_end()) BOOST_TEST(scanner.next_block().objects.empty());
}

BOOST_AUTO_TEST_CASE(beginnings_of_objects_that_never_end_cost_linear_time) {
  // Looking for the end of each to the end of the paragraph would take minutes.
  for (std::string_view const piece : {"\\( ", "\\[ ", "$` ", "$$ a", ":a", ":aaaaaaaaaaaaaaaa",
                                       "[^", "[^a", "$a ", "](", "](a "}) {
    std::string body;
    while (body.size() < 500'000) body += piece;
    FootnoteDefinitions footnotes;
    footnotes.add("n", 0);
    ObjectList objects;
    InlineScanner scanner(body, {FormulaSyntax::all, true, {}, &footnotes}, objects);
    while (!scanner.is_at_end()) static_cast<void>(scanner.next_block());
  }
}

BOOST_AUTO_TEST_CASE(backticks_that_close_nothing_are_searched_for_once) {
  // Quadratic searching would take minutes here, so the suite itself would hang.
  std::string text;
  for (int i = 0; i < 300'000; ++i)
    text += "- `" + std::string(1 + static_cast<std::size_t>(i) % 3, '`') + "\n";
  BOOST_TEST(runs_of(text + "*a").size() > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
