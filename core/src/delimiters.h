/// The delimiter runs of a body, found without parsing it: enough to see how emphasis is meant.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace inkstone {

/// A run of `*`, `_` or `~` with the characters beside it; 0 stands for the edge of a line.
struct DelimiterRun {
  std::size_t begin;  ///< offset in the body
  std::size_t size;   ///< number of delimiters
  char delimiter;
  char32_t before;
  char32_t after;
  char32_t selected_before;  ///< behind a variation selector, the character that it selects for
  bool is_after_cjk;         ///< whether what stands before the run is CJK
};

/// Goes through a body block by block. Escaped delimiters, code, tags and URLs are passed over;
/// where a guess about those is wrong, only the reading of emphasis suffers.
class DelimiterScanner {
 public:
  /// `body` must be normalized and outlive the scanner.
  explicit DelimiterScanner(std::string_view body) noexcept : body_(body) {}

  [[nodiscard]] bool is_at_end() const noexcept { return offset_ >= body_.size(); }

  /// The runs of the next block of text: a paragraph, a heading, a list item's paragraph, a table's
  /// row. Often none. The whole body takes linear time.
  [[nodiscard]] std::vector<DelimiterRun> next_block();

 private:
  enum class Line : unsigned char { text, block_start, single, fence };

  [[nodiscard]] Line kind_of_line(std::size_t content) const;
  void scan_line(std::vector<DelimiterRun>& runs);
  void skip_fenced_code(std::size_t content);
  void skip_code_span();
  void skip_tag();
  void skip_url();
  void skip_destination();
  [[nodiscard]] DelimiterRun take_run();
  [[nodiscard]] std::size_t run_end(std::size_t begin) const;
  [[nodiscard]] std::size_t line_end(std::size_t begin) const;

  std::string_view body_;
  std::size_t offset_ = 0;
  std::size_t line_begin_ = 0;  ///< of the line's text, behind its indent and block quote marks
  /// By length of a backtick run: no such run stands before this offset but those that opened
  /// nothing. Keeps the search for the ends of code spans linear.
  std::array<std::size_t, 32> no_code_end_before_{};
};

}  // namespace inkstone
