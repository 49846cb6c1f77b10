// Protects: ordinary front matter needs no yaml-cpp, reads as yaml-cpp reads it, and what may mean
// something else is left to yaml-cpp. tests/fuzz/plain_yaml_fuzzer.cpp compares far more of it.
#include "plain_yaml.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "front_matter_reader.h"
#include "json_writer.h"

using namespace inkstone;

namespace {

/// The tree as JSON, each scalar and key with its place.
std::string described(Value const& value) {
  std::string text;
  write_json(text, value);
  text += '@' + std::to_string(value.where().line) + ':' + std::to_string(value.where().column);
  for (Value const& item : value.items()) text += ' ' + described(item);
  for (Member const& member : value.members()) {
    text += ' ' + member.key + '@' + std::to_string(member.key_where.line) + ':' +
            std::to_string(member.key_where.column) + ' ' + described(member.value);
  }
  return text;
}

std::string read(std::string_view yaml, bool may_be_plain) {
  FrontMatterLimits limits;
  limits.may_be_plain = may_be_plain;
  std::vector<Diagnostic> diagnostics;
  auto const tree = read_front_matter(yaml, false, {2, 1}, limits, diagnostics);
  std::string text = tree ? described(*tree) : "none";
  for (Diagnostic const& diagnostic : diagnostics) text += '\n' + diagnostic.message;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_yaml)

BOOST_AUTO_TEST_CASE(ordinary_front_matter_is_read_as_yaml_cpp_reads_it) {
  for (std::string_view const yaml : {
           "title: 或许，硅谷\ndate: 2025-02-12 18:55:15\n",
           "title: \"a: b # c\"\nlead: 'it is \"so\"'\nmenu: ''\n",
           "tags: [a, \"b, c\", 'd']  # three\nempty: []\n",
           "tags:\n  - a\n  - \"b\"\ncategories:\n- c d\n- -1\nlast: x\n",
           "# first\n\nmenu:\n  main:\n    weight: 1\n  side: ~\n# last\n",
           "a: null\nb: ~\nc:\nd: true\ne: 0x1F\nf: 1.5e3\ng: -1\n",
           "a: 1\nb: 2\na: 3",
           "url: https://e.org/a#b   \nnext:   \n",
           "a:   # nothing\n\n\nb: c   # more\n",
       }) {
    BOOST_TEST(read_plain_yaml(yaml).has_value(), yaml);
    BOOST_TEST(read(yaml, true) == read(yaml, false), yaml);
  }
}

BOOST_AUTO_TEST_CASE(what_may_mean_something_else_is_left_to_yaml_cpp) {
  for (std::string_view const yaml : {
           "",
           "\n",
           "# only a comment\n",
           "- a\n",
           "a\n",
           "a:b\n",
           "? a\n: b\n",
           "\"a\": b\n",
           "a: b: c\n",
           "a: b:\n",
           "a: b\n  c\n",
           "a:\n  b\n",
           "a: \"b\n  c\"\n",
           "a: 'b''c'\n",
           "a: \"b\\n\"\n",
           "a: \"b\" c\n",
           "a: \"b\"# c\n",
           "a: |\n  b\n",
           "a: >\n  b\n",
           "a: &x b\n",
           "a: *x\n",
           "a: !!str b\n",
           "a: {b: c}\n",
           "a: [b, [c]]\n",
           "a: [b: c]\n",
           "a: [b,\n  c]\n",
           "a: [b,]\n",
           "a: - b\n",
           "a:\n  -\n",
           "a:\n  - - b\n",
           "a:\n  - b: c\n",
           "a:\n  - b\n c: d\n",
           "a: b\n c: d\n",
           " a: b\nc: d\n",
           "a:\tb\n",
           "a: b\tc\n",
           "a: b\rc: d\n",
           "a: b\n...\n",
           "---\na: b\n",
           "%YAML 1.2\n",
           "a: @b\n",
           "a: `b`\n",
           "a: %b\n",
           "a: ,b\n",
           "a: ]\n",
           "a: b\x7F\n",
           "a: ?\n",
           "a: - \n",
           "a:\n- b\n  c\n",
       }) {
    BOOST_TEST(!read_plain_yaml(yaml).has_value(), yaml);
  }
}

BOOST_AUTO_TEST_SUITE_END()
