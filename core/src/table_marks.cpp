#include "table_marks.h"

#include <algorithm>
#include <iterator>

#include "ascii.h"
#include "byte_set.h"
#include "lines.h"
#include "vectors.h"

namespace inkstone {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The number of columns that a delimiter row asks for, as md4c counts them; 0 if `line` is none.
std::size_t delimiter_cells(std::string_view line) {
  std::size_t place = 0;
  auto const passes = [&](char c) {
    return place < line.size() && line[place] == c && ++place > 0;
  };
  auto const skip_blanks = [&] {
    while (passes(' ') || passes('\t')) {
    }
  };
  bool has_pipe = passes('|');
  skip_blanks();
  std::size_t cells = 0;
  bool is_divided = true;
  while (place < line.size()) {
    if (!is_divided) return 0;
    passes(':');
    if (!passes('-')) return 0;
    while (passes('-')) {
    }
    passes(':');
    ++cells;
    skip_blanks();
    is_divided = passes('|');
    has_pipe = has_pipe || is_divided;
    skip_blanks();
  }
  return has_pipe ? cells : 0;
}

class TableScanner {
 public:
  TableScanner(std::string_view body, std::vector<Edit> const& edits)
      : body_(body), edits_(edits) {}

  std::vector<Edit> run() {
    bool is_in_table = false;
    Line before{0, 0};
    for (std::size_t begin = 0; begin < body_.size();) {
      if (!is_in_table) {
        // A table begins with two lines, and in the second one stands a pipe.
        std::size_t const pipe = find_byte(body_, '|', begin);
        if (pipe == npos) break;
        std::size_t const second = line_begin(pipe);
        if (second > begin) {
          begin = second;
          std::size_t const first = line_begin(second - 1);
          before = line_at(first, second - 1);
        }
      }
      std::size_t const end = std::min(body_.find('\n', begin), body_.size());
      Line const line = line_at(begin, end);
      begin = end + 1;
      if (line.begin == line.end) {
        is_in_table = false;
      } else if (is_in_table) {
        mark_empty_cells(line);
      } else if (before.begin < before.end) {
        is_in_table = begin_table(before, line);
      }
      before = line;
    }
    return std::move(marks_);
  }

 private:
  /// A line's text, without blanks around it and block quote marks before it.
  struct Line {
    std::size_t begin;
    std::size_t end;
  };

  [[nodiscard]] std::size_t line_begin(std::size_t place) const {
    while (place > 0 && body_[place - 1] != '\n') --place;
    return place;
  }

  [[nodiscard]] Line line_at(std::size_t begin, std::size_t end) const {
    static constexpr ByteSet marks(" \t>");
    begin = std::min(marks.skip(body_, begin), end);
    while (end > begin && (body_[end - 1] == ' ' || body_[end - 1] == '\t')) --end;
    return {begin, end};
  }

  [[nodiscard]] std::string_view text_of(Line const& line) const {
    return body_.substr(line.begin, line.end - line.begin);
  }

  bool begin_table(Line header, Line const& line) {
    if (!is_one_of(body_[line.begin], "|-:")) return false;
    std::size_t const cells = delimiter_cells(text_of(line));
    if (cells == 0) return false;
    if (text_of(header).find_first_of("`<") == npos && header_cells(header) != cells) {
      add(line.begin);
      return false;
    }
    mark_empty_cells(header);
    return true;
  }

  [[nodiscard]] std::size_t header_cells(Line header) const {
    skip_markers(header);
    std::size_t pipes = 0;
    bool ends_with_pipe = false;
    each_pipe(header, [&](std::size_t place) {
      ++pipes;
      ends_with_pipe = place + 1 == header.end;
    });
    bool const begins_with_pipe = header.begin < header.end && body_[header.begin] == '|';
    std::size_t const outer = (begins_with_pipe ? 1U : 0U) + (ends_with_pipe ? 1U : 0U);
    return std::max<std::size_t>(pipes + 1, outer + 1) - outer;
  }

  /// Goes past what stands before a row in the first line of a list's item, a footnote or a
  /// definition.
  void skip_markers(Line& line) const {
    for (auto edit = first_edit_at(line.begin); edit != edits_.end() && edit->begin < line.end;
         ++edit) {
      if (edit->kind == EditKind::structure) line.begin = std::min(edit->end, line.end);
    }
    while (line.begin < line.end) {
      std::size_t const marker_end = line.begin + list_marker_size(text_of(line));
      if (marker_end == line.begin) return;
      std::size_t const text = std::min(body_.find_first_not_of(" \t>", marker_end), line.end);
      if (text == marker_end) return;
      line.begin = text;
    }
  }

  void mark_empty_cells(Line const& line) {
    std::size_t last = npos;
    each_pipe(line, [&](std::size_t place) {
      if (last != npos && last + 1 == place) add(place);
      last = place;
    });
  }

  /// Calls `visit` with the place of each pipe that may divide cells.
  template <class Visitor>
  void each_pipe(Line const& line, Visitor&& visit) const {
    auto edit = first_edit_at(line.begin);
    for (std::size_t place = line.begin; place < line.end; ++place) {
      while (edit != edits_.end() && edit->end <= place) ++edit;
      if (edit != edits_.end() && edit->begin <= place) {
        place = edit->end - 1;
      } else if (body_[place] == '\\') {
        ++place;
      } else if (body_[place] == '|') {
        visit(place);
      }
    }
  }

  [[nodiscard]] std::vector<Edit>::const_iterator first_edit_at(std::size_t place) const {
    auto const next = std::partition_point(
        edits_.begin(), edits_.end(), [place](Edit const& edit) { return edit.begin < place; });
    bool const is_inside = next != edits_.begin() && std::prev(next)->end > place;
    return is_inside ? std::prev(next) : next;
  }

  void add(std::size_t place) { marks_.push_back({place, place, EditKind::letter}); }

  std::string_view body_;
  std::vector<Edit> const& edits_;
  std::vector<Edit> marks_;
};

}  // namespace

std::vector<Edit> find_table_marks(std::string_view body, std::vector<Edit> const& edits) {
  return TableScanner(body, edits).run();
}

}  // namespace inkstone
