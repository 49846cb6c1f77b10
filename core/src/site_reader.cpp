// Reads a configuration by the table of its keys, which knows what each takes.
#include "site_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ascii.h"
#include "inkstone/options.h"
#include "site_keys.h"
#include "value_reader.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using Parts = std::vector<SiteKeyPart>;
using enum DiagnosticCode;

/// What a key is where it is not given.
enum class Missing : std::uint8_t { has_default, is_left_out };

Value text_value(std::string_view text, Field const& field) {
  return {Kind::string, std::string(text), field.value->where()};
}

Value boolean_value(bool truth, Field const& field) {
  return {Kind::boolean, option_text(truth), field.value->where()};
}

Value mapping_value(std::vector<Member> members, Field const& field) {
  return {std::move(members), field.value->where()};
}

/// The text of a field, trimmed; empty if it is none.
std::string_view trimmed_text(Field const& field) {
  return field.is(Kind::string) ? trimmed(field.value->text()) : std::string_view();
}

/// Reports the members of a mapping that are none of `words`.
/// \param owner what they stand in, as a message begins with it
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

class SiteReader {
 public:
  /// \param url_schemes more schemes that URLs may have; must live on
  SiteReader(std::string_view url_schemes, std::vector<Diagnostic>& diagnostics)
      : reader_(url_schemes, diagnostics, site_subject) {}

  /// The whole configuration.
  /// \param options what `options` has come to
  Value read(FrontMatter const& tree, Value options);

 private:
  using Result = std::optional<Value>;

  /// A value in the form that the configuration has; nothing if the field says nothing or what
  /// cannot be used, which is reported.
  Result read(SiteKey const& key, Field const& field, Missing missing);
  Result read_text(Field const& field);
  Result read_boolean(Field const& field);
  Result read_integer(SiteKey const& key, Field const& field);
  Result read_number(Field const& field);
  Result read_choice(SiteKey const& key, Field const& field);
  Result read_name(SiteKey const& key, Field const& field);
  Result read_url(SiteKey const& key, Field const& field);
  Result read_absolute_url(SiteKey const& key, Field const& field);
  Result read_path(SiteKey const& key, Field const& field);
  Result read_mapping(SiteKey const& key, Field const& field, Missing missing);
  Result read_shorthand(SiteKey const& key, Field const& field, Missing missing);
  Result read_by_name(SiteKey const& key, Field const& field);
  Result read_languages(SiteKey const& key, Field const& field);

  /// What `read_one` can use of a list, or of a value by itself; texts once each. Nothing if there
  /// is neither.
  template <class Reader>
  Result read_list(Field const& field, Reader&& read_one);

  /// Languages as the configuration has them, each once, ignoring case.
  struct Languages {
    std::vector<Value> items;
    std::set<std::string> known;  ///< their tags in lower case
  };
  void add_language(Languages& languages, SiteKey const& key, Field const& tag, Field const& parts);

  /// Makes the site's language one of its languages.
  void settle_languages(Value& lang, bool is_lang_given, Value& languages);

  Result unusable(SiteKey const& key, Field const& field) {
    reader_.report(site_type, field, expected_by(key));
    return std::nullopt;
  }
  /// As unusable(), for keys that another text would do for.
  Result unusable_text(SiteKey const& key, Field const& field) {
    reader_.report(field.is(Kind::string) ? site_value : site_type, field, expected_by(key));
    return std::nullopt;
  }

  ValueReader reader_;
};

SiteReader::Result SiteReader::read_text(Field const& field) {
  std::string const text = reader_.text(field);
  if (text.empty()) return std::nullopt;
  return text_value(text, field);
}

SiteReader::Result SiteReader::read_boolean(Field const& field) {
  std::optional<bool> const truth = reader_.boolean(field);
  if (!truth) return std::nullopt;
  return boolean_value(*truth, field);
}

SiteReader::Result SiteReader::read_integer(SiteKey const& key, Field const& field) {
  std::optional<std::int64_t> const number = field.value->integer();
  if (number && *number >= key.minimum && *number <= key.maximum) return *field.value;
  reader_.report(number ? site_value : site_type, field, expected_by(key));
  return std::nullopt;
}

SiteReader::Result SiteReader::read_number(Field const& field) {
  if (!reader_.number(field)) return std::nullopt;
  return *field.value;
}

