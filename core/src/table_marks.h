/// Marks that make md4c read tables as GitHub's specification has them.
#pragma once

#include <string_view>
#include <vector>

#include "edits.h"

namespace inkstone {

/// Finds, in time that is linear in the body's size,
///
/// - delimiter rows with another number of cells than the row before them: behind a mark, they are
///   text, and there is no table. Where code or a tag in that row may hold a pipe, md4c decides;
/// - empty cells between two pipes that touch, which md4c passes over unless a mark stands there.
///
/// Marks in what turns out to be no table change nothing.
/// \param edits those that are planned, in their order; pipes inside of them divide no cells
/// \return the marks in their order
[[nodiscard]] std::vector<Edit> find_table_marks(std::string_view body,
                                                 std::vector<Edit> const& edits);

}  // namespace inkstone
