/// UTF-8: the one encoding inside the core.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inkstone {

/// U+FFFD, what stands for anything that cannot be represented.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// A code point read from UTF-8.
struct Decoded {
  char32_t code_point;
  std::size_t length;  ///< bytes it took, at least 1
  bool valid;          ///< false: malformed; `code_point` is U+FFFD and `length` is the maximal
                       ///< malformed prefix, as WHATWG's Encoding Standard counts replacements
};

/// decode_utf8() for what is not ASCII.
[[nodiscard]] Decoded decode_long_utf8(std::string_view bytes) noexcept;
/// decode_last_utf8() for what is not ASCII.
[[nodiscard]] Decoded decode_last_long_utf8(std::string_view bytes) noexcept;

/// Reads the code point at the beginning of `bytes`, which must not be empty.
[[nodiscard]] inline Decoded decode_utf8(std::string_view bytes) noexcept {
  auto const first = static_cast<unsigned char>(bytes.front());
  return first < 0x80 ? Decoded{first, 1, true} : decode_long_utf8(bytes);
}

/// Reads the code point at the end of `bytes`, which must not be empty. The other way round than
/// decode_utf8(), but for valid text only.
[[nodiscard]] inline Decoded decode_last_utf8(std::string_view bytes) noexcept {
  auto const last = static_cast<unsigned char>(bytes.back());
  return last < 0x80 ? Decoded{last, 1, true} : decode_last_long_utf8(bytes);
}

/// The code point that two UTF-16 units stand for; nothing if they are no surrogate pair.
[[nodiscard]] std::optional<char32_t> combine_surrogates(char32_t high, char32_t low) noexcept;

/// Appends `code_point` to `out`; a surrogate, zero or anything past U+10FFFF as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// How many UTF-16 code units valid UTF-8 `text` takes.
[[nodiscard]] std::size_t utf16_length(std::string_view text) noexcept;

}  // namespace inkstone
