// Protects: what the quick reader of front matter accepts, it reads as yaml-cpp does: the same
// tree, with the same places, and the same reports. The first setting: odd means that each byte of
// the text stands for a piece of YAML, so that more of what is tried is nearly right.
#include <array>
#include <string>

#include "front_matter_reader.h"
#include "input.h"
#include "json_writer.h"
#include "plain_yaml.h"
#include "source.h"

using namespace inkstone;
using fuzz::require;

namespace {

constexpr std::array<std::string_view, 64> pieces{
    "\n",   "\n",     "\n",    "\n",   "\n  ",       "\n  ",  "\n    ", "\n\n", "a",    "b",
    "key",  "a-b",    "_x9",   ":",    ": ",         ": ",    ":  ",    ":\n",  "- ",   "-",
    "\n- ", "\n  - ", "'",     "\"",   "'x'",        "\"y\"", "[",      "]",    ", ",   ",",
    "[]",   "[a, b]", "#",     " #",   "# c",        " ",     "  ",     "null", "~",    "true",
    "1",    "-1",     "1.5e3", "0x1F", "2024-01-02", ".",     "...",    "---",  "/a/b", "e://f.g",
    "é",    "中文",   "{",     "}",    "&a",         "*a",    "!",      "|",    ">",    "%",
    "@",    "?",      "\\",    "\t"};

std::string text_of(fuzz::Input const& input) {
  if (input.setting(0) % 2 == 0) return std::string(input.text);
  std::string text;
  for (char const c : input.text.substr(0, 200)) {
    text += pieces[static_cast<unsigned char>(c) % pieces.size()];
  }
  return text;
}

void require_same(Position a, Position b, std::string_view text) {
  require(a == b, "the places are yaml-cpp's",
          std::string(text) + "\n" + std::to_string(a.line) + ':' + std::to_string(a.column) +
              " instead of " + std::to_string(b.line) + ':' + std::to_string(b.column));
}

void require_same(Value const& a, Value const& b, std::string_view text) {
  bool const is_same = a.kind() == b.kind() && a.text() == b.text() &&
                       a.items().size() == b.items().size() &&
                       a.members().size() == b.members().size();
  if (!is_same) {
    std::string trees;
    write_json(trees, a);
    trees += "\ninstead of\n";
    write_json(trees, b);
    require(false, "the tree is yaml-cpp's", std::string(text) + "\n" + trees);
  }
  require_same(a.where(), b.where(), text);
  for (std::size_t i = 0; i < a.items().size(); ++i) {
    require_same(a.items()[i], b.items()[i], text);
  }
  for (std::size_t i = 0; i < a.members().size(); ++i) {
    Member const& member = a.members()[i];
    Member const& other = b.members()[i];
    require(member.key == other.key, "the keys are yaml-cpp's", text);
    require_same(member.key_where, other.key_where, text);
    require_same(member.value, other.value, text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string storage;
  std::vector<Diagnostic> ignored;
  std::string const given = text_of(fuzz::Input(data, size));
  std::string_view const text = normalize_source(given, storage, ignored);
  if (!read_plain_yaml(text)) return 0;

  FrontMatterLimits limits;
  std::vector<Diagnostic> reports;
  auto const quick = read_front_matter(text, false, {2, 1}, limits, reports);
  limits.may_be_plain = false;
  std::vector<Diagnostic> expected_reports;
  auto const expected = read_front_matter(text, false, {2, 1}, limits, expected_reports);
  require(quick.has_value() && expected.has_value(), "both read it", text);
  require_same(*quick, *expected, text);
  require(reports.size() == expected_reports.size(), "there are as many reports", text);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    require(reports[i].message == expected_reports[i].message, "the reports are the same", text);
    require_same(reports[i].where, expected_reports[i].where, text);
  }
  return 0;
}
