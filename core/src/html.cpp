#include "html.h"

#include <charconv>

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

/// Appends `text`; what `find` finds (the offset of the next special byte from an offset on) is
/// given to `replace` instead.
template <class Find, class Replace>
void append_replacing(std::string& out, std::string_view text, Find find, Replace replace) {
  std::size_t written = 0;
  for (std::size_t i = find(0); i < text.size(); i = find(written)) {
    out.append(text.data() + written, i - written);
    written = i + 1;
    replace(static_cast<unsigned char>(text[i]));
  }
  out.append(text.data() + written, text.size() - written);
}

}  // namespace

void append_escaped(std::string& html, std::string_view text) {
  append_replacing(
      html, text,
      [text](std::size_t begin) {
        // Of & and ", as of < and >, one bit is different.
        return escaped_in_html.find(text, skip_vectors(text, begin, [](char const* bytes) {
                                      ByteVector const v = load_vector(bytes);
                                      return ((v & 0xFB) == 0x22) | ((v & 0xFD) == 0x3C);
                                    }));
      },
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
      html, url, [url](std::size_t begin) { return escaped_in_url.find(url, begin); },
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
