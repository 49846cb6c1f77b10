/// Articles and tables as JSON: the form in which they cross a language boundary. Texts are
/// written as JavaScript's JSON.stringify writes them, so the same article gives the same bytes
/// everywhere.
#pragma once

#include <string>
#include <string_view>

#include "inkstone/article.h"

namespace inkstone {

/// An article as two texts, so that the HTML need not be wrapped in JSON.
struct ArticleTexts {
  std::string html;
  std::string json;  ///< everything but the HTML, or `{"error":{"code":…,"message":…}}`
};

/// The article as one JSON object: `{"html":…,"frontMatter":…,"metadata":…,"places":…,"toc":…,
/// "summary":…,"counts":…,"diagnostics":…}`. May throw std::bad_alloc.
[[nodiscard]] std::string to_json(Article const& article);

/// Renders for a caller in another language. Never throws; an option that could not be set gives
/// the error `unknown-option` or `invalid-option`, the end of memory `out-of-memory`.
/// \param source as for render()
/// \param options as for read_options()
[[nodiscard]] ArticleTexts render_to_texts(std::string_view source,
                                           std::string_view options) noexcept;

/// Reads a site's configuration for a caller in another language. Never throws.
/// \param source as for read_site()
/// \return `{"configuration":…,"diagnostics":…}`, or `{"error":{"code":"out-of-memory",…}}`
[[nodiscard]] std::string read_site_to_json(std::string_view source) noexcept;

/// The tables behind the interface as JSON: `{"version":…,"options":[{"name","type","default",
/// "meaning",…}],"siteKeys":[{"name","takes","default","meaning",…}],"diagnostics":[{"code",
/// "severity","reporter","meaning"}]}`. May throw std::bad_alloc.
[[nodiscard]] std::string describe_to_json();

}  // namespace inkstone
