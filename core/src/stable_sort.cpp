#include "stable_sort.h"

#include <numeric>

namespace inkstone {

std::vector<std::uint32_t> stable_order(std::size_t size, IsBefore is_before, void const* context) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  // A heap's sort is the smallest of those that take no longer on any order.
  auto const precedes = [=](std::uint32_t a, std::uint32_t b) {
    if (is_before(context, a, b)) return true;
    return a < b && !is_before(context, b, a);
  };
  std::make_heap(order.begin(), order.end(), precedes);
  std::sort_heap(order.begin(), order.end(), precedes);
  return order;
}

}  // namespace inkstone
