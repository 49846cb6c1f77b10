// The table of a site's keys, and how keys are found in it.
#include "site_keys.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "ascii.h"
#include "value_reader.h"

namespace inkstone {

namespace {

using enum SiteKeyType;

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 2> url_modes{"hash", "path"};
constexpr std::array<std::string_view, 4> search_engines{"auto", "minisearch", "pagefind", "none"};
constexpr std::array<std::string_view, 4> date_styles{"full", "long", "medium", "short"};
constexpr std::array<std::string_view, 8> referrer_policies{"no-referrer",
                                                            "no-referrer-when-downgrade",
                                                            "same-origin",
                                                            "origin",
                                                            "strict-origin",
                                                            "origin-when-cross-origin",
                                                            "strict-origin-when-cross-origin",
                                                            "unsafe-url"};

constexpr std::optional<std::string_view> no_default;

constexpr SiteKey simple(std::string_view name, SiteKeyType type,
                         std::optional<std::string_view> fallback, std::string_view meaning) {
  SiteKey key{name, meaning, fallback};
  key.type = type;
  return key;
}

constexpr SiteKey required(std::string_view name, SiteKeyType type, std::string_view meaning) {
  SiteKey key = simple(name, type, "", meaning);
  key.is_required = true;
  return key;
}

constexpr SiteKey chosen(std::string_view name, std::optional<std::string_view> fallback,
                         Words choices, std::string_view meaning) {
  SiteKey key = simple(name, choice, fallback, meaning);
  key.choices = choices;
  return key;
}

constexpr SiteKey some_of(std::string_view name, Words words, std::string_view meaning) {
  SiteKey key = simple(name, choices, no_default, meaning);
  key.choices = words;
  return key;
}

constexpr SiteKey whole(std::string_view name, std::optional<std::string_view> fallback,
                        int minimum, int maximum, std::string_view meaning) {
  SiteKey key = simple(name, integer, fallback, meaning);
  key.minimum = minimum;
  key.maximum = maximum;
  return key;
}

constexpr SiteKey grouped(std::string_view name, std::optional<std::string_view> fallback,
                          SiteShorthand shorthand, std::string_view meaning) {
  SiteKey key = simple(name, mapping, fallback, meaning);
  key.shorthand = shorthand;
  return key;
}

constexpr SiteKey alike(std::string_view name, SiteKeyType type,
                        std::optional<std::string_view> fallback, std::string_view parts_of,
                        std::string_view meaning) {
  SiteKey key = simple(name, type, fallback, meaning);
  key.parts_of = parts_of;
  return key;
}

constexpr SiteKey keys[] = {
    simple("title", text, "", "The site's name."),
    simple("tagline", text, "", "A line beside the title."),
    simple("description", text, "", "What search engines and feeds are told of the site."),
    simple("copyright", text, "", "The line at the foot of every page."),
    grouped("logo", "", SiteShorthand::first_key, "The picture before the title."),
    simple("logo.src", image, "", "Where the picture is, relative to the configuration."),
    simple("logo.alt", text, "", "What it shows, in words, where the title does not say it."),
    simple("baseUrl", absolute_url, "",
           "Where the site will be on the web. Feeds, canonical links and the sitemap need it."),
    simple(
        "lang", language, "en",
        "The language of articles that do not say theirs. Without it, the first of `languages`."),
    simple("languages", SiteKeyType::languages, "",
           "The languages that the site can be read in, in their order. `lang` is one of them."),
    simple("languages.*.title", text, "", "The site's name in this language, if it has another."),
    simple("languages.*.tagline", text, "", "Likewise."),
    simple("languages.*.description", text, "", "Likewise."),
    simple("languages.*.copyright", text, "", "Likewise."),
    alike("languages.*.menus", mapping, "", "menus",
          "Menus for this language; one that is given replaces the site's."),
    chosen("urls", "hash", url_modes,
           "Whether addresses of pages are in the fragment (`#/posts/a`), which works on every "
           "server, or in the path, which wants a server that knows them, or prerendered pages."),
    simple("index", folder, "inkstone-index/", "The folder that `npx inkstone index` writes."),
    simple("articles", paths, "", "The articles of a small site that has no index."),
    simple("mainSections", texts, "",
           "The sections that the home page and the widget `recent` show. None: all of them."),
    grouped("menus", "", SiteShorthand::none,
            "Entries of menus, besides those that articles ask for."),
    simple("menus.main", mappings, "", "The menu in the header."),
    required("menus.main[].title", text, "The entry's words."),
    required("menus.main[].url", url,
             "A place of the site that begins with a slash, such as `/tags`, or a URL."),
    simple("menus.main[].weight", number, "0",
           "The entry's place: small numbers come first, 0 is last."),
    alike("menus.side", mappings, "", "menus.main",
          "The menu of the widget `sidemenu`; as `menus.main`."),
    alike("menus.footer", mappings, "", "menus.main", "The menu in the footer; as `menus.main`."),
    grouped("sidebar", "", SiteShorthand::each_key,
            "The side of the aside. An article's own word counts more."),
    chosen("sidebar.home", "none", sidebar_names, "The side on the home page."),
    chosen("sidebar.list", "none", sidebar_names, "The side on other lists."),
    chosen("sidebar.single", "none", sidebar_names, "The side on an article's page."),
    grouped("widgets", "", SiteShorthand::each_key,
            "What stands in the aside, in this order: `search`, `recent`, `categories`, `taglist`, "
            "`social`, `languages`, `sidemenu`, `toc`, or what the page has registered."),
    simple("widgets.home", names, "", "The widgets on the home page."),
    simple("widgets.list", names, "", "The widgets on other lists."),
    simple("widgets.single", names, "", "The widgets on an article's page."),
    whole("recentCount", "10", 1, 100, "How many articles the widget `recent` shows."),
    simple("termCounts", boolean, "false",
           "Whether the widgets `categories` and `taglist` show how many articles there are."),
    whole("pageSize", "10", 1, 1000, "How many articles a page of a list shows."),
    simple("readMore", boolean, "false", "Whether cards end with a link that says “read more”."),
    simple("theme", url, "",
           "`default`, `minimal`, or a style sheet's URL. None: what the page itself links."),
    simple("schemeSwitch", boolean, "true",
           "Whether the header has the switch between light and dark."),
    grouped("search", "", SiteShorthand::first_key, "How the site is searched."),
    chosen("search.engine", "auto", search_engines,
           "`auto` takes MiniSearch up to `search.limit` articles, and Pagefind above where it is "
           "installed. `none` or `false`: there is no search."),
    whole("search.limit", "2000", 0, 1'000'000,
          "The most articles that `auto` leaves to MiniSearch."),
    simple("offline", url, "", "The service worker that keeps what was read. None: there is none."),
    simple("author", texts, no_default, "Who wrote the articles that do not say it."),
    simple("authors", by_name, no_default,
           "What is known of authors, by the names that articles give."),
    simple("authors.*.name", text, no_default, "The name that readers see, if it is another."),
    simple("authors.*.avatar", image, no_default, "A picture."),
    simple("authors.*.bio", text, no_default, "A few sentences."),
    simple("authors.*.url", url, no_default, "Their own page."),
    grouped("toc", no_default, SiteShorthand::truth, "Default for the front matter's `toc`."),
    whole("toc.min", no_default, 1, 6, "The highest heading level listed."),
    whole("toc.max", no_default, 1, 6, "The deepest heading level listed."),
    simple("mathjax", boolean, no_default, "Default for the front matter's `mathjax`."),
    simple("comments", boolean, no_default, "Default for the front matter's `comments`."),
    simple("authorbox", boolean, no_default, "Default for the front matter's `authorbox`."),
    simple("pager", boolean, no_default, "Default for the front matter's `pager`."),
    grouped("thumbnail", no_default, SiteShorthand::first_key,
            "Default for the front matter's `thumbnail`."),
    simple("thumbnail.src", image, no_default, "The lead image of articles that have none."),
    simple("thumbnail.alt", text, no_default, "What it shows, in words."),
    some_of("thumbnail.visibility", visibility_names, "Where lead images are shown."),
    chosen("dateStyle", no_default, date_styles,
           "How dates are written, as in `Intl.DateTimeFormat`. `long` if not given."),
    simple("commentsProvider", open_mapping, no_default,
           "Who keeps the comments, with the provider's own settings."),
    required("commentsProvider.provider", text, "The provider's name, such as `giscus`."),
    simple("social", mappings, no_default, "Accounts elsewhere, for the widget `social`."),
    required("social[].title", text, "Words for readers, such as `GitHub`."),
    required("social[].url", url, "An address on the web or of e-mail (`mailto:`)."),
    simple("progress", boolean, no_default,
           "Whether a bar at the top of the window shows how far one has read."),
    chosen("referrerPolicy", no_default, referrer_policies,
           "What servers of images and links are told of the page, as HTML's `referrerpolicy`."),
    simple("mathRenderer", url, no_default,
           "A module that sets formulas in place of the one that comes with Inkstone."),
    simple("mermaid", url, no_default, "Mermaid's module, if it is elsewhere."),
    simple("options", SiteKeyType::options, "",
           "Options of `render`; what an attribute of an element says counts "
           "more."),
};

/// The part of a name behind `prefix`, if it is one part.
std::string_view part_behind(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return {};
  name.remove_prefix(prefix.size());
  bool const is_one = name.find_first_of(".[") == std::string_view::npos;
  return is_one ? name : std::string_view();
}

/// `a`, `b` or `c`, of the keys in what `key` holds
std::string enumerated_parts(SiteKey const& key) {
  return enumerated(words_of(site_key_parts(prefix_of_parts(key))));
}

std::string expected_mapping(SiteKey const& key) {
  std::string with = "a mapping with " + enumerated_parts(key);
  switch (key.shorthand) {
    case SiteShorthand::none:
      return with;
    case SiteShorthand::truth:
      return "`true`, `false` or " + with;
    case SiteShorthand::first_key:
    case SiteShorthand::each_key:
      break;
  }
  return expected_by(*site_key_parts(prefix_of_parts(key)).front().key) + ", or " + with;
}

/// How many letters must be put in, taken out or exchanged to make one word of the other, ignoring
/// ASCII case.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (char const letter : a) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t const exchanged = diagonal + (ascii_lower(letter) == ascii_lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::span<SiteKey const> site_keys() noexcept { return keys; }

std::string expected_by(SiteKey const& key) {
  switch (key.type) {
    case text:
      return "a text";
    case boolean:
      return "`true` or `false`";
    case integer:
      return "a whole number from " + std::to_string(key.minimum) + " to " +
             std::to_string(key.maximum);
    case number:
      return "a number such as `10`";
    case choice:
      return enumerated(key.choices);
    case choices:
      return "a list of " + enumerated(key.choices);
    case url:
      return "a URL";
    case image:
      return "an image's URL";
    case absolute_url:
      return "a URL such as `https://example.org/blog/`";
    case language:
      return "a language tag such as `zh-CN`";
    case folder:
      return "a relative path such as `index/`";
    case paths:
      return "a list of relative paths such as `posts/a.md`";
    case texts:
      return "a text or a list of texts";
    case names:
      return "a list of words such as `recent`";
    case mapping:
      return expected_mapping(key);
    case open_mapping:
      return "a mapping with " + enumerated_parts(key) + " and other keys";
    case mappings:
      return "a list of mappings with " + enumerated_parts(key);
    case by_name:
      return "a mapping from names to mappings with " + enumerated_parts(key);
    case SiteKeyType::languages:
      return "a list of language tags, or a mapping from them to mappings with " +
             enumerated_parts(key);
    case SiteKeyType::options:
      break;
  }
  return "a mapping of options";
}

Value default_of(SiteKey const& key) {
  if (!key.fallback) return {};
  switch (key.type) {
    case boolean:
      return {Value::Kind::boolean, std::string(*key.fallback), {}};
    case integer:
    case number:
      return {Value::Kind::integer, std::string(*key.fallback), {}};
    case choices:
    case paths:
    case texts:
    case names:
    case mappings:
    case SiteKeyType::languages:
      return {std::vector<Value>{}, {}};
    case mapping:
    case open_mapping:
    case by_name:
    case SiteKeyType::options:
      break;
    default:
      return {Value::Kind::string, std::string(*key.fallback), {}};
  }
  std::vector<Member> members;
  // What stands below a name stands nowhere without one.
  if (key.type == mapping && key.parts_of.empty()) {
    for (SiteKeyPart const& part : site_key_parts(prefix_of_parts(key))) {
      members.push_back({std::string(part.word), {}, default_of(*part.key)});
    }
  }
  return {std::move(members), {}};
}

std::vector<SiteKeyPart> site_key_parts(std::string_view prefix) {
  std::vector<SiteKeyPart> parts;
  for (SiteKey const& key : keys) {
    std::string_view const word = part_behind(key.name, prefix);
    if (!word.empty()) parts.push_back({word, &key});
  }
  return parts;
}

std::vector<std::string_view> words_of(std::vector<SiteKeyPart> const& parts) {
  std::vector<std::string_view> words(parts.size());
  std::transform(parts.begin(), parts.end(), words.begin(),
                 [](SiteKeyPart const& part) { return part.word; });
  return words;
}

SiteKey const& site_key(std::string_view name) {
  return *std::find_if(std::begin(keys), std::end(keys),
                       [name](SiteKey const& key) { return key.name == name; });
}

std::string_view separator_of_parts(SiteKey const& key) {
  if (key.type == mappings) return "[].";
  return key.type == by_name || key.type == SiteKeyType::languages ? ".*." : ".";
}

bool is_one_of_many(SiteKey const& key) { return separator_of_parts(key).size() > 1; }

std::string prefix_of_parts(SiteKey const& key) {
  return std::string(key.parts_of.empty() ? key.name : key.parts_of)
      .append(separator_of_parts(key));
}

std::optional<std::string_view> nearest_word(std::string_view given,
                                             std::vector<std::string_view> const& words) {
  constexpr std::size_t longest = 40;
  if (given.size() > longest) return std::nullopt;
  std::optional<std::string_view> nearest;
  // About a third of the letters may differ.
  std::size_t least = (given.size() + 1) / 3 + 1;
  for (std::string_view const word : words) {
    std::size_t const apart = distance(given, word);
    if (apart < least) {
      least = apart;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace inkstone
