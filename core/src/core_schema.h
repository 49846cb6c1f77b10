/// The YAML 1.2 core schema: what a plain scalar is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "inkstone/front_matter.h"

namespace inkstone {

/// The kind of a plain scalar by YAML 1.2.2, section 10.3.2, with the exceptions that Value lists:
/// a number that JSON and JavaScript would not keep is a string.
[[nodiscard]] Value::Kind resolve_plain_scalar(std::string_view text) noexcept;

/// The JSON text of a scalar that resolve_plain_scalar() called an integer or a real:
/// `+1` is `1`, `0x1F` is `31`, `.5` is `0.5`, `1.` is `1.0`.
[[nodiscard]] std::string json_number(std::string_view text);

/// The number of an integer scalar, if it lies within ±(2^53 − 1).
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text) noexcept;

}  // namespace inkstone
