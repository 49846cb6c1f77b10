#include "unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace inkstone {

namespace {

struct LowerRun {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t step;
  std::int32_t distance;
};

#include "unicode_tables.inc"

}  // namespace

bool is_slug_character(char32_t c) noexcept {
  if (c >= 0x4E00 && c <= 0x9FFF) return true;  // the common ideographs
  // The last range that begins at or before c.
  auto const* const next = std::upper_bound(std::begin(slug_ranges), std::end(slug_ranges),
                                            (static_cast<std::uint32_t>(c) << 11) | 0x7FF);
  if (next == std::begin(slug_ranges)) return false;
  std::uint32_t const range = *std::prev(next);
  return c - (range >> 11) <= (range & 0x7FF);
}

char32_t to_lower(char32_t c) noexcept {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  auto const* const run =
      std::lower_bound(std::begin(lower_runs), std::end(lower_runs), c,
                       [](LowerRun const& r, char32_t value) { return r.last < value; });
  if (run == std::end(lower_runs) || c < run->first || (c - run->first) % run->step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + run->distance);
}

}  // namespace inkstone
