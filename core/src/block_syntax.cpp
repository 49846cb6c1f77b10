#include "block_syntax.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "lines.h"

namespace inkstone {

namespace {

/// A line and what stands before its text.
struct Line {
  std::size_t begin;
  std::size_t end;         ///< at its line break
  std::size_t quotes;      ///< number of block quote marks
  std::size_t quotes_end;  ///< behind the last of them and one blank
  std::size_t content;     ///< where its text begins
  std::size_t indent;      ///< columns between quotes_end and content

  [[nodiscard]] bool is_blank() const { return content == end; }
};

/// How a continued block's lines are told apart, and what they become.
struct Continuation {
  std::size_t quotes;
  std::size_t indent;  ///< columns that a line must be indented by to belong to the block
  std::string prefix;  ///< of its lines, but for the new block quote's mark
};

class BlockScanner {
 public:
  BlockScanner(std::string_view body, RenderOptions const& options, ObjectList& objects)
      : body_(body), options_(options), objects_(objects) {}

  BlockSyntax run() {
    while (offset_ < body_.size()) {
      Line const line = next_line();
      if (skip_verbatim(line)) {
        was_blank_ = false;
        blank_lines_ = 0;
        paragraph_ = npos;
        is_first_ = true;
        is_after_definition_ = false;
        may_be_in_quote_ = true;
      } else if (line.is_blank()) {
        blank_lines_ += 1;
        was_blank_ = true;
        is_after_tag_ = false;
        may_be_in_quote_ = line.quotes > 0;
      } else if (!begin_footnote(line) && !begin_definition(line)) {
        pass_text(line);
        was_blank_ = false;
        blank_lines_ = 0;
      }
    }
    return std::move(result_);
  }

 private:
  static constexpr std::size_t npos = std::string_view::npos;

  [[nodiscard]] Line line_at(std::size_t begin) const {
    Line line{begin, std::min(body_.find('\n', begin), body_.size()), 0, begin, begin, 0};
    std::size_t column = 0;
    std::size_t quotes_column = 0;
    for (; line.content < line.end; ++line.content) {
      char const c = body_[line.content];
      if (c == '>' && column - quotes_column <= 3) {
        ++line.quotes;
        bool const has_blank = line.content + 1 < line.end && body_[line.content + 1] == ' ';
        if (has_blank) ++line.content;
        column += has_blank ? 2 : 1;
        quotes_column = column;
        line.quotes_end = line.content + 1;
      } else if (c == ' ') {
        ++column;
      } else if (c == '\t') {
        column += 4 - column % 4;
      } else {
        break;
      }
    }
    line.indent = column - quotes_column;
    return line;
  }

  Line next_line() {
    Line const line = line_at(offset_);
    offset_ = line.end + 1;
    return line;
  }

  [[nodiscard]] std::string_view text_of(Line const& line) const {
    return body_.substr(line.content, line.end - line.content);
  }

  /// How long the markers of list items are that `text` begins with.
  static std::size_t markers_size(std::string_view text) {
    std::size_t size = 0;
    for (;;) {
      std::size_t const marker = list_marker_size(text.substr(size));
      if (marker == 0) return size;
      std::size_t const blanks = size + marker;
      std::size_t const end = std::min(text.find_first_not_of(" \t", blanks), text.size());
      if (end == blanks || end == text.size() || end - blanks > 4) return size;
      size = end;
    }
  }

  /// Goes past fenced code and raw HTML that may hold anything.
  bool skip_verbatim(Line const& line) {
    std::size_t const markers = markers_size(text_of(line));
    std::string_view const text = text_of(line).substr(markers);
    if (std::size_t const fence_size = opening_fence_size(text); fence_size > 0) {
      // Code in a list's item ends with the item, whose text may begin up to three columns before.
      std::size_t const indent =
          markers > 0 ? line.indent + markers : line.indent - std::min<std::size_t>(line.indent, 3);
      while (offset_ < body_.size()) {
        Line const next = line_at(offset_);
        if (next.quotes < line.quotes) return true;
        if (!next.is_blank() && next.indent < indent) return true;
        offset_ = next.end + 1;
        if (closes_fence(text_of(next), text[0], fence_size)) return true;
      }
      return true;
    }
    if (!text.starts_with('<') || line.indent > 3) return false;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> elements{
        {{"<!--", "-->"},
         {"<script", "</script>"},
         {"<pre", "</pre>"},
         {"<style", "</style>"},
         {"<textarea", "</textarea>"}}};
    auto const element = std::find_if(elements.begin(), elements.end(), [text](auto const& tags) {
      return equals_ignoring_case(text.substr(0, tags.first.size()), tags.first);
    });
    if (element == elements.end()) return false;
    std::size_t const end =
        find_ignoring_case(element->second, line.content + element->first.size());
    offset_ = std::min(body_.find('\n', end), body_.size() - 1) + 1;
    return true;
  }

