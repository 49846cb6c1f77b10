/// The HTML of a body's blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body_reports.h"
#include "footnotes.h"
#include "inkstone/article.h"
#include "inkstone/options.h"
#include "inline_writer.h"
#include "line_marker.h"
#include "listeners.h"
#include "output.h"
#include "places.h"
#include "prepare.h"
#include "url_writer.h"

namespace inkstone {

/// Kinds of blocks.
enum class Block : std::uint8_t {
  document,
  quote,
  bullet_list,
  ordered_list,
  item,
  rule,
  heading,
  code,
  html,
  paragraph,
  table,
  table_head,
  table_body,
  row,
  header_cell,
  cell,
};

/// What a block is besides its kind. Strings are decoded.
struct BlockDetail {
  unsigned number = 0;     ///< a heading's level, an ordered list's first number, a table's columns
  char task = 0;           ///< of a list's item: its mark; 0: it is no task
  char const* align = "";  ///< of a cell: ` align="…"` or nothing
  bool is_fenced = false;
  bool has_language = false;
  std::string language;  ///< of code, and
  std::string info;      ///< all that stands behind its fence
};

/// A piece of text as md4c reports it.
struct TextPiece {
  static constexpr std::size_t nowhere = std::string_view::npos;

  TextKind kind;
  std::string_view text;
  std::size_t offset;  ///< in the prepared body; `nowhere`: md4c made it
};

/// Writes blocks as they come, and what their text turns them into: alerts, footnotes, definition
/// lists, formulas.
class BodyWriter {
 public:
  /// All must outlive the writer.
  /// \param keeps_prose whether prose() will be asked for
  BodyWriter(PreparedBody const& prepared, Places& places, RenderOptions const& options,
             bool has_formulas, std::vector<Diagnostic>& diagnostics, bool keeps_prose);

  void enter(Block block, BlockDetail const& detail);
  void leave(Block block, BlockDetail const& detail);
  void text(TextPiece const& piece) {
    if (!write_simple(piece)) write_special(piece);
  }
  [[nodiscard]] InlineWriter& inlines() noexcept { return inlines_; }
  /// A span, a link or an image begins.
  void begin_inline();
  /// … and ends.
  void end_inline() { heading_tail_.clear(); }

  /// Where in the prepared body the last text stands.
  [[nodiscard]] std::size_t last_offset() const noexcept { return last_offset_; }
  /// Whether there is as much HTML as there may be.
  [[nodiscard]] bool is_full() const noexcept {
    return output_.size() + footnotes_.size() > static_cast<std::size_t>(options_.max_html_bytes);
  }

  /// Writes what comes at the end, and gives everything away.
  /// \param summary gets what the body has to say for one
  std::string finish(Summary& summary);
  [[nodiscard]] std::vector<TocEntry>& headings() noexcept { return listeners_.headings.entries(); }
  [[nodiscard]] Counts counts() const noexcept { return listeners_.counter.counts(); }
  /// All the prose.
  [[nodiscard]] std::string const& prose() const noexcept { return listeners_.summary.prose(); }

 private:
  static constexpr std::string_view definition_list_end_tag = "</dl>\n";

  /// What a block has become.
  enum class Role : std::uint8_t { plain, absent, alert, footnote, term, definition, formula };

  struct Frame {
    Block block;
    Output::Mark begin;   ///< of its tag in the HTML
    std::size_t content;  ///< behind its tag
    Role role = Role::plain;
    bool is_tight = false;   ///< its paragraphs have no tags
    bool is_closed = false;  ///< a paragraph that a formula interrupted
    bool has_text = false;   ///< whether md4c reported any
  };

  [[nodiscard]] bool is_in_footnote() const noexcept { return footnotes_.is_inside(); }
  [[nodiscard]] bool is_at_beginning(Frame const& frame) const {
    return output_.ends_at(frame.content);
  }
  [[nodiscard]] Frame* quote_that_begins_here();
  [[nodiscard]] bool write_simple(TextPiece const& piece);
  void write_special(TextPiece const& piece);
  void write_code(std::string_view code, std::size_t offset);
  void write(TextPiece const& piece, std::string_view text, std::size_t offset);
  void write_object(Object const& object, std::size_t offset);
  bool begin_alert(TextPiece const& piece);
  void become_definition_list();
  void begin_term();
  void begin_definition(bool is_tight);
  void begin_footnote(std::size_t index);
  void write_display_formula(std::string_view tex, std::size_t offset);
  void resume_paragraph();
  void truncate(Output::Mark const& mark);
  void open_code(BlockDetail const& detail);
  void open_item(BlockDetail const& detail);
  void open_row();
  void open_cell(Block block, BlockDetail const& detail);
  void open_heading(unsigned level);
  void close_heading(unsigned level);
  void close_quote(Frame const& frame);
  void close_paragraph(Frame const& frame);
  void close_html();
  void divide();

  PreparedBody const& prepared_;
  RenderOptions const& options_;
  bool has_formulas_;
  bool may_refer_;  ///< whether there is anything like a reference to a footnote
  bool is_simple_;  ///< whether text may be looked at no further than for edits
  Output output_;
  Slugger slugger_;
  Listeners listeners_;
  UrlWriter urls_;
  InlineWriter inlines_;
  FootnoteWriter footnotes_;
  BodyReports reports_;
  LineMarker lines_;
  std::vector<Frame> frames_;
  std::size_t container_depth_ = 0;  ///< of block quotes and lists
  std::size_t last_offset_ = 0;
  std::size_t next_edit_ = 0;            ///< all before it end before the last text
  std::size_t clear_begin_ = 0;          ///< from here on, in the prepared body,
  std::size_t clear_end_ = 0;            ///< … to here, there is no edit
  Output::Mark last_block_end_;          ///< in the HTML, of the last whole block of the document
  std::size_t last_block_headings_ = 0;  ///< how many headings there are up to there
  std::size_t definition_list_end_ = 0;  ///< in the HTML, of the last one
  std::size_t resumed_list_ = 0;         ///< where the end of one was taken back to go on with it
  std::size_t columns_ = 0;              ///< of the table
  std::size_t cells_ = 0;                ///< of all tables so far
  std::size_t joined_row_ = 0;           ///< in the HTML, where the text of a joined row begins
  bool is_row_joined_ = false;
  bool drops_break_ = false;  ///< the next line break belongs to what was taken away
  std::string heading_tail_;  ///< the plain text at a heading's end
  std::string html_block_;
  std::size_t html_block_offset_ = TextPiece::nowhere;
  std::optional<std::string> divided_html_;  ///< what stands before `<!--more-->`
  bool divides_at_block_end_ = false;
};

}  // namespace inkstone
