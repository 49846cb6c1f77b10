#include "bare_links.h"

#include <algorithm>

#include "ascii.h"
#include "html.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != npos; }

bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7F && !is_ascii_alphanumeric(c); }

/// Whether no link goes on at `c`, whatever stands around it.
bool ends_link(char32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F || is_one_of(static_cast<char>(c), "<>`|");
  switch (c) {
    case 0x200B:  // zero width space
    case 0x2014:
    case 0x2015:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:
    case 0xFEFF:
      return true;
    case 0x30FB:  // the middle dot in Japanese names
      return false;
    default:
      return is_whitespace(c) || (is_cjk(c) && !is_slug_character(c));
  }
}

bool is_host_character(char32_t c) {
  if (c < 0x80) return is_ascii_alphanumeric(static_cast<char>(c));
  return !ends_link(c) && !is_cjk(c);
}

char32_t character_at(std::string_view body, std::size_t place) {
  return place < body.size() ? decode_utf8(body.substr(place)).code_point : U' ';
}

/// The end of the domain that begins at `host`; npos if it is none. An underscore is allowed only
/// before its last two segments, but for those at its end, which are emphasis.
std::size_t domain_end(std::string_view body, std::size_t host) {
  // So many segments are accepted as they are: looking at them again and again would cost more
  // than linear time.
  constexpr std::size_t most_dots = 10;
  if (!is_host_character(character_at(body, host))) return npos;
  std::size_t dots = 0;
  std::size_t underscores_before = 0;  // in the segment before
  std::size_t underscores = 0;         // in this one
  std::size_t trailing = 0;
  std::size_t place = host;
  while (place < body.size()) {
    Decoded const decoded = decode_utf8(body.substr(place));
    char32_t const c = decoded.code_point;
    if (c == U'_') {
      ++underscores;
    } else if (c == U'.') {
      ++dots;
      underscores_before = underscores;
      underscores = 0;
    } else if (c != U'-' && !is_host_character(c)) {
      break;
    }
    trailing = c == U'_' ? trailing + 1 : 0;
    place += decoded.length;
  }
  if (dots <= most_dots && underscores_before + underscores > trailing) return npos;
  return place;
}

/// Follows a link behind its domain.
class LinkTail {
 public:
  LinkTail(std::string_view body, std::size_t begin, BareLinkContext const& context)
      : body_(body), begin_(begin), context_(context) {
    if (begin == context.line_begin) return;
    before_ =
        decode_last_utf8(body.substr(context.line_begin, begin - context.line_begin)).code_point;
  }

  /// \param place the domain's end
  /// \return the link's
  [[nodiscard]] std::size_t end(std::size_t place) const {
    bool const is_quoted = before_ == U'"' || before_ == U'\'';
    bool is_in_path = false;
    bool has_cjk = false;
    std::size_t brackets = 0;
    std::size_t bracket = npos;  // where the outermost one stands
    while (place < body_.size()) {
      Decoded const decoded = decode_utf8(body_.substr(place));
      char32_t const c = decoded.code_point;
      if (ends_link(c) || (is_quoted && c == before_)) break;
      if (c == U'/' || c == U'?' || c == U'#') is_in_path = true;
      if (c == U'[') {
        bool const is_note = body_.substr(place + 1).starts_with('^');
        if (is_note || (brackets == 0 && (!is_pair_at(place) || body_[place - 1] == '!'))) break;
        if (brackets++ == 0) bracket = place;
      } else if (c == U']') {
        if (brackets == 0) break;
        --brackets;
      } else if (is_cjk(c)) {
        if (!is_in_path || !takes_cjk(place, has_cjk)) break;
        has_cjk = true;
      }
      place += decoded.length;
    }
    return without_trailing_punctuation(brackets == 0 ? place : bracket);
  }

 private:
  /// Whether a CJK letter at `place` is the link's.
  [[nodiscard]] bool takes_cjk(std::size_t place, bool has_cjk) const {
    if (is_slug_character(before_) && before_ != U'_' && before_ != U'-') return false;
    char const last = body_[place - 1];
    if (static_cast<unsigned char>(last) >= 0x80) return true;
    if (is_ascii_alphanumeric(last)) return has_cjk || is_enclosed(place);
    return is_one_of(last, "/=_-#&:+(@");
  }

