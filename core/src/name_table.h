/// Tables of names and the characters that they stand for, small enough to be loaded with every
/// page: HTML's character references, GitHub's emoji.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inkstone {

/// Unfolds an encoded table when it is made, which takes about 100 µs.
class NameTable {
 public:
  /// \param encoded what tools/name-table.js writes; must live as long as the table
  explicit NameTable(std::string_view encoded);

  /// The characters that `name` stands for, in UTF-8; empty where it is no name. They live as long
  /// as the table.
  [[nodiscard]] std::string_view find(std::string_view name) const noexcept;

 private:
  struct Entry {
    std::uint16_t name;        ///< where it begins in `encoded_`
    std::uint16_t characters;  ///< where they begin in `characters_`
    std::uint8_t name_size;    ///< 0 where there is no entry
    std::uint8_t size;
  };

  /// The index of the entry of `name`, or of the free one where it belongs.
  [[nodiscard]] std::size_t index_of(std::string_view name) const noexcept;
  [[nodiscard]] std::string_view name_of(Entry const& entry) const noexcept;

  std::string_view encoded_;
  std::string characters_;
  std::vector<Entry> entries_;  ///< at the place that the hash says, or behind it
};

}  // namespace inkstone
