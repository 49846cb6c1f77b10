#include "output.h"

#include <algorithm>
#include <utility>

namespace inkstone {

void Output::truncate(Mark const& mark) {
  html.resize(mark.size);
  // Tags before the mark may have got something since then.
  auto const begin = insertions_.begin() + static_cast<std::ptrdiff_t>(mark.insertions);
  auto const kept = std::stable_partition(
      begin, insertions_.end(),
      [&](Insertion const& insertion) { return insertion.offset < mark.size; });
  for (auto dropped = kept; dropped != insertions_.end(); ++dropped) {
    inserted_size_ -= dropped->reference ? dropped->expected_size : dropped->text.size();
  }
  insertions_.erase(kept, insertions_.end());
}

void Output::trim(std::string_view blanks) {
  std::size_t const size = html.find_last_not_of(blanks) + 1;
  html.resize(insertions_.empty() ? size : std::max(size, insertions_.back().offset));
}

void Output::take_back(std::string_view ending) {
  if (!html.ends_with(ending)) return;
  std::size_t const size = html.size() - ending.size();
  if (insertions_.empty() || insertions_.back().offset <= size) html.resize(size);
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
  for (Insertion const& insertion : insertions_) {
    std::size_t const place = std::min(insertion.offset, html.size());
    whole.append(html, copied, place - copied);
    whole += insertion.text;
    copied = place;
  }
  whole.append(html, copied);
  return whole;
}

}  // namespace inkstone
