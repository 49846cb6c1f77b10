/// The little that the core needs to know of Unicode's characters.
#pragma once

namespace inkstone {

/// Whether a slug keeps `c`: a letter, mark, decimal or letter number, connector punctuation or
/// `-`, and the other characters that github-slugger keeps.
[[nodiscard]] bool is_slug_character(char32_t c) noexcept;

/// The simple lower-case mapping of `c`, or `c`.
[[nodiscard]] char32_t to_lower(char32_t c) noexcept;

}  // namespace inkstone
