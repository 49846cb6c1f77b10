/// The little that the core needs to know of Unicode's characters.
#pragma once

#include <string_view>

namespace inkstone {

/// Whether a slug keeps `c`: a letter, mark, decimal or letter number, connector punctuation or
/// `-`, and the other characters that github-slugger keeps.
[[nodiscard]] bool is_slug_character(char32_t c) noexcept;

/// Whether `c` counts as Chinese, Japanese or Korean next to emphasis: the wide and half-width
/// characters that are no emoji, and Hangul, as the specification of the markdown-cjk-friendly
/// packages has it. Punctuation and the ideographic space are among them.
[[nodiscard]] bool is_cjk(char32_t c) noexcept;

/// Whether `c` is Hangul, which unlike other CJK text is written with spaces between words.
[[nodiscard]] bool is_hangul(char32_t c) noexcept;

/// Whether `c` is Unicode whitespace for CommonMark: category Zs, tab, line feed, form feed,
/// return.
[[nodiscard]] bool is_whitespace(char32_t c) noexcept;

[[nodiscard]] constexpr bool is_one_of(char32_t c, std::u32string_view characters) noexcept {
  return characters.find(c) != std::u32string_view::npos;
}

/// The simple lower-case mapping of `c`, or `c`.
[[nodiscard]] char32_t to_lower(char32_t c) noexcept;

}  // namespace inkstone
