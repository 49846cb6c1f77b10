/// Which footnotes a body defines.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inkstone {

/// A footnote's definition.
struct FootnoteDefinition {
  std::string label;   ///< as written
  std::size_t place;   ///< where in the body its `[^` stands
  bool is_repetition;  ///< whether an earlier definition has the same label
};

/// The definitions of a body in their order.
class FootnoteDefinitions {
 public:
  /// Adds a definition.
  /// \return its index
  std::size_t add(std::string_view label, std::size_t place);
  /// The first definition with this label; letter case does not matter.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view label) const;

  [[nodiscard]] FootnoteDefinition const& operator[](std::size_t index) const {
    return definitions_[index];
  }
  [[nodiscard]] std::size_t size() const noexcept { return definitions_.size(); }

 private:
  std::vector<FootnoteDefinition> definitions_;
  /// By label. No hash table, because labels can be made whose hashes are all the same.
  std::map<std::string, std::size_t> indices_;
};

/// Where the label that begins with `[^` at `begin` ends, behind its `]`; npos where there is no
/// label: it holds no blank and no bracket, and at least one character (as in cmark-gfm).
[[nodiscard]] std::size_t footnote_label_end(std::string_view body, std::size_t begin);

/// The label between `[^` and `]`.
[[nodiscard]] inline std::string_view footnote_label(std::string_view body, std::size_t begin,
                                                     std::size_t end) {
  return body.substr(begin + 2, end - begin - 3);
}

}  // namespace inkstone
