// What BodyWriter does with text: what was changed before md4c read it is changed back, and what it
// means to the block around it is done.
#include <algorithm>
#include <utility>

#include "body_writer.h"
#include "html.h"
#include "raw_html.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// A table's code as it is meant: there a pipe can only be written with a backslash before it.
std::string without_escapes_of_pipes(std::string_view code) {
  std::string text;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!code.substr(i).starts_with("\\|")) text += code[i];
  }
  return text;
}

}  // namespace

/// Writes a piece to which nothing applies but that readers see it: most are of this kind.
/// \return false, and nothing is done, where more may have to be looked at
bool BodyWriter::write_simple(TextPiece const& piece) {
  Frame& frame = frames_.back();
  if (piece.offset == TextPiece::nowhere) {
    if (frame.block != Block::code || piece.text != "\n") return false;
    frame.has_text = true;
    lines_.pass_line();
    inlines_.end_code_line();
    return true;
  }
  std::size_t const end = piece.offset + piece.text.size();
  if (piece.text.empty() || piece.offset < clear_begin_ || end > clear_end_) return false;
  std::size_t const behind = prepared_.text().size() - end;
  if (frame.block == Block::code) {
    if (frame.role == Role::formula) return false;
    lines_.settle(piece.offset);
    inlines_.block_code(piece.text, behind);
  } else {
    bool const is_plain = piece.kind == TextKind::normal && is_simple_ && !drops_break_ &&
                          frame.block != Block::html && frame.block != Block::heading &&
                          !frame.is_closed && piece.text.front() != '[';
    if (!is_plain) return false;
    lines_.settle(piece.offset);
    inlines_.plain_text(piece.text, behind);
  }
  frame.has_text = true;
  last_offset_ = piece.offset;
  return true;
}

/// Writes any piece.
void BodyWriter::write_special(TextPiece const& piece) {
  frames_.back().has_text = true;
  bool const is_break = piece.kind == TextKind::soft_break || piece.kind == TextKind::hard_break;
  bool const is_block_html = frames_.back().block == Block::html;
  if (!is_block_html && std::exchange(drops_break_, false) && is_break) return;
  if (piece.offset == TextPiece::nowhere) {
    if (frames_.back().block == Block::code) {
      write_code(piece.text, piece.offset);
    } else {
      write(piece, piece.text, piece.offset);
    }
    return;
  }
  last_offset_ = piece.offset;
  if (begin_alert(piece)) return;

  auto const& edits = prepared_.edits();
  std::size_t const end = piece.offset + piece.text.size();
  auto const is_before = [&](PlacedEdit const& other) {
    return other.offset + other.size <= piece.offset;
  };
  // Texts come in their order.
  if (next_edit_ > 0 && !is_before(edits[next_edit_ - 1])) next_edit_ = 0;
  while (next_edit_ < edits.size() && is_before(edits[next_edit_])) ++next_edit_;
  auto placed = edits.begin() + static_cast<std::ptrdiff_t>(next_edit_);
  bool const has_edits = placed != edits.end() && placed->offset < end;
  clear_begin_ = next_edit_ == 0 ? 0 : edits[next_edit_ - 1].offset + edits[next_edit_ - 1].size;
  clear_end_ = placed == edits.end() ? prepared_.text().size() : placed->offset;
  if (frames_.back().block == Block::code && !has_edits) {
    write_code(piece.text, piece.offset);
    return;
  }
  std::size_t written = piece.offset;
  for (; placed != edits.end() && placed->offset < end; ++placed) {
    std::size_t const begin = std::max(placed->offset, written);
    write(piece, piece.text.substr(written - piece.offset, begin - written), written);
    // Where nothing is marked up, what was taken out of the way comes back.
    bool const is_verbatim =
        piece.kind == TextKind::code || piece.kind == TextKind::html || inlines_.is_in_autolink();
    if (is_verbatim) {
      write(piece, prepared_.source_of(placed->edit), placed->offset);
    } else if (placed->edit.kind == EditKind::too_deep) {
      reports_.nesting(placed->edit.begin);
    } else if (placed->edit.kind == EditKind::object) {
      write_object(prepared_.object(placed->edit), placed->offset);
    }
    written = std::min(placed->offset + placed->size, end);
  }
  if (written == piece.offset || written < end) {
    write(piece, piece.text.substr(written - piece.offset), written);
  }
}

