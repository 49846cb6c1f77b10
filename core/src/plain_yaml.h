/// The YAML that most front matter is, read in a fraction of the time that yaml-cpp takes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace inkstone {

/// What stands in a YAML document, in the order of reading.
struct YamlEvent {
  enum class Kind : unsigned char { null, plain, quoted, sequence, mapping, end };

  Kind kind;
  std::size_t offset;     ///< where it stands
  std::string_view text;  ///< of a scalar
};

/// Reads mappings of words to scalars, lists and mappings, each value on its line; lists with
/// hyphens or in brackets; plain and quoted scalars without escapes; comments.
/// \param text valid UTF-8, must outlive the result
/// \return what yaml-cpp would report; nothing where there is anything else, or any doubt
[[nodiscard]] std::optional<std::vector<YamlEvent>> read_plain_yaml(std::string_view text);

}  // namespace inkstone
