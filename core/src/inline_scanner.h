/// What stands inside the lines of a body, found without parsing it: enough to see how emphasis is
/// meant, and to lift out what Markdown must not read.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edits.h"
#include "footnote_definitions.h"
#include "formulas.h"

namespace inkstone {

/// What stands for an object beside a delimiter run: md4c will see a letter.
inline constexpr char32_t object_character = U'Ω';

/// A run of `*`, `_`, `~`, `=` or `^` with the characters beside it; 0 stands for the edge of a
/// line, a letter for an object.
struct DelimiterRun {
  std::size_t begin;  ///< offset in the body
  std::size_t size;   ///< number of delimiters
  char delimiter;
  char32_t before;
  char32_t after;
  char32_t selected_before;  ///< behind a variation selector, the character that it selects for
  bool is_after_cjk;         ///< whether what stands before the run is CJK
};

/// What to look for beside delimiter runs.
struct InlineSyntax {
  FormulaSyntax formulas = FormulaSyntax::none;
  bool emoji = false;
  std::string_view bare_links = {};                ///< where they are looked for: some of `:w@`
  FootnoteDefinitions const* footnotes = nullptr;  ///< references to these are found
};

/// What stands in one block of text: a paragraph, a heading, a list item's paragraph, a table's
/// row.
struct ScannedBlock {
  std::vector<DelimiterRun> runs;
  /// Formulas, emoji, bare links and references to footnotes, in their order.
  std::vector<Edit> objects;
  bool is_table = false;  ///< whether `|` ends a cell
};

/// Goes through a body block by block. Escaped delimiters, code, tags and destinations are passed
/// over; where a guess about those is wrong, only the reading of emphasis suffers, for objects in
/// code and the like become their source again.
class InlineScanner {
 public:
  /// `body` must be normalized and outlive the scanner.
  /// \param objects gets those that are found
  InlineScanner(std::string_view body, InlineSyntax const& syntax, ObjectList& objects);

  [[nodiscard]] bool is_at_end() const noexcept { return offset_ >= body_.size(); }

  /// Scans the next block. Often nothing is found. The whole body takes linear time.
  /// \return good until the next block is scanned
  ScannedBlock& next_block();

 private:
  enum class Line : unsigned char { text, block_start, single, fence, declaration };

  [[nodiscard]] Line kind_of_line(std::size_t content) const;
  [[nodiscard]] bool is_footnote(std::size_t content) const;
  void skip_plain_text();
  void scan_line(ScannedBlock& block);
  void skip_fenced_code(std::size_t content);
  void skip_declaration(std::size_t content);
  void skip_code_span();
  [[nodiscard]] bool skip_comment();
  void skip_tag();
  void skip_destination();
  void scan_backslash(ScannedBlock& block);
  void scan_dollar(ScannedBlock& block);
  void scan_colon(ScannedBlock& block);
  void scan_link(ScannedBlock& block);
  [[nodiscard]] bool take_link(ScannedBlock& block);
  void scan_bracket(ScannedBlock& block);
  [[nodiscard]] bool take_formula(ScannedBlock& block);
  void take_object(ScannedBlock& block, std::size_t end, Object object);
  [[nodiscard]] DelimiterRun take_run(ScannedBlock const& block);
  [[nodiscard]] std::size_t run_end(std::size_t begin) const;
  [[nodiscard]] std::size_t line_end(std::size_t begin) const;

  std::string_view body_;
  InlineSyntax syntax_;
  ObjectList& objects_;
  std::array<std::uint8_t, 3> optional_;  ///< what else plain text ends at
  ScannedBlock block_;
  std::size_t offset_ = 0;
  std::size_t line_begin_ = 0;  ///< of the line's text, behind its indent and block quote marks
  bool is_single_line_ = false;
  bool is_marked_ = false;       ///< whether `==` is open in the block
  std::size_t comment_end_ = 0;  ///< the next `-->`, and
  std::size_t blank_line_ = 0;   ///< the next blank line, as far as they were looked for
  /// By length of a backtick run: no such run stands before this offset but those that opened
  /// nothing. Keeps the search for the ends of code spans linear.
  std::array<std::size_t, 32> no_code_end_before_{};
};

}  // namespace inkstone
