#include "utf8.h"

namespace inkstone {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

}  // namespace

Decoded decode_long_utf8(std::string_view bytes) noexcept {
  unsigned char const lead = byte_at(bytes, 0);
  // Most of what is not ASCII: three bytes, of which the second may be any that goes on.
  if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && bytes.size() >= 3) {
    char32_t const second = byte_at(bytes, 1) ^ 0x80U;
    char32_t const third = byte_at(bytes, 2) ^ 0x80U;
    if ((second | third) < 0x40) {
      return {((lead & 0x0FU) << 12) | (second << 6) | third, 3, true};
    }
  }
  // The second byte's range excludes overlong forms, surrogates and what lies past U+10FFFF
  // (Unicode, table 3-7).
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  char32_t code_point = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code_point = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code_point = lead & 0x0FU;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code_point = lead & 0x07U;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {replacement, 1, false};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (i == bytes.size()) return {replacement, i, false};
    unsigned char const next = byte_at(bytes, i);
    if (next < low || next > high) return {replacement, i, false};
    code_point = (code_point << 6) | (next & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, length, true};
}

Decoded decode_last_long_utf8(std::string_view bytes) noexcept {
  std::size_t begin = bytes.size() - 1;
  while (begin > 0 && (byte_at(bytes, begin) & 0xC0) == 0x80) --begin;
  return decode_utf8(bytes.substr(begin));
}

std::optional<char32_t> combine_surrogates(char32_t high, char32_t low) noexcept {
  if (high < 0xD800 || high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return std::nullopt;
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

void append_utf8(std::string& out, char32_t code_point) {
  auto const put = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    out += replacement_character;
  } else if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t utf16_length(std::string_view text) noexcept {
  std::size_t length = 0;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    // One unit for each leading byte, two where it leads four bytes.
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

}  // namespace inkstone
