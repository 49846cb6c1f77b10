/// `data-line`: on which line of the file a block begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "output.h"
#include "places.h"

namespace inkstone {

/// md4c does not say where a block stands, but where its text does: tags wait for that.
class LineMarker {
 public:
  /// All must outlive the marker.
  /// \param prepared_text what md4c reads
  LineMarker(Output& output, Places& places, std::string_view prepared_text, bool is_on) noexcept
      : output_(output), places_(places), text_(prepared_text), is_on_(is_on) {}

  /// A tag was begun; the attribute goes to the end of what is written.
  /// \param behind how many bytes before that
  void wait(std::size_t behind = 0) {
    if (is_on_) waiting_.push_back(output_.html.size() - behind);
  }
  /// A code block's content begins.
  void enter_code(bool is_fenced) noexcept { lines_before_ = is_fenced ? 1 : 0; }
  void leave_code() noexcept { lines_before_ = 0; }
  /// A line of code passed that md4c did not take from the body.
  void pass_line() noexcept { ++lines_before_; }

  /// Text of the blocks that wait, at an offset of the prepared body.
  void settle(std::size_t offset) {
    if (is_on_) settle_waiting(offset);
  }
  /// A thematic break, which has no text: the next line after the last text that looks like one.
  void settle_rule();
  /// The HTML was taken back, or its block has ended: nothing behind `size` waits any more.
  void forget(std::size_t size) noexcept {
    while (!waiting_.empty() && waiting_.back() >= size) waiting_.pop_back();
  }

  /// A text of its own begins, for which those that wait now do not.
  void enter_text();
  void leave_text();

 private:
  void settle_waiting(std::size_t offset);
  void mark(std::size_t offset, std::size_t lines_before);

  Output& output_;
  Places& places_;
  std::string_view text_;
  bool is_on_;
  std::vector<std::size_t> waiting_;
  std::vector<std::vector<std::size_t>> outer_;
  std::size_t lines_before_ = 0;
  std::size_t passed_ = 0;  ///< no rule is looked for before
};

}  // namespace inkstone
