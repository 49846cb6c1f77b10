/// From the prepared body, which nobody else sees, back to the file.
#pragma once

#include <cstddef>
#include <string_view>

#include "prepare.h"
#include "source.h"

namespace inkstone {

/// Finds positions in the file. Asking in ascending order costs one pass in all.
class Places {
 public:
  /// All must outlive it.
  /// \param body a part of the text behind `positions`
  Places(std::string_view body, PreparedBody const& prepared, PositionFinder& positions)
      : body_(body), prepared_(prepared), positions_(positions) {}

  /// The position of what stands at `offset` in the prepared body.
  [[nodiscard]] Position at(std::size_t offset) { return in_body(prepared_.source_offset(offset)); }
  /// The position of what stands at `offset` in the body itself.
  [[nodiscard]] Position in_body(std::size_t offset) {
    return positions_.at(body_.data() + offset);
  }
  /// The position of the body's end.
  [[nodiscard]] Position end() { return in_body(body_.size()); }

 private:
  std::string_view body_;
  PreparedBody const& prepared_;
  PositionFinder& positions_;
};

}  // namespace inkstone
