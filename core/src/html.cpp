#include "html.h"

#include <array>
#include <charconv>

#include "name_table.h"
#include "utf8.h"

namespace inkstone {

namespace {

#include "entity_table.inc"

using ByteSet = std::array<bool, 256>;

constexpr ByteSet make_byte_set(std::string_view bytes) {
  ByteSet set{};
  for (char const c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr ByteSet escaped_in_html = make_byte_set("&<>\"");

/// What may stand in a URL unencoded: CommonMark's reference renderers agree on this set.
constexpr ByteSet kept_in_url = make_byte_set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~-_.+!*(),%#@?=;:/$");

/// Appends `text`; bytes that `is_special` holds for are given to `replace` instead.
template <class IsSpecial, class Replace>
void append_replacing(std::string& out, std::string_view text, IsSpecial is_special,
                      Replace replace) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (!is_special(byte)) continue;
    out.append(text, written, i - written);
    written = i + 1;
    replace(byte);
  }
  out.append(text, written);
}

}  // namespace

void append_escaped(std::string& html, std::string_view text) {
  append_replacing(
      html, text, [](unsigned char byte) { return escaped_in_html[byte]; },
      [&html](unsigned char byte) {
        switch (byte) {
          case '&':
            html += "&amp;";
            break;
          case '<':
            html += "&lt;";
            break;
          case '>':
            html += "&gt;";
            break;
          default:
            html += "&quot;";
        }
      });
}

void append_escaped_url(std::string& html, std::string_view url) {
  append_replacing(
      html, url, [](unsigned char byte) { return !kept_in_url[byte]; },
      [&html](unsigned char byte) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        if (byte == '&') {
          html += "&amp;";
        } else {
          html += '%';
          html += hex[byte >> 4];
          html += hex[byte & 0xF];
        }
      });
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
