#include "lines.h"

#include <algorithm>

#include "ascii.h"
#include "byte_set.h"

namespace inkstone {

namespace {

constexpr std::size_t npos = std::string_view::npos;

}  // namespace

std::size_t opening_fence_size(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return 0;
  std::size_t const size = std::min(line.find_first_not_of(line[0]), line.size());
  // Backticks that end in the same line are a code span's.
  return line[0] == '`' && line.find('`', size) != npos ? 0 : size;
}

bool closes_fence(std::string_view line, char fence, std::size_t size) {
  if (!line.starts_with(fence)) return false;
  std::size_t const run = std::min(line.find_first_not_of(fence), line.size());
  return run >= size && line.find_first_not_of(" \t", run) == npos;
}

std::size_t list_marker_size(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  if (digits == line.size()) return 0;
  return is_one_of(line[digits], digits == 0 ? "-+*" : ".)") ? digits + 1 : 0;
}

bool is_table_rule(std::string_view line) {
  static constexpr ByteSet rule("|:- \t");
  return rule.skip(line) == line.size() && line.find('|') != npos;
}

}  // namespace inkstone
