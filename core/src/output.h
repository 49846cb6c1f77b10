/// HTML while it is written.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inkstone {

/// HTML, and what is to be put into it later, when it is known: ids, line numbers, references. So
/// the HTML can be taken back or quoted without them.
class Output {
 public:
  std::string html;

  /// Inserts `text` at `offset` of the HTML once it is finished.
  void insert_later(std::size_t offset, std::string text) {
    hold(offset);
    insertions_.push_back({offset, std::move(text)});
  }
  /// Something will be put in at `offset`, by whoever says so.
  void hold(std::size_t offset) noexcept { held_ = std::max(held_, offset); }

  /// Whether nothing was written from `offset` on, nor will be put in there.
  [[nodiscard]] bool is_empty_from(std::size_t offset) const noexcept {
    return html.size() == offset && held_ < offset;
  }

  /// Takes back what was written from `size` on. What is to be put in at `size` itself stays: it
  /// belongs to what stands before.
  void truncate(std::size_t size);
  /// Takes back blanks at the end.
  /// \param blanks which characters are blanks
  void trim(std::string_view blanks);
  /// Takes back `ending` if the HTML ends with it.
  void take_back(std::string_view ending);

  /// The HTML with its insertions; those for one place stand in the order of their coming.
  [[nodiscard]] std::string finish();

 private:
  struct Insertion {
    std::size_t offset;
    std::string text;
  };

  std::vector<Insertion> insertions_;
  std::size_t held_ = 0;  ///< the last place where something will be put in
};

}  // namespace inkstone
