/// URLs in the HTML, and reports of those that may not stand there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "html_buffer.h"
#include "inkstone/options.h"
#include "places.h"
#include "url.h"

namespace inkstone {

/// Writes attributes that hold URLs.
class UrlWriter {
 public:
  /// All must outlive the writer.
  UrlWriter(RenderOptions const& options, Places& places, std::vector<Diagnostic>& diagnostics)
      : options_(options), places_(places), diagnostics_(diagnostics) {}

  /// Appends ` name="url"`, or nothing and a report where the URL is not allowed.
  /// \param offset where in the prepared body it stands
  void append(HtmlBuffer& html, std::string_view name, std::string_view url, UrlUse use,
              std::size_t offset);

  /// Reports how many were refused beyond those that were reported.
  void finish();

 private:
  RenderOptions const& options_;
  Places& places_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t refused_ = 0;
};

}  // namespace inkstone
