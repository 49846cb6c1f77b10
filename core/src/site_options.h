/// The key of a configuration that has render()'s options.
#pragma once

#include <vector>

#include "inkstone/options.h"
#include "value_reader.h"

namespace inkstone {

/// Reads `options`.
/// \param set what is usable is set there
/// \return what is usable, as a mapping
[[nodiscard]] Value read_site_options(Field const& field, RenderOptions& set,
                                      std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
