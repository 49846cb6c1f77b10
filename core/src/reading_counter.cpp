#include "reading_counter.h"

#include <array>
#include <cstdint>

#include "ascii.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

// A minute of reading, as Hugo reckons it for each kind of script.
constexpr std::size_t words_per_minute = 213;
constexpr std::size_t characters_per_minute = 501;

/// What a character is to somebody who counts.
enum class Reading : std::uint8_t { other, blank, letter, character };

Reading reading_of(char32_t c) {
  // Whitespace first: the ideographic space is CJK too.
  if (is_whitespace(c) || c == 0x2013 || c == 0x2014) return Reading::blank;
  // With punctuation, as Chinese and Japanese word processors count.
  if (is_cjk(c)) return Reading::character;
  return is_slug_character(c) && c != '-' && c != '_' ? Reading::letter : Reading::other;
}

/// For each ASCII character two bits: it is a letter or a digit; a word may go on with it.
constexpr std::array<std::uint8_t, 128> make_ascii_readings() {
  std::array<std::uint8_t, 128> readings{};
  for (std::size_t i = 0; i < readings.size(); ++i) {
    char const c = static_cast<char>(i);
    bool const is_blank = is_one_of(c, " \t\n\f\r");
    bool const is_letter = is_ascii_letter(c) || is_ascii_digit(c);
    readings[i] = static_cast<std::uint8_t>((is_letter ? 1 : 0) | (is_blank ? 0 : 2));
  }
  return readings;
}

constexpr std::array<std::uint8_t, 128> ascii_readings = make_ascii_readings();

}  // namespace

void ReadingCounter::add(std::string_view text) noexcept {
  std::size_t words = 0;
  std::size_t characters = 0;
  unsigned is_in_word = is_in_word_ ? 1 : 0;
  for (std::size_t i = 0; i < text.size();) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      // Without branches: nobody foretells where words end.
      unsigned const reading = ascii_readings[byte];
      words += reading & ~is_in_word & 1;
      is_in_word = (is_in_word & (reading >> 1)) | (reading & 1);
      ++i;
    } else if (byte >= 0xE5 && byte <= 0xE9) {
      ++characters;  // U+5000 to U+9FFF: ideographs only
      is_in_word = 0;
      i += 3;
    } else {
      Decoded const decoded = decode_utf8(text.substr(i));
      i += decoded.length;
      Reading const reading = reading_of(decoded.code_point);
      if (reading == Reading::character) ++characters;
      if (reading == Reading::letter && is_in_word == 0) ++words;
      if (reading != Reading::other) is_in_word = reading == Reading::letter ? 1 : 0;
    }
  }
  words_ += words;
  characters_ += characters;
  is_in_word_ = is_in_word != 0;
}

Counts ReadingCounter::counts() const noexcept {
  constexpr std::size_t whole_minute = words_per_minute * characters_per_minute;
  std::size_t const time = words_ * characters_per_minute + characters_ * words_per_minute;
  return {words_, characters_, (time + whole_minute - 1) / whole_minute};
}

}  // namespace inkstone
