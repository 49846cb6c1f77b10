/// YAML (and with it JSON) to the front matter's tree, through yaml-cpp's events.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "inkstone/front_matter.h"
#include "inkstone/options.h"
#include "source.h"

namespace inkstone {

/// Bounds that keep hostile front matter harmless.
struct FrontMatterLimits {
  /// Those that the options ask for.
  explicit FrontMatterLimits(RenderOptions const& options = {}) noexcept;

  std::size_t bytes;           ///< of the YAML text
  std::size_t depth;           ///< of nesting, aliases included
  std::size_t nodes;           ///< values as written
  std::size_t expanded_nodes;  ///< once aliases are written out
  std::size_t expanded_bytes;  ///< of scalars, likewise
  bool may_be_plain = true;    ///< whether plain_yaml.h may read it; the result is the same
};

/// Reads one document. A fault is reported and ends the reading; the keys before it are kept.
/// \param text the front matter without its fences
/// \param is_json whether it is JSON, whose `\uD83D\uDE00` YAML does not know
/// \param begin where `text` begins in the file; its column must be 1
/// \param limits one that is reached ends the reading like a fault; front matter with too many
/// bytes
///     is not read at all
/// \param name what messages call it
/// \return a mapping, empty for empty text; nothing when the document is something else, which
///     the caller reports
[[nodiscard]] std::optional<FrontMatter> read_front_matter(std::string_view text, bool is_json,
                                                           Position begin,
                                                           FrontMatterLimits const& limits,
                                                           std::vector<Diagnostic>& diagnostics,
                                                           std::string_view name = "front matter");

}  // namespace inkstone