SiteReader::Result SiteReader::read_choice(SiteKey const& key, Field const& field) {
  std::string_view const word = lenient_boolean(field) == false ? "none" : trimmed_text(field);
  bool const is_known =
      std::find(key.choices.begin(), key.choices.end(), word) != key.choices.end();
  return is_known ? text_value(word, field) : unusable_text(key, field);
}

SiteReader::Result SiteReader::read_name(SiteKey const& key, Field const& field) {
  std::string_view const name = trimmed_text(field);
  return is_name(name) ? text_value(name, field) : unusable_text(key, field);
}

SiteReader::Result SiteReader::read_url(SiteKey const& key, Field const& field) {
  bool const is_image = key.type == SiteKeyType::image;
  std::string const url = reader_.url(field, is_image ? UrlUse::image : UrlUse::link);
  if (url.empty()) return std::nullopt;
  return text_value(url, field);
}

SiteReader::Result SiteReader::read_absolute_url(SiteKey const& key, Field const& field) {
  std::string url(trimmed_text(field));
  if (!is_base_url(url)) return unusable_text(key, field);
  if (!url.ends_with('/')) url += '/';
  return text_value(url, field);
}

SiteReader::Result SiteReader::read_path(SiteKey const& key, Field const& field) {
  std::string path(trimmed_text(field));
  while (path.starts_with("./")) path.erase(0, 2);
  if (path.empty() || !is_path_within(path)) return unusable_text(key, field);
  if (key.type == SiteKeyType::folder && !path.ends_with('/')) path += '/';
  return text_value(path, field);
}

template <class Reader>
SiteReader::Result SiteReader::read_list(Field const& field, Reader&& read_one) {
  std::vector<Value> items;
  std::set<std::string, std::less<>> known;
  for_each_item(field, [&](Field const& item) {
    Result value = read_one(item);
    if (!value) return;
    if (value->is(Kind::string) && !known.emplace(value->text()).second) return;
    items.push_back(*std::move(value));
  });
  if (items.empty() && !field.is(Kind::sequence)) return std::nullopt;
  return Value(std::move(items), field.value->where());
}

SiteReader::Result SiteReader::read_mapping(SiteKey const& key, Field const& field,
                                            Missing missing) {
  if (!field.is(Kind::mapping)) return unusable(key, field);
  bool const is_open = key.type == SiteKeyType::open_mapping;
  std::string owner = is_one_of_many(key) ? "An entry of `" : "`";
  owner.append(field.name).append("`");
  std::vector<SiteKeyPart> const parts = site_key_parts(prefix_of_parts(key));
  std::vector<std::string_view> const words = words_of(parts);
  if (!is_open) report_unknown_keys(reader_, owner, *field.value, words);

  std::vector<Member> members;
  bool is_complete = true;
  for (auto const& [word, part] : parts) {
    std::string name(field.name);
    name.append(separator_of_parts(key)).append(word);
    Field const found = find_field(*field.value, name);
    Result value = read(*part, found, missing);
    if (!value && part->is_required) {
      is_complete = false;
      if (found.value != nullptr) continue;
      reader_.report(site_value, field.value->where(),
                     owner + " lacks `" + std::string(word) + "`; it is left out.");
    }
    if (!value && missing == Missing::has_default && part->fallback) value = default_of(*part);
    if (value) members.push_back({std::string(word), {}, *std::move(value)});
  }
  if (!is_complete) return std::nullopt;
  for (Member const& member : field.value->members()) {
    bool const is_own = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return equals_ignoring_case(word, member.key);
    });
    if (is_open && !is_own) members.push_back(member);
  }
  return mapping_value(std::move(members), field);
}

SiteReader::Result SiteReader::read_shorthand(SiteKey const& key, Field const& field,
                                              Missing missing) {
  if (key.shorthand == SiteShorthand::truth) {
    std::optional<bool> const truth = lenient_boolean(field);
    return truth ? boolean_value(*truth, field) : unusable(key, field);
  }
  if (key.shorthand == SiteShorthand::none) return unusable(key, field);
  std::vector<SiteKeyPart> const parts = site_key_parts(prefix_of_parts(key));
  SiteKey const& first = *parts.front().key;
  Result const value = read(first, field, missing);
  if (!value) return std::nullopt;
  std::vector<Member> members;
  for (auto const& [word, part] : parts) {
    bool const is_meant = part == &first || key.shorthand == SiteShorthand::each_key;
    if (is_meant || missing == Missing::has_default) {
      members.push_back({std::string(word), {}, is_meant ? *value : default_of(*part)});
    }
  }
  return mapping_value(std::move(members), field);
}

