/// Which URLs may stand in an article.
#pragma once

#include <string_view>

namespace inkstone {

/// What a URL is used for: an image may hold its own bytes, a link may not.
enum class UrlUse : unsigned char { link, image };

/// Whether `url` is relative or has an allowed scheme: one of the built-in list, one of
/// `more_schemes`, or for images `data:` with a raster image. The scheme is found as browsers find
/// it (WHATWG URL Standard, "basic URL parser"): leading control characters and spaces do not
/// count, tabs and line ends count nowhere.
/// \param url decoded, as it will be after the browser has read the attribute
/// \param more_schemes separated by spaces, ASCII letter case does not matter; schemes that run
///     code or reach local files (`javascript`, `data`, `file`, …) stay refused
[[nodiscard]] bool is_allowed_url(std::string_view url, UrlUse use, std::string_view more_schemes);

}  // namespace inkstone
