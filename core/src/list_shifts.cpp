#include "list_shifts.h"

#include <algorithm>

#include "byte_set.h"
#include "lines.h"
#include "vectors.h"

namespace inkstone {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// What stands before the text of a line.
constexpr ByteSet line_marks(" \t>");

class ShiftFinder {
 public:
  explicit ShiftFinder(std::string_view text) : text_(text) {}

  std::vector<Shift> run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t const content = line_marks.skip(text_, begin);
      std::size_t const end = std::min(find_byte(text_, '\n', content), text_.size());
      pass({begin, content, end});
      begin = end + 1;
    }
    end_segment();
    return std::move(shifts_);
  }

 private:
  struct Line {
    std::size_t begin;
    std::size_t content;  ///< behind blanks and block quote marks
    std::size_t end;
  };

  void pass(Line const& line) {
    bool const is_blank = line.content == line.end;
    if (fence_size_ > 0 && is_fence_left(line)) fence_size_ = 0;
    if (fence_size_ > 0) {
      if (is_closing_fence(line)) {
        fence_size_ = 0;
      } else {
        last_.assign(1, line.end);
      }
    } else if (is_blank) {
      blank_ = line.end;
    } else {
      if (blank_ != npos) pass_blank_lines(line.content > line.begin);
      pass_text(line);
    }
  }

  /// \param goes_on whether what follows may belong to the same item
  void pass_blank_lines(bool goes_on) {
    if (goes_on && has_items_) segment_.insert(segment_.end(), last_.begin(), last_.end());
    end_segment();
    place_ = blank_;
    blank_ = npos;
  }

  /// Chooses how far the lines are moved that follow the place where that can be done.
  void end_segment() {
    constexpr std::size_t most = 3;  // four blanks may be code
    auto const is_right = [&](std::size_t size) {
      return std::none_of(segment_.begin(), segment_.end(), [&](std::size_t offset) {
        return (offset + shifted_ + size) % 256 == 4;
      });
    };
    std::size_t size = 0;
    while (size < most && !is_right(size)) ++size;
    if (size > 0 && is_right(size)) {
      shifts_.push_back({place_, size});
      shifted_ += size;
    }
    segment_.clear();
  }

  void pass_text(Line const& line) {
    // A heading's underline leaves the line before it as the last one.
    static constexpr ByteSet underline("=- \t");
    bool const is_underline = underline.skip(text_, line.content) >= line.end;
    if (!is_underline) last_.clear();
    last_.push_back(line.end);
    bool const had_items = has_items_;
    std::size_t content = line.content;
    last_.push_back(content);
    for (std::size_t next = behind_marker(content, line.end); next != content;
         next = behind_marker(content, line.end)) {
      has_items_ = true;
      content = next;
      last_.push_back(content);
    }
    std::string_view const text = text_.substr(content, line.end - content);
    if (text.size() > 3 && text[0] == '[' && text[2] == ']') {
      last_.push_back(first_text(content + 3, line.end));
    } else if (text.starts_with('#')) {
      std::size_t const title = std::min(text_.find_first_not_of('#', content), line.end);
      last_.push_back(first_text(title, line.end));
    } else if (std::size_t const size = opening_fence_size(text); size > 0) {
      fence_ = text[0];
      fence_size_ = size;
      bool const is_contained = had_items || has_items_ ||
                                text_.substr(line.begin, content - line.begin).find('>') != npos;
      fence_column_ = is_contained ? content - line.begin : 0;
      last_.clear();
    }
  }

  [[nodiscard]] std::size_t first_text(std::size_t begin, std::size_t end) const {
    return std::min(text_.find_first_not_of(" \t", begin), end);
  }

  /// Where the text begins behind the list marker at `begin`; `begin` if there is none.
  [[nodiscard]] std::size_t behind_marker(std::size_t begin, std::size_t end) const {
    std::size_t const place = begin + list_marker_size(text_.substr(begin, end - begin));
    if (place == begin) return begin;
    if (place < end && text_[place] != ' ' && text_[place] != '\t') return begin;
    return std::min(line_marks.skip(text_, place), end);
  }

  [[nodiscard]] bool is_closing_fence(Line const& line) const {
    return closes_fence(text_.substr(line.content, line.end - line.content), fence_, fence_size_);
  }

  /// Whether fenced code has ended with the item or the block quote around it.
  [[nodiscard]] bool is_fence_left(Line const& line) const {
    return line.content < line.end && line.content - line.begin < fence_column_;
  }

  std::string_view text_;
  std::vector<Shift> shifts_;
  std::size_t shifted_ = 0;           ///< the sum of their sizes
  std::size_t place_ = 0;             ///< where the segment's lines can be moved
  std::vector<std::size_t> segment_;  ///< offsets that must not end in 4
  std::vector<std::size_t> last_;     ///< offsets of the last line, whatever it is
  std::size_t blank_ = npos;          ///< the end of the last blank line since then
  bool has_items_ = false;
  char fence_ = 0;
  std::size_t fence_size_ = 0;  ///< 0: no fenced code is open
  std::size_t fence_column_ = 0;
};

/// Whether anything indented, or in a block quote, stands behind a blank line.
bool has_indented_block(std::string_view text) {
  bool is_behind_blank = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const content = line_marks.skip(text, begin);
    bool const is_blank = content == text.size() || text[content] == '\n';
    if (is_behind_blank && !is_blank && content > begin) return true;
    is_behind_blank = is_blank;
    begin = std::min(find_byte(text, '\n', content), text.size()) + 1;
  }
  return false;
}

}  // namespace

std::vector<Shift> find_list_shifts(std::string_view text) {
  if (!has_indented_block(text)) return {};
  return ShiftFinder(text).run();
}

}  // namespace inkstone
