/// The source text as the rest of the core may trust it, and the way back from a byte in it to
/// the line and column that an editor shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"

namespace inkstone {

/// Makes `source` valid UTF-8 without BOM and without NUL, its lines ended by LF. Lines and
/// columns stay what they were.
/// \param storage holds the text if it had to be changed; must outlive the result
/// \return `source` itself where nothing had to change
[[nodiscard]] std::string_view normalize_source(std::string_view source, std::string& storage,
                                                std::vector<Diagnostic>& diagnostics);

/// Puts diagnostics in the order of their places; those of one place stay in theirs.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

/// Turns byte offsets of one text into positions. Asking in ascending order costs one pass in all.
class PositionFinder {
 public:
  /// `text` must be normalized and outlive the finder.
  explicit PositionFinder(std::string_view text) noexcept : text_(text) {}

  /// The position of the byte at `offset`; of the end where `offset` lies beyond it.
  [[nodiscard]] Position at(std::size_t offset) noexcept;
  /// The position of the byte `place` points to, or of the last one asked for, where `place` does
  /// not point into the text.
  [[nodiscard]] Position at(char const* place) noexcept;

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_;
};

}  // namespace inkstone
