#include "output.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "stable_sort.h"

namespace inkstone {

void Output::truncate(Mark const& mark) {
  html.shrink(mark.size);
  // Tags before the mark may have got something since then.
  auto const begin = insertions_.begin() + static_cast<std::ptrdiff_t>(mark.insertions);
  auto kept = begin;
  for (auto next = begin; next != insertions_.end(); ++next) {
    if (next->offset >= mark.size) {
      inserted_size_ -= next->reference ? next->expected_size : next->text.size();
    } else if (kept++ != next) {
      *std::prev(kept) = std::move(*next);
    }
  }
  insertions_.erase(kept, insertions_.end());
}

void Output::trim(std::string_view blanks) {
  std::size_t const size = html.view().find_last_not_of(blanks) + 1;
  html.shrink(insertions_.empty() ? size : std::max(size, insertions_.back().offset));
}

void Output::take_back(std::string_view ending) {
  if (!html.ends_with(ending)) return;
  std::size_t const size = html.size() - ending.size();
  if (insertions_.empty() || insertions_.back().offset <= size) html.shrink(size);
}

std::string Output::finish() {
  if (insertions_.empty()) return std::string(html.view());
  sort_stably(insertions_,
              [](Insertion const& a, Insertion const& b) { return a.offset < b.offset; });
  std::size_t size = html.size();
  for (Insertion const& insertion : insertions_) size += insertion.text.size();
  std::string whole;
  whole.reserve(size);
  std::size_t copied = 0;
  for (Insertion const& insertion : insertions_) {
    std::size_t const place = std::min(insertion.offset, html.size());
    whole.append(html.view(), copied, place - copied);
    whole += insertion.text;
    copied = place;
  }
  whole.append(html.view(), copied);
  return whole;
}

}  // namespace inkstone
