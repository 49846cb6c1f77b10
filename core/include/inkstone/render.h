/// The renderer: the one function that everything else in Inkstone is built around.
#pragma once

#include <string_view>

#include "inkstone/article.h"
#include "inkstone/options.h"

namespace inkstone {

/// Renders an article: Markdown (CommonMark 0.31.2, with GitHub's extensions unless `gfm` is off)
/// with optional YAML or JSON front matter.
///
/// A total function: it never throws and it never fails. What could not be understood is shown as
/// text or left out, and reported in `diagnostics`. When memory ends, the article is empty but for
/// the diagnostic `out-of-memory`.
///
/// \param source UTF-8; a BOM, any kind of line ending and invalid bytes are taken as they come
[[nodiscard]] Article render(std::string_view source, RenderOptions const& options = {}) noexcept;

}  // namespace inkstone
