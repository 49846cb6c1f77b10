// Protects: no YAML or JSON hurts whoever reads it, or whoever reads what comes out of it, be it an
// article's or a site's. The first setting: odd means JSON.
#include <algorithm>
#include <set>

#include "front_matter_reader.h"
#include "inkstone/site.h"
#include "input.h"
#include "json_writer.h"

using namespace inkstone;
using fuzz::require;

namespace {

/// Looks at a tree as it is written out. Aliases share their values: it is bounded all the same.
class TreeCheck {
 public:
  void check(Value const& value, std::size_t depth = 0) {
    require(depth <= FrontMatterLimits().depth, "the tree is not deeper than its bound");
    require(++nodes_ <= FrontMatterLimits().expanded_nodes + 1, "nor larger");
    fuzz::require_clean(value.text(), "a value is UTF-8 without NUL");
    for (Value const& item : value.items()) check(item, depth + 1);
    std::set<std::string_view> keys;
    for (Member const& member : value.members()) {
      fuzz::require_clean(member.key, "a key is UTF-8 without NUL");
      require(keys.insert(member.key).second, "keys are unique", member.key);
      check(member.value, depth + 1);
    }
    if (value.is(Value::Kind::integer)) require(value.integer().has_value(), "integers have one");
    if (value.is(Value::Kind::real)) require(value.real().has_value(), "reals have a number");
  }

 private:
  std::size_t nodes_ = 0;
};

std::string json_of(Value const& value) {
  std::string json;
  write_json(json, value);
  return json;
}

/// Every text that is written can be read, and says the same then.
void check_round_trip(std::string const& json) {
  // YAML ends a key at 1024 characters; DEL is replaced in front matter, and JSON has no escape
  // that is written for it.
  if (json.size() > 1000 || json.find('\x7F') != std::string::npos) return;
  std::vector<Diagnostic> diagnostics;
  auto const again = read_front_matter(json, true, {}, FrontMatterLimits(), diagnostics);
  require(again.has_value(), "what is written is a mapping again", json);
  require(diagnostics.empty(), "and without fault", json);
  require(json_of(*again) == json, "and the same", json + "\n" + json_of(*again));
}

/// The same text as a site's configuration.
void check_site(std::string_view source, std::string_view normalized) {
  SiteReading const reading = read_site(source);
  fuzz::require_within(normalized, reading.diagnostics);
  fuzz::require_clean(json_of(reading.configuration), "a configuration is UTF-8 without NUL");
  Value const defaults = read_site({}).configuration;
  require(defaults.members().size() == reading.configuration.members().size(),
          "a configuration has the same keys, whatever is written", source);
  for (Member const& member : defaults.members()) {
    Value const* value = reading.configuration.find(member.key);
    require(value != nullptr && value->kind() == member.value.kind(),
            "and they are of the same kinds", member.key);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::Input const input(data, size);
  bool const is_json = input.setting(0) % 2 == 1;
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const text = normalize_source(input.text, storage, diagnostics);
  diagnostics.clear();
  check_site(input.text, text);
  // split.h hands on JSON with its braces.
  if (is_json && !(text.starts_with('{') && text.ends_with('}'))) return 0;

  // As in a file: behind two lines, so that a position without them would show, and with more
  // behind it. YAML's last line is always ended, by the fence.
  std::string file = "\n---\n" + std::string(text);
  if (!is_json && !text.empty() && !text.ends_with('\n')) file += '\n';
  std::size_t const front_matter_size = file.size() - 5;
  file += is_json ? "\n" : "---\n";
  auto const front_matter = read_front_matter(std::string_view(file).substr(5, front_matter_size),
                                              is_json, {3, 1}, FrontMatterLimits(), diagnostics);
  fuzz::require_within(file, diagnostics);
  require(std::all_of(diagnostics.begin(), diagnostics.end(),
                      [](Diagnostic const& diagnostic) { return diagnostic.where.line >= 3; }),
          "diagnostics stand behind the fence", file);
  if (!front_matter) return 0;
  require(front_matter->is(Value::Kind::mapping), "front matter is a mapping", file);
  TreeCheck().check(*front_matter);
  std::string const json = json_of(*front_matter);
  fuzz::require_clean(json, "JSON is UTF-8 without NUL");
  check_round_trip(json);
  return 0;
}
