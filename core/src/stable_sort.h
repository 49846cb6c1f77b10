/// Stable sorting whose code is there once, not once for each type as the standard's is: what is
/// sorted here is short, or sorted already.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace inkstone {

/// Says whether the element at one index comes before the one at another.
/// \param context what it was given with
using IsBefore = bool (*)(void const* context, std::uint32_t a, std::uint32_t b);

/// The indices of `size` elements in the order of the elements; those that are equal in their own.
[[nodiscard]] std::vector<std::uint32_t> stable_order(std::size_t size, IsBefore is_before,
                                                      void const* context);

/// Sorts `items`; those of which none is before the other keep their order.
template <class Item, class Before>
void sort_stably(std::vector<Item>& items, Before before) {
  if (std::is_sorted(items.begin(), items.end(), before)) return;
  auto const is_before = [&](std::uint32_t a, std::uint32_t b) {
    return before(items[a], items[b]);
  };
  using Context = decltype(is_before);
  std::vector<std::uint32_t> const order = stable_order(
      items.size(),
      [](void const* context, std::uint32_t a, std::uint32_t b) {
        return (*static_cast<Context*>(context))(a, b);
      },
      &is_before);
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (std::uint32_t const index : order) sorted.push_back(std::move(items[index]));
  items = std::move(sorted);
}

}  // namespace inkstone
