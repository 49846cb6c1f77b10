/// Where block quotes and lists lie deeper in each other than anybody reads.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace inkstone {

/// Finds the markers (`>`, `-`, `+`, `*`, `1.`, `1)`) that would open a block quote or a list
/// inside `max_depth` others: at most one in a line, the first. What makes the rest of such a line
/// text, a letter before the marker, keeps the body within the depth; a marker that is no
/// container's is never reported for its own sake (`- - -` is a thematic break).
///
/// Containers are followed as md4c follows them, leaf blocks are not: markers in code, raw HTML or
/// a paragraph's lines count as if they opened something, so they may be reported too, which
/// changes nothing where the letter is taken off again. Text that is made to mislead gets deeper by
/// that, but never deeper than column 20 `max_depth`. Time is linear for a given `max_depth`.
/// \param body normalized: lines end in LF
/// \param max_depth at least 1
/// \return byte offsets in `body`, ascending
[[nodiscard]] std::vector<std::size_t> find_too_deep(std::string_view body, std::size_t max_depth);

}  // namespace inkstone
