// Reads the file of a site's configuration.
#include "inkstone/site.h"

#include <string>
#include <utility>

#include "front_matter_reader.h"
#include "site_reader.h"
#include "source.h"

namespace inkstone {

namespace {

/// More than an article's front matter may have: a site may list its articles one by one.
FrontMatterLimits site_limits() {
  FrontMatterLimits limits;
  limits.bytes = max_site_bytes;
  limits.nodes = 1'000'000;
  limits.expanded_nodes = limits.nodes;
  limits.expanded_bytes = limits.bytes;
  return limits;
}

/// The text without the fence that closes front matter, for who writes a configuration like one.
std::string_view without_closing_fence(std::string_view text) {
  std::string_view const fence = "\n---";
  std::size_t const last = text.find_last_not_of(" \t\n");
  std::string_view const kept = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return kept.ends_with(fence) ? kept.substr(0, kept.size() - fence.size() + 1) : text;
}

}  // namespace

SiteReading read_site(std::string_view source) {
  SiteReading reading;
  std::string storage;
  std::string_view const text =
      without_closing_fence(normalize_source(source, storage, reading.diagnostics));
  std::size_t const first = text.find_first_not_of(" \t\n");
  bool const is_json = first != std::string_view::npos && text[first] == '{';
  auto tree =
      read_front_matter(text, is_json, {}, site_limits(), reading.diagnostics, "configuration");
  if (!tree) {
    reading.diagnostics.push_back({DiagnosticCode::front_matter_not_mapping,
                                   {},
                                   "The configuration holds no `key: value` pairs; the defaults "
                                   "count."});
    tree = FrontMatter(std::vector<Member>{}, {});
  }
  reading.configuration = read_configuration(*tree, reading.diagnostics);
  sort_by_place(reading.diagnostics);
  return reading;
}

}  // namespace inkstone
