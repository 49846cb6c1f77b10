/// A fault of md4c's that depends on where in a text a line stands, and how to stand elsewhere.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace inkstone {

/// Bytes that are to be put into a text.
struct Shift {
  std::size_t place;
  std::size_t size;
};

/// Where blanks keep md4c from ending a list's item too early; for most texts nowhere.
///
/// Behind a blank line, md4c 0.5.3 looks whether the item before it is still empty, and for that
/// reads the last eight bytes of its list of blocks as a block. They may be a line instead: then
/// the lowest byte of the line's offset is taken for the block's kind, and offsets that end in 4
/// for an empty item. (Of code and raw HTML it is the offset of the line's end.) So where something
/// indented follows blank lines, the last line before them must not stand at such an offset.
///
/// Time is linear.
/// \return where blanks are to be put in, in their order: at the ends of blank lines. At 0 they are
/// to be line breaks
[[nodiscard]] std::vector<Shift> find_list_shifts(std::string_view text);

}  // namespace inkstone
