// Protects: marks go only where they change how emphasis is read, and all of them come off again.
// What readers see of it stands in markdown_test.cpp and tests/conformance/cjk.test.js.
#include "prepare.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "inkstone/render.h"

using namespace inkstone;

namespace {

bool is_untouched(std::string_view body) {
  PreparedBody const prepared(body, {}, FormulaSyntax::careful);
  return prepared.edits().empty() && prepared.text().data() == body.data();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prepare)

BOOST_AUTO_TEST_CASE(a_body_with_nothing_to_do_is_not_copied) {
  for (std::string_view const body :
       {"", "text", "**bold** and *more*", "**粗体**和*斜体*", "`**“x”**y`", "***\n\n* a\n* b\n",
        "~~~ info\n**“x”**y\n~~~\n", "<https://e.org/甲**“乙”**丙>", "_甲_", "a ** b"}) {
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(is_untouched(body)); }
  }
}

BOOST_AUTO_TEST_CASE(options_switch_it_off) {
  RenderOptions options;
  options.cjk_friendly = false;
  BOOST_TEST(PreparedBody("**“x”**后", options, FormulaSyntax::none).edits().empty());
  BOOST_TEST(PreparedBody("**A****B**", options, FormulaSyntax::none).edits().size() == 1U);
  options.repair_emphasis = false;
  BOOST_TEST(PreparedBody("**A****B**", options, FormulaSyntax::none).edits().empty());
}

BOOST_AUTO_TEST_CASE(offsets_lead_back_to_the_source) {
  std::string_view const body = "**“x”**后 **A****B****";
  PreparedBody const prepared(body, {}, FormulaSyntax::careful);
  std::string_view const text = prepared.text();
  for (char const c : {'x', 'A', 'B'}) {
    BOOST_TEST(prepared.source_offset(text.find(c)) == body.find(c));
  }
  BOOST_TEST(prepared.source_offset(text.size()) == body.size());
  BOOST_TEST(prepared.source_offset(0) == 0U);
}

BOOST_AUTO_TEST_CASE(restoring_gives_the_source_back) {
  constexpr std::string_view pieces[] = {
      "**", "*", "****", "******", "~~", "_",  "字", "“", "”",    "。",       "a",  "1",  " ",
      "\n", "`", "<",    ">",      "\\", "![", "](", ")", "\n\n", "㊗\uFE0E", "- ", "| ", "://"};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::size_t touched = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string body;
    for (int i = 0; i < 16; ++i) body += pieces[pick(random)];
    PreparedBody const prepared(body, {}, FormulaSyntax::careful);
    auto const& edits = prepared.edits();
    if (!edits.empty()) ++touched;
    // Only what md4c copies is restored; no such text goes over the lines that blanks are put into.
    bool const is_shifted = std::any_of(edits.begin(), edits.end(), [](PlacedEdit const& placed) {
      return placed.edit.kind == EditKind::structure;
    });
    if (is_shifted) continue;
    std::string text(prepared.text());
    prepared.restore(text);
    BOOST_REQUIRE(text == body);
  }
  BOOST_TEST(touched > 5'000U);
}

BOOST_AUTO_TEST_CASE(an_object_is_one_inert_word) {
  PreparedBody const prepared("a $x*y$ b $x*y$ c $z$", {}, FormulaSyntax::careful);
  BOOST_TEST(prepared.text() == "a \uFDE80\uFDE8 b \uFDE80\uFDE8 c \uFDE81\uFDE8");
  BOOST_REQUIRE(prepared.edits().size() == 3U);
  Edit const& edit = prepared.edits()[0].edit;
  BOOST_TEST(prepared.source_of(edit) == "$x*y$");
  BOOST_TEST(prepared.object(edit).content == "x*y");
}

BOOST_AUTO_TEST_CASE(structure_is_plain_markdown) {
  std::string_view const body = "[^a]: b\n\n    c\n";
  PreparedBody const prepared(body, {}, FormulaSyntax::none);
  BOOST_TEST(prepared.text() == "> \uFDE80\uFDE8\n>\n> b\n>\n> c\n");
  BOOST_TEST(prepared.footnotes().size() == 1U);
  BOOST_REQUIRE(prepared.edits().size() == 5U);
  BOOST_TEST(prepared.source_of(prepared.edits()[0].edit) == "[^a]: ");
  BOOST_TEST(prepared.source_of(prepared.edits()[1].edit) == "");
  BOOST_TEST(prepared.source_of(prepared.edits()[4].edit) == "    ");
}

