#include "metadata_json.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "json_writer.h"

namespace inkstone {

namespace {

using Words = std::span<std::string_view const>;

void write_text(std::string& json, std::string_view name, std::string_view text) {
  write_json_name(json, name);
  write_json_string(json, text);
}

void write_number(std::string& json, std::string_view name, std::string_view digits) {
  write_json_name(json, name);
  json += digits;
}

void write_boolean(std::string& json, std::string_view name, std::optional<bool> truth) {
  write_json_name(json, name);
  json += !truth ? "null" : *truth ? "true" : "false";
}

/// \param write appends one item
template <class Items, class Writer>
void write_list(std::string& json, std::string_view name, Items const& items, Writer&& write) {
  write_json_name(json, name);
  write_json_list(json, items, write);
}

void write_texts(std::string& json, std::string_view name, std::vector<std::string> const& texts) {
  write_list(json, name, texts,
             [&json](std::string const& text) { write_json_string(json, text); });
}

void write_null(std::string& json, std::string_view name) {
  write_json_name(json, name);
  json += "null";
}

/// \param names the words of an enumeration, in its order
template <class Word>
void write_words(std::string& json, std::string_view name,
                 std::optional<std::vector<Word>> const& words, Words names) {
  if (!words) return write_null(json, name);
  write_list(json, name, *words,
             [&](Word word) { write_json_string(json, names[static_cast<std::size_t>(word)]); });
}

void write_translations(std::string& json, std::vector<Translation> const& translations) {
  write_list(json, "translations", translations, [&json](Translation const& translation) {
    json += '{';
    write_text(json, "lang", translation.lang);
    write_text(json, "url", translation.url);
    json += '}';
  });
}

void write_menu(std::string& json, std::vector<MenuEntry> const& menu) {
  write_list(json, "menu", menu, [&json](MenuEntry const& entry) {
    json += '{';
    write_text(json, "menu", entry.menu);
    write_text(json, "name", entry.name);
    write_number(json, "weight", entry.weight ? entry.weight->json() : "null");
    write_text(json, "identifier", entry.identifier);
    json += '}';
  });
}

void write_thumbnail(std::string& json, Thumbnail const& thumbnail) {
  write_json_name(json, "thumbnail");
  json += '{';
  write_text(json, "src", thumbnail.src);
  write_text(json, "alt", thumbnail.alt);
  write_words(json, "visibility", thumbnail.visibility, visibility_names);
  json += '}';
}

void write_toc_settings(std::string& json, TocSettings const& toc) {
  write_json_name(json, "toc");
  json += '{';
  write_boolean(json, "show", toc.show);
  write_number(json, "min", std::to_string(toc.min));
  write_number(json, "max", std::to_string(toc.max));
  json += '}';
}

}  // namespace

void write_metadata(std::string& json, Metadata const& metadata) {
  json += '{';
  write_text(json, "title", metadata.title);
  write_text(json, "date", metadata.date);
  write_text(json, "lastmod", metadata.lastmod);
  if (metadata.author) {
    write_texts(json, "author", *metadata.author);
  } else {
    write_null(json, "author");
  }
  write_text(json, "lead", metadata.lead);
  write_text(json, "summary", metadata.summary);
  write_text(json, "description", metadata.description);
  write_texts(json, "categories", metadata.categories);
  write_texts(json, "tags", metadata.tags);
  write_text(json, "lang", metadata.lang);
  write_translations(json, metadata.translations);
  write_menu(json, metadata.menu);
  write_number(json, "weight", metadata.weight.json());
  write_thumbnail(json, metadata.thumbnail);
  write_toc_settings(json, metadata.toc);
  write_boolean(json, "mathjax", metadata.mathjax);
  write_boolean(json, "comments", metadata.comments);
  write_boolean(json, "authorbox", metadata.authorbox);
  write_boolean(json, "pager", metadata.pager);
  if (metadata.sidebar) {
    write_text(json, "sidebar", sidebar_names.at(static_cast<std::size_t>(*metadata.sidebar)));
  } else {
    write_null(json, "sidebar");
  }
  write_words(json, "widgets", metadata.widgets, widget_names);
  write_boolean(json, "draft", metadata.draft);
  write_text(json, "publishDate", metadata.publish_date);
  write_text(json, "expiryDate", metadata.expiry_date);
  write_text(json, "slug", metadata.slug);
  write_texts(json, "aliases", metadata.aliases);
  write_text(json, "translationKey", metadata.translation_key);
  write_text(json, "type", metadata.type);
  write_text(json, "layout", metadata.layout);
  json += '}';
}

}  // namespace inkstone
