#include "edits.h"

#include <utility>

#include "stable_sort.h"

namespace inkstone {

std::uint32_t ObjectList::add(Object object) {
  std::optional<std::uint32_t>& last = last_of_kind_[static_cast<std::size_t>(object.kind)];
  if (!last || objects_[*last] != object) {
    last = static_cast<std::uint32_t>(objects_.size());
    objects_.push_back(std::move(object));
  }
  return *last;
}

std::vector<std::uint32_t> ObjectList::first_equals() const {
  // Sorting, because hashes can be made to be all the same.
  auto const is_before = [](void const* objects, std::uint32_t a, std::uint32_t b) {
    Object const& x = static_cast<Object const*>(objects)[a];
    Object const& y = static_cast<Object const*>(objects)[b];
    if (x.kind != y.kind) return x.kind < y.kind;
    if (x.number != y.number) return x.number < y.number;
    return x.source < y.source;
  };
  std::vector<std::uint32_t> const order =
      stable_order(objects_.size(), is_before, objects_.data());
  std::vector<std::uint32_t> firsts(objects_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    bool const is_equal = i > 0 && objects_[order[i]] == objects_[order[i - 1]];
    firsts[order[i]] = is_equal ? firsts[order[i - 1]] : order[i];
  }
  return firsts;
}

}  // namespace inkstone