  /// Whether the bracket at `place` has another that is its own, and they are no other link's. Such
  /// pairs are short; looking further would cost more than linear time.
  [[nodiscard]] bool is_pair_at(std::size_t place) const {
    constexpr std::size_t longest = 100;
    std::string_view const text = body_.substr(place, longest);
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size() && !is_one_of(text[i], " \t\n"); ++i) {
      if (text[i] == '[') ++depth;
      if (text[i] == ']' && --depth == 0) return !body_.substr(place + i + 1).starts_with('(');
    }
    return false;
  }

  /// Whether blanks or the line's ends enclose the link. Of all links between two blanks, only one
  /// looks for the second.
  [[nodiscard]] bool is_enclosed(std::size_t place) const {
    if (before_ != 0 && !is_whitespace(before_)) return false;
    while (place < body_.size()) {
      Decoded const decoded = decode_utf8(body_.substr(place));
      if (ends_link(decoded.code_point)) return is_whitespace(decoded.code_point);
      place += decoded.length;
    }
    return true;
  }

  [[nodiscard]] std::size_t without_trailing_punctuation(std::size_t end) const {
    std::string_view const link = body_.substr(begin_, end - begin_);
    auto const openings = std::count(link.begin(), link.end(), '(');
    auto closings = std::count(link.begin(), link.end(), ')');
    bool is_marked = context_.is_marked;
    while (end > begin_) {
      char const last = body_[end - 1];
      if (last == ')') {
        if (closings <= openings) break;
        --closings;
        --end;
      } else if (last == ';') {
        end = reference_begin(end);
      } else if (last == '=' && is_marked && body_[end - 2] == '=') {
        is_marked = false;
        end -= 2;
      } else if (is_one_of(last, "?!.,:*_~'\"\\")) {
        --end;
      } else {
        break;
      }
    }
    return end;
  }

  /// Where what looks like a character reference begins that ends with the semicolon before `end`;
  /// where there is none, the semicolon's place.
  [[nodiscard]] std::size_t reference_begin(std::size_t end) const {
    std::size_t begin = end - 1;
    while (begin > begin_ && is_ascii_alphanumeric(body_[begin - 1])) --begin;
    bool const is_reference = begin < end - 1 && begin > begin_ && body_[begin - 1] == '&';
    return is_reference ? begin - 1 : end - 1;
  }

  std::string_view body_;
  std::size_t begin_;
  BareLinkContext const& context_;
  char32_t before_ = 0;  ///< the character before the link; 0 at a line's beginning
};

std::optional<BareLink> find_url(std::string_view body, std::size_t colon,
                                 BareLinkContext const& context) {
  if (!body.substr(colon).starts_with("://")) return {};
  for (std::string_view const scheme : {"http", "https", "ftp"}) {
    if (colon - context.begin < scheme.size()) continue;
    std::size_t const begin = colon - scheme.size();
    if (!equals_ignoring_case(body.substr(begin, scheme.size()), scheme)) continue;
    if (begin > context.begin && is_ascii_letter(body[begin - 1])) continue;
    std::size_t const tail = domain_end(body, colon + 3);
    if (tail == npos) return {};
    return BareLink{begin, LinkTail(body, begin, context).end(tail)};
  }
  return {};
}

std::optional<BareLink> find_www(std::string_view body, std::size_t begin,
                                 BareLinkContext const& context) {
  if (!body.substr(begin).starts_with("www.")) return {};
  char32_t const first = character_at(body, begin + 4);
  if (first != U'_' && !is_host_character(first)) return {};
  if (begin > context.line_begin) {
    char32_t const before =
        decode_last_utf8(body.substr(context.line_begin, begin - context.line_begin)).code_point;
    bool const may_follow =
        before < 0x80 ? is_one_of(static_cast<char>(before), " \t*_~(")
                      : is_cjk(before) || is_whitespace(before) || !is_slug_character(before);
    if (!may_follow) return {};
  }
  std::size_t const tail = domain_end(body, begin);
  if (tail == npos) return {};
  std::size_t const end = LinkTail(body, begin, context).end(tail);
  if (end < begin + 5) return {};
  return BareLink{begin, end};
}

