/// Finding keys in the table of a site's configuration.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/site.h"

namespace inkstone {

/// The keys that stand in what a key holds, as they are written there.
struct SiteKeyPart {
  std::string_view word;  ///< the last part of the name
  SiteKey const* key;
};

/// \param prefix the name of what they stand in, with its separator: `search.`, `social[].`; empty:
///     the configuration itself
[[nodiscard]] std::vector<SiteKeyPart> site_key_parts(std::string_view prefix);

/// The words of `parts`, in their order.
[[nodiscard]] std::vector<std::string_view> words_of(std::vector<SiteKeyPart> const& parts);

/// The key of a name in the table; it must be there.
[[nodiscard]] SiteKey const& site_key(std::string_view name);

/// What stands between the name of a key and those of the keys in what it holds.
[[nodiscard]] std::string_view separator_of_parts(SiteKey const& key);

/// Whether the mappings that a key holds are many.
[[nodiscard]] bool is_one_of_many(SiteKey const& key);

/// The prefix of the keys in what `key` holds, as site_key_parts() takes it.
[[nodiscard]] std::string prefix_of_parts(SiteKey const& key);

/// The one of `words` that `given` most likely stands for, by the letters that differ; nothing when
/// none is close.
[[nodiscard]] std::optional<std::string_view> nearest_word(
    std::string_view given, std::vector<std::string_view> const& words);

}  // namespace inkstone
