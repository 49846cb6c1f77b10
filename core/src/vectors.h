/// Sixteen bytes at a time: what compilers make SIMD instructions of, in WebAssembly too.
#pragma once

#include <algorithm>
#include <array>
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

/// The two halves of a vector, the bytes of lower addresses first.
template <class Vector>
[[nodiscard]] std::array<std::uint64_t, 2> halves_of(Vector const& vector) noexcept {
  return std::bit_cast<std::array<std::uint64_t, 2>>(vector);
}

/// Whether any bit is set.
template <class Vector>
[[nodiscard]] bool has_any(Vector const& vector) noexcept {
#ifdef __wasm_simd128__
  using Words = std::int32_t __attribute__((vector_size(16)));
  return __builtin_wasm_any_true_v128(reinterpret_cast<Words const&>(vector));
#else
  auto const [first, second] = halves_of(vector);
  return (first | second) != 0;
#endif
}

/// One bit for each byte of a comparison's result, that of the lowest address first.
template <class Vector>
[[nodiscard]] std::uint32_t bits_of(Vector const& comparison) noexcept {
#ifdef __wasm_simd128__
  return static_cast<std::uint32_t>(__builtin_wasm_bitmask_i8x16(comparison));
#elif defined(__SSE2__)
  using Chars = char __attribute__((vector_size(16)));
  return static_cast<std::uint32_t>(
      __builtin_ia32_pmovmskb128(reinterpret_cast<Chars const&>(comparison)));
#else
  constexpr ByteVector bits{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  auto const [first, second] = halves_of(bits & reinterpret_cast<ByteVector const&>(comparison));
  // The sum of all bytes ends up in the highest one.
  constexpr std::uint64_t ones = 0x0101010101010101;
  return static_cast<std::uint32_t>((first * ones) >> 56 | (second * ones) >> 56 << 8);
#endif
}

/// Whether none of the bytes is ASCII.
[[nodiscard]] inline bool has_no_ascii(ByteVector const& vector) noexcept {
#ifdef __SSE2__
  return bits_of(vector) == 0xFFFF;
#else
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  auto const [first, second] = halves_of(vector);
  return (first & second & high_bits) == high_bits;
#endif
}

/// Goes past bytes that are not looked for.
/// \param find takes the address of 16 bytes, and gives the result of a comparison: which of them
///     are looked for
/// \param behind how many bytes beyond those 16 it reads
/// \return such a byte or the end; where less than 16 bytes are left and `text` has no more or
///     `behind` is not 0, their beginning
template <class Find>
[[nodiscard]] std::size_t skip_vectors(std::string_view text, std::size_t begin, Find find,
                                       std::size_t behind = 0) noexcept {
  constexpr std::size_t step = sizeof(ByteVector);
  while (begin + step + behind <= text.size()) {
    auto const found = find(text.data() + begin);
#ifdef __SSE2__
    if (std::uint32_t const bits = bits_of(found); bits != 0) {
      return begin + static_cast<std::size_t>(std::countr_zero(bits));
    }
#else
    if (has_any(found)) return begin + static_cast<std::size_t>(std::countr_zero(bits_of(found)));
#endif
    begin += step;
  }
  if (behind > 0 || text.size() < step || begin >= text.size()) return begin;
  // The last 16 bytes, of which the first were looked at already.
  std::size_t const rest = text.size() - begin;
  std::uint32_t const bits = bits_of(find(text.data() + text.size() - step)) >> (step - rest);
  return bits == 0 ? text.size() : begin + static_cast<std::size_t>(std::countr_zero(bits));
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