SiteReader::Result SiteReader::read_by_name(SiteKey const& key, Field const& field) {
  if (!field.is(Kind::mapping)) return unusable(key, field);
  std::vector<Member> members;
  for (Member const& member : field.value->members()) {
    Field const entry = field_of(field.name, member.value);
    if (entry.value == nullptr) continue;
    Result value = read_mapping(key, entry, Missing::is_left_out);
    if (value) {
      members.push_back({std::string(trimmed(member.key)), member.key_where, *std::move(value)});
    }
  }
  return mapping_value(std::move(members), field);
}

void SiteReader::add_language(Languages& languages, SiteKey const& key, Field const& tag,
                              Field const& parts) {
  std::string const lang = reader_.language(tag);
  std::string folded = lang;
  std::transform(folded.begin(), folded.end(), folded.begin(), ascii_lower);
  if (lang.empty() || !languages.known.insert(std::move(folded)).second) return;
  Value const no_parts(std::vector<Member>{}, tag.value->where());
  Result value;
  if (parts.value != nullptr) value = read_mapping(key, parts, Missing::has_default);
  if (!value) value = read_mapping(key, {key.name, &no_parts}, Missing::has_default);
  std::vector<Member> members{{"lang", {}, text_value(lang, tag)}};
  members.insert(members.end(), value->members().begin(), value->members().end());
  languages.items.push_back(mapping_value(std::move(members), tag));
}

SiteReader::Result SiteReader::read_languages(SiteKey const& key, Field const& field) {
  Languages languages;
  if (field.is(Kind::mapping)) {
    for (Member const& member : field.value->members()) {
      Value const tag(Kind::string, member.key, member.key_where);
      add_language(languages, key, {field.name, &tag}, field_of(field.name, member.value));
    }
  } else {
    for_each_item(field, [&](Field const& tag) { add_language(languages, key, tag, {}); });
  }
  return Value(std::move(languages.items), field.value->where());
}

void SiteReader::settle_languages(Value& lang, bool is_lang_given, Value& languages) {
  for (Value const& language : languages.items()) {
    Value const& tag = *language.find("lang");
    // Without a word on it, the first language is the site's.
    if (!is_lang_given || equals_ignoring_case(tag.text(), lang.text())) {
      lang = tag;
      return;
    }
  }
  Languages own;
  add_language(own, site_key("languages"), {"lang", &lang}, {});
  std::vector<Value> all = std::move(own.items);
  all.insert(all.end(), languages.items().begin(), languages.items().end());
  languages = Value(std::move(all), languages.where());
}

SiteReader::Result SiteReader::read(SiteKey const& key, Field const& field, Missing missing) {
  if (field.value == nullptr) return std::nullopt;
  auto const each = [&](auto read_one) {
    return read_list(field, [&](Field const& item) { return (this->*read_one)(key, item); });
  };
  switch (key.type) {
    case SiteKeyType::text:
      return read_text(field);
    case SiteKeyType::boolean:
      return read_boolean(field);
    case SiteKeyType::integer:
      return read_integer(key, field);
    case SiteKeyType::number:
      return read_number(field);
    case SiteKeyType::choice:
      return read_choice(key, field);
    case SiteKeyType::choices:
      return each(&SiteReader::read_choice);
    case SiteKeyType::url:
    case SiteKeyType::image:
      return read_url(key, field);
    case SiteKeyType::absolute_url:
      return read_absolute_url(key, field);
    case SiteKeyType::language: {
      std::string const tag = reader_.language(field);
      if (tag.empty()) return std::nullopt;
      return text_value(tag, field);
    }
    case SiteKeyType::folder:
      return read_path(key, field);
    case SiteKeyType::paths:
      return each(&SiteReader::read_path);
    case SiteKeyType::texts:
      return read_list(field, [this](Field const& item) { return read_text(item); });
    case SiteKeyType::names:
      return each(&SiteReader::read_name);
    case SiteKeyType::mapping: {
      Missing const of_parts = key.parts_of.empty() ? missing : Missing::is_left_out;
      return field.is(Kind::mapping) ? read_mapping(key, field, of_parts)
                                     : read_shorthand(key, field, of_parts);
    }
    case SiteKeyType::open_mapping:
      return read_mapping(key, field, missing);
    case SiteKeyType::mappings:
      return read_list(
          field, [&](Field const& item) { return read_mapping(key, item, Missing::has_default); });
    case SiteKeyType::by_name:
      return read_by_name(key, field);
    case SiteKeyType::languages:
      return read_languages(key, field);
    case SiteKeyType::options:
      break;
  }
  return std::nullopt;
}

