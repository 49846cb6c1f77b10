#include "html.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "byte_set.h"
#include "name_table.h"
#include "utf8.h"
#include "vectors.h"

namespace inkstone {

namespace {

#include "entity_table.inc"

constexpr ByteSet escaped_in_html("&<>\"");

/// What may stand in a URL unencoded: CommonMark's reference renderers agree on this set.
constexpr ByteSet escaped_in_url =
    ~ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~-_.+!*(),%#@?=;:/$");

/// How special bytes are written.
std::string_view reference_of(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

}  // namespace

void append_escaped(HtmlBuffer& html, std::string_view text, std::size_t behind) {
  constexpr std::size_t step = sizeof(ByteVector);
  static_assert(step <= HtmlBuffer::slack);
  char const* in = text.data();
  std::size_t left = text.size();
  char* out = html.grow(left);
  while (left >= step || (left > 0 && left + behind >= step)) {
    // Whatever comes, it is written; what follows may be written over it.
    ByteVector const v = load_vector(in);
    std::memcpy(out, &v, step);
    // Of & and ", as of < and >, one bit is different.
    std::uint32_t const bits = bits_of(((v & 0xFB) == 0x22) | ((v & 0xFD) == 0x3C));
    std::size_t const size =
        std::min(std::min(left, step), static_cast<std::size_t>(std::countr_zero(bits | 0x10000)));
    in += size;
    out += size;
    left -= size;
    if (size == step || left == 0) continue;
    html.set_end(out);
    html += reference_of(*in++);
    out = html.grow(--left);
  }
  for (; left > 0; --left) {
    char const byte = *in++;
    if (!escaped_in_html.contains(byte)) {
      *out++ = byte;
      continue;
    }
    html.set_end(out);
    html += reference_of(byte);
    out = html.grow(left);
  }
  html.set_end(out);
}

void append_escaped(std::string& html, std::string_view text) {
  HtmlBuffer escaped;
  append_escaped(escaped, text);
  html += escaped.view();
}

void append_escaped_url(HtmlBuffer& html, std::string_view url) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  char* out = html.grow(3 * url.size());
  for (char const c : url) {
    if (!escaped_in_url.contains(c)) {
      *out++ = c;
    } else if (c == '&') {
      html.set_end(out);
      html += "&amp;";
      out = html.grow(3 * url.size());
    } else {
      auto const byte = static_cast<unsigned char>(c);
      *out++ = '%';
      *out++ = hex[byte >> 4];
      *out++ = hex[byte & 0xF];
    }
  }
  html.set_end(out);
}

void append_escaped_url(std::string& html, std::string_view url) {
  HtmlBuffer escaped;
  append_escaped_url(escaped, url);
  html += escaped.view();
}

void append_character_reference(std::string& text, std::string_view reference) {
  if (reference.starts_with("&#")) {
    bool const is_hex = reference[2] == 'x' || reference[2] == 'X';
    char32_t code_point = 0;
    std::uint32_t value = 0;
    char const* const digits = reference.data() + (is_hex ? 3 : 2);
    auto const [end, error] =
        std::from_chars(digits, reference.data() + reference.size() - 1, value, is_hex ? 16 : 10);
    if (error == std::errc{}) code_point = value;
    append_utf8(text, code_point);
    return;
  }
  static NameTable const table(entity_table);
  std::string_view const characters = table.find(reference.substr(1, reference.size() - 2));
  text += characters.empty() ? reference : characters;
}

}  // namespace inkstone
