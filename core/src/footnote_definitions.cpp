#include "footnote_definitions.h"

#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// CommonMark's limit for the labels of links.
constexpr std::size_t longest_label = 999;

std::string folded(std::string_view label) {
  std::string lower;
  while (!label.empty()) {
    Decoded const decoded = decode_utf8(label);
    append_utf8(lower, to_lower(decoded.code_point));
    label.remove_prefix(decoded.length);
  }
  return lower;
}

}  // namespace

std::size_t FootnoteDefinitions::add(std::string_view label, std::size_t place) {
  bool const is_new = indices_.try_emplace(folded(label), definitions_.size()).second;
  definitions_.push_back({std::string(label), place, !is_new});
  return definitions_.size() - 1;
}

std::optional<std::size_t> FootnoteDefinitions::find(std::string_view label) const {
  if (definitions_.empty()) return std::nullopt;
  auto const found = indices_.find(folded(label));
  if (found == indices_.end()) return std::nullopt;
  return found->second;
}

std::size_t footnote_label_end(std::string_view body, std::size_t begin) {
  std::size_t const end =
      body.substr(0, begin + 2 + longest_label + 1).find_first_of("[] \t\n", begin + 2);
  bool const is_label = end != std::string_view::npos && body[end] == ']' && end > begin + 2;
  return is_label ? end + 1 : std::string_view::npos;
}

}  // namespace inkstone
