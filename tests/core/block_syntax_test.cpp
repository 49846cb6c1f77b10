// Protects: footnotes and definition lists become block quotes that md4c reads, and only they do.
#include "block_syntax.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// What md4c would read, objects as `{footnote 0}`, `{term}`, `{definition}` and `{loose}`.
std::string prepared(std::string_view body, RenderOptions const& options = {}) {
  ObjectList objects;
  BlockSyntax const syntax = find_block_syntax(body, options, objects);
  std::string text;
  std::size_t copied = 0;
  for (Edit const& edit : syntax.edits) {
    BOOST_REQUIRE(edit.begin >= copied);
    BOOST_REQUIRE(edit.end <= body.size());
    text.append(body, copied, edit.begin - copied);
    copied = edit.end;
    if (edit.kind == EditKind::structure) {
      text += syntax.structures.at(edit.index);
      continue;
    }
    if (edit.kind == EditKind::space) continue;  // lets emphasis begin a term
    Object const& object = objects[edit.index];
    if (object.kind == ObjectKind::term) text += "{term}";
    if (object.kind == ObjectKind::definition)
      text += object.number == 1 ? "{loose}" : "{definition}";
    if (object.kind == ObjectKind::footnote)
      text += "{footnote " + std::to_string(object.number) + '}';
  }
  text.append(body, copied);
  return text;
}

bool is_untouched(std::string_view body) { return prepared(body) == body; }

}  // namespace

BOOST_AUTO_TEST_SUITE(block_syntax)

BOOST_AUTO_TEST_CASE(a_footnote_is_a_block_quote_of_its_own) {
  BOOST_TEST(prepared("[^a]: b\n") == "> {footnote 0}\n>\n> b\n");
  BOOST_TEST(prepared("[^a]:") == "> {footnote 0}\n>\n> ");
  BOOST_TEST(prepared("a\n[^b]: c\n[^d]:e\n") ==
             "a\n> {footnote 0}\n>\n> c\n\n> {footnote 1}\n>\n> e\n");
  // It would be part of a block quote before it.
  BOOST_TEST(prepared("> a\n[^b]: c\n") == "> a\n\n> {footnote 0}\n>\n> c\n");
}

BOOST_AUTO_TEST_CASE(indented_lines_belong_to_a_footnote_and_lazy_ones_are_left_to_md4c) {
  BOOST_TEST(prepared("[^a]: b\nc\n\n    d\n\n        e\n\nf\n") ==
             "> {footnote 0}\n>\n> b\nc\n>\n> d\n>\n>     e\n\nf\n");
  BOOST_TEST(prepared("[^a]: b\n\n\tc\n") == "> {footnote 0}\n>\n> b\n>\n> c\n");
  BOOST_TEST(prepared("> [^a]: b\n>\n>     c\n") == "> > {footnote 0}\n> >\n> > b\n> >\n> > c\n");
}

BOOST_AUTO_TEST_CASE(a_term_and_its_definitions_are_marked) {
  BOOST_TEST(prepared("a\n: b\n: c\n") ==
             "{term}a\n> {definition}\n>\n> b\n\n> {definition}\n>\n> c\n");
  BOOST_TEST(prepared("a\n\n:   b\n\n    c\n") == "{term}a\n\n> {loose}\n>\n> b\n>\n> c\n");
  BOOST_TEST(prepared("# h\na\n: b") == "# h\n{term}a\n> {definition}\n>\n> b");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_them_is_left_alone) {
  for (std::string_view const body : {"",
                                      "\n",
                                      "a\n",
                                      ": a\n",
                                      "a\n\n\n: b\n",
                                      "a\n:b\n",
                                      "a\n: \n",
                                      "- a\n: b\n",
                                      "# a\n: b\n",
                                      "a\n : b\n",
                                      "[^a]\n",
                                      "[^a b]: c\n",
                                      "    [^a]: b\n",
                                      "a [^b]: c\n",
                                      "```\n[^a]: b\nc\n: d\n",
                                      "~~~\na\n: b\n~~~\n",
                                      "> ```\n> [^a]: b\n",
                                      "<!--\n[^a]: b\n\nc\n: d\n-->\n",
                                      "<PRE>\n\na\n: b\n</pre>\n",
                                      "<div>\n[^a]: b\n</div>\n"}) {
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(is_untouched(body)); }
  }
}

BOOST_AUTO_TEST_CASE(options_switch_them_off) {
  RenderOptions options;
  options.footnotes = false;
  BOOST_TEST(prepared("[^a]: b\n", options) == "[^a]: b\n");
  options.footnotes = true;
  options.definition_lists = false;
  BOOST_TEST(prepared("a\n: b\n", options) == "a\n: b\n");
}

BOOST_AUTO_TEST_CASE(definitions_know_their_labels_and_places) {
  ObjectList objects;
  auto const syntax = find_block_syntax("x\n\n[^汉]: a\n\n > [^B]: c\n[^b]: d\n", {}, objects);
  BOOST_REQUIRE(syntax.footnotes.size() == 3U);
  BOOST_TEST(syntax.footnotes[0].label == "汉");
  BOOST_TEST(syntax.footnotes[0].place == 3U);
  BOOST_TEST(syntax.footnotes[1].place == 17U);
  BOOST_TEST(syntax.footnotes[2].is_repetition);
}

BOOST_AUTO_TEST_CASE(unclosed_html_and_fences_take_the_rest) {
  BOOST_TEST(is_untouched("<!-- \n[^a]: b"));
  BOOST_TEST(is_untouched("<script\n[^a]: b\n"));
  BOOST_TEST(is_untouched("````\n```\n[^a]: b"));
}

BOOST_AUTO_TEST_CASE(many_blank_lines_and_openings_cost_linear_time) {
  // Looking for an end from each of them would take minutes.
  std::string body = "[^a]: b\n";
  for (int i = 0; i < 200'000; ++i) body += "\n\n[^a]: b\nc\n\n: d\n";
  BOOST_TEST(prepared(body).size() > body.size());
  std::string blank = "[^a]: b\n" + std::string(1'000'000, '\n') + "    c\n";
  BOOST_TEST(prepared(blank).size() > blank.size());
  std::string quotes;
  for (int i = 0; i < 2'000; ++i) quotes += std::string(500, '>') + "[^a]: b\n";
  BOOST_TEST(prepared(quotes).size() > quotes.size());
}

BOOST_AUTO_TEST_SUITE_END()
