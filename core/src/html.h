/// The one place that escapes: nothing else turns text into HTML.
#pragma once

#include <string>
#include <string_view>

#include "html_buffer.h"

namespace inkstone {

/// Appends `text` as HTML text or as the inside of a double-quoted attribute: `& < > "` become
/// character references.
/// \param behind how many bytes of the same memory stand behind it
void append_escaped(HtmlBuffer& html, std::string_view text, std::size_t behind = 0);
void append_escaped(std::string& html, std::string_view text);

/// Appends `url` as the inside of a double-quoted attribute: bytes that no URL may hold are
/// percent-encoded, percent signs stay (so an encoded URL is not encoded twice).
void append_escaped_url(HtmlBuffer& html, std::string_view url);
void append_escaped_url(std::string& html, std::string_view url);

/// Appends the characters that the character reference `reference` (`&amp;`, `&#38;`, `&#x26;`)
/// stands for; one that HTML does not know is appended as it is.
void append_character_reference(std::string& text, std::string_view reference);

}  // namespace inkstone
