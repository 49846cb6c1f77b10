/// From the front matter's keys to what a page shows.
#pragma once

#include <vector>

#include "inkstone/article.h"
#include "inkstone/options.h"

namespace inkstone {

/// Reads the keys that Metadata holds. Two keys that differ in case only count as one, the first.
/// \param places gets the keys that say something
[[nodiscard]] Metadata read_metadata(FrontMatter const& front_matter, RenderOptions const& options,
                                     std::vector<KeyPlace>& places,
                                     std::vector<Diagnostic>& diagnostics);

/// Where the summary stands in the file: the value of `summary`, else of `description`.
[[nodiscard]] Position summary_place(FrontMatter const& front_matter);

}  // namespace inkstone
