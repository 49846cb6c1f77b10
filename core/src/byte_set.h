/// Sets of bytes, and quick searches for them: the standard library's make a call for every byte.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace inkstone {

/// Which bytes are meant.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (char const byte : bytes) holds_[static_cast<unsigned char>(byte)] = true;
  }
  /// All other bytes.
  [[nodiscard]] constexpr ByteSet operator~() const {
    ByteSet others({});
    for (std::size_t i = 0; i < holds_.size(); ++i) others.holds_[i] = !holds_[i];
    return others;
  }

  [[nodiscard]] constexpr bool contains(char byte) const noexcept {
    return holds_[static_cast<unsigned char>(byte)];
  }
  /// The offset of the first such byte of `text` from `begin` on; where there is none, the end.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t begin = 0) const {
    while (begin < text.size() && !contains(text[begin])) ++begin;
    return begin;
  }
  /// … of the first other byte.
  [[nodiscard]] constexpr std::size_t skip(std::string_view text, std::size_t begin = 0) const {
    while (begin < text.size() && contains(text[begin])) ++begin;
    return begin;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace inkstone
