/// HTML while it is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inkstone {

/// HTML, and what is to be put into it later, when it is known: ids, line numbers, references. So
/// the HTML can be taken back or quoted without them.
class Output {
 public:
  std::string html;

  /// Inserts `text` at `offset` of the HTML once it is finished.
  void insert_later(std::size_t offset, std::string text) {
    insertions_.push_back({offset, std::move(text)});
  }

  /// Takes back what was written from `size` on.
  void truncate(std::size_t size);

  /// The HTML with its insertions; those for one place stand in the order of their coming.
  [[nodiscard]] std::string finish();

 private:
  struct Insertion {
    std::size_t offset;
    std::string text;
  };

  std::vector<Insertion> insertions_;
};

}  // namespace inkstone
