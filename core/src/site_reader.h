/// From a configuration's tree, as it was written, to the one that a site uses.
#pragma once

#include <vector>

#include "inkstone/site.h"

namespace inkstone {

/// Reads every key of the table.
/// \return SiteReading::configuration
[[nodiscard]] Value read_configuration(FrontMatter const& tree,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