/// Writes a line of a code block, or its end: there is much of it, and little to be done.
void BodyWriter::write_code(std::string_view code, std::size_t offset) {
  if (offset != TextPiece::nowhere && !code.empty()) lines_.settle(offset);
  if (frames_.back().role == Role::formula) {
    append_escaped(output_.html, code);
  } else {
    inlines_.block_code(code, 0);
  }
}

/// Writes a part of a piece that has no edit in it.
void BodyWriter::write(TextPiece const& piece, std::string_view text, std::size_t offset) {
  Frame& frame = frames_.back();
  if (frame.is_closed && piece.kind == TextKind::normal) {
    // What stood between the formula and the text was the paragraph's.
    std::size_t const blanks = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(blanks);
    if (offset != TextPiece::nowhere) offset += blanks;
    if (text.empty()) return;
    resume_paragraph();
  }
  if (offset != TextPiece::nowhere && !text.empty()) lines_.settle(offset);
  if (frame.block == Block::html && piece.kind == TextKind::html) {
    if (options_.more && is_more_comment(text)) {
      divide();
      drops_break_ = true;
    } else if (std::exchange(drops_break_, false) && text == "\n") {
      return;
    } else if (options_.html == HtmlPolicy::trusted) {
      output_.html += text;
    } else {
      if (html_block_offset_ == TextPiece::nowhere) html_block_offset_ = offset;
      html_block_ += text;
    }
    return;
  }
  bool const is_break = piece.kind == TextKind::soft_break || piece.kind == TextKind::hard_break;
  if (is_break && frame.is_closed) return;
  if (is_break && frame.role == Role::term && !inlines_.is_in_span()) {
    // Each line of a term's paragraph is a term.
    output_.html += "</dt>\n<dt";
    lines_.wait();
    output_.html += '>';
    listeners_.end_block();
    return;
  }
  if (piece.kind == TextKind::html && options_.more && is_more_comment(text) &&
      !inlines_.is_in_image()) {
    divide();
    return;
  }
  if (frame.role == Role::formula) {
    append_escaped(output_.html, text);
    return;
  }
  if (text.empty()) return;
  resume_paragraph();
  bool const is_in_cell = frame.block == Block::cell || frame.block == Block::header_cell;
  if (is_in_cell && piece.kind == TextKind::code && text.find("\\|") != std::string_view::npos) {
    inlines_.text(piece.kind, without_escapes_of_pipes(text));
    return;
  }
  bool const is_escaped = offset != TextPiece::nowhere && offset > 0 && offset == piece.offset &&
                          prepared_.text()[offset - 1] == '\\';
  if (piece.kind != TextKind::normal || is_escaped) heading_tail_.clear();
  if (frame.block == Block::heading && piece.kind == TextKind::normal) {
    heading_tail_ += text.substr(is_escaped ? 1 : 0);
  }
  if (may_refer_ && piece.kind == TextKind::normal && offset != TextPiece::nowhere) {
    reports_.undefined_footnotes(text, offset);
  }
  char32_t next = 0;
  if (options_.smart_punctuation && offset != TextPiece::nowhere) {
    // What was taken out of the body may be longer than what is left of it.
    std::size_t const end = std::min(offset + text.size(), prepared_.text().size());
    std::string_view const rest = prepared_.text().substr(end);
    if (!rest.empty()) next = decode_utf8(rest).code_point;
  }
  inlines_.text(piece.kind, text, next, is_escaped);
}

void BodyWriter::begin_inline() {
  drops_break_ = false;
  heading_tail_.clear();
  resume_paragraph();
}

void BodyWriter::write_object(Object const& object, std::size_t offset) {
  heading_tail_.clear();
  switch (object.kind) {
    case ObjectKind::footnote:
      begin_footnote(object.number);
      return;
    case ObjectKind::term:
      begin_term();
      return;
    case ObjectKind::definition:
      begin_definition(object.number == 0);
      return;
    default:
      break;
  }
  if (object.kind == ObjectKind::display_formula && !inlines_.is_in_span() &&
      frames_.back().block != Block::heading) {
    write_display_formula(object.content, offset);
    return;
  }
  resume_paragraph();
  lines_.settle(offset);
  if (object.kind == ObjectKind::footnote_reference) {
    if (inlines_.is_in_image()) return;
    inlines_.settle_break();
    footnotes_.refer({object.number, !inlines_.is_in_link()}, output_);
  } else {
    inlines_.object(object, offset);
  }
}

}  // namespace inkstone
