#include "line_marker.h"

#include <algorithm>
#include <string>
#include <utility>

namespace inkstone {

namespace {

/// Whether a line, without its line break, is a thematic break inside any containers.
bool is_rule(std::string_view line) {
  std::size_t const begin = line.find_last_not_of(" \t-*_");
  if (begin != std::string_view::npos) {
    // Before it only the marks of containers may stand.
    char const last = line[begin];
    bool const is_container = last == '>' || last == '.' || last == ')' || last == '+';
    if (!is_container) return false;
    line.remove_prefix(begin + 1);
  }
  constexpr std::string_view characters = "-*_";
  return std::any_of(characters.begin(), characters.end(),
                     [line](char c) { return std::count(line.begin(), line.end(), c) >= 3; });
}

}  // namespace

void LineMarker::mark(std::size_t offset, std::size_t lines_before) {
  auto const line = places_.at(offset).line;
  for (std::size_t const place : waiting_) {
    output_.insert_later(place, " data-line=\"" + std::to_string(line - lines_before) + '"');
  }
  waiting_.clear();
}

void LineMarker::settle_waiting(std::size_t offset) {
  passed_ = std::max(passed_, offset);
  if (!waiting_.empty()) mark(offset, lines_before_);
  lines_before_ = 0;
}

void LineMarker::settle_rule() {
  if (waiting_.empty()) return;
  std::size_t begin = passed_ == 0 ? 0 : text_.find('\n', passed_);
  if (passed_ != 0 && begin != std::string_view::npos) ++begin;
  while (begin < text_.size()) {
    std::size_t const end = std::min(text_.find('\n', begin), text_.size());
    if (is_rule(text_.substr(begin, end - begin))) {
      mark(begin, 0);
      passed_ = end;
      return;
    }
    begin = end + 1;
  }
  passed_ = text_.size();
}

void LineMarker::enter_text() { outer_.push_back(std::exchange(waiting_, {})); }

void LineMarker::leave_text() {
  waiting_ = std::move(outer_.back());
  outer_.pop_back();
}

}  // namespace inkstone
