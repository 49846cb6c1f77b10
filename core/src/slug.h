/// Heading ids by GitHub's algorithm.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace inkstone {

/// The slug of a heading's text: lower case, letters, marks, digits, `_` and `-` kept, spaces as
/// `-`, everything else dropped, as github-slugger and GitHub do it. `section` where nothing is
/// left. Case is folded character by character, so a Greek sigma at a word's end stays `σ`.
[[nodiscard]] std::string slugify(std::string_view text);

/// Gives out slugs that are unique among those it has given: the second `a` is `a-1`.
/// Time for n headings is O(n), however many are equal.
class Slugger {
 public:
  /// The id for a heading with this text.
  [[nodiscard]] std::string unique_slug(std::string_view text) { return unique(slugify(text)); }
  /// An id that an author chose, with a number if it is taken.
  [[nodiscard]] std::string unique(std::string const& id);

 private:
  std::unordered_map<std::string, std::size_t> uses_;  ///< how often each slug was asked for
};

}  // namespace inkstone
