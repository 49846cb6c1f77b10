#include "bold_headings.h"

#include <utility>

#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

constexpr std::size_t longest_title = 40;
constexpr int title_level = 2;

bool is_closing(char32_t c) {
  return is_one_of(c, U"”’」』）】》〉〕］\"')]}") || is_whitespace(c);
}

bool ends_sentence(char32_t c) { return is_one_of(c, U"。．.！!？?；;，,：:、…—～"); }

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    Decoded const decoded = decode_utf8(text);
    if (!is_whitespace(decoded.code_point)) return false;
    text.remove_prefix(decoded.length);
  }
  return true;
}

}  // namespace

bool can_be_title(std::string_view text) {
  std::size_t length = 0;
  char32_t last = 0;
  bool is_readable = false;
  while (!text.empty() && length <= longest_title) {
    Decoded const decoded = decode_utf8(text);
    text.remove_prefix(decoded.length);
    ++length;
    char32_t const c = decoded.code_point;
    is_readable = is_readable || (is_slug_character(c) && c != '-' && c != '_');
    if (!is_closing(c)) last = c;
  }
  return is_readable && length <= longest_title && !ends_sentence(last);
}

void BoldHeadingFinder::enter_paragraph(std::size_t tag_end) {
  current_ = {tag_end, {}};
  is_candidate_ = true;
}

void BoldHeadingFinder::look_at(std::string_view text, bool is_bold) {
  if (is_bold) {
    current_.text += text;
    // A character takes four bytes at most: what is longer needs no counting.
    is_candidate_ = current_.text.size() <= 4 * longest_title;
  } else {
    is_candidate_ = is_blank(text);
  }
}

void BoldHeadingFinder::leave_paragraph() {
  if (is_candidate_ && can_be_title(current_.text)) titles_.push_back(std::move(current_));
  is_candidate_ = false;
}

void BoldHeadingFinder::finish(HeadingCollector& headings, Output& output) const {
  for (auto const& [tag_end, text] : titles_) {
    if (tag_end >= output.html.size()) break;  // the HTML was cut before it
    std::string id = headings.unique_id(text);
    output.insert_later(tag_end, id_attribute(id));
    headings.entries().push_back({title_level, std::move(id), text, {}});
  }
}

}  // namespace inkstone
