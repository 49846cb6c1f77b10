// Articles and tables in the form that crosses language boundaries.
#include "inkstone/json.h"

#include <new>
#include <string>
#include <type_traits>

#include "inkstone/render.h"
#include "inkstone/site.h"
#include "inkstone/version.h"
#include "json_writer.h"
#include "metadata_json.h"

namespace inkstone {

namespace {

std::string error_json(std::string_view code, std::string_view message) {
  std::string json = "{";
  write_json_name(json, "error");
  json += '{';
  write_json_name(json, "code");
  write_json_string(json, code);
  write_json_name(json, "message");
  write_json_string(json, message);
  json += "}}";
  return json;
}

/// As the members of an object that is open already.
void write_position(std::string& json, Position where) {
  write_json_name(json, "line");
  json += std::to_string(where.line);
  write_json_name(json, "column");
  json += std::to_string(where.column);
}

void write_places(std::string& json, std::vector<KeyPlace> const& places) {
  json += '{';
  for (KeyPlace const& place : places) {
    write_json_name(json, place.key);
    json += '{';
    write_position(json, place.where);
    json += '}';
  }
  json += '}';
}

void write_toc(std::string& json, std::vector<TocEntry> const& entries) {
  write_json_list(json, entries, [&json](TocEntry const& entry) {
    json += '{';
    write_json_name(json, "level");
    json += std::to_string(entry.level);
    write_json_name(json, "id");
    write_json_string(json, entry.id);
    write_json_name(json, "text");
    write_json_string(json, entry.text);
    write_json_name(json, "children");
    write_toc(json, entry.children);
    json += '}';
  });
}

void write_summary(std::string& json, Summary const& summary) {
  json += '{';
  write_json_name(json, "text");
  write_json_string(json, summary.text);
  write_json_name(json, "html");
  write_json_string(json, summary.html);
  json += '}';
}

void write_counts(std::string& json, Counts const& counts) {
  json += '{';
  write_json_name(json, "words");
  json += std::to_string(counts.words);
  write_json_name(json, "characters");
  json += std::to_string(counts.characters);
  write_json_name(json, "minutes");
  json += std::to_string(counts.minutes);
  json += '}';
}

void write_diagnostics(std::string& json, std::vector<Diagnostic> const& diagnostics) {
  write_json_list(json, diagnostics, [&json](Diagnostic const& diagnostic) {
    json += '{';
    write_json_name(json, "code");
    write_json_string(json, describe(diagnostic.code).word);
    write_json_name(json, "severity");
    write_json_string(json, name_of(diagnostic.severity()));
    write_json_name(json, "message");
    write_json_string(json, diagnostic.message);
    write_position(json, diagnostic.where);
    json += '}';
  });
}

/// Everything but the HTML, as the members of an object that is open already.
void write_article_members(std::string& json, Article const& article) {
  write_json_name(json, "frontMatter");
  write_json(json, article.front_matter);
  write_json_name(json, "metadata");
  write_metadata(json, article.metadata);
  write_json_name(json, "places");
  write_places(json, article.places);
  write_json_name(json, "toc");
  write_toc(json, article.toc);
  write_json_name(json, "summary");
  write_summary(json, article.summary);
  write_json_name(json, "counts");
  write_counts(json, article.counts);
  write_json_name(json, "diagnostics");
  write_diagnostics(json, article.diagnostics);
}

void write_range(std::string& json, int minimum, int maximum) {
  write_json_name(json, "minimum");
  json += std::to_string(minimum);
  write_json_name(json, "maximum");
  json += std::to_string(maximum);
}

/// What an option's values look like: its type, and their range or list.
void write_type(std::string& json, OptionDescription<bool> const&) {
  write_json_string(json, "boolean");
}

void write_type(std::string& json, OptionDescription<int> const& option) {
  write_json_string(json, "integer");
  write_range(json, option.minimum, option.maximum);
}

template <class Choice>
void write_type(std::string& json, OptionDescription<Choice> const&) {
  write_json_string(json, "choice");
  write_json_name(json, "choices");
  write_json_list(json, choice_names<Choice>,
                  [&json](std::string_view name) { write_json_string(json, name); });
}

void write_type(std::string& json, OptionDescription<std::string> const&) {
  write_json_string(json, "text");
}

template <class T>
void write_default(std::string& json, OptionDescription<T> const& option) {
  RenderOptions const defaults;
  std::string const text = option_text(defaults.*option.member);
  if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, int>) {
    json += text;
  } else {
    write_json_string(json, text);
  }
}

void write_site_key(std::string& json, SiteKey const& key) {
  json += '{';
  write_json_name(json, "name");
  write_json_string(json, key.name);
  write_json_name(json, "takes");
  write_json_string(json, expected_by(key));
  write_json_name(json, "default");
  write_json(json, default_of(key));
  write_json_name(json, "meaning");
  write_json_string(json, key.meaning);
  if (!key.choices.empty()) {
    write_json_name(json, "choices");
    write_json_list(json, key.choices,
                    [&json](std::string_view choice) { write_json_string(json, choice); });
  }
  if (key.type == SiteKeyType::integer) write_range(json, key.minimum, key.maximum);
  if (key.is_required) {
    write_json_name(json, "required");
    json += "true";
  }
  json += '}';
}

}  // namespace

