#include "inline_scanner.h"

#include <algorithm>

#include "ascii.h"
#include "bare_links.h"
#include "byte_set.h"
#include "emoji.h"
#include "lines.h"
#include "unicode.h"
#include "utf8.h"
#include "vectors.h"

namespace inkstone {

namespace {

constexpr std::size_t longest_emoji_name = 64;

/// What stands before the text of a line.
constexpr ByteSet container_marks(" \t>");

/// What a line begins with that is not only text.
constexpr ByteSet begins_block("#|<`~:[=-*_+0123456789");

/// What an address of e-mail in angle brackets may begin with besides letters and digits.
constexpr std::string_view local_part_characters = ".!#$%&'*+/=?^_`{|}~-0123456789";

/// Whether `<text>` is a link for CommonMark because it is such an address.
bool is_address(std::string_view text) {
  std::size_t const at = std::min(text.find('@'), text.size());
  auto const is_local = [](char c) {
    return is_ascii_letter(c) || is_one_of(c, local_part_characters);
  };
  auto const is_domain = [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.';
  };
  auto const middle = text.begin() + static_cast<std::ptrdiff_t>(at);
  return at + 1 < text.size() && std::all_of(text.begin(), middle, is_local) &&
         std::all_of(middle + 1, text.end(), is_domain);
}

/// Whether a link looks like a definition's destination, but for its parentheses: as an object it
/// would become one, and nobody would see it.
bool is_faulty_destination(std::string_view before, std::string_view link) {
  before = before.substr(0, before.find_last_not_of(" \t") + 1);
  return before.ends_with("]:") &&
         std::count(link.begin(), link.end(), '(') != std::count(link.begin(), link.end(), ')');
}

bool is_quotation_mark(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/// Whether a line, which is not empty, is a thematic break or a heading's underline.
bool is_rule_or_underline(std::string_view line) {
  char const first = line.front();
  bool const is_underline = first == '=' || first == '-';
  if (!is_underline && first != '*' && first != '_') return false;
  bool const is_alone = std::all_of(
      line.begin(), line.end(), [first](char c) { return c == first || c == ' ' || c == '\t'; });
  return is_alone && (is_underline || std::count(line.begin(), line.end(), first) >= 3);
}

}  // namespace

InlineScanner::InlineScanner(std::string_view body, InlineSyntax const& syntax, ObjectList& objects)
    : body_(body), syntax_(syntax), objects_(objects) {
  optional_.fill('\n');
  if (syntax.emoji) optional_[0] = ':';
  for (char const c : syntax.bare_links) {
    optional_[c == ':' ? 0 : c == 'w' ? 1 : 2] = static_cast<std::uint8_t>(c);
  }
}

/// Goes to the next character that may mean anything; near the end of the body, perhaps not so far.
void InlineScanner::skip_plain_text() {
  offset_ = skip_vectors(body_, offset_, [this](char const* bytes) {
    ByteVector const v = load_vector(bytes);
    if (has_no_ascii(v)) return decltype(v == '*'){};
    // `[` to the backtick but for letters; `<` and `=` differ in one bit.
    return ((v - '[') < 6) | ((v & 0xFE) == '<') | (v == '*') | (v == '$') | (v == '~') |
           (v == '\n') | (v == optional_[0]) | (v == optional_[1]) | (v == optional_[2]);
  });
}

std::size_t InlineScanner::line_end(std::size_t begin) const {
  return std::min(find_byte(body_, '\n', begin), body_.size());
}

std::size_t InlineScanner::run_end(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < body_.size() && body_[end] == body_[begin]) ++end;
  return end;
}

ScannedBlock& InlineScanner::next_block() {
  ScannedBlock& block = block_;
  block.runs.clear();
  block.objects.clear();
  block.is_table = false;
  is_marked_ = false;
  bool is_first = true;
  std::ptrdiff_t quote_depth = 0;
  while (!is_at_end()) {
    std::size_t const content = container_marks.skip(body_, offset_);
    if (content == body_.size() || body_[content] == '\n') {
      offset_ = content + 1;
      return block;
    }
    Line const kind = kind_of_line(content);
    auto const depth = std::count(body_.begin() + static_cast<std::ptrdiff_t>(offset_),
                                  body_.begin() + static_cast<std::ptrdiff_t>(content), '>');
    if (!is_first && (kind != Line::text || depth > quote_depth)) return block;
    quote_depth = depth;
    is_first = false;
    if (kind == Line::fence) {
      skip_fenced_code(content);
      return block;
    }
    if (kind == Line::declaration) {
      skip_declaration(content);
      return block;
    }
    block.is_table = block.is_table || body_[content] == '|' ||
                     (begins_block.contains(body_[content]) &&
                      is_table_rule(body_.substr(content, line_end(content) - content)));
    offset_ = line_begin_ = content;
    is_single_line_ = kind == Line::single;
    scan_line(block);
    if (kind == Line::single) return block;
  }
  return block;
}

InlineScanner::Line InlineScanner::kind_of_line(std::size_t content) const {
  char const first = body_[content];
  if (!begins_block.contains(first)) return Line::text;
  if (first == '#' || first == '|') return Line::single;
  if (body_.substr(content).starts_with("<!") && content + 2 < body_.size() &&
      static_cast<unsigned char>(body_[content + 2]) < 0x80) {
    return Line::declaration;
  }
  if ((first == '`' || first == '~') && run_end(content) - content >= 3) return Line::fence;
  std::string_view const text = body_.substr(content, line_end(content) - content);
  if (text.starts_with(": ") || text.starts_with(":\t")) return Line::block_start;
  if (first == '[' && is_footnote(content)) return Line::block_start;
  if (is_rule_or_underline(text)) return Line::single;
  std::size_t const marker_end = content + list_marker_size(text);
  bool const is_list_item =
      marker_end > content &&
      (marker_end == body_.size() || body_[marker_end] == ' ' || body_[marker_end] == '\t');
  return is_list_item ? Line::block_start : Line::text;
}

/// Whether a footnote's definition begins here.
bool InlineScanner::is_footnote(std::size_t content) const {
  if (syntax_.footnotes == nullptr) return false;
  std::size_t const end = footnote_label_end(body_, content);
  return body_.substr(content).starts_with("[^") && end < body_.size() && body_[end] == ':';
}

void InlineScanner::skip_fenced_code(std::size_t content) {
  bool const is_quoted =
      body_.substr(offset_, content - offset_).find('>') != std::string_view::npos;
  char const fence = body_[content];
  std::size_t const size = run_end(content) - content;
  offset_ = line_end(content) + 1;
  while (!is_at_end()) {
    std::size_t const begin = container_marks.skip(body_, offset_);
    std::string_view const prefix = body_.substr(offset_, begin - offset_);
    if (is_quoted && prefix.find('>') == std::string_view::npos) return;
    offset_ = line_end(begin) + 1;
    if (begin < body_.size() && body_[begin] == fence && run_end(begin) - begin >= size) return;
  }
}

/// Goes past `<!…>` at a line's beginning, which is raw HTML up to the end of the line that closes
/// it, or of the container: md4c asks for any ASCII character behind the `!`.
void InlineScanner::skip_declaration(std::size_t content) {
  std::size_t const indent = content - offset_;
  std::string_view const closing = body_.substr(content).starts_with("<!--") ? "-->" : ">";
  std::size_t next = content + 2;
  bool is_closed = false;
  while (!is_closed && !is_at_end()) {
    std::size_t const end = line_end(next);
    is_closed = body_.substr(next, end - next).find(closing) != std::string_view::npos;
    offset_ = end + 1;
    next = std::min(body_.find_first_not_of(" \t>", offset_), body_.size());
    if (next < body_.size() && body_[next] != '\n' && next - offset_ < indent) return;
  }
}

void InlineScanner::scan_line(ScannedBlock& block) {
  for (;;) {
    skip_plain_text();
    if (is_at_end()) return;
    switch (body_[offset_]) {
      case '\n':
        ++offset_;
        return;
      case '\\':
        scan_backslash(block);
        break;
      case '`':
        skip_code_span();
        break;
      case '<':
        skip_tag();
        break;
      case ':':
        scan_colon(block);
        break;
      case '@':
      case 'w':
        scan_link(block);
        break;
      case '[':
        scan_bracket(block);
        break;
      case ']':
        skip_destination();
        break;
      case '$':
        scan_dollar(block);
        break;
      case '*':
      case '~':
      case '_':
      case '=':
      case '^':
        block.runs.push_back(take_run(block));
        break;
      default:
        ++offset_;
    }
  }
}

void InlineScanner::skip_code_span() {
  std::size_t const size = run_end(offset_) - offset_;
  offset_ += size;
  if (size >= no_code_end_before_.size() || offset_ < no_code_end_before_[size]) return;
  std::size_t place = offset_;
  while (place < body_.size()) {
    place = std::min(body_.find_first_of("`\n", place), body_.size());
    if (place == body_.size()) break;
    if (body_[place] == '\n') {
      std::size_t const next = body_.find_first_not_of(" \t", place + 1);
      if (next == std::string_view::npos || body_[next] == '\n') break;
      place = next;
      continue;
    }
    std::size_t const end = run_end(place);
    if (end - place == size) {
      offset_ = end;
      return;
    }
    place = end;
  }
  no_code_end_before_[size] = place;
}

/// Goes past a comment that ends in the same paragraph.
bool InlineScanner::skip_comment() {
  constexpr std::string_view closing = "-->";
  std::size_t const begin = offset_ + 2;  // `<!-->` is one
  auto const find_next = [&](std::size_t& place, std::string_view text) {
    if (place < begin) place = std::min(body_.find(text, begin), body_.size());
  };
  find_next(comment_end_, closing);
  find_next(blank_line_, "\n\n");
  if (comment_end_ >= blank_line_) return false;
  offset_ = comment_end_ + closing.size();
  return true;
}

void InlineScanner::skip_tag() {
  if (body_.substr(offset_).starts_with("<!--") && skip_comment()) return;
  std::size_t const begin = offset_++;
  if (is_at_end()) return;
  char const first = body_[offset_];
  bool const may_be_tag = is_ascii_letter(first) || first == '/' || first == '!' || first == '?';
  if (!may_be_tag && !is_one_of(first, local_part_characters)) return;
  std::size_t const end = body_.find_first_of("<>\n", begin + 1);
  if (end == std::string_view::npos || body_[end] != '>') return;
  if (may_be_tag || is_address(body_.substr(begin + 1, end - begin - 1))) offset_ = end + 1;
}

void InlineScanner::skip_destination() {
  ++offset_;
  if (is_at_end() || body_[offset_] != '(') return;
  std::size_t depth = 0;
  for (std::size_t place = offset_; place < body_.size() && body_[place] != '\n'; ++place) {
    char const c = body_[place];
    if (c == '\\') {
      ++place;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      offset_ = place + 1;
      return;
    } else if (c == ']' && body_.substr(place + 1).starts_with('(')) {
      // Another destination begins: this was none, and every byte is looked at once.
      return;
    }
  }
}

void InlineScanner::take_object(ScannedBlock& block, std::size_t end, Object object) {
  // Emphasis that ends before an object sees a letter, and so will md4c.
  if (!block.runs.empty() && block.runs.back().begin + block.runs.back().size == offset_) {
    block.runs.back().after = object_character;
  }
  object.source = without_container_marks(body_, offset_, end);
  block.objects.push_back({offset_, end, EditKind::object, objects_.add(std::move(object))});
  offset_ = end;
}

bool InlineScanner::take_formula(ScannedBlock& block) {
  auto const place = find_formula(body_, offset_, syntax_.formulas, is_single_line_);
  if (!place) return false;
  take_object(block, place->end,
              {place->is_display ? ObjectKind::display_formula : ObjectKind::formula,
               {},
               without_container_marks(body_, place->content_begin, place->content_end)});
  return true;
}

void InlineScanner::scan_backslash(ScannedBlock& block) {
  char const next = offset_ + 1 < body_.size() ? body_[offset_ + 1] : '\n';
  if ((next == '(' || next == '[') && take_formula(block)) return;
  // An escaped line end still ends the line.
  offset_ += next == '\n' ? 1 : 2;
}

void InlineScanner::scan_dollar(ScannedBlock& block) {
  if (!take_formula(block)) offset_ = run_end(offset_);
}

void InlineScanner::scan_colon(ScannedBlock& block) {
  if (take_link(block)) return;
  if (syntax_.emoji) {
    std::size_t end = offset_ + 1;
    auto const is_in_name = [](char c) {
      return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '+' || c == '-';
    };
    while (end < body_.size() && is_in_name(body_[end]) && end - offset_ <= longest_emoji_name) {
      ++end;
    }
    // A ratio, `1:100:5`, names no emoji.
    auto const is_digit_at = [this](std::size_t place) {
      return place < body_.size() && is_ascii_digit(body_[place]);
    };
    bool const is_ratio = is_digit_at(offset_ - 1) && is_digit_at(offset_ + 1);
    if (end < body_.size() && body_[end] == ':' && !is_ratio) {
      std::string_view const emoji = emoji_of(body_.substr(offset_ + 1, end - offset_ - 1));
      if (!emoji.empty()) {
        take_object(block, end + 1, {ObjectKind::emoji, {}, std::string(emoji)});
        return;
      }
    }
  }
  ++offset_;
}

void InlineScanner::scan_link(ScannedBlock& block) {
  if (!take_link(block)) ++offset_;
}

/// Takes the bare link around this place, if there is one.
bool InlineScanner::take_link(ScannedBlock& block) {
  if (syntax_.bare_links.empty()) return false;
  std::size_t const begin =
      std::max(line_begin_, block.objects.empty() ? 0 : block.objects.back().end);
  auto const link = find_bare_link(body_, offset_, {line_begin_, begin, is_marked_});
  if (!link) return false;
  std::string_view const source = body_.substr(link->begin, link->end - link->begin);
  if (is_faulty_destination(body_.substr(line_begin_, link->begin - line_begin_), source)) {
    return false;
  }
  // The underscores of an address have been taken for delimiters.
  while (!block.runs.empty() && block.runs.back().begin >= link->begin) block.runs.pop_back();
  offset_ = link->begin;
  take_object(block, link->end, {ObjectKind::link, {}, text_of_bare_link(source)});
  return true;
}

void InlineScanner::scan_bracket(ScannedBlock& block) {
  if (syntax_.footnotes != nullptr && body_.substr(offset_).starts_with("[^")) {
    std::size_t const end = footnote_label_end(body_, offset_);
    if (end != std::string_view::npos) {
      auto const number = syntax_.footnotes->find(footnote_label(body_, offset_, end));
      if (!number) {
        offset_ += 2;
      } else if ((*syntax_.footnotes)[*number].place == offset_) {
        offset_ = end + 1;
      } else {
        take_object(block, end, {ObjectKind::footnote_reference, {}, {}, *number});
      }
      return;
    }
  }
  ++offset_;
}

DelimiterRun InlineScanner::take_run(ScannedBlock const& block) {
  DelimiterRun run{offset_, run_end(offset_) - offset_, body_[offset_], 0, 0, 0, false};
  offset_ += run.size;
  if (run.delimiter == '=' && run.size == 2) is_marked_ = !is_marked_;
  if (!is_at_end() && body_[offset_] != '\n') {
    run.after = decode_utf8(body_.substr(offset_)).code_point;
  }
  if (run.begin == line_begin_) return run;
  if (!block.objects.empty() && block.objects.back().end == run.begin) {
    run.before = run.selected_before = object_character;
    return run;
  }

  Decoded const before = decode_last_utf8(body_.substr(line_begin_, run.begin - line_begin_));
  run.before = run.selected_before = before.code_point;
  // An ideographic variation selector (U+E0100 to U+E01EF) selects for an ideograph.
  run.is_after_cjk = is_cjk(run.before) || (run.before >= 0xE0100 && run.before <= 0xE01EF);
  std::size_t const selector = run.begin - before.length;
  bool const is_selector = run.before >= 0xFE00 && run.before <= 0xFE0E;
  if (!is_selector || selector == line_begin_) return run;

  // Selectors 1 to 15 belong to the character before them; the second makes a quotation mark wide.
  char32_t const selected =
      decode_last_utf8(body_.substr(line_begin_, selector - line_begin_)).code_point;
  run.is_after_cjk = is_cjk(selected) || (run.before == 0xFE01 && is_quotation_mark(selected));
  if (!is_whitespace(selected)) run.selected_before = selected;
  return run;
}

}  // namespace inkstone
