#include "reading_counter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "unicode.h"
#include "utf8.h"
#include "vectors.h"

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

/// How many bits of sixteen are set. Where a processor has no instruction for it, the compiler
/// calls a function.
unsigned count_bits(std::uint32_t bits) {
#ifdef __wasm__
  return static_cast<unsigned>(std::popcount(bits));
#else
  bits -= (bits >> 1) & 0x5555;
  bits = (bits & 0x3333) + ((bits >> 2) & 0x3333);
  bits = (bits + (bits >> 4)) & 0x0F0F;
  return (bits + (bits >> 8)) & 0x1F;
#endif
}

/// What sixteen bytes are to somebody who counts; a bit for each.
struct SixteenBytes {
  std::uint32_t letters = 0;
  std::uint32_t blanks = 0;      ///< what ends a word: the first bytes of characters too
  std::uint32_t characters = 0;  ///< their first bytes
  std::uint32_t unknown = 0;     ///< what begins a character that is not told apart here
};

void read_ascii(ByteVector v, SixteenBytes& read) {
  read.letters = bits_of((((v | 0x20) - 'a') < 26) | ((v - '0') < 10));
  read.blanks = bits_of((v == ' ') | ((v - '\t') < 2) | ((v - '\f') < 2));
}

/// \param v what stands at `bytes`, and two behind them
void read_others(ByteVector v, char const* bytes, SixteenBytes& read) {
  auto const is_ideograph = (v - 0xE4) < 6;  // or one of U+4000 to U+4DFF
  read.characters = bits_of(is_ideograph);
  auto const is_first = (v >= 0xC0) & ~is_ideograph;
  if (has_any(is_first)) {
    ByteVector const second = load_vector(bytes + 1);
    ByteVector const third = load_vector(bytes + 2);
    // U+3001 to U+303E, U+FF01 to U+FF7F
    auto const is_punctuation = (v == 0xE3) & (second == 0x80) & ((third - 0x81) < 0x3E);
    auto const is_wide = (v == 0xEF) & (((second == 0xBC) & (third >= 0x81)) | (second == 0xBD));
    auto const is_character = is_punctuation | is_wide;
    // U+2013 and U+2014 are blanks; quotation marks and dots up to U+2026 are nothing.
    auto const is_general = (v == 0xE2) & (second == 0x80);
    auto const is_dash = is_general & ((third - 0x93) < 2);
    auto const is_other = is_general & ((third - 0x98) < 0x0F);
    read.unknown = bits_of(is_first & ~(is_character | is_dash | is_other));
    read.characters |= bits_of(is_character);
    read.blanks |= bits_of(is_dash);
  }
  read.blanks |= read.characters;
}

}  // namespace

/// Sixteen bytes at a time, of which the first may go on with a character that has been added. Each
/// bit of a number stands for a byte. Where they are added up, letters send a carry through the
/// rest of their word to the blank behind it: there it is counted.
void ReadingCounter::add(std::string_view text, std::size_t behind) noexcept {
  constexpr std::size_t step = sizeof(ByteVector);
  constexpr std::size_t whole = step + 2;  // the rest of the last character
  constexpr std::uint32_t all = 0xFFFF;
  for (std::size_t i = 0; i < text.size();) {
    char const* bytes = text.data() + i;
    std::size_t const left = text.size() - i;
    std::array<char, whole> rest;
    if (left + behind < whole) {
      rest.fill(0);
      text.copy(rest.data(), left, i);
      bytes = rest.data();
    }
    std::uint32_t const wanted = left < step ? all >> (step - left) : all;
    ByteVector const v = load_vector(bytes);
    std::uint32_t const others = bits_of(v >= 0x80);
    SixteenBytes read;
    if ((others & wanted) != wanted) read_ascii(v, read);
    if (others != 0) {
      read_others(v, bytes, read);
      if ((read.unknown & wanted) != 0) {
        i = add_slowly(text, i, i + std::min(left, step));
        continue;
      }
      characters_ += count_bits(read.characters & wanted);
    }
    i += step;
    std::uint32_t const blanks = read.blanks & wanted;
    if (read.letters == 0 && !is_in_word_) continue;
    std::uint32_t const sum = (blanks ^ all) + (read.letters & wanted) + (is_in_word_ ? 1 : 0);
    words_ += count_bits(sum & blanks);
    is_in_word_ = (sum > all);
  }
}

/// Adds the characters of `text` that begin from `place` on and before `end`.
/// \return where the last of them ends
std::size_t ReadingCounter::add_slowly(std::string_view text, std::size_t place,
                                       std::size_t end) noexcept {
  while (place < end && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80) ++place;
  while (place < end) {
    Decoded const decoded = decode_utf8(text.substr(place));
    place += decoded.length;
    add(decoded.code_point);
  }
  return place;
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
