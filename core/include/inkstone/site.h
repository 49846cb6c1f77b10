/// A site's configuration: what a site and its pages are told by the file `site.yaml`. Every key,
/// its default, its range and its meaning stand in one table, which the reader, the reports of
/// unknown keys, describe_to_json() and the documentation walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"
#include "inkstone/front_matter.h"

namespace inkstone {

/// What a key of a configuration takes.
enum class SiteKeyType : std::uint8_t {
  text,
  boolean,
  integer,       ///< a whole number from `minimum` to `maximum`
  number,        ///< any number
  choice,        ///< one of `choices`; `false` stands for the choice `none`
  choices,       ///< a list of some of `choices`, or one
  url,           ///< an allowed URL
  image,         ///< likewise, of an image
  absolute_url,  ///< of `http` or `https`, without query and fragment
  language,      ///< a BCP 47 tag
  folder,        ///< a path, relative and not out of its folder; gets a slash at its end
  paths,         ///< a list of such paths of files, or one
  texts,         ///< a list of texts, or one
  names,         ///< a list of words such as `recent` or `my-widget`, or one
  mapping,       ///< of the keys that stand below it in the table
  open_mapping,  ///< likewise; other keys are somebody else's and pass as they are
  mappings,      ///< a list of mappings
  by_name,       ///< a mapping from names to mappings
  languages,     ///< a list of tags, or a mapping from them to mappings
  options,       ///< a mapping of options of render()
};

/// What a value means that stands where a mapping may.
enum class SiteShorthand : std::uint8_t {
  none,       ///< nothing
  first_key,  ///< the value of the mapping's first key
  each_key,   ///< the value of each of its keys
  truth,      ///< a boolean, which stays one
};

/// One row of the table of keys.
struct SiteKey {
  /// The key in all mappings that it stands in: `title`, `search.limit`; of a list's items
  /// `social[].url`, of a mapping whose keys are names `authors.*.url`.
  std::string_view name;
  std::string_view meaning;  ///< a sentence for users, in Markdown
  /// As text; nothing: without the key, the configuration does not have it. That of a mapping is
  /// made of its keys' defaults, and every list's is empty.
  std::optional<std::string_view> fallback;
  std::span<std::string_view const> choices{};
  /// Another key whose parts are this key's too; empty: it has its own.
  std::string_view parts_of{};
  int minimum = 0;  ///< integers only, inclusive
  int maximum = 0;  ///< integers only, inclusive
  SiteKeyType type = SiteKeyType::text;
  SiteShorthand shorthand = SiteShorthand::none;  ///< mappings only
  bool is_required = false;                       ///< its mapping is left out without it
};

/// Every key there is, those of a mapping behind it, in the order of the documentation.
[[nodiscard]] std::span<SiteKey const> site_keys() noexcept;

/// What a key takes, in Markdown, as it stands behind "takes": ``a whole number from 1 to 9``.
[[nodiscard]] std::string expected_by(SiteKey const& key);

/// What a key of the configuration is without the file's word; null where it is not there then.
[[nodiscard]] Value default_of(SiteKey const& key);

/// A configuration, read.
struct SiteReading {
  /// A mapping of every key outside of mappings that has a default, normalised, of `settings`,
  /// those that have none, and of `options`, those of render() that the file sets. `languages` is
  /// a list of mappings with `lang`.
  Value configuration;
  std::vector<Diagnostic> diagnostics;  ///< in the order of their places in the file
};

/// The bytes that a configuration may have.
inline constexpr std::size_t max_site_bytes = std::size_t{16} << 20;

/// Reads a configuration, YAML or JSON. A total function as render() is: what cannot be used has
/// its default and is reported; keys match without regard to ASCII case.
/// \param source UTF-8; a BOM, any kind of line ending and invalid bytes are taken as they come
/// \throws std::bad_alloc
[[nodiscard]] SiteReading read_site(std::string_view source);

}  // namespace inkstone