Value SiteReader::read(FrontMatter const& tree, Value options) {
  std::vector<SiteKeyPart> const parts = site_key_parts({});
  std::vector<std::string_view> const words = words_of(parts);
  report_unknown_keys(reader_, "The configuration", tree, words);

  std::vector<Member> members;
  std::vector<Member> settings;
  std::size_t lang = 0;
  bool is_lang_given = false;
  for (auto const& [word, key] : parts) {
    if (key->type == SiteKeyType::options) continue;
    bool const is_setting = !key->fallback;
    Result value = read(*key, find_field(tree, word),
                        is_setting ? Missing::is_left_out : Missing::has_default);
    if (key->type == SiteKeyType::language) {
      lang = members.size();
      is_lang_given = value.has_value();
    }
    if (!value && !is_setting) value = default_of(*key);
    if (value) {
      (is_setting ? settings : members).push_back({std::string(word), {}, *std::move(value)});
    }
    if (key->type == SiteKeyType::languages) {
      settle_languages(members[lang].value, is_lang_given, members.back().value);
    }
  }
  reader_.report_uncounted();
  members.push_back({"settings", {}, Value(std::move(settings), {})});
  members.push_back({"options", {}, std::move(options)});
  return {std::move(members), tree.where()};
}

/// The option of render() that a key means, ignoring case.
struct OptionKey {
  std::string_view name;
  Kind kind;  ///< of its value in the configuration
};

std::vector<OptionKey> option_keys() {
  std::vector<OptionKey> keys;
  for_each_option([&keys]<class T>(OptionDescription<T> const& option) {
    constexpr Kind kind = std::is_same_v<T, bool>  ? Kind::boolean
                          : std::is_same_v<T, int> ? Kind::integer
                                                   : Kind::string;
    keys.push_back({option.name, kind});
  });
  return keys;
}

/// Reads `options`.
/// \param set what is usable is set there
/// \return what is usable, as a mapping
Value read_options(Field const& field, RenderOptions& set, std::vector<Diagnostic>& diagnostics) {
  ValueReader reader({}, diagnostics, site_subject);
  std::vector<Member> members;
  if (field.value != nullptr && !field.is(Kind::mapping)) {
    reader.report(site_type, field, "a mapping of options");
  } else if (field.value != nullptr) {
    std::vector<OptionKey> const keys = option_keys();
    std::vector<std::string_view> words(keys.size());
    std::transform(keys.begin(), keys.end(), words.begin(),
                   [](OptionKey const& key) { return key.name; });
    report_unknown_keys(reader, "`options`", *field.value, words);
    for (auto const& [word, kind] : keys) {
      std::string const name = "options." + std::string(word);
      Field const found = find_field(*field.value, name);
      if (found.value == nullptr) continue;
      std::string_view const text = trimmed(found.value->text());
      if (found.is(Kind::sequence) || found.is(Kind::mapping)) {
        reader.report(site_type, found, "a text, a number, `true` or `false`");
      } else if (auto const error = set_option(set, word, text)) {
        bool const is_right_kind = found.is(Kind::string) || found.is(kind);
        reader.report(is_right_kind ? site_value : site_type, found, error->expected);
      } else if (kind == Kind::boolean) {
        bool const truth = lenient_boolean(found).value_or(true);
        members.push_back({std::string(word), {}, boolean_value(truth, found)});
      } else {
        members.push_back(
            {std::string(word), {}, Value(kind, std::string(text), found.value->where())});
      }
    }
    reader.report_uncounted();
  }
  return {std::move(members), {}};
}

}  // namespace

Value read_configuration(FrontMatter const& tree, std::vector<Diagnostic>& diagnostics) {
  RenderOptions options;
  Value set = read_options(find_field(tree, "options"), options, diagnostics);
  return SiteReader(options.url_schemes, diagnostics).read(tree, std::move(set));
}

}  // namespace inkstone
