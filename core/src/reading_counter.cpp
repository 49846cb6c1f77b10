#include "reading_counter.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

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
  // The ideographic space is CJK too, and the last of all blanks.
  if (c <= 0x3000 && (is_whitespace(c) || c == 0x2013 || c == 0x2014)) return Reading::blank;
  // With punctuation, as Chinese and Japanese word processors count.
  if (is_cjk(c)) return Reading::character;
  return is_slug_character(c) && c != '-' && c != '_' ? Reading::letter : Reading::other;
}

/// How many characters from U+4E00 to U+9FFF `text` begins with: ideographs of three bytes.
std::size_t count_ideographs(std::string_view text) {
  std::size_t place = 0;
  for (; place < text.size(); place += 3) {
    auto const lead = static_cast<unsigned char>(text[place]);
    bool const is_first_row = lead == 0xE4 && static_cast<unsigned char>(text[place + 1]) >= 0xB8;
    if (lead - 0xE5U >= 5 && !is_first_row) break;
  }
  return place / 3;
}

/// Sixteen bytes, or what is left of `text`, with zeros behind.
ByteVector load_rest(std::string_view text) {
  if (text.size() >= sizeof(ByteVector)) return load_vector(text.data());
  ByteVector rest{};
  std::memcpy(&rest, text.data(), text.size());
  return rest;
}

}  // namespace

void ReadingCounter::add(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    ByteVector const v = load_rest(text.substr(i));
    std::size_t const end = std::min(i + sizeof(ByteVector), text.size());
    if (!has_any(v & 0x80)) {
      add_ascii(v);
      i = end;
      continue;
    }
    // CJK text goes on like this, mostly.
    while (i < end || (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80)) {
      if (std::size_t const ideographs = count_ideographs(text.substr(i)); ideographs > 0) {
        end_word();
        characters_ += ideographs;
        i += 3 * ideographs;
        continue;
      }
      Decoded const decoded = decode_utf8(text.substr(i));
      i += decoded.length;
      add(decoded.code_point);
    }
  }
}

/// Each bit of a number stands for a character. Where they are added up, letters send a carry
/// through the rest of their word to the blank behind it: there it is counted.
void ReadingCounter::add_ascii(ByteVector v) noexcept {
  auto const is_letter = (((v | 0x20) - 'a') < 26) | ((v - '0') < 10);
  auto const is_blank = (v == ' ') | ((v == '\t') | (v == '\n')) | ((v == '\f') | (v == '\r'));
  std::uint32_t const blanks = bits_of(is_blank);
  std::uint32_t const sum = (blanks ^ 0xFFFF) + bits_of(is_letter) + (is_in_word_ ? 1 : 0);
  words_ += static_cast<std::size_t>(std::popcount(sum & blanks));
  is_in_word_ = (sum & 0x10000) != 0;
}

void ReadingCounter::add(char32_t c) noexcept {
  Reading const reading = reading_of(c);
  if (reading == Reading::letter) is_in_word_ = true;
  if (reading == Reading::blank || reading == Reading::character) end_word();
  if (reading == Reading::character) ++characters_;
}

Counts ReadingCounter::counts() const noexcept {
  constexpr std::size_t whole_minute = words_per_minute * characters_per_minute;
  std::size_t const time = words() * characters_per_minute + characters_ * words_per_minute;
  return {words(), characters_, (time + whole_minute - 1) / whole_minute};
}

}  // namespace inkstone
