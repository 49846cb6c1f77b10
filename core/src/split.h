/// Where the front matter ends and the body begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"
#include "source.h"

namespace inkstone {

/// The two parts of a file. Both are views of the text that was split.
struct SplitSource {
  enum class Format : std::uint8_t { none, yaml, json, toml };
  Format format = Format::none;
  std::string_view front_matter;  ///< without its fences; for JSON with its braces
  std::string_view body;
};

/// Splits a normalized text. Blank lines may stand before the front matter.
/// - `---`, closed by `---` or `...`, is YAML; blanks may follow a fence on its line;
/// - `+++`, closed by `+++`, is TOML;
/// - `{` at the beginning of a line, through its matching `}`, is JSON, if a line end follows.
/// An opening fence without a closing one is body, and reported.
[[nodiscard]] SplitSource split_source(std::string_view text, PositionFinder& positions,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
