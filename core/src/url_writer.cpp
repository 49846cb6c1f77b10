#include "url_writer.h"

#include "html.h"

namespace inkstone {

namespace {

/// After so many refused URLs the rest is only counted: reports must not cost more than the text.
constexpr std::size_t most_reports = 100;

}  // namespace

void UrlWriter::append(HtmlBuffer& html, std::string_view name, std::string_view url, UrlUse use,
                       std::size_t offset) {
  if (is_allowed_url(url, use, options_.url_schemes)) {
    html.append(" ").append(name).append("=\"");
    append_escaped_url(html, url);
    html += '"';
  } else if (++refused_ <= most_reports) {
    std::string_view const scheme = url.substr(0, url.find(':') + 1);
    diagnostics_.push_back({DiagnosticCode::url_refused, places_.at(offset),
                            "URLs that begin with `" + std::string(scheme) +
                                "` are not allowed; the text is kept, the URL is left out."});
  }
}

void UrlWriter::finish() {
  if (refused_ <= most_reports) return;
  diagnostics_.push_back(
      {DiagnosticCode::url_refused, places_.end(),
       std::to_string(refused_ - most_reports) + " more URLs are not allowed and left out."});
}

}  // namespace inkstone
