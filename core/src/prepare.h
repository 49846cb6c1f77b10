/// The body as md4c should see it. md4c is not patched: where people mean something else by their
/// asterisks than CommonMark does, marks that readers never see are put beside them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/options.h"

namespace inkstone {

/// A character that stands in the prepared text and in no output.
enum class Mark : std::uint8_t {
  letter,        ///< makes a delimiter run's side count as a letter
  space,         ///< … as whitespace
  punctuation,   ///< … as punctuation
  dropped_star,  ///< stands for one `*` of the source that emphasis does not need
};

/// Where a mark stands.
struct PlacedMark {
  std::size_t offset;         ///< in the prepared text
  std::size_t source_offset;  ///< in the body, of what follows the mark
  Mark mark;
};

/// A body prepared for md4c. Where there is nothing to do, its text is the body itself.
class PreparedBody {
 public:
  /// Every mark is one character of this many bytes.
  static constexpr std::size_t mark_size = 3;

  /// Marks what `cjkFriendly` and `repairEmphasis` ask for. Time and memory are linear.
  /// \param body must outlive the result
  PreparedBody(std::string_view body, RenderOptions const& options);

  PreparedBody(PreparedBody const&) = delete;
  PreparedBody& operator=(PreparedBody const&) = delete;

  /// What md4c is to read.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The marks in the order of their places.
  [[nodiscard]] std::vector<PlacedMark> const& marks() const noexcept { return marks_; }
  /// The offset in the body of what stands at `offset` in the text.
  [[nodiscard]] std::size_t source_offset(std::size_t offset) const noexcept;
  /// Takes the marks off a text that md4c copied, and puts the asterisks back.
  void restore(std::string& text) const;

 private:
  std::string storage_;
  std::string_view text_;
  std::vector<PlacedMark> marks_;
  std::array<std::string_view, 4> characters_;  ///< what each Mark is written as in this body
};

}  // namespace inkstone
