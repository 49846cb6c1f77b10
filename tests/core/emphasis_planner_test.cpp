// Protects: what marks up text that md4c knows nothing of is paired as people mean it. How
// emphasis is read stands in prepare_test.cpp and markdown_test.cpp.
#include "emphasis_planner.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

RenderOptions everything() {
  RenderOptions options;
  options.superscript = options.subscript = true;
  return options;
}

/// The body with `<` and `>` where pairs begin and end, and `|` for every other edit.
std::string planned(std::string_view body, RenderOptions const& options = everything()) {
  ObjectList objects;
  EmphasisPlanner planner(body, options, objects);
  InlineScanner scanner(body, {FormulaSyntax::all, false, {}, nullptr}, objects);
  std::vector<Edit> edits;
  while (!scanner.is_at_end()) planner.plan(scanner.next_block(), edits);
  std::string text;
  std::size_t copied = 0;
  for (Edit const& edit : edits) {
    BOOST_REQUIRE(edit.begin >= copied);
    text.append(body, copied, edit.begin - copied);
    copied = edit.end;
    char sign = '|';
    if (edit.kind == EditKind::object) {
      switch (objects[edit.index].kind) {
        case ObjectKind::mark_begin:
        case ObjectKind::superscript_begin:
        case ObjectKind::subscript_begin:
          sign = '<';
          break;
        case ObjectKind::formula:
          sign = 'F';
          break;
        default:
          sign = '>';
      }
    }
    text += sign;
  }
  text.append(body, copied);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(emphasis_planner)

BOOST_AUTO_TEST_CASE(pairs_are_found_in_one_block) {
  BOOST_TEST(planned("==a== b") == "<a> b");
  BOOST_TEST(planned("2^10^ H~2~O") == "2<10> H<2>O");
  BOOST_TEST(planned("==汉==字") == "<汉>字");
  BOOST_TEST(planned("==a\nb==") == "<a\nb>");
  BOOST_TEST(planned("==a\n\nb==") == "==a\n\nb==");
  BOOST_TEST(planned("") == "");
}

BOOST_AUTO_TEST_CASE(comparisons_and_lone_delimiters_stay) {
  for (std::string_view const body :
       {"a==b==c", "if a == b", "a !== b==", "<== a ==", "=a=", "===a===", "==", "== a ==", "==a",
        "a==", "^a^", "a^b", "x^a b^", "[^a]", "a ~b~", "~~a~~ b", "a ^^b^^"}) {
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(planned(body) == body); }
  }
}

BOOST_AUTO_TEST_CASE(an_end_ends_the_nearest_beginning) {
  BOOST_TEST(planned("==a ==b==") == "==a <b>");
  BOOST_TEST(planned("==a== ==b==") == "<a> <b>");
  BOOST_TEST(planned("a^b^c^d^") == "a<b>c<d>");
}

BOOST_AUTO_TEST_CASE(options_switch_each_of_them_off) {
  RenderOptions options = everything();
  options.mark = options.superscript = options.subscript = options.cjk_friendly = false;
  BOOST_TEST(planned("==a== b^c^ d~e~", options) == "==a== b^c^ d~e~");
}

BOOST_AUTO_TEST_CASE(emphasis_sees_a_letter_where_an_object_stands) {
  // `**` before a quotation mark could not open behind a letter; `==` is no letter, its object is.
  BOOST_TEST(planned("a $x$**b**") == "a F**b**");
  BOOST_TEST(planned("**==a==**b") == "**<a>**b");
}

BOOST_AUTO_TEST_CASE(objects_and_marks_come_in_the_order_of_their_places) {
  BOOST_TEST(planned("$x$ 他说**“你”**然后 ==a== **甲****乙** $y$") ==
             "F 他说**|“你”|**然后 <a> **甲**|**乙** F");
}

BOOST_AUTO_TEST_CASE(many_beginnings_cost_linear_time) {
  // Looking for the end of each to the end of the paragraph would take minutes.
  std::string body;
  for (int i = 0; i < 200'000; ++i) body += "a^b ==c d~e ";
  BOOST_TEST(planned(body).size() >= body.size());
  std::string raised = "a";
  for (int i = 0; i < 100'000; ++i) raised += "^b";
  BOOST_TEST(planned(raised).size() == raised.size());
  // … and so would looking for a blank from one beginning again and again.
  std::string words = "a^" + std::string(500'000, 'b');
  for (int i = 0; i < 200'000; ++i) words += " c^";
  BOOST_TEST(planned(words).size() == words.size());
}

BOOST_AUTO_TEST_SUITE_END()
