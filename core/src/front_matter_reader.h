/// YAML (and with it JSON) to the front matter's tree, through yaml-cpp's events.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "inkstone/front_matter.h"
#include "source.h"

namespace inkstone {

/// Bounds that keep hostile front matter harmless.
struct FrontMatterLimits {
  static constexpr std::size_t bytes = std::size_t{256} * 1024;  ///< of the YAML text
  static constexpr std::size_t depth = 100;                      ///< of nesting, aliases included
  static constexpr std::size_t nodes = 100'000;                  ///< values as written
  static constexpr std::size_t expanded_nodes = 1'000'000;       ///< once aliases are written out
  static constexpr std::size_t expanded_bytes =
      std::size_t{4} * 1024 * 1024;  ///< of scalars, likewise
};

/// Reads one document. A fault is reported and ends the reading; the keys before it are kept.
/// \param text the front matter without its fences
/// \param is_json whether it is JSON, whose `\uD83D\uDE00` YAML does not know
/// \param begin where `text` begins in the file; its column must be 1
/// \return a mapping, empty for empty text; nothing when the document is something else, which
///     the caller reports
[[nodiscard]] std::optional<FrontMatter> read_front_matter(std::string_view text, bool is_json,
                                                           Position begin,
                                                           std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
