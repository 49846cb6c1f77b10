// Protects: formulas are found where authors mean them, and money and notes in brackets are none.
#include "formulas.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// The TeX of the formula at the beginning of a body, in brackets where it is displayed; `-` for
/// none.
std::string tex_of(std::string_view body, FormulaSyntax syntax = FormulaSyntax::careful,
                   bool is_one_line = false) {
  auto const place = find_formula(body, 0, syntax, is_one_line);
  if (!place) return "-";
  std::string const tex(
      body.substr(place->content_begin, place->content_end - place->content_begin));
  BOOST_TEST(place->end <= body.size());
  return place->is_display ? "[" + tex + "]" : tex;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formulas)

BOOST_AUTO_TEST_CASE(each_pair_of_delimiters_makes_a_formula) {
  BOOST_TEST(tex_of("$a$") == "a");
  BOOST_TEST(tex_of("$`a$b`$") == "a$b");
  BOOST_TEST(tex_of("$$a$$") == "[a]");
  BOOST_TEST(tex_of("\\(a\\)") == "a");
  BOOST_TEST(tex_of("\\[\\a\\]") == "[\\a]");
  BOOST_TEST(tex_of("$汉\\b$。") == "汉\\b");
  BOOST_TEST(tex_of("$a\\$b$") == "a\\$b");
}

BOOST_AUTO_TEST_CASE(money_is_no_formula) {
  for (std::string_view const text : {"$5 and $6", "$ a$", "$a $", "$a$b", "$a$1", "$5，涨到$", "$",
                                      "$$", "$$$$", "$$ $$", "$a", "$`$", "$``$", "$a\\$"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(tex_of(text) == "-"); }
  }
  BOOST_TEST(!find_formula("a$b$", 1, FormulaSyntax::all, false));
}

BOOST_AUTO_TEST_CASE(escaped_brackets_hold_a_formula_only_where_it_looks_like_one) {
  for (std::string_view const text : {"\\[1\\]", "\\[a note\\]", "\\[\\*\\]"}) {
    BOOST_TEST(tex_of(text) == "-");
    BOOST_TEST(tex_of(text, FormulaSyntax::all) != "-");
  }
  BOOST_TEST(tex_of("\\[x^2\\]") == "[x^2]");
  BOOST_TEST(tex_of("\\[x = y\\]") == "[x = y]");
  BOOST_TEST(tex_of("$a$", FormulaSyntax::none) == "-");
}

BOOST_AUTO_TEST_CASE(a_formula_ends_in_its_paragraph) {
  BOOST_TEST(tex_of("$a\nb$") == "a\nb");
  BOOST_TEST(tex_of("$a\n\nb$") == "-");
  BOOST_TEST(tex_of("$a\n> \nb$") == "-");
  BOOST_TEST(tex_of("$a\n- b$") == "-");
  BOOST_TEST(tex_of("$$\na\n- b\n$$") == "[\na\n- b\n]");
  BOOST_TEST(tex_of("$$a\n\nb$$") == "-");
  BOOST_TEST(tex_of("$a\nb$", FormulaSyntax::all, true) == "-");
}

BOOST_AUTO_TEST_CASE(another_opening_delimiter_ends_the_search) {
  BOOST_TEST(tex_of("\\(a \\(b\\)") == "-");
  BOOST_TEST(tex_of("\\[a_1 \\[b\\]") == "-");
}

BOOST_AUTO_TEST_CASE(the_marks_of_containers_are_taken_off_each_line) {
  std::string_view const quote = "> $$\n> a > b\n>c\n> $$";
  BOOST_TEST(without_container_marks(quote, 2, quote.size()) == "$$\na > b\nc\n$$");
  std::string_view const item = "- $$\n  a\n    b\n  $$";
  BOOST_TEST(without_container_marks(item, 2, item.size()) == "$$\na\n  b\n$$");
  BOOST_TEST(without_container_marks("a\nb", 0, 3) == "a\nb");
  BOOST_TEST(without_container_marks("> a", 2, 3) == "a");
  BOOST_TEST(without_container_marks("", 0, 0) == "");
  // Lines that have less of them lose what they have, and nothing behind the text's end.
  std::string_view const lazy = "> > a\nb\n> c";
  BOOST_TEST(without_container_marks(lazy, 4, 7) == "a\nb");
}

BOOST_AUTO_TEST_CASE(many_dollars_that_open_nothing_cost_linear_time) {
  // A search from each to the paragraph's end would take minutes.
  std::string body;
  for (int i = 0; i < 300'000; ++i) body += "$a ";
  std::size_t found = 0;
  for (std::size_t i = 0; i < body.size(); i += 3) {
    if (find_formula(body, i, FormulaSyntax::all, false)) ++found;
  }
  BOOST_TEST(found == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
