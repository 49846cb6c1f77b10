/// ASCII characters, without the C library's locale.
#pragma once

#include <algorithm>
#include <string_view>

namespace inkstone {

[[nodiscard]] constexpr char ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool is_ascii_alphanumeric(char c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

[[nodiscard]] constexpr bool is_one_of(char c, std::string_view characters) noexcept {
  return characters.find(c) != std::string_view::npos;
}

/// Whether `c` may stand in a URL's scheme or end it (RFC 3986, section 3.1).
[[nodiscard]] constexpr bool is_scheme_character(char c) noexcept {
  return is_ascii_alphanumeric(c) || c == '+' || c == '-' || c == '.' || c == ':';
}

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace inkstone