/// Where the part of an address before `at` begins.
std::size_t local_part_begin(std::string_view body, std::size_t at, std::size_t limit) {
  std::size_t begin = at;
  while (begin > limit) {
    char const c = body[begin - 1];
    bool const is_escape = c == '\\' && begin < at && is_ascii_punctuation(body[begin]);
    if (!is_ascii_alphanumeric(c) && !is_one_of(c, ".+-_") && !is_escape) break;
    --begin;
  }
  return begin;
}

/// The end of an address's domain, with all that follows it in an address of XMPP; npos if it is
/// none.
std::size_t address_end(std::string_view body, std::size_t begin, bool is_xmpp) {
  if (begin == body.size() || !is_ascii_alphanumeric(body[begin])) return npos;
  bool has_dot = false;
  std::size_t place = begin;
  for (; place < body.size(); ++place) {
    char const c = body[place];
    if (is_ascii_alphanumeric(c) || c == '-' || c == '_' || (c == '/' && is_xmpp)) continue;
    bool const is_dot =
        c == '.' && place + 1 < body.size() && is_ascii_alphanumeric(body[place + 1]);
    if (!is_dot) break;
    has_dot = true;
  }
  bool const goes_on = place < body.size() && body[place] == '@';
  return has_dot && !goes_on ? place : npos;
}

std::optional<BareLink> find_address(std::string_view body, std::size_t at,
                                     BareLinkContext const& context) {
  std::size_t begin = local_part_begin(body, at, context.begin);
  // Punctuation before an address is the text's: underscores are emphasis, or were going to be.
  std::size_t underscores = 0;
  while (begin < at && !is_ascii_alphanumeric(body[begin])) {
    if (body[begin] == '_') ++underscores;
    begin += body[begin] == '\\' ? 2 : 1;
  }
  if (begin >= at) return {};
  std::string_view scheme;
  for (std::string_view const candidate : {"mailto:", "xmpp:"}) {
    std::string_view const before = body.substr(context.begin, begin - context.begin);
    if (!before.ends_with(candidate)) continue;
    bool const is_in_word = before.size() > candidate.size() &&
                            is_ascii_alphanumeric(before[before.size() - candidate.size() - 1]);
    if (!is_in_word) scheme = candidate;
  }
  std::size_t end = address_end(body, at + 1, scheme == "xmpp:");
  if (end == npos) return {};
  while (underscores > 0 && body[end - 1] == '_') {
    --underscores;
    --end;
  }
  if (!is_ascii_letter(body[end - 1])) return {};
  return BareLink{begin - scheme.size(), end};
}

/// The size of the character reference at the beginning of `text`; 0 if there is none.
std::size_t reference_size(std::string_view text) {
  constexpr std::size_t longest = 33;
  std::size_t place = text.starts_with("&#") ? 2 : 1;
  std::size_t const begin = place;
  while (place < std::min(text.size(), longest) && is_ascii_alphanumeric(text[place])) ++place;
  return place > begin && place < text.size() && text[place] == ';' ? place + 1 : 0;
}

}  // namespace

std::optional<BareLink> find_bare_link(std::string_view body, std::size_t place,
                                       BareLinkContext const& context) {
  switch (body[place]) {
    case ':':
      return find_url(body, place, context);
    case 'w':
      return find_www(body, place, context);
    case '@':
      return find_address(body, place, context);
    default:
      return {};
  }
}

std::string text_of_bare_link(std::string_view source) {
  std::string text;
  std::size_t i = 0;
  while (i < source.size()) {
    std::size_t const reference = source[i] == '&' ? reference_size(source.substr(i)) : 0;
    bool const is_escape =
        source[i] == '\\' && i + 1 < source.size() && is_ascii_punctuation(source[i + 1]);
    if (reference > 0) {
      append_character_reference(text, source.substr(i, reference));
      i += reference;
    } else {
      text += source[is_escape ? i + 1 : i];
      i += is_escape ? 2 : 1;
    }
  }
  return text;
}

std::string url_of_bare_link(std::string_view text) {
  // An address holds no colon but its scheme's.
  std::string_view prefix;
  if (text.starts_with("www.")) {
    prefix = "http://";
  } else if (text.find(':') == npos) {
    prefix = "mailto:";
  }
  return std::string(prefix).append(text);
}

}  // namespace inkstone
