/// What a line of Markdown begins with, for everything that reads a body by lines: the same
/// question has the same answer everywhere. Lines come without their line breaks, and without what
/// stands before their text.
#pragma once

#include <cstddef>
#include <string_view>

namespace inkstone {

/// The number of backticks or tildes that open fenced code; 0 if they do not.
[[nodiscard]] std::size_t opening_fence_size(std::string_view line);

/// Whether the line closes fenced code.
/// \param fence the character that it was opened with, and how often it stood there
[[nodiscard]] bool closes_fence(std::string_view line, char fence, std::size_t size);

/// The length of a list marker, `-`, `12.` or their kin, whatever stands behind it; 0 if there is
/// none. Numbers may have any length.
[[nodiscard]] std::size_t list_marker_size(std::string_view line);

/// Whether this may be the line under a table's header: bars, hyphens, colons and blanks.
[[nodiscard]] bool is_table_rule(std::string_view line);

}  // namespace inkstone
