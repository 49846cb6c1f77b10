// Reads the file of a site's configuration.
#include "inkstone/site.h"

#include <algorithm>
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

}  // namespace

SiteReading read_site(std::string_view source) {
  SiteReading reading;
  std::string storage;
  std::string_view const text = normalize_source(source, storage, reading.diagnostics);
  std::size_t const first = text.find_first_not_of(" \t\n");
  bool const is_json = first != std::string_view::npos && text[first] == '{';
  auto tree = read_front_matter(text, is_json, {}, site_limits(), reading.diagnostics,
                                "configuration");
  if (!tree) {
    reading.diagnostics.push_back({DiagnosticCode::front_matter_not_mapping,
                                   {},
                                   "The configuration holds no `key: value` pairs; the defaults "
                                   "count."});
    tree = FrontMatter(std::vector<Member>{}, {});
  }
  reading.configuration = read_configuration(*tree, reading.diagnostics);
  std::stable_sort(reading.diagnostics.begin(), reading.diagnostics.end(),
                   [](Diagnostic const& a, Diagnostic const& b) {
                     return std::pair(a.where.line, a.where.column) <
                            std::pair(b.where.line, b.where.column);
                   });
  return reading;
}

}  // namespace inkstone
