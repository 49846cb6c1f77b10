/// From the headings in their order to the nested table of contents.
#pragma once

#include <vector>

#include "inkstone/article.h"

namespace inkstone {

/// Nests each heading under the nearest one before it with a smaller level.
/// \param headings in the order of the article, without children
[[nodiscard]] std::vector<TocEntry> nest_headings(std::vector<TocEntry> headings);

}  // namespace inkstone
