/// What the author of a body should know.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "footnotes.h"
#include "inkstone/options.h"
#include "places.h"

namespace inkstone {

/// Words and counts the diagnostics of a body. Places are offsets in the prepared body, where
/// nothing else is said.
class BodyReports {
 public:
  /// All must outlive it.
  BodyReports(RenderOptions const& options, Places& places, std::vector<Diagnostic>& diagnostics)
      : options_(options), places_(places), diagnostics_(diagnostics) {}

  /// Containers are nested too deep at an offset of the body itself; only the first is reported.
  void nesting(std::size_t place);
  /// There are too many table cells from here on.
  void table_cells(std::size_t place);
  /// The HTML is too long.
  void html_size(std::size_t place);
  /// Text that nothing was found in: references to footnotes are not meant to be there.
  void undefined_footnotes(std::string_view text, std::size_t offset);
  /// The end: which footnotes are repeated, and which are not used.
  void footnotes(FootnoteDefinitions const& definitions, FootnoteWriter const& writer);

 private:
  RenderOptions const& options_;
  Places& places_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t undefined_ = 0;
  bool has_reported_nesting_ = false;
};

}  // namespace inkstone
