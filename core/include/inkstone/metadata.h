/// What the front matter's keys mean to a page, normalised: the one place that decides.
/// examples/docs/reference/front-matter.md says for authors what each key takes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/front_matter.h"

namespace inkstone {

/// A number of the front matter. Its digits are kept as they were written, so that nothing is lost
/// on the way into JSON, and nobody who does not calculate pays for parsing it.
class Number {
 public:
  /// 0
  Number() = default;
  /// \param value an integer or a real; any other is 0
  explicit Number(Value const& value);

  /// The number, finite.
  [[nodiscard]] double value() const noexcept;
  /// The number as JSON: what the front matter's tree has in its place.
  [[nodiscard]] std::string_view json() const noexcept { return json_; }

  /// Whether both were written alike.
  bool operator==(Number const&) const = default;

 private:
  std::string json_ = "0";
};

/// The page's own box with the table of contents.
struct TocSettings {
  std::optional<bool> show;  ///< whether the article asks for it
  int min = 2;               ///< the highest heading level that it lists, 1 to 6
  int max = 4;               ///< the deepest; `tocDepth` unless the article says otherwise

  bool operator==(TocSettings const&) const = default;
};

/// The article in another language.
struct Translation {
  std::string lang;  ///< a BCP 47 tag as written
  std::string url;   ///< an allowed URL; empty where only the language is known

  bool operator==(Translation const&) const = default;
};

/// The article's entry in one of the site's menus.
struct MenuEntry {
  std::string menu;              ///< the menu's name, e.g. `main`
  std::string name;              ///< the entry's words; empty: the article's title
  std::optional<Number> weight;  ///< its place; nothing: the article's own weight
  std::string identifier;        ///< how other entries call it; empty where they do not

  bool operator==(MenuEntry const&) const = default;
};

/// Where a thumbnail is shown: on cards in lists, or on the article's own page.
enum class Visibility : std::uint8_t { list, post };

/// The words of Visibility, in its order.
inline constexpr std::array<std::string_view, 2> visibility_names{"list", "post"};

/// The article's lead image.
struct Thumbnail {
  std::string src;  ///< an allowed URL; empty: there is no image, and nothing else counts
  std::string alt;  ///< what it shows, in words
  /// Without duplicates, in the order that was written; empty: it is shown nowhere.
  std::optional<std::vector<Visibility>> visibility;

  bool operator==(Thumbnail const&) const = default;
};

/// The side that the aside stands on; none: the article has no aside.
enum class Sidebar : std::uint8_t { none, left, right };

/// The words of Sidebar, in its order; an article writes `false` for the first.
inline constexpr std::array<std::string_view, 3> sidebar_names{"none", "left", "right"};

/// What can stand in the aside.
enum class Widget : std::uint8_t {
  search,
  recent,
  categories,
  taglist,
  social,
  languages,
  sidemenu,
  toc,
};

/// The words of Widget, in its order.
inline constexpr std::array<std::string_view, 8> widget_names{
    "search", "recent", "categories", "taglist", "social", "languages", "sidemenu", "toc"};

/// The keys that a site and its pages read. An empty string means that the article has none;
/// nothing, in what is optional, that the article does not say, so that the site does.
/// Keys match without regard to case; an absent key, null and a text of blanks are the same. A
/// value that cannot be used counts as absent and is reported; in a list, the rest counts.
/// Texts are trimmed, numbers and booleans are texts as they were written. Lists hold no
/// duplicates and no blank entries.
struct Metadata {
  /// `title`; else the body's first `h1`.
  std::string title;
  /// `date` as HTML's `datetime` has it, in the zone that was written: `2025-02-12`,
  /// `2025-02-12T18:55:15` or `2025-02-12T18:55:15+08:00`.
  std::string date;
  /// `lastmod`, as `date`.
  std::string lastmod;
  /// `author`; a text is a list of one.
  std::optional<std::vector<std::string>> author;
  /// `lead`: a plain-text standfirst.
  std::string lead;
  /// `summary`, inline Markdown; else `description`.
  std::string summary;
  /// `description`, inline Markdown; else `summary`.
  std::string description;
  /// `categories`; a text is a list of one.
  std::vector<std::string> categories;
  /// `tags`; a text is a list of one.
  std::vector<std::string> tags;
  /// `lang`: a BCP 47 tag, the first usable of a list.
  std::string lang;
  /// `translations`: tags, or a mapping from them to URLs; each language once, ignoring case.
  std::vector<Translation> translations;
  /// `menu`: names, or a mapping from them to settings; each menu once.
  std::vector<MenuEntry> menu;
  Number weight;                   ///< `weight`
  Thumbnail thumbnail;             ///< `thumbnail`: a URL, or a mapping
  TocSettings toc;                 ///< `toc`: a boolean, or a mapping with `min` and `max`
  std::optional<bool> mathjax;     ///< `mathjax`: whether there are formulas
  std::optional<bool> comments;    ///< `comments`
  std::optional<bool> authorbox;   ///< `authorbox`
  std::optional<bool> pager;       ///< `pager`
  std::optional<Sidebar> sidebar;  ///< `sidebar`: `left`, `right` or a false boolean
  /// `widgets` in their order; a text is a list of one.
  std::optional<std::vector<Widget>> widgets;
  bool draft = false;                ///< `draft`
  std::string publish_date;          ///< `publishDate`, as `date`
  std::string expiry_date;           ///< `expiryDate`, as `date`
  std::string slug;                  ///< `slug`
  std::vector<std::string> aliases;  ///< `aliases`; a text is a list of one
  std::string translation_key;       ///< `translationKey`
  std::string type;                  ///< `type`
  std::string layout;                ///< `layout`

  bool operator==(Metadata const&) const = default;
};

}  // namespace inkstone
