/// Sixteen bytes at a time: what compilers make SIMD instructions of, in WebAssembly too.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace inkstone {

/// GCC's and Clang's vectors, which need no header of the target's.
using ByteVector = std::uint8_t __attribute__((vector_size(16)));

[[nodiscard]] inline ByteVector load_vector(char const* bytes) noexcept {
  ByteVector vector;
  std::memcpy(&vector, bytes, sizeof vector);
  return vector;
}

/// Goes past bytes that are not looked for.
/// \param find takes the address of 16 bytes, and gives a vector in which a bit is set where one
///     of them may be looked for
/// \param behind how many bytes beyond those 16 it reads
/// \return such a byte, or a place at most 16 bytes before it or the end
template <class Find>
[[nodiscard]] std::size_t skip_vectors(std::string_view text, std::size_t begin, Find find,
                                       std::size_t behind = 0) noexcept {
  constexpr std::size_t step = sizeof(ByteVector);
  while (begin + step + behind <= text.size()) {
    auto const found = find(text.data() + begin);
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof found);
    std::memcpy(halves, &found, sizeof halves);
    if ((halves[0] | halves[1]) != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        bool const is_in_first = halves[0] != 0;
        auto const bits = static_cast<std::size_t>(std::countr_zero(halves[is_in_first ? 0 : 1]));
        return begin + (is_in_first ? 0 : sizeof halves[0]) + bits / 8;
      }
      break;
    }
    begin += step;
  }
  return begin;
}

/// As std::string_view::find() for one byte.
[[nodiscard]] inline std::size_t find_byte(std::string_view text, char byte,
                                           std::size_t begin = 0) noexcept {
  begin = skip_vectors(text, begin, [byte](char const* bytes) {
    return load_vector(bytes) == static_cast<std::uint8_t>(byte);
  });
  while (begin < text.size() && text[begin] != byte) ++begin;
  return begin < text.size() ? begin : std::string_view::npos;
}

/// As std::string_view::find() for two bytes.
[[nodiscard]] inline std::size_t find_pair(std::string_view text, char first, char second,
                                           std::size_t begin = 0) noexcept {
  for (;;) {
    begin = skip_vectors(
        text, begin,
        [first, second](char const* bytes) {
          return (load_vector(bytes) == static_cast<std::uint8_t>(first)) &
                 (load_vector(bytes + 1) == static_cast<std::uint8_t>(second));
        },
        1);
    std::size_t const end = std::min(begin + sizeof(ByteVector), text.size());
    for (; begin < end; ++begin) {
      if (begin + 1 < text.size() && text[begin] == first && text[begin + 1] == second) {
        return begin;
      }
    }
    if (begin >= text.size()) return std::string_view::npos;
  }
}

}  // namespace inkstone
