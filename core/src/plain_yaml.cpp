#include "plain_yaml.h"

#include <algorithm>

#include "ascii.h"
#include "byte_set.h"

namespace inkstone {

namespace {

/// Whether a byte is a part of a character beyond ASCII.
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_in_word(char c) { return is_ascii_alphanumeric(c) || c == '_' || c == '-'; }

class PlainYamlReader {
 public:
  explicit PlainYamlReader(std::string_view text) : text_(text) {}

  bool read() {
    auto const is_control = [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
    };
    if (std::any_of(text_.begin(), text_.end(), is_control)) return false;
    to_next_line();
    return indent_ == 0 && offset_ < text_.size() && read_mapping(0) && offset_ == text_.size();
  }

  [[nodiscard]] std::vector<YamlEvent> take() { return std::move(events_); }

 private:
  using Kind = YamlEvent::Kind;

  static constexpr std::size_t deepest = 16;
  static constexpr std::size_t longest_key = 128;

  [[nodiscard]] char at(std::size_t offset) const {
    return offset < text_.size() ? text_[offset] : '\n';
  }

  void skip_spaces() {
    while (at(offset_) == ' ') ++offset_;
  }

  /// Goes to the next line that holds more than a comment, and measures its indent.
  void to_next_line() {
    while (offset_ < text_.size()) {
      std::size_t const begin = offset_;
      skip_spaces();
      indent_ = offset_ - begin;
      if (at(offset_) != '\n' && at(offset_) != '#') return;
      skip_line();
    }
    indent_ = 0;
  }

  void skip_line() { offset_ = std::min(text_.find('\n', offset_), text_.size() - 1) + 1; }

  /// Whether only a comment stands from here to the line's end; then goes to the next line.
  /// \param is_behind_space whether a comment may begin at once
  bool end_line(bool is_behind_space = false) {
    bool const may_be_comment = is_behind_space || at(offset_) == ' ';
    skip_spaces();
    if (at(offset_) != '\n' && !(may_be_comment && at(offset_) == '#')) return false;
    skip_line();
    to_next_line();
    return true;
  }

  [[nodiscard]] bool is_at_item() const { return at(offset_) == '-' && at(offset_ + 1) == ' '; }

  void add(Kind kind, std::size_t offset, std::string_view text = {}) {
    events_.push_back({kind, offset, text});
  }

  /// Reads lines of that indent, from the first one's text on.
  bool read_mapping(std::size_t indent) {
    if (++depth_ > deepest) return false;
    add(Kind::mapping, offset_);
    while (offset_ < text_.size() && indent_ == indent) {
      if (!read_key()) return false;
      if (at(offset_) != ' ' && at(offset_) != '\n') return false;
      skip_spaces();
      if (at(offset_) != '\n' && at(offset_) != '#') {
        if (!read_value()) return false;
      } else if (!end_line(at(offset_ - 1) == ' ')) {
        return false;
      } else if (is_at_item() && indent_ >= indent && offset_ < text_.size()) {
        if (!read_list(indent_)) return false;
      } else if (offset_ < text_.size() && indent_ > indent) {
        if (!read_mapping(indent_)) return false;
      } else {
        add(Kind::null, offset_);
      }
    }
    --depth_;
    add(Kind::end, offset_);
    // What is indented more than what it follows goes on with it.
    return offset_ == text_.size() || indent_ < indent;
  }

  bool read_key() {
    std::size_t const begin = offset_;
    if (!is_ascii_letter(at(begin)) && at(begin) != '_') return false;
    while (is_in_word(at(offset_))) ++offset_;
    if (at(offset_) != ':' || offset_ - begin > longest_key) return false;
    add(Kind::plain, begin, text_.substr(begin, offset_ - begin));
    ++offset_;
    return true;
  }

  bool read_list(std::size_t indent) {
    add(Kind::sequence, offset_);
    while (offset_ < text_.size() && indent_ == indent && is_at_item()) {
      ++offset_;
      skip_spaces();
      if (!read_value()) return false;
    }
    add(Kind::end, offset_);
    return offset_ == text_.size() || indent_ <= indent;
  }

  /// Reads a value and the rest of its line.
  bool read_value() {
    if (at(offset_) == '[') return read_brackets() && end_line();
    if (at(offset_) == '"' || at(offset_) == '\'') return read_quoted() && end_line();
    static constexpr ByteSet stops(":#\n");
    std::size_t const begin = offset_;
    if (!may_begin_plain()) return false;
    for (std::size_t end = begin;; ++end) {
      end = stops.find(text_, end);
      if (at(end) == ':' && (at(end + 1) == ' ' || at(end + 1) == '\n')) return false;
      bool const is_comment = at(end) == '#' && at(end - 1) == ' ';
      if (at(end) != '\n' && !is_comment) continue;
      while (at(end - 1) == ' ') --end;
      offset_ = end;
      add(Kind::plain, begin, text_.substr(begin, end - begin));
      return end_line();
    }
  }

  [[nodiscard]] bool may_begin_plain() const {
    static constexpr ByteSet beginnings("_/.+($~");
    char const c = at(offset_);
    return is_ascii_alphanumeric(c) || is_beyond_ascii(c) || beginnings.contains(c) ||
           (c == '-' && is_ascii_digit(at(offset_ + 1)));
  }

  bool read_quoted() {
    std::size_t const begin = offset_ + 1;
    char const quote = at(offset_);
    std::size_t end = begin;
    while (at(end) != quote && at(end) != '\n' && at(end) != '\\') ++end;
    // In single quotes a second one behind the first would be an escape.
    if (at(end) != quote || at(end + 1) == quote) return false;
    add(Kind::quoted, offset_, text_.substr(begin, end - begin));
    offset_ = end + 1;
    return true;
  }

  bool read_brackets() {
    add(Kind::sequence, offset_++);
    skip_spaces();
    while (at(offset_) != ']') {
      if (at(offset_) == '"' || at(offset_) == '\'') {
        if (!read_quoted()) return false;
      } else if (!read_plain_in_brackets()) {
        return false;
      }
      skip_spaces();
      if (at(offset_) == ']') break;
      if (at(offset_) != ',') return false;
      ++offset_;
      skip_spaces();
      if (at(offset_) == ']') return false;
    }
    add(Kind::end, offset_++);
    return true;
  }

  bool read_plain_in_brackets() {
    std::size_t const begin = offset_;
    if (!may_begin_plain()) return false;
    static constexpr ByteSet inside(
        "_/.+($~) -abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    while (inside.contains(at(offset_)) || is_beyond_ascii(at(offset_))) ++offset_;
    std::size_t end = offset_;
    while (at(end - 1) == ' ') --end;
    add(Kind::plain, begin, text_.substr(begin, end - begin));
    return true;
  }

  std::string_view text_;
  std::vector<YamlEvent> events_;
  std::size_t offset_ = 0;
  std::size_t indent_ = 0;  ///< of the line that `offset_` stands in
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<std::vector<YamlEvent>> read_plain_yaml(std::string_view text) {
  PlainYamlReader reader(text);
  if (!reader.read()) return std::nullopt;
  return reader.take();
}

}  // namespace inkstone
