#include "nesting.h"

#include <algorithm>

#include "ascii.h"
#include "byte_set.h"

namespace inkstone {

namespace {

/// Text that is indented so far is code, or goes on with a paragraph.
constexpr std::size_t code_indent = 4;

/// No container takes more columns: 3 of indent, 9 digits, their dot, 4 blanks.
constexpr std::size_t widest_container = 20;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Follows md4c's stack of open containers from line to line.
class NestingFollower {
 public:
  NestingFollower(std::string_view body, std::size_t max_depth)
      : body_(body), max_depth_(max_depth), last_column_(widest_container * max_depth) {}

  std::vector<std::size_t> run() {
    while (offset_ < body_.size()) {
      follow_line();
      std::size_t const line_end = body_.find('\n', offset_);
      offset_ = line_end == std::string_view::npos ? body_.size() : line_end + 1;
    }
    return std::move(too_deep_);
  }

 private:
  /// A block quote or an item of a list.
  struct Container {
    bool is_quote;
    std::size_t width;  ///< items only: how far what belongs to it is indented
  };

  void follow_line() {
    column_ = 0;
    indent_ = skip_blanks();
    std::size_t const parents = match_parents();
    if (is_at_line_end()) {
      // A blank line belongs to an item whatever its indent, but to no quote without its mark.
      auto const quote =
          std::find_if(containers_.begin() + static_cast<std::ptrdiff_t>(parents),
                       containers_.end(), [](Container const& one) { return one.is_quote; });
      containers_.erase(quote, containers_.end());
      is_behind_blank_ = true;
      return;
    }
    bool const may_be_lazy = !is_behind_blank_;
    is_behind_blank_ = false;
    bool is_new = false;
    no_break_before_ = 0;
    while (indent_ < code_indent) {
      if (is_thematic_break()) {
        if (!is_new) containers_.resize(parents);
        return;
      }
      std::size_t const size = marker_size();
      if (size == 0) break;
      if (!is_new) containers_.resize(parents);
      is_new = true;
      if (containers_.size() == max_depth_ || column_ > last_column_) {
        too_deep_.push_back(offset_);
        return;
      }
      open(size);
    }
    // A paragraph goes on without the marks of what it stands in.
    if (!is_new && !may_be_lazy) containers_.resize(parents);
    if (indent_ >= code_indent) pass_far_markers();
  }

  /// Passes the marks and the indents of containers that are open.
  /// \return how many there are
  std::size_t match_parents() {
    std::size_t parents = 0;
    for (; parents < containers_.size(); ++parents) {
      auto const [is_quote, width] = containers_[parents];
      if (is_quote) {
        if (indent_ >= code_indent || is_at_line_end() || body_[offset_] != '>') break;
        pass(1);
        indent_ = skip_blanks();
        if (indent_ > 0) --indent_;
      } else {
        if (indent_ < width) break;
        indent_ -= width;
      }
    }
    return parents;
  }

  /// Passes a marker and the blanks that belong to it.
  void open(std::size_t marker_size) {
    bool const is_quote = body_[offset_] == '>';
    std::size_t width = indent_ + marker_size;
    pass(marker_size);
    indent_ = skip_blanks();
    if (is_at_line_end() || indent_ > code_indent) {
      ++width;
      if (indent_ > 0) --indent_;
    } else {
      width += indent_;
      indent_ = 0;
    }
    containers_.push_back({is_quote, width});
  }

  /// What is indented so far may be code here and still be an item for md4c, if a line before was
  /// read wrongly: that must not go on without end.
  void pass_far_markers() {
    for (std::size_t size = marker_size(); size > 0; size = marker_size()) {
      if (column_ > last_column_) {
        too_deep_.push_back(offset_);
        return;
      }
      pass(size);
      skip_blanks();
    }
  }

  /// The length of the container's marker that stands here; 0 if there is none.
  [[nodiscard]] std::size_t marker_size() const {
    if (is_at_line_end()) return 0;
    std::string_view const here = body_.substr(offset_, 11);
    char const first = here.front();
    if (first == '>') return 1;
    std::size_t size = 0;
    if (first != '-' && first != '+' && first != '*') {
      while (size < 9 && size < here.size() && is_ascii_digit(here[size])) ++size;
      if (size == 0 || size == here.size() || (here[size] != '.' && here[size] != ')')) return 0;
    }
    ++size;
    bool const ends = size == here.size() || is_blank(here[size]) || here[size] == '\n';
    return ends ? size : 0;
  }

  /// Whether `- - -` or `***` and nothing else stands from here to the line's end.
  [[nodiscard]] bool is_thematic_break() {
    if (is_at_line_end()) return false;
    char const mark = body_[offset_];
    if (mark != '-' && mark != '*') return false;
    // Where a line was found to be none, it is none up to the character that made it so.
    if (offset_ < no_break_before_) return false;
    std::size_t count = 0;
    std::size_t end = offset_;
    for (; end < body_.size() && (body_[end] == mark || is_blank(body_[end])); ++end) {
      if (body_[end] == mark) ++count;
    }
    bool const is_break = count >= 3 && (end == body_.size() || body_[end] == '\n');
    if (!is_break) no_break_before_ = end;
    return is_break;
  }

  [[nodiscard]] bool is_at_line_end() const {
    return offset_ == body_.size() || body_[offset_] == '\n';
  }

  void pass(std::size_t bytes) {
    offset_ += bytes;
    column_ += bytes;
  }

  /// \return how many columns the blanks take
  std::size_t skip_blanks() {
    std::size_t const begin = column_;
    for (; offset_ < body_.size() && is_blank(body_[offset_]); ++offset_) {
      column_ = body_[offset_] == '\t' ? (column_ + 4) / 4 * 4 : column_ + 1;
    }
    return column_ - begin;
  }

  std::string_view body_;
  std::size_t max_depth_;
  std::size_t last_column_;            ///< behind which no container may begin
  std::vector<Container> containers_;  ///< that are open, or may be
  std::vector<std::size_t> too_deep_;
  bool is_behind_blank_ = false;  ///< whether the line before was blank
  // The line at hand:
  std::size_t offset_ = 0;
  std::size_t column_ = 0;
  std::size_t indent_ = 0;           ///< columns of blanks before `offset_` that are not used yet
  std::size_t no_break_before_ = 0;  ///< before this offset no thematic break begins
};

/// Whether a line may begin with the marks of so many containers: an item has two columns or more,
/// and a tab is four, so that there are half as many bytes of marks and blanks in a row.
bool may_be_too_deep(std::string_view body, std::size_t max_depth) {
  static constexpr ByteSet marks(" \t>-+*.)0123456789");
  // What is so long is met at one of its bytes, whichever of them is looked at.
  std::size_t const shortest = std::max<std::size_t>(max_depth / 2, 1);
  for (std::size_t place = shortest - 1; place < body.size(); place += shortest) {
    if (!marks.contains(body[place])) continue;
    std::size_t begin = place;
    while (begin > 0 && marks.contains(body[begin - 1])) --begin;
    if (marks.skip(body, place) - begin >= shortest) return true;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> find_too_deep(std::string_view body, std::size_t max_depth) {
  if (!may_be_too_deep(body, max_depth)) return {};
  return NestingFollower(body, max_depth).run();
}

}  // namespace inkstone