std::string to_json(Article const& article) {
  std::string json = "{";
  write_json_name(json, "html");
  write_json_string(json, article.html);
  write_article_members(json, article);
  json += '}';
  return json;
}

ArticleTexts render_to_texts(std::string_view source, std::string_view options) noexcept {
  try {
    RenderOptions render_options;
    if (auto const error = read_options(render_options, options)) {
      bool const is_unknown = error->code == OptionError::Code::unknown_option;
      return {{}, error_json(is_unknown ? "unknown-option" : "invalid-option", error->message)};
    }
    Article article = render(source, render_options);
    for (Diagnostic const& diagnostic : article.diagnostics) {
      if (diagnostic.code == DiagnosticCode::out_of_memory) {
        return {{}, error_json(describe(diagnostic.code).word, diagnostic.message)};
      }
    }
    ArticleTexts texts{std::move(article.html), "{"};
    write_article_members(texts.json, article);
    texts.json += '}';
    return texts;
  } catch (std::bad_alloc const&) {
    return {{}, error_json("out-of-memory", "There was not enough memory to render this article.")};
  }
}

std::string read_site_to_json(std::string_view source) noexcept {
  try {
    SiteReading const reading = read_site(source);
    std::string json = "{";
    write_json_name(json, "configuration");
    write_json(json, reading.configuration);
    write_json_name(json, "diagnostics");
    write_diagnostics(json, reading.diagnostics);
    json += '}';
    return json;
  } catch (std::bad_alloc const&) {
    return error_json("out-of-memory", "There was not enough memory to read this configuration.");
  }
}

std::string describe_to_json() {
  std::string json = "{";
  write_json_name(json, "version");
  write_json_string(json, version);
  write_json_name(json, "options");
  json += '[';
  for_each_option([&json](auto const& option) {
    if (json.back() != '[') json += ',';
    json += '{';
    write_json_name(json, "name");
    write_json_string(json, option.name);
    write_json_name(json, "type");
    write_type(json, option);
    write_json_name(json, "default");
    write_default(json, option);
    write_json_name(json, "meaning");
    write_json_string(json, option.meaning);
    json += '}';
  });
  json += ']';
  write_json_name(json, "siteKeys");
  write_json_list(json, site_keys(), [&json](SiteKey const& key) { write_site_key(json, key); });
  write_json_name(json, "diagnostics");
  auto const write_diagnostic = [&json](DiagnosticDescription const& diagnostic) {
    json += '{';
    write_json_name(json, "code");
    write_json_string(json, diagnostic.word);
    write_json_name(json, "severity");
    write_json_string(json, name_of(diagnostic.severity));
    write_json_name(json, "reporter");
    write_json_string(json, name_of(diagnostic.reporter));
    write_json_name(json, "meaning");
    write_json_string(json, diagnostic.meaning);
    json += '}';
  };
  write_json_list(json, diagnostic_descriptions(), write_diagnostic);
  json += '}';
  return json;
}

}  // namespace inkstone
