#include "unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include "ascii.h"

namespace inkstone {

namespace {

struct LowerRun {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t step;
  std::int32_t distance;
};

#include "unicode_tables.inc"

bool is_in(std::span<std::uint32_t const> ranges, char32_t c) {
  // The last range that begins at or before c.
  auto const next =
      std::upper_bound(ranges.begin(), ranges.end(), (static_cast<std::uint32_t>(c) << 11) | 0x7FF);
  if (next == ranges.begin()) return false;
  std::uint32_t const range = *std::prev(next);
  return c - (range >> 11) <= (range & 0x7FF);
}

bool is_common_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Ideographs, and the punctuation between them.
bool is_common_cjk(char32_t c) {
  return is_common_ideograph(c) || (c >= 0x3000 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFFBE);
}

}  // namespace

bool is_slug_character(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_alphanumeric(static_cast<char>(c)) || c == '-' || c == '_';
  return is_common_ideograph(c) || is_in(slug_ranges, c);
}

bool is_cjk(char32_t c) noexcept {
  return is_common_cjk(c) || (c >= 0x1100 && is_in(cjk_ranges, c));
}

bool is_hangul(char32_t c) noexcept {
  return (c >= 0xAC00 && c <= 0xD7FB) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0x3130 && c <= 0x318F) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xFFA0 && c <= 0xFFDC);
}

bool is_whitespace(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
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
