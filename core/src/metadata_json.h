/// The front matter's known keys as JSON.
#pragma once

#include <string>

#include "inkstone/metadata.h"

namespace inkstone {

/// Appends `metadata` as an object. Its members are called as the keys are; what is optional and
/// has no value is null.
void write_metadata(std::string& json, Metadata const& metadata);

}  // namespace inkstone