  /// Where `word` stands next, or the end of the body.
  [[nodiscard]] std::size_t find_ignoring_case(std::string_view word, std::size_t from) const {
    auto const found = std::search(
        body_.begin() + static_cast<std::ptrdiff_t>(std::min(from, body_.size())), body_.end(),
        word.begin(), word.end(), [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
    return static_cast<std::size_t>(found - body_.begin());
  }

  /// Follows lines of text, of which a paragraph may be a definition list's terms.
  void pass_text(Line const& line) {
    char const first = body_[line.content];
    may_be_in_quote_ = may_be_in_quote_ || line.quotes > 0 || text_of(line).find('>') != npos;
    if (first == '<') is_after_tag_ = true;
    bool const is_at_margin = line.quotes == 0 && line.indent == 0;
    bool const is_plain = is_at_margin && !is_after_tag_ && is_paragraph_start(text_of(line));
    if (!is_plain) {
      paragraph_ = npos;
    } else if (was_blank_ || is_first_) {
      paragraph_ = line.content;
    }
    is_first_ = !is_plain && first == '#';  // a paragraph may follow a heading at once
    is_after_definition_ = false;
  }

  static bool is_paragraph_start(std::string_view text) {
    if (is_table_rule(text)) return false;
    std::size_t const run = std::min(text.find_first_not_of(text[0]), text.size());
    bool const is_word = run == text.size() || text[run] == ' ' || text[run] == '\t';
    switch (text[0]) {
      case '>':
      case '|':
      case '<':
        return false;
      case '#':
        return run > 6 || !is_word;
      case '`':
      case '~':
        return run < 3;
      case '=':
        return text.find_first_not_of("= \t") != npos;
      case ':':
      case '+':
        return run > 1 || !is_word;
      case '-':
      case '*':
      case '_': {
        bool const is_rule = text.find_first_not_of(std::string(" \t") + text[0]) == npos;
        bool const is_item = run == 1 && is_word && text[0] != '_';
        return !is_rule && !is_item;
      }
      default:
        break;
    }
    std::size_t const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')');
  }

  bool begin_footnote(Line const& line) {
    if (!options_.footnotes || line.indent > 3 || is_after_tag_) return false;
    if (!text_of(line).starts_with("[^")) return false;
    std::size_t const label_end = footnote_label_end(body_, line.content);
    if (label_end == npos || label_end == body_.size() || body_[label_end] != ':') return false;
    std::size_t const number =
        result_.footnotes.add(footnote_label(body_, line.content, label_end), line.content);
    std::size_t const text = first_text(label_end + 1, line.end);
    open_block(line, text, {ObjectKind::footnote, {}, {}, number});
    continue_block({line.quotes, line.indent + 4, prefix_of(line)});
    paragraph_ = npos;
    return true;
  }

  bool begin_definition(Line const& line) {
    if (!options_.definition_lists || line.quotes > 0 || line.indent > 0 || is_after_tag_) {
      return false;
    }
    std::string_view const text = text_of(line);
    if (!text.starts_with(": ") && !text.starts_with(":\t")) return false;
    bool const has_term = paragraph_ != npos && blank_lines_ <= 1;
    bool const has_definition = paragraph_ == npos && is_after_definition_ && blank_lines_ <= 1;
    if (!has_term && !has_definition) return false;
    std::size_t const content = first_text(line.content + 1, line.end);
    if (content == line.end) return false;
    if (has_term) {
      add(paragraph_, paragraph_, EditKind::object, objects_.add({ObjectKind::term, {}, {}}));
      // Emphasis that the term begins with must not see a letter there.
      add(paragraph_, paragraph_, EditKind::space, 0);
    }
    std::size_t column = 1;
    for (std::size_t i = line.content + 1; i < content; ++i) {
      column = body_[i] == '\t' ? column + 4 - column % 4 : column + 1;
    }
    bool is_loose = blank_lines_ > 0;
    std::size_t const object = open_block(line, content, {ObjectKind::definition, {}, {}});
    is_loose = continue_block({0, std::min<std::size_t>(column, 4), {}}) || is_loose;
    if (is_loose) {
      result_.edits[object].index = objects_.add({ObjectKind::definition, {}, {}, 1});
    }
    paragraph_ = npos;
    is_after_definition_ = true;
    return true;
  }

  [[nodiscard]] std::size_t first_text(std::size_t begin, std::size_t end) const {
    return std::min(body_.find_first_not_of(" \t", begin), end);
  }

  [[nodiscard]] std::string prefix_of(Line const& line) const {
    return std::string(body_.substr(line.begin, line.content - line.begin));
  }

  /// Makes the line's beginning, up to `text`, that of a block quote with an object in a paragraph
  /// of its own.
  /// \return the index of the object's edit
  std::size_t open_block(Line const& line, std::size_t text, Object object) {
    is_after_definition_ = false;
    std::string const prefix = prefix_of(line);
    // A block quote that touches another would be part of it.
    if (may_be_in_quote_) add_structure(line.begin, line.begin, prefix + "\n");
    add_structure(line.content, text, "> ");
    add(text, text, EditKind::object, objects_.add(std::move(object)));
    std::size_t const index = result_.edits.size() - 1;
    add_structure(text, text, "\n" + prefix + ">\n" + prefix + "> ");
    return index;
  }

  /// Goes through the lines that belong to the block.
  /// \return whether there are blank lines among them
  bool continue_block(Continuation const& block) {
    std::vector<Line> blank;
    bool has_blank = false;
    was_blank_ = false;
    while (offset_ < body_.size()) {
      Line const line = line_at(offset_);
      if (line.is_blank()) {
        blank.push_back(line);
      } else if (line.quotes == block.quotes && line.indent >= block.indent) {
        for (Line const& empty : blank) {
          add_structure(empty.begin, empty.end, block.prefix + ">");
        }
        has_blank = has_blank || !blank.empty();
        blank.clear();
        indent_block(line, block);
      } else if (!blank.empty() || line.quotes != block.quotes ||
                 !is_paragraph_start(text_of(line)) || text_of(line).starts_with("[^")) {
        // A block quote that follows must not become part of this one.
        if (blank.empty() && line.quotes > block.quotes) {
          add_structure(line.begin, line.begin, block.prefix + "\n");
        }
        break;
      }
      // What is left is text that goes on with the paragraph before it, as md4c sees by itself.
      offset_ = line.end + 1;
    }
    blank_lines_ = blank.size();
    was_blank_ = !blank.empty();
    may_be_in_quote_ = blank.empty();
    is_first_ = false;
    return has_blank;
  }

  /// Puts a block quote's mark in the place of a line's indentation.
  void indent_block(Line const& line, Continuation const& block) {
    std::size_t place = line.quotes_end;
    std::size_t column = 0;
    // A tab that is left would be narrower behind the mark.
    bool const has_tab = body_.substr(line.begin, line.content - line.begin).find('\t') != npos;
    while (column < block.indent || (has_tab && place < line.content)) {
      column = body_[place] == '\t' ? column + 4 - column % 4 : column + 1;
      ++place;
    }
    add_structure(line.begin, place, block.prefix + "> " + std::string(column - block.indent, ' '));
  }

  void add_structure(std::size_t begin, std::size_t end, std::string text) {
    result_.structures.push_back(std::move(text));
    add(begin, end, EditKind::structure, static_cast<std::uint32_t>(result_.structures.size() - 1));
  }

  void add(std::size_t begin, std::size_t end, EditKind kind, std::uint32_t index) {
    result_.edits.push_back({begin, end, kind, index});
  }

  std::string_view body_;
  RenderOptions const& options_;
  ObjectList& objects_;
  BlockSyntax result_;
  std::size_t offset_ = 0;
  std::size_t paragraph_ = npos;  ///< where the last paragraph at the margin begins
  std::size_t blank_lines_ = 0;   ///< since the last line that was none
  bool was_blank_ = false;
  bool is_first_ = true;  ///< whether a paragraph can begin without a blank line before it
  bool is_after_tag_ = false;
  bool may_be_in_quote_ = false;  ///< whether a block quote that begins may go on with another
  bool is_after_definition_ = false;
};

}  // namespace

BlockSyntax find_block_syntax(std::string_view body, RenderOptions const& options,
                              ObjectList& objects) {
  return BlockScanner(body, options, objects).run();
}

}  // namespace inkstone
