// The list of the front matter's keys, and those whose values have a form of their own.
#include "metadata_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ascii.h"
#include "value_reader.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using Texts = std::vector<std::string>;

void read_level(ValueReader& reader, Field const& field, int& level) {
  if (field.value == nullptr) return;
  std::optional<std::int64_t> const number = field.value->integer();
  if (number && *number >= 1 && *number <= 6) {
    level = static_cast<int>(*number);
    return;
  }
  reader.report(number ? DiagnosticCode::metadata_value : DiagnosticCode::metadata_type, field,
                "a heading level from 1 to 6");
}

/// A boolean, or a mapping with the levels `min` and `max`, which means true.
TocSettings read_toc(ValueReader& reader, Field const& field, TocSettings settings) {
  if (field.is(Kind::mapping)) {
    settings.show = true;
    read_level(reader, find_field(*field.value, "toc.min"), settings.min);
    read_level(reader, find_field(*field.value, "toc.max"), settings.max);
  } else if (std::optional<bool> const show = lenient_boolean(field)) {
    settings.show = show;
  } else if (field.value != nullptr) {
    reader.report(DiagnosticCode::metadata_type, field,
                  "`true`, `false` or levels such as `{min: 2, max: 4}`");
  }
  return settings;
}

/// Languages, or a mapping from them to URLs.
std::vector<Translation> read_translations(ValueReader& reader, Field const& field) {
  std::vector<Translation> translations;
  std::set<std::string> known;  // in lower case
  auto const add = [&](std::string lang, Field const& url) {
    std::string key = lang;
    std::transform(key.begin(), key.end(), key.begin(), ascii_lower);
    if (lang.empty() || !known.insert(std::move(key)).second) return;
    translations.push_back({std::move(lang), reader.url(url, UrlUse::link)});
  };
  if (field.is(Kind::mapping)) {
    for (Member const& member : field.value->members()) {
      Value const key(Kind::string, member.key, member.key_where);
      add(reader.language({field.name, &key}), field_of(field.name, member.value));
    }
  } else {
    for_each_item(field, [&](Field const& item) { add(reader.language(item), {}); });
  }
  return translations;
}

/// The article's entry in one menu.
/// \param settings nothing, or a mapping
MenuEntry read_menu_entry(ValueReader& reader, std::string_view menu, Field const& settings) {
  MenuEntry entry;
  entry.menu = menu;
  if (settings.value == nullptr) return entry;
  entry.name = reader.text(find_field(*settings.value, "menu.name"));
  entry.weight = reader.number(find_field(*settings.value, "menu.weight"));
  entry.identifier = reader.text(find_field(*settings.value, "menu.identifier"));
  return entry;
}

/// Names of menus, or a mapping from them to settings.
std::vector<MenuEntry> read_menu(ValueReader& reader, Field const& field) {
  std::vector<MenuEntry> entries;
  std::set<std::string_view> known;
  auto const add = [&](Field const& given, std::string_view menu, Field const& settings,
                       bool is_usable) {
    if (!is_usable) {
      reader.report(DiagnosticCode::metadata_type, given,
                    "menus such as `main`, or a mapping such as `{main: {weight: 1}}`");
    } else if (!menu.empty() && known.insert(menu).second) {
      entries.push_back(read_menu_entry(reader, menu, settings));
    }
  };
  if (field.is(Kind::mapping)) {
    for (Member const& member : field.value->members()) {
      Field const settings = field_of(field.name, member.value);
      add(settings, trimmed(member.key), settings,
          settings.value == nullptr || settings.is(Kind::mapping));
    }
  } else {
    for_each_item(field, [&](Field const& item) {
      add(item, trimmed(item.value->text()), {}, item.is(Kind::string));
    });
  }
  return entries;
}

