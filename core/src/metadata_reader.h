/// From the front matter's keys to what a page shows.
#pragma once

#include <vector>

#include "inkstone/article.h"
#include "inkstone/options.h"

namespace inkstone {

/// Reads the keys that Metadata holds. Two keys that differ in case only count as one, the first.
/// \param headings every heading of the body in order: the first `h1` is the title of last resort
[[nodiscard]] Metadata read_metadata(FrontMatter const& front_matter,
                                     std::vector<TocEntry> const& headings,
                                     RenderOptions const& options,
                                     std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
