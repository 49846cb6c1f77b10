#include "body_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "html.h"
#include "raw_html.h"

namespace inkstone {

namespace {

/// The opening and the closing tag of each Block, in its order; empty where they depend on more.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> block_tags{
    {{"", ""},
     {"<blockquote>\n", "</blockquote>\n"},
     {"<ul>\n", "</ul>\n"},
     {"", "</ol>\n"},
     {"", "</li>\n"},
     {"<hr>\n", ""},
     {"", ""},
     {"", "</code></pre>\n"},
     {"", ""},
     {"<p>", "</p>\n"},
     {"<table>\n", "</table>\n"},
     {"<thead>\n", "</thead>\n"},
     {"<tbody>\n", "</tbody>\n"},
     {"", "</tr>\n"},
     {"", "</th>\n"},
     {"", "</td>\n"}}};

std::pair<std::string_view, std::string_view> tags_of(Block block) {
  return block_tags[static_cast<std::size_t>(block)];
}

bool is_container(Block block) {
  return block == Block::quote || block == Block::bullet_list || block == Block::ordered_list;
}

}  // namespace

BodyWriter::BodyWriter(PreparedBody const& prepared, Places& places, RenderOptions const& options,
                       bool has_formulas, std::vector<Diagnostic>& diagnostics, bool keeps_prose)
    : prepared_(prepared),
      options_(options),
      has_formulas_(has_formulas),
      may_refer_(options.footnotes && prepared.survey().footnote),
      is_simple_(!may_refer_ && !options.smart_punctuation),
      listeners_{HeadingCollector(slugger_, options.heading_ids),
                 {},
                 {},
                 SummaryCollector(keeps_prose || (options.more && prepared.survey().declaration))},
      urls_(options, places, diagnostics),
      inlines_(output_, options, listeners_, urls_),
      footnotes_(prepared.footnotes(), slugger_),
      reports_(options, places, diagnostics),
      lines_(output_, places, prepared.text(), options.source_lines) {
  output_.html.reserve(prepared.text().size() + prepared.text().size() / 2);
}

void BodyWriter::enter(Block block, BlockDetail const& detail) {
  HtmlBuffer& html = output_.html;
  // A tight list's item may have text before its other blocks.
  inlines_.end_block();
  if (is_container(block)) ++container_depth_;
  frames_.push_back({block, output_.mark(), 0});
  Frame const* const parent = frames_.size() > 1 ? &frames_[frames_.size() - 2] : nullptr;
  switch (block) {
    case Block::ordered_list:
      html += "<ol";
      lines_.wait();
      if (detail.number != 1) html += " start=\"" + std::to_string(detail.number) + '"';
      html += ">\n";
      break;
    case Block::item:
      open_item(detail);
      break;
    case Block::heading:
      open_heading(detail.number);
      break;
    case Block::code:
      open_code(detail);
      break;
    case Block::row:
      open_row();
      break;
    case Block::header_cell:
    case Block::cell:
      open_cell(block, detail);
      break;
    case Block::paragraph:
      if (parent != nullptr && parent->role == Role::definition && parent->is_tight) {
        frames_.back().role = Role::absent;
        if (!is_at_beginning(*parent)) html += '\n';
        break;
      }
      [[fallthrough]];
    default: {
      std::string_view const tag = tags_of(block).first;
      html += tag;
      if (!tag.empty() && block != Block::table_head && block != Block::table_body) {
        lines_.wait(tag.size() - tag.find('>'));
      }
    }
  }
  frames_.back().content = html.size();
  if (block == Block::rule) lines_.settle_rule();
  if (block == Block::table) columns_ = detail.number;
  if (block == Block::paragraph && container_depth_ == 0) {
    // Inside quotes and lists a bold line is no section's title.
    listeners_.bold_headings.enter_paragraph(frames_.back().begin.size + 2);
  }
  bool const is_prose = block == Block::paragraph || block == Block::item;
  inlines_.begin_block(is_prose, is_in_footnote());
}

