// Protects: no container lies deeper than the bound, and text that is not so deep is left alone.
#include "nesting.h"

#include <md4c.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

using namespace inkstone;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// The rests of lines that are too deep, each in brackets.
std::string too_deep(std::string_view body, std::size_t max_depth) {
  std::string result;
  for (std::size_t const offset : find_too_deep(body, max_depth)) {
    std::string_view const rest = body.substr(offset);
    result += '[' + std::string(rest.substr(0, rest.find('\n'))) + ']';
  }
  return result;
}

/// A line for each level, each an item in the one before.
std::string staircase(std::string_view marker, std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) {
    text += std::string(i * marker.size(), ' ') + std::string(marker) + "a\n";
  }
  return text;
}

/// `body` with a letter before each marker that is too deep.
std::string marked(std::string_view body, std::size_t max_depth) {
  std::string text;
  std::size_t copied = 0;
  for (std::size_t const offset : find_too_deep(body, max_depth)) {
    text.append(body, copied, offset - copied).append("\uFDD0");
    copied = offset;
  }
  return text.append(body, copied);
}

/// How deep block quotes and items lie in each other, as md4c reads the text.
std::size_t depth_of(std::string_view text) {
  struct Depth {
    std::size_t now = 0;
    std::size_t most = 0;
    static bool counts(MD_BLOCKTYPE type) { return type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI; }
  } depth;
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
    auto& [now, most] = *static_cast<Depth*>(self);
    if (Depth::counts(type)) most = std::max(most, ++now);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    if (Depth::counts(type)) --static_cast<Depth*>(self)->now;
    return 0;
  };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, MD_CHAR const*, MD_SIZE, void*) { return 0; };
  BOOST_REQUIRE(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &depth) == 0);
  return depth.most;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nesting)

BOOST_AUTO_TEST_CASE(the_first_marker_beyond_the_depth_is_found_in_each_line) {
  BOOST_TEST(too_deep("> > a\n", 2) == "");
  BOOST_TEST(too_deep("> > > > a\n> > > b\n", 2) == "[> > a][> b]");
  BOOST_TEST(too_deep(">>>a", 2) == "[>a]");
  BOOST_TEST(too_deep("- - - - a\n", 3) == "[- a]");
  BOOST_TEST(too_deep("+ * 1. 2) - a\n", 4) == "[- a]");
  BOOST_TEST(too_deep("> - > 1. a\n", 3) == "[1. a]");
  BOOST_TEST(too_deep("-\t-\t-\ta\n", 2) == "[-\ta]");
  BOOST_TEST(too_deep("> > >", 2) == "[>]");
  BOOST_TEST(too_deep("- -\n", 1) == "[-]");
}

BOOST_AUTO_TEST_CASE(depth_accumulates_over_lines) {
  BOOST_TEST(too_deep(staircase("- ", 3), 3) == "");
  BOOST_TEST(too_deep(staircase("- ", 4), 3) == "[- a]");
  BOOST_TEST(too_deep(staircase("10) ", 4), 3) == "[10) a]");
  BOOST_TEST(too_deep("> - a\n>   - b\n>     - c\n", 4) == "");
  BOOST_TEST(too_deep("> - a\n>   - b\n>     - c\n", 2) == "[- b][- c]");
  BOOST_TEST(too_deep("- a\n\n\n  - b\n\n    - c\n", 2) == "[- c]");
  BOOST_TEST(too_deep("- a\n\tb\n\n\t- c\n", 1) == "[- c]");
}

BOOST_AUTO_TEST_CASE(what_ends_does_not_count_any_more) {
  for (std::string_view const piece :
       {"- a\n- b\n", "- a\n  - b\n\nc\n\n", "> a\n\n> b\n", "> - a\n\n", "- > a\n- b\n",
        "1. a\n\n   > b\n\n", "- a\n***\n", "> a\nb\n"}) {
    BOOST_TEST_CONTEXT(piece) { BOOST_TEST(too_deep(repeat(piece, 200), 2) == ""); }
  }
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_marker_does_not_count) {
  for (std::string_view const text :
       {"- - - - -\n", "* * *\n", "**a** b\n", "> > - - -\n", "> > ***\n", "> > -a\n", "> > 1.a\n",
        "> > 1234567890. a\n", "> > 1\n", "> >     - a\n", "> > \\- a\n", "> > a - b > c\n",
        "---\n"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(too_deep(text, 2) == ""); }
  }
  BOOST_TEST(too_deep("> > - - - a\n", 2) == "[- - - a]");
}

BOOST_AUTO_TEST_CASE(code_that_is_indented_is_no_list) {
  std::string code = "```\n";
  for (std::size_t i = 0; i < 30; ++i) code += std::string(4 * i, ' ') + "- a > b\n";
  BOOST_TEST(too_deep(code + "```\n", 100) == "");
  BOOST_TEST(too_deep("a\n" + std::string(1500, ' ') + "- b\n", 100) == "");
}

BOOST_AUTO_TEST_CASE(one_deep_line_keeps_its_depth_over_blank_and_lazy_lines) {
  BOOST_TEST(too_deep("- - a\n\n\n    - b\n", 2) == "[- b]");
  BOOST_TEST(too_deep("> > a\nlazy\n> > - b\n", 2) == "[- b]");
}

BOOST_AUTO_TEST_CASE(a_hundred_levels_of_anything_are_not_too_deep) {
  for (std::string_view const marker : {"> ", "- ", "1. ", "123456789.    "}) {
    BOOST_TEST(too_deep(repeat(marker, 100) + "a\n", 100) == "");
    BOOST_TEST(too_deep(repeat(marker, 101) + "a\n", 100) == '[' + std::string(marker) + "a]");
  }
  BOOST_TEST(too_deep(staircase("- ", 100), 100) == "");
  BOOST_TEST(depth_of(marked(staircase("- ", 300), 100)) == 100U);
}

BOOST_AUTO_TEST_CASE(with_a_letter_before_them_md4c_never_goes_deeper) {
  constexpr std::string_view pieces[] = {
      "- ", "> ",  "1. ", "2) ",   "+ ",  "* ",    "-\n",     "\n", "\n\n",     " ", "  ",   "    ",
      "\t", "a\n", "a",   "```\n", "***", "---\n", "<div>\n", "# ", "99.     ", "|", "|-|\n"};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::uniform_int_distribution<std::size_t> length(0, 40);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = length(random); i > 0; --i) text += pieces[pick(random)];
    for (std::size_t const max_depth : {1U, 2U, 4U}) {
      BOOST_TEST_CONTEXT(text) { BOOST_REQUIRE(depth_of(marked(text, max_depth)) <= max_depth); }
    }
  }
}

BOOST_AUTO_TEST_CASE(text_that_is_made_to_mislead_is_bounded_too) {
  // `2.` begins no list inside a paragraph, but is followed as if it did: the quote behind it is
  // then taken to be in the list, its second line to be outside, and what is in that to be code.
  std::string const text = "a\n2. b\n   > - - c\n>     " + repeat("- ", 200) + "d\n";
  BOOST_TEST(depth_of(text) == 203U);
  BOOST_TEST(depth_of(marked(text, 4)) <= 20 * 4U);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_behind_a_mark_that_ends_the_body) {
  // The sanitizers see what lies behind memory of this size.
  for (std::string_view const text : {">", "-", "1.", "\n>", "- >", "> -"}) {
    std::vector<char> const body(text.begin(), text.end());
    BOOST_TEST(find_too_deep({body.data(), body.size()}, 100).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
