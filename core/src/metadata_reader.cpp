#include "metadata_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "ascii.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;

Value const* find_key(Value const& mapping, std::string_view key) {
  for (Member const& member : mapping.members()) {
    if (equals_ignoring_case(member.key, key)) return &member.value;
  }
  return nullptr;
}

/// Whether `value` says nothing: absent, null and "" all fall back.
bool is_absent(Value const* value) {
  return value == nullptr || value->is(Kind::null) ||
         (value->is(Kind::string) && value->text().empty());
}

/// Whether `tag` has the form of a BCP 47 language tag; whether it is registered does not matter.
bool is_language_tag(std::string_view tag) {
  bool is_first = true;
  while (true) {
    std::size_t const end = std::min(tag.find('-'), tag.size());
    std::string_view const subtag = tag.substr(0, end);
    bool const is_plain = std::all_of(subtag.begin(), subtag.end(), [is_first](char c) {
      return is_ascii_letter(c) || (!is_first && is_ascii_digit(c));
    });
    if (!is_plain || subtag.empty() || subtag.size() > 8 || (is_first && subtag.size() < 2)) {
      return false;
    }
    if (end == tag.size()) return true;
    tag.remove_prefix(end + 1);
    is_first = false;
  }
}

/// A boolean as YAML 1.2 has it, or one of the words that people and other tools write for it.
std::optional<bool> lenient_boolean(Value const& value) {
  if (value.is(Kind::boolean)) return value.boolean();
  if (!value.is(Kind::string)) return std::nullopt;
  for (std::string_view const word : {"true", "yes", "on"}) {
    if (equals_ignoring_case(value.text(), word)) return true;
  }
  for (std::string_view const word : {"false", "no", "off"}) {
    if (equals_ignoring_case(value.text(), word)) return false;
  }
  return std::nullopt;
}

/// Reads keys of one mapping and reports each value that cannot be used.
class Reader {
 public:
  Reader(FrontMatter const& front_matter, std::vector<Diagnostic>& diagnostics)
      : front_matter_(front_matter), diagnostics_(diagnostics) {}

  /// A text; a number or a boolean as it was written.
  std::string text(std::string_view key) {
    Value const* const value = find_key(front_matter_, key);
    if (is_absent(value)) return {};
    if (value->is(Kind::sequence) || value->is(Kind::mapping)) {
      report(key, *value, "a text");
      return {};
    }
    return std::string(value->text());
  }

  /// A language tag, or a list of which the first usable one counts.
  std::string language(std::string_view key) {
    Value const* const value = find_key(front_matter_, key);
    if (is_absent(value)) return {};
    if (value->is(Kind::string) && is_language_tag(value->text())) {
      return std::string(value->text());
    }
    for (Value const& item : value->items()) {
      if (item.is(Kind::string) && is_language_tag(item.text())) return std::string(item.text());
    }
    if (!value->is(Kind::sequence) || !value->items().empty()) {
      report(key, *value, "a language tag such as `zh-CN`, or a list of them");
    }
    return {};
  }

  /// A boolean, or a mapping with the levels `min` and `max`, which means true.
  TocSettings toc(std::string_view key, TocSettings settings) {
    Value const* const value = find_key(front_matter_, key);
    if (is_absent(value)) return settings;
    if (value->is(Kind::mapping)) {
      settings.show = true;
      read_level(*value, "min", settings.min);
      read_level(*value, "max", settings.max);
      return settings;
    }
    if (std::optional<bool> const show = lenient_boolean(*value)) {
      settings.show = *show;
    } else {
      report(key, *value, "`true`, `false` or levels such as `{min: 2, max: 4}`");
    }
    return settings;
  }

 private:
  void read_level(Value const& mapping, std::string_view key, int& level) {
    Value const* const value = find_key(mapping, key);
    if (is_absent(value)) return;
    std::optional<std::int64_t> const number = value->integer();
    if (number && *number >= 1 && *number <= 6) {
      level = static_cast<int>(*number);
    } else {
      report(std::string("toc.").append(key), *value, "a heading level from 1 to 6");
    }
  }

  void report(std::string_view key, Value const& value, std::string_view expected) {
    static constexpr std::array<std::string_view, 7> kinds{
        "nothing", "a boolean", "an integer", "a number", "this text", "a list", "a mapping"};
    std::string message = "`";
    message.append(key).append("` takes ").append(expected).append("; ");
    message.append(kinds[static_cast<std::size_t>(value.kind())]).append(" cannot be used.");
    diagnostics_.push_back({DiagnosticCode::metadata_type, value.where(), std::move(message)});
  }

  FrontMatter const& front_matter_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

Metadata read_metadata(FrontMatter const& front_matter, std::vector<TocEntry> const& headings,
                       RenderOptions const& options, std::vector<Diagnostic>& diagnostics) {
  Reader reader(front_matter, diagnostics);
  Metadata metadata;
  metadata.title = reader.text("title");
  metadata.lead = reader.text("lead");
  metadata.lang = reader.language("lang");
  metadata.toc.max = options.toc_depth;
  metadata.toc = reader.toc("toc", metadata.toc);
  if (metadata.title.empty()) {
    auto const first = std::find_if(headings.begin(), headings.end(),
                                    [](TocEntry const& heading) { return heading.level == 1; });
    if (first != headings.end()) metadata.title = first->text;
  }
  return metadata;
}

}  // namespace inkstone
