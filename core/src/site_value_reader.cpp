// What may stand for a number, a name, a URL or a path in a configuration.
#include "site_value_reader.h"

#include <algorithm>
#include <string>

#include "ascii.h"
#include "inkstone/options.h"
#include "site_keys.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using enum DiagnosticCode;

/// The text of a field, trimmed; empty if it is none.
std::string_view trimmed_text(Field const& field) {
  return field.is(Kind::string) ? trimmed(field.value->text()) : std::string_view();
}

bool is_name(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-';
         });
}

/// Whether `path` is relative to a folder and does not lead out of it, nor to another host.
bool is_path_within(std::string_view path) {
  if (path.starts_with('/') || path.find('\\') != std::string_view::npos) return false;
  // Up to the first slash, a colon ends a URL's scheme.
  if (path.substr(0, path.find('/')).find(':') != std::string_view::npos) return false;
  while (!path.empty()) {
    std::size_t const end = std::min(path.find('/'), path.size());
    if (path.substr(0, end) == "..") return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

/// Whether `url` is one of the web that other URLs can be relative to.
bool is_base_url(std::string_view url) {
  for (std::string_view const start : {"https://", "http://"}) {
    if (!equals_ignoring_case(url.substr(0, start.size()), start)) continue;
    std::string_view const rest = url.substr(start.size());
    return !rest.empty() && rest.front() != '/' &&
           std::none_of(rest.begin(), rest.end(), [](char c) {
             return static_cast<unsigned char>(c) <= ' ' || is_one_of(c, "?#\\\"<>");
           });
  }
  return false;
}

}  // namespace

Value text_value(std::string_view text, Field const& field) {
  return {Kind::string, std::string(text), field.value->where()};
}

Value boolean_value(bool truth, Field const& field) {
  return {Kind::boolean, option_text(truth), field.value->where()};
}

void report_unknown_keys(ValueReader& reader, std::string_view owner, Value const& mapping,
                         std::vector<std::string_view> const& words) {
  for (Member const& member : mapping.members()) {
    bool const is_known = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return equals_ignoring_case(word, member.key);
    });
    if (is_known) continue;
    std::string message;
    if (!reader.is_full()) {
      message.append(owner).append(" has no key ").append(quoted(member.key));
      auto const nearest = nearest_word(member.key, words);
      message += nearest ? "; perhaps `" + std::string(*nearest) + "` is meant."
                         : "; it takes " + enumerated(words) + ".";
    }
    reader.report(site_unknown_key, member.key_where, std::move(message));
  }
}

SiteValueReader::Result SiteValueReader::read_text(Field const& field) {
  std::string const text = reader_.text(field);
  if (text.empty()) return std::nullopt;
  return text_value(text, field);
}

SiteValueReader::Result SiteValueReader::read_boolean(Field const& field) {
  std::optional<bool> const truth = reader_.boolean(field);
  if (!truth) return std::nullopt;
  return boolean_value(*truth, field);
}

SiteValueReader::Result SiteValueReader::read_integer(SiteKey const& key, Field const& field) {
  std::optional<std::int64_t> const number = field.value->integer();
  if (number && *number >= key.minimum && *number <= key.maximum) return *field.value;
  reader_.report(number ? site_value : site_type, field, expected_by(key));
  return std::nullopt;
}

SiteValueReader::Result SiteValueReader::read_number(Field const& field) {
  if (!reader_.number(field)) return std::nullopt;
  return *field.value;
}

SiteValueReader::Result SiteValueReader::read_choice(SiteKey const& key, Field const& field) {
  std::string_view const word = lenient_boolean(field) == false ? "none" : trimmed_text(field);
  bool const is_known =
      std::find(key.choices.begin(), key.choices.end(), word) != key.choices.end();
  return is_known ? text_value(word, field) : unusable_text(key, field);
}

SiteValueReader::Result SiteValueReader::read_name(SiteKey const& key, Field const& field) {
  std::string_view const name = trimmed_text(field);
  return is_name(name) ? text_value(name, field) : unusable_text(key, field);
}

SiteValueReader::Result SiteValueReader::read_url(SiteKey const& key, Field const& field) {
  bool const is_image = key.type == SiteKeyType::image;
  std::string const url = reader_.url(field, is_image ? UrlUse::image : UrlUse::link);
  if (url.empty()) return std::nullopt;
  return text_value(url, field);
}

SiteValueReader::Result SiteValueReader::read_absolute_url(SiteKey const& key, Field const& field) {
  std::string url(trimmed_text(field));
  if (!is_base_url(url)) return unusable_text(key, field);
  if (!url.ends_with('/')) url += '/';
  return text_value(url, field);
}

SiteValueReader::Result SiteValueReader::read_language(Field const& field) {
  std::string const tag = reader_.language(field);
  if (tag.empty()) return std::nullopt;
  return text_value(tag, field);
}

SiteValueReader::Result SiteValueReader::read_path(SiteKey const& key, Field const& field) {
  std::string path(trimmed_text(field));
  while (path.starts_with("./")) path.erase(0, 2);
  if (path.empty() || !is_path_within(path)) return unusable_text(key, field);
  if (key.type == SiteKeyType::folder && !path.ends_with('/')) path += '/';
  return text_value(path, field);
}

SiteValueReader::Result SiteValueReader::read(SiteKey const& key, Field const& field) {
  if (field.value == nullptr) return std::nullopt;
  switch (key.type) {
    case SiteKeyType::text:
    case SiteKeyType::texts:
      return read_text(field);
    case SiteKeyType::boolean:
      return read_boolean(field);
    case SiteKeyType::integer:
      return read_integer(key, field);
    case SiteKeyType::number:
      return read_number(field);
    case SiteKeyType::choice:
    case SiteKeyType::choices:
      return read_choice(key, field);
    case SiteKeyType::names:
      return read_name(key, field);
    case SiteKeyType::url:
    case SiteKeyType::image:
      return read_url(key, field);
    case SiteKeyType::absolute_url:
      return read_absolute_url(key, field);
    case SiteKeyType::language:
      return read_language(field);
    case SiteKeyType::folder:
    case SiteKeyType::paths:
      return read_path(key, field);
    default:
      return std::nullopt;
  }
}

}  // namespace inkstone
