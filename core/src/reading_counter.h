/// How much there is to read.
#pragma once

#include <cstddef>
#include <string_view>

#include "inkstone/article.h"

namespace inkstone {

/// Counts what goes by, in pieces as they come: emphasis inside a word does not make two of it.
class ReadingCounter {
 public:
  /// Text that people read; valid UTF-8, whole characters.
  /// \param behind how many bytes of the same memory stand behind it
  void add(std::string_view text, std::size_t behind = 0) noexcept;
  /// A character.
  void add(char32_t c) noexcept;
  /// A block ends, and with it a word.
  void end_block() noexcept { end_word(); }
  [[nodiscard]] Counts counts() const noexcept;
  [[nodiscard]] std::size_t words() const noexcept { return words_ + (is_in_word_ ? 1 : 0); }
  /// CJK characters.
  [[nodiscard]] std::size_t characters() const noexcept { return characters_; }

 private:
  std::size_t add_slowly(std::string_view text, std::size_t place, std::size_t end) noexcept;
  void end_word() noexcept {
    words_ += is_in_word_ ? 1 : 0;
    is_in_word_ = false;
  }

  std::size_t words_ = 0;  ///< that have ended
  std::size_t characters_ = 0;
  bool is_in_word_ = false;
};

}  // namespace inkstone
