/// Heading ids by GitHub's algorithm.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace inkstone {

/// The slug of a heading's text: lower case, letters, marks, digits, `_` and `-` kept, spaces as
/// `-`, everything else dropped, as github-slugger and GitHub do it. `section` where nothing is
/// left. Case is folded character by character, so a Greek sigma at a word's end stays `σ`.
[[nodiscard]] std::string slugify(std::string_view text);

/// Gives out slugs that are unique among those it has given: the second `a` is `a-1`.
/// Time for n headings is O(n log n), and O(n) where all are equal.
class Slugger {
 public:
  /// The id for a heading with this text.
  [[nodiscard]] std::string unique_slug(std::string_view text) { return unique(slugify(text)); }
  /// An id that an author chose, with a number if it is taken.
  [[nodiscard]] std::string unique(std::string slug);

 private:
  /// Whether a slug, such as "a-1", was given to a heading whose own is "a".
  [[nodiscard]] bool is_given_with_number(std::string_view slug) const;

  /// The slugs that were asked for, each with the last number that it was given with: all before
  /// are taken too. No hash table, because texts can be made whose hashes are all the same.
  std::map<std::string, std::size_t, std::less<>> last_numbers_;
};

}  // namespace inkstone
