#include "value_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ascii.h"
#include "dates.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using enum DiagnosticCode;

/// Reports past these are only counted: what a small file can hold a million times, by aliases,
/// must not become a million messages.
constexpr std::size_t most_reports = 100;

/// Characters of a value that a message quotes.
constexpr std::size_t most_quoted = 60;

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

/// What was given, for a message.
std::string described(Value const& value) {
  switch (value.kind()) {
    case Kind::null:
      return "nothing";
    case Kind::boolean:
    case Kind::integer:
    case Kind::real:
      return quoted(value.text());
    case Kind::string:
      return "the text " + quoted(value.text());
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      break;
  }
  return "a mapping";
}

bool is_collection(Field const& field) {
  return field.is(Kind::sequence) || field.is(Kind::mapping);
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string quote = "`";
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most_quoted) {
      quote += "…";
      break;
    }
    Decoded const decoded = decode_utf8(text);
    bool const is_control = decoded.code_point < 0x20;
    quote.append(is_control ? " " : text.substr(0, decoded.length));
    text.remove_prefix(decoded.length);
  }
  return quote + '`';
}

std::string enumerated(std::span<std::string_view const> names) {
  std::string text;
  for (std::string_view const& name : names) {
    if (!text.empty()) text += &name == &names.back() ? " or " : ", ";
    text.append("`").append(name).append("`");
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    Decoded const first = decode_utf8(text);
    if (!is_whitespace(first.code_point)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    Decoded const last = decode_last_utf8(text);
    if (!is_whitespace(last.code_point)) break;
    text.remove_suffix(last.length);
  }
  return text;
}

std::optional<bool> lenient_boolean(Field const& field) {
  if (field.is(Kind::boolean)) return field.value->boolean();
  if (!field.is(Kind::string)) return std::nullopt;
  std::string_view const text = trimmed(field.value->text());
  for (std::string_view const word : {"true", "yes", "on"}) {
    if (equals_ignoring_case(text, word)) return true;
  }
  for (std::string_view const word : {"false", "no", "off"}) {
    if (equals_ignoring_case(text, word)) return false;
  }
  return std::nullopt;
}

Field field_of(std::string_view name, Value const& value) {
  bool const says_nothing =
      value.is(Kind::null) || (value.is(Kind::string) && trimmed(value.text()).empty());
  return {name, says_nothing ? nullptr : &value};
}

Field find_field(Value const& mapping, std::string_view name) {
  std::string_view const key = name.substr(name.rfind('.') + 1);
  for (Member const& member : mapping.members()) {
    if (equals_ignoring_case(member.key, key)) return field_of(name, member.value);
  }
  return {name, nullptr};
}

std::string ValueReader::text(Field const& field) {
  if (field.value == nullptr) return {};
  if (is_collection(field)) {
    report(subject_.type, field, "a text");
    return {};
  }
  return std::string(trimmed(field.value->text()));
}

std::optional<std::vector<std::string>> ValueReader::texts(Field const& field) {
  if (field.value == nullptr) return std::nullopt;
  std::vector<std::string> found;
  std::set<std::string_view> known;
  for_each_item(field, [&](Field const& item) {
    if (is_collection(item)) {
      report(subject_.type, item, "a text or a list of texts");
      return;
    }
    std::string_view const text = trimmed(item.value->text());
    if (known.insert(text).second) found.emplace_back(text);
  });
  if (field.is(Kind::mapping)) return std::nullopt;
  return found;
}

std::optional<bool> ValueReader::boolean(Field const& field) {
  std::optional<bool> const truth = lenient_boolean(field);
  if (!truth && field.value != nullptr) report(subject_.type, field, "`true` or `false`");
  return truth;
}

std::optional<Number> ValueReader::number(Field const& field) {
  if (field.is(Kind::integer) || field.is(Kind::real)) return Number(*field.value);
  if (field.value != nullptr) report(subject_.type, field, "a number such as `10`");
  return std::nullopt;
}

std::string ValueReader::language(Field const& field) {
  if (field.value == nullptr) return {};
  std::string_view const tag = trimmed(field.value->text());
  bool const is_text = field.is(Kind::string);
  if (is_text && is_language_tag(tag)) return std::string(tag);
  report(is_text ? subject_.value : subject_.type, field, "language tags such as `zh-CN`");
  return {};
}

std::string ValueReader::first_language(Field const& field) {
  std::string found;
  for_each_item(field, [&](Field const& item) {
    if (found.empty()) found = language(item);
  });
  return found;
}

std::string ValueReader::date(Field const& field) {
  if (field.value == nullptr) return {};
  // A date without punctuation, 20250212, is an integer to YAML.
  auto date = normalize_date(trimmed(field.value->text()));
  if (date) return *std::move(date);
  report(is_collection(field) ? subject_.type : metadata_date, field,
         "a day of the calendar such as `2025-02-12`, or with a time "
         "`2025-02-12T18:55:15+08:00`");
  return {};
}

std::string ValueReader::url(Field const& field, UrlUse use) {
  if (field.value == nullptr) return {};
  if (!field.is(Kind::string)) {
    report(subject_.type, field, "a URL");
    return {};
  }
  std::string_view const url = trimmed(field.value->text());
  if (is_allowed_url(url, use, url_schemes_)) return std::string(url);
  report(url_refused, field.value->where(),
         "`" + std::string(field.name) + "` has a URL that begins with " +
             quoted(url.substr(0, url.find(':') + 1)) + ", which is not allowed; it is left out.");
  return {};
}

std::optional<std::vector<std::size_t>> ValueReader::places_of_words(
    Field const& field, std::span<std::string_view const> names) {
  if (field.value == nullptr) return std::nullopt;
  std::vector<std::size_t> found;
  for_each_item(field, [&](Field const& item) {
    bool const is_text = item.is(Kind::string);
    auto const name =
        is_text ? std::find(names.begin(), names.end(), trimmed(item.value->text())) : names.end();
    if (name == names.end()) {
      report(is_text ? subject_.value : subject_.type, item, enumerated(names));
      return;
    }
    auto const place = static_cast<std::size_t>(name - names.begin());
    if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
  });
  if (!field.is(Kind::sequence) && !field.is(Kind::string)) return std::nullopt;
  return found;
}

void ValueReader::report(DiagnosticCode code, Field const& field, std::string_view expected) {
  std::string message = "`";
  message.append(field.name).append("` takes ").append(expected).append("; ");
  message.append(described(*field.value)).append(" cannot be used.");
  report(code, field.value->where(), std::move(message));
}

void ValueReader::report(DiagnosticCode code, Position where, std::string message) {
  if (++reports_ <= most_reports) {
    diagnostics_.push_back({code, where, std::move(message)});
  } else if (reports_ == most_reports + 1) {
    first_unreported_ = where;
  }
}

bool ValueReader::is_full() const { return reports_ >= most_reports; }

void ValueReader::report_uncounted() {
  if (reports_ <= most_reports) return;
  diagnostics_.push_back({subject_.value, first_unreported_,
                          std::to_string(reports_ - most_reports) + " more values of the " +
                              std::string(subject_.name) + " cannot be used."});
}

}  // namespace inkstone
