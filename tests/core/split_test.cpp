// Protects: no line of an article is taken for front matter that is none, and none is lost.
#include "split.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;
using Format = SplitSource::Format;

namespace {

struct Split {
  SplitSource parts;
  std::vector<Diagnostic> diagnostics;
};

/// `text` must be a literal: the parts are views of it.
Split split(std::string_view text) {
  Split result;
  PositionFinder positions(text);
  result.parts = split_source(text, positions, result.diagnostics);
  return result;
}

void check(std::string_view text, Format format, std::string_view front_matter,
           std::string_view body) {
  Split const result = split(text);
  BOOST_TEST_CONTEXT(text) {
    BOOST_CHECK(result.parts.format == format);
    BOOST_TEST(result.parts.front_matter == front_matter);
    BOOST_TEST(result.parts.body == body);
    BOOST_TEST(result.diagnostics.empty());
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(split_suite)

BOOST_AUTO_TEST_CASE(yaml_stands_between_fences) {
  check("---\na: 1\n---\n# b\n", Format::yaml, "a: 1\n", "# b\n");
  check("---\na: 1\n...\nb", Format::yaml, "a: 1\n", "b");
  check("---\na: 1\n---", Format::yaml, "a: 1\n", "");
  check("---\n---\nb", Format::yaml, "", "b");
}

BOOST_AUTO_TEST_CASE(blank_lines_before_and_blanks_behind_a_fence_are_allowed) {
  check("\n \t\n--- \t\na: 1\n---  \nb", Format::yaml, "a: 1\n", "b");
}

BOOST_AUTO_TEST_CASE(what_only_resembles_a_fence_is_body) {
  for (std::string_view const text :
       {"", "\n\n", "text\n---\na: 1\n---\n", "----\na: 1\n----\n", " ---\na: 1\n---\n",
        "--- a\nb: 1\n---\n", "{{< shortcode >}}\n", "{ not json }\n", "{\"a\": 1} and text\n"}) {
    check(text, Format::none, "", text);
  }
}

BOOST_AUTO_TEST_CASE(a_fence_inside_a_line_does_not_close) {
  check("---\na: |\n  ---\nb: '---'\n---\nc", Format::yaml, "a: |\n  ---\nb: '---'\n", "c");
}

BOOST_AUTO_TEST_CASE(toml_is_recognized) {
  check("+++\na = 1\n+++\nb", Format::toml, "a = 1\n", "b");
}

BOOST_AUTO_TEST_CASE(json_ends_at_its_matching_brace) {
  check("{\"a\": {\"b\": \"}\\\"}\"}, \"c\": [1]}\nbody", Format::json,
        "{\"a\": {\"b\": \"}\\\"}\"}, \"c\": [1]}", "body");
  check("\n{\n  \"a\": 1\n}\n\nbody", Format::json, "{\n  \"a\": 1\n}", "\nbody");
  check("{}\nbody", Format::json, "{}", "body");
}

BOOST_AUTO_TEST_CASE(json_without_an_end_is_body) {
  for (std::string_view const text : {"{\"a\": 1\nbody", "{\"x\"]\nbody"}) {
    check(text, Format::none, "", text);
  }
}

BOOST_AUTO_TEST_CASE(an_unclosed_fence_is_body_and_reported_where_it_stands) {
  for (std::string_view const text : {"\n---\na: 1\n", "\n+++\na = 1\n---\n"}) {
    Split const result = split(text);
    BOOST_CHECK(result.parts.format == Format::none);
    BOOST_TEST(result.parts.body == text);
    BOOST_REQUIRE(result.diagnostics.size() == 1U);
    BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::front_matter_unclosed);
    BOOST_CHECK((result.diagnostics[0].where == Position{2, 1}));
  }
}

BOOST_AUTO_TEST_SUITE_END()
