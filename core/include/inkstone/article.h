/// What a rendered article is made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"
#include "inkstone/front_matter.h"
#include "inkstone/metadata.h"

namespace inkstone {

/// Where a key of the front matter is given, so that whoever uses it can say where its value came
/// from.
struct KeyPlace {
  std::string_view key;  ///< as Metadata's members are documented, e.g. `publishDate`; static
  Position where;        ///< where its value begins in the file

  bool operator==(KeyPlace const&) const = default;
};

/// A heading in the table of contents, with the deeper headings that follow it.
struct TocEntry {
  int level = 1;     ///< 1 to 6, as in `<h1>` to `<h6>`
  std::string id;    ///< the heading's id in the HTML; empty when `headingIds` is off
  std::string text;  ///< the heading's text without markup; UTF-8
  std::vector<TocEntry> children;

  bool operator==(TocEntry const&) const = default;
};

/// How much there is to read in a body: text and code, not the texts of images.
struct Counts {
  std::size_t words = 0;       ///< in scripts that put spaces between words
  std::size_t characters = 0;  ///< Chinese, Japanese and Korean, with punctuation
  std::size_t minutes = 0;     ///< at 213 words or 501 characters a minute, rounded up

  bool operator==(Counts const&) const = default;
};

/// What lists and feeds say of an article: its front matter's `summary` or `description`, else what
/// stands before `<!--more-->`, else its first sentences.
struct Summary {
  std::string text;  ///< plain text
  std::string html;  ///< the same as an HTML fragment, without ids and footnotes

  bool operator==(Summary const&) const = default;
};

/// An article, rendered. Every text in it is valid UTF-8 without NUL.
struct Article {
  FrontMatter front_matter{std::vector<Member>{},
                           {}};  ///< every key as written; an empty mapping where there is none
  Metadata metadata;             ///< the keys that the page understands, normalised
  /// Those of Metadata's keys that say something, usable or not, in its order.
  std::vector<KeyPlace> places;
  std::string html;           ///< the body as an HTML fragment
  std::vector<TocEntry> toc;  ///< headings of the body down to `tocDepth`, nested
  Summary summary;
  Counts counts;
  std::vector<Diagnostic> diagnostics;  ///< in the order of their places in the file
};

}  // namespace inkstone
