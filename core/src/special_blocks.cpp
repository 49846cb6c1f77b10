// What the text of a block turns it into: alerts, footnotes, definition lists, formulas.
#include <algorithm>
#include <array>

#include "ascii.h"
#include "body_writer.h"
#include "html.h"

namespace inkstone {

namespace {

/// GitHub's kinds of alerts: the word in brackets, the class, the title.
struct AlertKind {
  std::string_view word;
  std::string_view title;
};

constexpr std::array<AlertKind, 5> alert_kinds{{{"note", "Note"},
                                                {"tip", "Tip"},
                                                {"important", "Important"},
                                                {"warning", "Warning"},
                                                {"caution", "Caution"}}};

constexpr std::string_view line_break_tag = "<br>\n";
}  // namespace

/// The block quote whose first paragraph has just begun, where that is so.
BodyWriter::Frame* BodyWriter::quote_that_begins_here() {
  if (frames_.size() < 2) return nullptr;
  Frame const& paragraph = frames_.back();
  Frame& quote = frames_[frames_.size() - 2];
  bool const begins = paragraph.block == Block::paragraph && quote.block == Block::quote &&
                      quote.role == Role::plain && paragraph.role == Role::plain &&
                      is_at_beginning(paragraph) && paragraph.begin.size == quote.content &&
                      !inlines_.is_in_span();
  return begins ? &quote : nullptr;
}

bool BodyWriter::begin_alert(TextPiece const& piece) {
  if (!options_.alerts || piece.kind != TextKind::normal || !piece.text.starts_with("[!")) {
    return false;
  }
  Frame* const quote = quote_that_begins_here();
  if (quote == nullptr) return false;
  std::string_view const word = piece.text.substr(0, piece.text.find_last_not_of(" \t") + 1);
  auto const kind = std::find_if(alert_kinds.begin(), alert_kinds.end(), [&](AlertKind const& k) {
    return word.size() == k.word.size() + 3 && word.ends_with(']') &&
           equals_ignoring_case(word.substr(2, k.word.size()), k.word);
  });
  if (kind == alert_kinds.end()) return false;
  std::string_view const rest = prepared_.text().substr(piece.offset + piece.text.size());
  std::size_t const behind = rest.find_first_not_of(" \t");
  if (behind != std::string_view::npos && rest[behind] != '\n') return false;

  Frame& paragraph = frames_.back();
  truncate(quote->begin);
  quote->role = Role::alert;
  output_.html += "<div";
  lines_.wait();
  output_.html.append(" class=\"markdown-alert markdown-alert-").append(kind->word);
  output_.html.append("\" role=\"note\">\n<p class=\"markdown-alert-title\">");
  output_.html.append(kind->title).append("</p>\n");
  lines_.settle(piece.offset);
  paragraph.begin = output_.mark();
  output_.html += "<p";
  lines_.wait();
  output_.html += '>';
  paragraph.content = output_.html.size();
  drops_break_ = true;
  return true;
}

/// Opens a definition list, or goes on with the one that has just ended.
void BodyWriter::become_definition_list() {
  if (definition_list_end_ == output_.html.size() && definition_list_end_ > 0) {
    output_.html.shrink(output_.html.size() - definition_list_end_tag.size());
    resumed_list_ = output_.html.size();
  } else {
    output_.html += "<dl>\n";
  }
}

void BodyWriter::begin_term() {
  Frame& paragraph = frames_.back();
  if (paragraph.block != Block::paragraph || paragraph.role != Role::plain ||
      !is_at_beginning(paragraph) || inlines_.is_in_span()) {
    return;
  }
  truncate(paragraph.begin);
  become_definition_list();
  output_.html += "<dt";
  lines_.wait();
  output_.html += '>';
  paragraph.role = Role::term;
  paragraph.content = output_.html.size();
  listeners_.bold_headings.add_other();
}

void BodyWriter::begin_definition(bool is_tight) {
  Frame* const quote = quote_that_begins_here();
  if (quote == nullptr) return;
  if (definition_list_end_ == 0 || definition_list_end_ != quote->begin.size) {
    // Where the paragraph before is no term after all, this is a quote.
    truncate(frames_.back().begin);
    frames_.back().role = Role::absent;
    return;
  }
  truncate(quote->begin);
  become_definition_list();
  output_.html += "<dd";
  lines_.wait();
  output_.html += '>';
  if (!is_tight) output_.html += '\n';
  quote->role = Role::definition;
  quote->is_tight = is_tight;
  quote->content = output_.html.size();
  frames_.back().role = Role::absent;
}

void BodyWriter::begin_footnote(std::size_t index) {
  Frame* const quote = quote_that_begins_here();
  if (quote == nullptr) return;
  truncate(quote->begin);
  footnotes_.enter(index, output_);
  lines_.enter_text();
  quote->role = Role::footnote;
  frames_.back().role = Role::absent;
}

void BodyWriter::write_display_formula(std::string_view tex, std::size_t offset) {
  lines_.settle(offset);
  Frame& frame = frames_.back();
  inlines_.drop_break();
  if (frame.block == Block::paragraph && frame.role == Role::plain && !frame.is_closed) {
    output_.trim(" ");
    // The formula begins a line of its own as it is.
    output_.take_back(line_break_tag);
    if (is_at_beginning(frame)) {
      truncate(frame.begin);
    } else {
      output_.html += "</p>\n";
    }
    frame.is_closed = true;
  }
  output_.html += "<div";
  lines_.wait();
  output_.html += " class=\"math display\">";
  append_escaped(output_.html, tex);
  output_.html += "</div>";
  if (frame.is_closed) output_.html += '\n';
  lines_.settle(offset);
  listeners_.bold_headings.add_other();
}

/// Begins the rest of a paragraph that a formula interrupted.
void BodyWriter::resume_paragraph() {
  Frame& frame = frames_.back();
  if (!frame.is_closed) return;
  frame.is_closed = false;
  frame.begin = output_.mark();
  output_.html += "<p";
  lines_.wait();
  output_.html += '>';
  frame.content = output_.html.size();
}

}  // namespace inkstone