void BodyWriter::leave(Block block, BlockDetail const& detail) {
  Frame const frame = frames_.back();
  if (is_container(block)) --container_depth_;
  inlines_.end_block();
  drops_break_ = false;
  listeners_.end_block();
  switch (block) {
    case Block::quote:
      close_quote(frame);
      break;
    case Block::heading:
      close_heading(detail.number);
      break;
    case Block::html:
      close_html();
      break;
    case Block::paragraph:
      close_paragraph(frame);
      break;
    case Block::code:
      lines_.leave_code();
      if (frame.role == Role::formula) {
        if (output_.html.ends_with("\n")) output_.html.shrink(output_.html.size() - 1);
        output_.html += "</div>\n";
      } else {
        output_.html += tags_of(block).second;
      }
      break;
    case Block::row:
      output_.html += std::exchange(is_row_joined_, false) ? "</td>\n</tr>\n" : "</tr>\n";
      break;
    case Block::header_cell:
    case Block::cell:
      if (!is_row_joined_) output_.html += tags_of(block).second;
      break;
    default:
      output_.html += tags_of(block).second;
  }
  lines_.forget(frame.begin.size);
  frames_.pop_back();
  bool const is_whole = frames_.size() <= 1 && !is_in_footnote();
  if (is_whole && !is_full()) {
    last_block_end_ = output_.mark();
    last_block_headings_ = headings().size();
  }
  if (is_whole && std::exchange(divides_at_block_end_, false)) {
    divided_html_ = output_.html.view();
  }
}

void BodyWriter::truncate(Output::Mark const& mark) {
  output_.truncate(mark);
  lines_.forget(mark.size);
}

void BodyWriter::open_item(BlockDetail const& detail) {
  HtmlBuffer& html = output_.html;
  html += "<li";
  lines_.wait();
  if (detail.task == 0) {
    html += '>';
    return;
  }
  html +=
      " class=\"task-list-item\">"
      "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled";
  html += detail.task == ' ' ? ">" : " checked>";
}

void BodyWriter::open_heading(unsigned level) {
  output_.html += "<h";
  output_.html += static_cast<char>('0' + level);
  if (!is_in_footnote()) listeners_.headings.enter(output_.html.size());
  lines_.wait();
  output_.html += '>';
  heading_tail_.clear();
}

void BodyWriter::close_heading(unsigned level) {
  HtmlBuffer& html = output_.html;
  std::optional<HeadingAttributes> attributes;
  if (options_.heading_attributes && !is_in_footnote() && !inlines_.is_in_span()) {
    attributes = read_heading_attributes(heading_tail_);
  }
  if (attributes) {
    html.shrink(html.view().rfind('{'));
    output_.trim(" \n");
  }
  if (!is_in_footnote()) listeners_.headings.leave(level, output_, attributes);
  html += "</h";
  html += static_cast<char>('0' + level);
  html += ">\n";
}

void BodyWriter::open_code(BlockDetail const& detail) {
  HtmlBuffer& html = output_.html;
  lines_.enter_code(detail.is_fenced);
  if (has_formulas_ && detail.language == "math") {
    frames_.back().role = Role::formula;
    html += "<div";
    lines_.wait();
    html += " class=\"math display\">";
    return;
  }
  html += "<pre";
  lines_.wait();
  html += "><code";
  if (detail.has_language) {
    html += " class=\"";
    if (!detail.language.starts_with("language-")) html += "language-";
    append_escaped(html, detail.language);
    html += '"';
    if (options_.code_info && detail.info != detail.language) {
      html += " data-info=\"";
      append_escaped(html, detail.info);
      html += '"';
    }
  }
  html += '>';
}

void BodyWriter::open_row() {
  output_.html += "<tr";
  lines_.wait();
  output_.html += ">\n";
  cells_ += columns_;
  if (cells_ <= static_cast<std::size_t>(options_.max_table_cells)) return;
  // md4c fills short rows up with empty cells: a few bytes of Markdown become a screen of HTML.
  if (cells_ - columns_ <= static_cast<std::size_t>(options_.max_table_cells)) {
    reports_.table_cells(last_offset_);
  }
  is_row_joined_ = true;
  output_.html += "<td colspan=\"" + std::to_string(columns_) + "\">";
  joined_row_ = output_.html.size();
}

