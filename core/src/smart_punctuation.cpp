#include "smart_punctuation.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ascii.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

constexpr std::string_view en_dash = "–";
constexpr std::string_view em_dash = "—";
constexpr std::string_view ellipsis = "…";
constexpr std::string_view apostrophe = "’";

bool is_space(char32_t c) { return c == 0 || is_whitespace(c); }

bool is_opening(char32_t c) { return is_one_of(c, U"([{<“‘«‹（［｛「『【《〈〔"); }

bool is_closing(char32_t c) {
  return is_one_of(c, U".,;:!?)]}>…”’»›。．，、；：！？）］｝」』】》〉〕");
}

/// Whether `c` is a letter or digit of a script that has apostrophes.
bool is_letter(char32_t c) { return is_slug_character(c) && c != '-' && !is_cjk(c); }

bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/// Whether a quote between `before` and `next` opens.
/// \param is_open whether a quote of its kind is open
bool opens(char32_t before, char32_t next, bool is_open) {
  bool const is_before_space = is_whitespace(next);
  if (is_space(before)) return !is_before_space || !is_open;
  if (is_before_space) return false;
  bool const ends_here = next == 0 || is_closing(next);
  if (is_opening(before)) return !is_open || !ends_here;
  if (is_open) return false;
  // Where the text goes on unseen, Latin text would have had a space before its quote.
  if (next == 0) return !is_letter(before) && (is_cjk(before) || !is_closing(before));
  return !is_closing(next);
}

/// Whether `text`, behind a `'`, is something that has lost its beginning: a year's century or a
/// word's first letters.
bool is_elision(std::string_view text) {
  auto const ends_at = [text](std::size_t place) {
    return place == text.size() || !(is_ascii_alphanumeric(text[place]) || text[place] == '\'');
  };
  if (text.size() >= 2 && is_ascii_digit(text[0]) && is_ascii_digit(text[1])) {
    return ends_at(text.size() > 2 && text[2] == 's' ? 3 : 2);
  }
  if (text.size() >= 2 && ascii_lower(text[0]) == 'n' && text[1] == '\'') return true;
  static constexpr std::array<std::string_view, 6> words{"n", "em", "til", "tis", "twas", "twere"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return equals_ignoring_case(text.substr(0, word.size()), word) && ends_at(word.size());
  });
}

void append_times(std::string& out, std::size_t count, std::string_view text) {
  for (std::size_t i = 0; i < count; ++i) out += text;
}

/// Appends `count` hyphens as dashes.
void append_dashes(std::string& out, std::size_t count) {
  if (count == 1) {
    out += '-';
    return;
  }
  std::size_t en_dashes = 0;
  if (count % 3 != 0) en_dashes = count % 2 == 0 ? count / 2 : 3 - count % 3;
  append_times(out, (count - 2 * en_dashes) / 3, em_dash);
  append_times(out, en_dashes, en_dash);
}

/// Appends `count` dots, each three of them as an ellipsis.
void append_dots(std::string& out, std::size_t count) {
  append_times(out, count / 3, ellipsis);
  out.append(count % 3, '.');
}

}  // namespace

std::string_view SmartPunctuation::double_quote(char32_t next) noexcept {
  is_double_open_ = opens(last_, next, is_double_open_);
  return is_double_open_ ? "“" : "”";
}

std::string_view SmartPunctuation::single_quote(std::string_view rest, char32_t next) noexcept {
  if (is_letter(last_) && is_letter(next)) return apostrophe;
  bool const may_open = is_cjk(last_) || is_cjk(next) || !(is_letter(last_) || is_closing(last_));
  if (may_open && is_elision(rest)) return apostrophe;
  is_single_open_ = may_open && opens(last_, next, is_single_open_);
  return is_single_open_ ? "‘" : apostrophe;
}

std::string SmartPunctuation::replace(std::string_view piece, char32_t next) {
  std::string out;
  out.reserve(piece.size());
  while (!piece.empty()) {
    std::size_t size = std::min(piece.find_first_of("\"'-."), piece.size());
    if (size > 0) {
      out += piece.substr(0, size);
    } else if (piece.front() == '-' || piece.front() == '.') {
      size = std::min(piece.find_first_not_of(piece.front()), piece.size());
      (piece.front() == '-' ? append_dashes : append_dots)(out, size);
    } else {
      size = 1;
      std::string_view const rest = piece.substr(1);
      char32_t const beside = rest.empty() ? next : decode_utf8(rest).code_point;
      out += piece.front() == '"' ? double_quote(beside) : single_quote(rest, beside);
    }
    last_ = decode_last_utf8(out).code_point;
    piece.remove_prefix(size);
  }
  return out;
}

}  // namespace inkstone