BOOST_AUTO_TEST_CASE(offsets_inside_an_edit_lead_to_its_beginning) {
  std::string_view const body = "a $x$ b\n\n[^c]: d\n";
  PreparedBody const prepared(body, {}, FormulaSyntax::careful);
  std::size_t last = 0;
  for (std::size_t offset = 0; offset <= prepared.text().size(); ++offset) {
    std::size_t const source = prepared.source_offset(offset);
    BOOST_TEST(source >= last);
    last = source;
  }
  BOOST_TEST(last == body.size());
  PlacedEdit const& formula = prepared.edits().front();
  for (std::size_t i = 0; i < formula.size; ++i) {
    BOOST_TEST(prepared.source_offset(formula.offset + i) == body.find('$'));
  }
  BOOST_TEST(prepared.source_offset(formula.offset + formula.size) == body.find(" b"));
}

BOOST_AUTO_TEST_CASE(objects_in_a_copy_become_their_source_and_damaged_ones_nothing) {
  PreparedBody const prepared("$x$ $y$", {}, FormulaSyntax::careful);
  auto const restored = [&](std::string text) {
    prepared.restore(text);
    return text;
  };
  BOOST_TEST(restored("a \uFDE81\uFDE8 b") == "a $y$ b");
  BOOST_TEST(restored(std::string(prepared.text())) == "$x$ $y$");
  // An author cannot write these, but no length may lead out of the text.
  BOOST_TEST(restored("a\uFDE8") == "a");
  BOOST_TEST(restored("\uFDE87\uFDE8") == "7");
  BOOST_TEST(restored("\uFDE899999999999999999999999\uFDE8") == "99999999999999999999999");
  BOOST_TEST(restored("\uFDE81").starts_with("$y$"));
  BOOST_TEST(restored("") == "");
}

BOOST_AUTO_TEST_CASE(a_formula_that_holds_what_looks_like_structure_is_a_formula) {
  std::string_view const body = "$$\na\n[^b]: c\n$$\n";
  PreparedBody const prepared(body, {}, FormulaSyntax::careful);
  std::size_t end = 0;
  for (PlacedEdit const& placed : prepared.edits()) {
    BOOST_TEST(placed.edit.begin >= end);
    end = placed.edit.end;
  }
}

BOOST_AUTO_TEST_CASE(a_body_that_holds_every_character_of_a_kind_keeps_them_in_its_text) {
  std::string const own = "\uFDE8\uFDE9\uFDEA\uFDEB\uFDEC\uFDED";
  BOOST_TEST(render(own + " $x$ `" + own + "`").html ==
             "<p>" + own + " <span class=\"math inline\">x</span> <code>" + own + "</code></p>\n");
}

BOOST_AUTO_TEST_CASE(no_output_holds_a_mark) {
  constexpr std::string_view pieces[] = {
      "**",  "****", "~~",  "字",   "“", "”",     "a",
      " ",   "\n",   "`",   "<b ",  ">", "[",     "](/",
      " \"", "\")",  "# ",  "\n\n", "|", "&amp;", "https://e.org/",
      "```", "<!--", "-->", "![",   "\\"};
  std::mt19937 random(20261124);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  for (int round = 0; round < 20'000; ++round) {
    std::string body;
    for (int i = 0; i < 14; ++i) body += pieces[pick(random)];
    Article const article = render(body);
    for (std::string_view const mark : {"\uFDD0", "\u1680", "\uA8CE", "\uFDE0"}) {
      BOOST_REQUIRE_MESSAGE(article.html.find(mark) == std::string::npos, body);
    }
  }
}

BOOST_AUTO_TEST_CASE(many_runs_in_one_paragraph_cost_linear_time) {
  // Looking ahead from each run to the end of the paragraph would take minutes.
  std::string body;
  for (int i = 0; i < 200'000; ++i) body += "*a *a ";
  BOOST_TEST(PreparedBody(body, {}, FormulaSyntax::careful).edits().empty());
}

BOOST_AUTO_TEST_CASE(characters_that_marks_could_be_are_kept_where_an_author_wrote_them) {
  std::string const body = "\uFDD0 \u1680 \uA8CE \uFDE0 **“x”**后";
  BOOST_TEST(render(body).html == "<p>\uFDD0 \u1680 \uA8CE \uFDE0 <strong>“x”</strong>后</p>\n");
}

BOOST_AUTO_TEST_SUITE_END()
