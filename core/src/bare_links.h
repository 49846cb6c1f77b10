/// Links that are written without any markup, as GitHub finds them and as CJK text needs them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace inkstone {

/// Where a bare link stands in a body.
struct BareLink {
  std::size_t begin;
  std::size_t end;
};

/// What surrounds a place in which a bare link may stand.
struct BareLinkContext {
  std::size_t line_begin;  ///< of the line's text
  std::size_t begin;       ///< behind the last thing on the line that cannot be a link's
  bool is_marked;          ///< whether `==` is open, which two equals signs at the end then close
};

/// The bare link around `place`, where `://` of a URL, `www.` or `@` of an address begins; nothing
/// if there is none. Asking at each such place of a body takes linear time.
///
/// The rules are those of GFM's autolinks (extension) as cmark-gfm reads them: `http://`,
/// `https://` and `ftp://` not behind an ASCII letter; `www.` where a line begins or behind a
/// blank, `*`, `_`, `~`, `(`; addresses anywhere, with `mailto:` or `xmpp:` before them if that is
/// no part of a word. Punctuation, an unbalanced `)` and what looks like a character reference do
/// not end a link. Beyond that:
///
/// - `www.` may stand behind CJK text and any punctuation beyond ASCII.
/// - A link ends at CJK punctuation, curly quotes, `…`, `—` and any kind of blank.
/// - No CJK letter is part of a domain. In what follows it, CJK letters are part of the link, but
///   not where they look like the sentence going on: in a link that itself stands right behind a
///   letter or a digit (`见https://e.org/后文`), right behind punctuation other than
///   `/ = _ - # & : + ( @`, and right behind an ASCII letter or digit (`https://e.org/a后文`)
///   unless blanks or the line's ends enclose the link, or it has CJK letters already.
/// - It also ends at what no URL may hold and Markdown needs: `>`, a backtick, `|`, `[^`, `![`; at
///   brackets that are no pair inside of it or begin another link, and at the quotation mark that
///   stands right before it. An address begins with a letter or a digit.
/// - A backslash before ASCII punctuation escapes it, and character references stand for their
///   characters, as in all text.
[[nodiscard]] std::optional<BareLink> find_bare_link(std::string_view body, std::size_t place,
                                                     BareLinkContext const& context);

/// A bare link's text as readers see it.
/// \param source as it stands in the body
[[nodiscard]] std::string text_of_bare_link(std::string_view source);

/// Where a bare link leads.
/// \param text as readers see it
[[nodiscard]] std::string url_of_bare_link(std::string_view text);

}  // namespace inkstone
