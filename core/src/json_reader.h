/// Reading the little JSON that the core is given: options are one flat object.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace inkstone {

/// A JSON string, number, boolean or null.
struct JsonScalar {
  std::string text;  ///< a string's content, else the literal as written
  bool is_null = false;
};

/// Calls `visit` with each member of a flat JSON object in its order, until it returns false.
/// \param json UTF-8 by RFC 8259; a lone surrogate's escape is read as U+FFFD
/// \return whether `json` is such an object, as far as it was read
[[nodiscard]] bool read_flat_json_object(
    std::string_view json,
    std::function<bool(std::string_view name, JsonScalar const& value)> const& visit);

}  // namespace inkstone
