// Reads a configuration by the table of its keys: what stands in what, what is added where it is
// not given, and the site's languages.
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
#include "site_options.h"
#include "site_value_reader.h"
#include "value_reader.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using enum DiagnosticCode;

/// What a key is where it is not given.
enum class Missing : std::uint8_t { has_default, is_left_out };

Value mapping_value(std::vector<Member> members, Field const& field) {
  return {std::move(members), field.value->where()};
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
  using Result = SiteValueReader::Result;

  /// A value in the form that the configuration has; nothing if the field says nothing or what
  /// cannot be used, which is reported.
  Result read(SiteKey const& key, Field const& field, Missing missing);
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

  ValueReader reader_;
  SiteValueReader values_{reader_};
};

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
  switch (key.type) {
    case SiteKeyType::choices:
    case SiteKeyType::names:
    case SiteKeyType::paths:
    case SiteKeyType::texts:
      return read_list(field, [&](Field const& item) { return values_.read(key, item); });
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
      return std::nullopt;
    default:
      return values_.read(key, field);
  }
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

}  // namespace

Value read_configuration(FrontMatter const& tree, std::vector<Diagnostic>& diagnostics) {
  RenderOptions options;
  Value set = read_site_options(find_field(tree, "options"), options, diagnostics);
  return SiteReader(options.url_schemes, diagnostics).read(tree, std::move(set));
}

}  // namespace inkstone
