/// What the front matter's keys mean to a page, normalised: the one place that decides.
#pragma once

#include <string>

namespace inkstone {

/// The page's own box with the table of contents.
struct TocSettings {
  bool show = false;  ///< whether the article asks for it
  int min = 2;        ///< the highest heading level that it lists, 1 to 6
  int max = 4;        ///< the deepest; `tocDepth` unless the article says otherwise

  bool operator==(TocSettings const&) const = default;
};

/// The keys that an article page reads. An empty string means that the article has none.
/// Keys match without regard to case; a value of the wrong kind counts as absent and is reported.
struct Metadata {
  std::string title;  ///< `title`, numbers and booleans as written; else the body's first `h1`
  std::string lead;   ///< `lead`: a plain-text standfirst
  std::string lang;   ///< `lang`: a BCP 47 tag, the first usable one of a list
  TocSettings toc;    ///< `toc`: a boolean, or a mapping with `min` and `max`

  bool operator==(Metadata const&) const = default;
};

}  // namespace inkstone
