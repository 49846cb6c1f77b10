#include "output.h"

#include <algorithm>
#include <utility>

namespace inkstone {

void Output::truncate(std::size_t size) {
  html.resize(size);
  while (!insertions_.empty() && insertions_.back().offset > size) insertions_.pop_back();
  held_ = std::min(held_, size);
}

void Output::trim(std::string_view blanks) {
  html.resize(std::max(held_, html.find_last_not_of(blanks) + 1));
}

void Output::take_back(std::string_view ending) {
  bool const may_go = html.ends_with(ending) && html.size() - ending.size() >= held_;
  if (may_go) html.resize(html.size() - ending.size());
}

std::string Output::finish() {
  if (insertions_.empty()) return std::move(html);
  auto const is_before = [](Insertion const& a, Insertion const& b) { return a.offset < b.offset; };
  if (!std::is_sorted(insertions_.begin(), insertions_.end(), is_before)) {
    std::stable_sort(insertions_.begin(), insertions_.end(), is_before);
  }
  std::size_t size = html.size();
  for (Insertion const& insertion : insertions_) size += insertion.text.size();
  std::string whole;
  whole.reserve(size);
  std::size_t copied = 0;
  for (auto const& [offset, text] : insertions_) {
    std::size_t const place = std::min(offset, html.size());
    whole.append(html, copied, place - copied);
    whole += text;
    copied = place;
  }
  whole.append(html, copied);
  return whole;
}

}  // namespace inkstone
