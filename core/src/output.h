/// HTML while it is written.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html_buffer.h"

namespace inkstone {

/// HTML, and what is to be put into it later, when it is known: ids, line numbers, references. So
/// the HTML can be taken back or quoted without them.
class Output {
 public:
  /// A reference to a footnote, whose number is known when all are counted.
  struct Reference {
    std::size_t footnote;  ///< its index
    bool is_linked;        ///< whether it can be a link, which it cannot inside another
  };

  /// How much was written at some time.
  struct Mark {
    std::size_t size = 0;
    std::size_t insertions = 0;
  };

  HtmlBuffer html;

  /// Inserts `text` at `offset` of the HTML once it is finished.
  void insert_later(std::size_t offset, std::string text) {
    inserted_size_ += text.size();
    insertions_.push_back({offset, std::move(text), {}, 0});
  }
  /// Puts a reference at the end of the HTML.
  /// \param size how long its text may become
  void refer_later(Reference reference, std::size_t size) {
    inserted_size_ += size;
    insertions_.push_back({html.size(), {}, reference, size});
  }
  /// How long it will be with its insertions.
  [[nodiscard]] std::size_t size() const noexcept { return html.size() + inserted_size_; }
  /// Whether nothing was written since there were so many bytes of HTML, and nothing is to be put
  /// behind them.
  [[nodiscard]] bool ends_at(std::size_t offset) const {
    return html.size() == offset && (insertions_.empty() || insertions_.back().offset < offset);
  }

  [[nodiscard]] Mark mark() const noexcept { return {html.size(), insertions_.size()}; }
  /// Takes back what was written since then.
  void truncate(Mark const& mark);
  /// Takes back blanks at the end.
  /// \param blanks which characters are blanks
  void trim(std::string_view blanks);
  /// Takes back `ending` if the HTML ends with it.
  void take_back(std::string_view ending);

  /// Gives the references their text.
  /// \param text_of takes a Reference
  template <class TextOf>
  void resolve(TextOf text_of) {
    for (Insertion& insertion : insertions_) {
      if (insertion.reference) insertion.text = text_of(*insertion.reference);
    }
  }
  /// The HTML with its insertions; those for one place stand in the order of their coming.
  [[nodiscard]] std::string finish();

 private:
  struct Insertion {
    std::size_t offset;
    std::string text;
    std::optional<Reference> reference;
    std::size_t expected_size;  ///< of a reference
  };

  std::vector<Insertion> insertions_;
  std::size_t inserted_size_ = 0;
};

}  // namespace inkstone