/// A URL, or a mapping with `src`, `alt` and `visibility`.
Thumbnail read_thumbnail(ValueReader& reader, Field const& field) {
  Thumbnail thumbnail;
  if (field.is(Kind::mapping)) {
    Value const& parts = *field.value;
    thumbnail.src = reader.url(find_field(parts, "thumbnail.src"), UrlUse::image);
    thumbnail.alt = reader.text(find_field(parts, "thumbnail.alt"));
    thumbnail.visibility =
        reader.words<Visibility>(find_field(parts, "thumbnail.visibility"), visibility_names);
  } else if (field.is(Kind::string)) {
    thumbnail.src = reader.url(field, UrlUse::image);
  } else if (field.value != nullptr) {
    reader.report(DiagnosticCode::metadata_type, field, "a URL, or a mapping with `src`");
  }
  return thumbnail;
}

/// A side, or a false boolean.
std::optional<Sidebar> read_sidebar(ValueReader& reader, Field const& field) {
  if (field.value == nullptr) return std::nullopt;
  if (lenient_boolean(field) == false) return Sidebar::none;
  if (field.is(Kind::string)) {
    std::string_view const side = trimmed(field.value->text());
    if (side == "left") return Sidebar::left;
    if (side == "right") return Sidebar::right;
  }
  bool const is_right_kind = field.is(Kind::string) || field.is(Kind::boolean);
  reader.report(is_right_kind ? DiagnosticCode::metadata_value : DiagnosticCode::metadata_type,
                field, "`left`, `right` or `false`");
  return std::nullopt;
}

}  // namespace

Metadata read_metadata(FrontMatter const& front_matter, RenderOptions const& options,
                       std::vector<KeyPlace>& places, std::vector<Diagnostic>& diagnostics) {
  ValueReader reader(options.url_schemes, diagnostics);
  auto const key = [&](std::string_view name) {
    Field const field = find_field(front_matter, name);
    if (field.value != nullptr) places.push_back({name, field.value->where()});
    return field;
  };

  Metadata metadata;
  metadata.title = reader.text(key("title"));
  metadata.date = reader.date(key("date"));
  metadata.lastmod = reader.date(key("lastmod"));
  metadata.author = reader.texts(key("author"));
  metadata.lead = reader.text(key("lead"));
  metadata.summary = reader.text(key("summary"));
  metadata.description = reader.text(key("description"));
  metadata.categories = reader.texts(key("categories")).value_or(Texts{});
  metadata.tags = reader.texts(key("tags")).value_or(Texts{});
  metadata.lang = reader.first_language(key("lang"));
  metadata.translations = read_translations(reader, key("translations"));
  metadata.menu = read_menu(reader, key("menu"));
  metadata.weight = reader.number(key("weight")).value_or(Number());
  metadata.thumbnail = read_thumbnail(reader, key("thumbnail"));
  metadata.toc.max = options.toc_depth;
  metadata.toc = read_toc(reader, key("toc"), metadata.toc);
  metadata.mathjax = reader.boolean(key("mathjax"));
  metadata.comments = reader.boolean(key("comments"));
  metadata.authorbox = reader.boolean(key("authorbox"));
  metadata.pager = reader.boolean(key("pager"));
  metadata.sidebar = read_sidebar(reader, key("sidebar"));
  metadata.widgets = reader.words<Widget>(key("widgets"), widget_names);
  metadata.draft = reader.boolean(key("draft")).value_or(false);
  metadata.publish_date = reader.date(key("publishDate"));
  metadata.expiry_date = reader.date(key("expiryDate"));
  metadata.slug = reader.text(key("slug"));
  metadata.aliases = reader.texts(key("aliases")).value_or(Texts{});
  metadata.translation_key = reader.text(key("translationKey"));
  metadata.type = reader.text(key("type"));
  metadata.layout = reader.text(key("layout"));
  reader.report_uncounted();

  if (metadata.summary.empty()) metadata.summary = metadata.description;
  if (metadata.description.empty()) metadata.description = metadata.summary;
  return metadata;
}

Position summary_place(FrontMatter const& front_matter) {
  for (std::string_view const key : {"summary", "description"}) {
    Field const field = find_field(front_matter, key);
    if (field.value != nullptr && !trimmed(field.value->text()).empty()) {
      return field.value->where();
    }
  }
  return {};
}

}  // namespace inkstone
