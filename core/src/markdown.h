/// Markdown to HTML and headings, through md4c.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formulas.h"
#include "inkstone/article.h"
#include "inkstone/options.h"
#include "source.h"

namespace inkstone {

/// A rendered body.
struct RenderedMarkdown {
  std::string html;
  std::vector<TocEntry> headings;  ///< every heading in order, without children
  Counts counts;
  Summary summary;  ///< as the body alone gives it
};

/// Renders Markdown. Where no option changes anything, the HTML is that of md4c's own renderer
/// to the byte (but for lone surrogates written as character references, which become U+FFFD).
/// Throws std::bad_alloc.
/// \param body a part of the normalized text behind `positions`
/// \param formulas what counts as one, if `options.math` is on
[[nodiscard]] RenderedMarkdown render_markdown(std::string_view body, RenderOptions const& options,
                                               FormulaSyntax formulas, PositionFinder& positions,
                                               std::vector<Diagnostic>& diagnostics);

/// Renders a text of a line or a paragraph: without ids, footnotes and the like, and without `<p>`
/// where it is one paragraph. The positions of `diagnostics` are those in `text`.
[[nodiscard]] Summary render_summary(std::string_view text, RenderOptions const& options,
                                     FormulaSyntax formulas, std::vector<Diagnostic>& diagnostics);

}  // namespace inkstone