void BodyWriter::open_cell(Block block, BlockDetail const& detail) {
  if (is_row_joined_) {
    if (output_.html.size() > joined_row_ && !output_.html.ends_with(" ")) output_.html += ' ';
    return;
  }
  output_.html += block == Block::header_cell ? "<th" : "<td";
  output_.html += detail.align;
  output_.html += '>';
}

void BodyWriter::close_quote(Frame const& frame) {
  switch (frame.role) {
    case Role::alert:
      output_.html += "</div>\n";
      break;
    case Role::footnote:
      footnotes_.leave(output_);
      lines_.leave_text();
      break;
    case Role::definition:
      if (frame.is_tight) output_.trim("\n");
      output_.html += "</dd>\n</dl>\n";
      definition_list_end_ = output_.html.size();
      break;
    default:
      output_.html += tags_of(Block::quote).second;
  }
}

void BodyWriter::close_paragraph(Frame const& frame) {
  listeners_.bold_headings.leave_paragraph();
  if (frame.role == Role::term) {
    output_.html += "</dt>\n</dl>\n";
    definition_list_end_ = output_.html.size();
    return;
  }
  if (frame.role == Role::absent || frame.is_closed) return;
  // Where all of its text vanished, so does the paragraph; one that never had any is md4c's own.
  if (frame.has_text && is_at_beginning(frame)) {
    truncate(frame.begin);
  } else {
    output_.html += tags_of(Block::paragraph).second;
  }
}

void BodyWriter::close_html() {
  if (options_.html == HtmlPolicy::trusted) return;
  std::string const shown = without_comments(std::exchange(html_block_, {}));
  std::size_t const offset = std::exchange(html_block_offset_, TextPiece::nowhere);
  std::size_t const last = shown.find_last_not_of(" \t\n");
  if (last == std::string::npos) return;
  output_.html += "<p";
  lines_.wait();
  if (offset != TextPiece::nowhere) lines_.settle(offset);
  output_.html += '>';
  append_escaped(output_.html, std::string_view(shown).substr(0, last + 1));
  output_.html += "</p>\n";
}

/// Ends the summary at `<!--more-->`.
void BodyWriter::divide() {
  if (is_in_footnote() || !listeners_.summary.divide()) return;
  bool const is_in_document = frames_.size() == 2 && !inlines_.is_in_span();
  Frame const& frame = frames_.back();
  if (is_in_document && frame.block == Block::html) {
    divided_html_ = output_.html.view();
  } else if (is_in_document && frame.block == Block::paragraph && frame.role == Role::plain) {
    std::string_view const html = output_.html.view();
    divided_html_ = html.substr(0, html.find_last_not_of(" \n") + 1);
    *divided_html_ += "</p>\n";
  } else {
    divides_at_block_end_ = true;
  }
}

std::string BodyWriter::finish(Summary& summary) {
  if (is_full()) {
    while (is_in_footnote()) footnotes_.abandon(output_);
    reports_.html_size(last_offset_);
    Output::Mark end = last_block_end_;
    bool const is_in_list =
        resumed_list_ > 0 && resumed_list_ + definition_list_end_tag.size() == end.size;
    if (is_in_list) end.size = resumed_list_;
    output_.truncate(end);
    if (is_in_list) output_.html += definition_list_end_tag;
    listeners_.headings.keep(last_block_headings_);
  }
  urls_.finish();
  if (headings().empty() && options_.bold_headings == BoldHeadings::automatic) {
    listeners_.bold_headings.finish(listeners_.headings, output_);
  }
  summary.text = listeners_.summary.text();
  if (divided_html_) {
    summary.html = *std::move(divided_html_);
  } else {
    append_escaped(summary.html, summary.text);
  }
  footnotes_.finish(output_);
  reports_.footnotes(prepared_.footnotes(), footnotes_);
  return output_.finish();
}

}  // namespace inkstone
