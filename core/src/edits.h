/// What is changed in a body before md4c reads it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inkstone {

/// What takes the place of a part of the body.
enum class EditKind : std::uint8_t {
  letter,        ///< a mark that makes a delimiter run's side count as a letter
  space,         ///< … as whitespace
  punctuation,   ///< … as punctuation
  dropped_star,  ///< a mark for one `*` that emphasis does not need
  too_deep,      ///< a mark before what would be nested too deep; written as `letter`
  object,        ///< something that md4c is not to read
  structure,     ///< Markdown that md4c is to read instead
};

/// A change that is planned.
struct Edit {
  std::size_t begin;  ///< of the part of the body that is replaced
  std::size_t end;    ///< … its end; often `begin`
  EditKind kind;
  std::uint32_t index = 0;  ///< of the object, or of the structure's text
};

/// What an object is to readers.
enum class ObjectKind : std::uint8_t {
  formula,
  display_formula,
  emoji,
  link,
  footnote_reference,
  footnote,    ///< begins a footnote's block quote
  term,        ///< begins a definition list's term
  definition,  ///< begins the block quote with a term's definition
  mark_begin,
  mark_end,
  superscript_begin,
  superscript_end,
  subscript_begin,
  subscript_end,
};

inline constexpr std::size_t object_kinds = static_cast<std::size_t>(ObjectKind::subscript_end) + 1;

/// Something that stands in the prepared text as one inert word.
struct Object {
  ObjectKind kind;
  std::string source;      ///< the Markdown that it was, without the marks of containers around it
  std::string content;     ///< a formula's TeX, an emoji, a bare link's text
  std::size_t number = 0;  ///< a footnote's index; 1: a definition with blank lines in it

  bool operator==(Object const&) const = default;
};

/// Objects by their index.
class ObjectList {
 public:
  /// Adds an object.
  /// \return its index, or that of the last one of its kind if they are equal
  std::uint32_t add(Object object);

  /// For each object the index of the first that is equal to it: labels of links match only where
  /// what is equal is written alike.
  [[nodiscard]] std::vector<std::uint32_t> first_equals() const;

  [[nodiscard]] Object const& operator[](std::size_t index) const { return objects_[index]; }
  [[nodiscard]] std::size_t size() const noexcept { return objects_.size(); }

 private:
  std::vector<Object> objects_;
  std::array<std::optional<std::uint32_t>, object_kinds> last_of_kind_;
};

}  // namespace inkstone
