#include "reading_counter.h"

#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

// A minute of reading, as Hugo reckons it for each kind of script.
constexpr std::size_t words_per_minute = 213;
constexpr std::size_t characters_per_minute = 501;

}  // namespace

void ReadingCounter::add(std::string_view text) noexcept {
  while (!text.empty()) {
    Decoded const decoded = decode_utf8(text);
    text.remove_prefix(decoded.length);
    char32_t const c = decoded.code_point;
    // Whitespace first: the ideographic space is CJK too.
    if (is_whitespace(c) || c == 0x2013 || c == 0x2014) {
      is_in_word_ = false;
    } else if (is_cjk(c)) {
      // With punctuation, as Chinese and Japanese word processors count.
      is_in_word_ = false;
      ++characters_;
    } else if (!is_in_word_ && is_slug_character(c) && c != '-' && c != '_') {
      is_in_word_ = true;
      ++words_;
    }
  }
}

Counts ReadingCounter::counts() const noexcept {
  constexpr std::size_t whole_minute = words_per_minute * characters_per_minute;
  std::size_t const time = words_ * characters_per_minute + characters_ * words_per_minute;
  return {words_, characters_, (time + whole_minute - 1) / whole_minute};
}

}  // namespace inkstone
