#include "footnotes.h"

#include <utility>

#include "headings.h"
#include "html.h"

namespace inkstone {

void FootnoteWriter::refer(Output::Reference const& reference, Output& output) {
  // With the link back to it.
  constexpr std::size_t tags_size = 200;
  output.refer_later(reference, tags_size + 3 * definitions_[reference.footnote].label.size());
}

std::string FootnoteWriter::text_of(Output::Reference const& reference) {
  auto const& [index, is_linked] = reference;
  Note& note = notes_[index];
  std::string const& label = definitions_[index].label;
  if (note.number == 0) {
    numbered_.push_back(index);
    note.number = numbered_.size();
    note.id = slugger_.unique_slug("fn-" + label);
  }
  std::string id = slugger_.unique_slug("fnref-" + label);
  std::string const number = std::to_string(note.number);
  std::string html = "<sup class=\"footnote-ref\"";
  if (is_linked) {
    html += "><a href=\"#";
    append_escaped_url(html, note.id);
    html += '"' + id_attribute(id) + " role=\"doc-noteref\">" + number + "</a></sup>";
  } else {
    html += id_attribute(id) + '>' + number + "</sup>";
  }
  note.reference_ids.push_back(std::move(id));
  return html;
}

void FootnoteWriter::enter(std::size_t index, Output& output) {
  open_.push_back(index);
  size_ += output.size();
  std::swap(notes_[index].output, output);
}

void FootnoteWriter::leave(Output& output) {
  size_ += output.size();
  std::swap(notes_[open_.back()].output, output);
  size_ -= output.size();
  open_.pop_back();
}

void FootnoteWriter::abandon(Output& output) {
  output.truncate({});
  leave(output);
}

void FootnoteWriter::finish(Output& output) {
  auto const text = [this](Output::Reference const& reference) { return text_of(reference); };
  output.resolve(text);
  if (numbered_.empty()) return;
  output.html += "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";
  // What footnotes themselves refer to is appended on the way, and so are the links back to it.
  std::size_t resolved = 0;
  while (resolved < numbered_.size()) notes_[numbered_[resolved++]].output.resolve(text);
  for (std::size_t const index : numbered_) write(notes_[index], output.html);
  output.html += "</ol>\n</section>\n";
}

void FootnoteWriter::write(Note& note, HtmlBuffer& html) {
  constexpr std::string_view paragraph_end = "</p>\n";
  std::string text = note.output.finish();
  bool const ends_in_paragraph = text.ends_with(paragraph_end);
  if (ends_in_paragraph) text.resize(text.size() - paragraph_end.size());

  html += "<li" + id_attribute(note.id) + ">\n" + text;
  if (!ends_in_paragraph) html += "<p>";
  for (std::size_t i = 0; i < note.reference_ids.size(); ++i) {
    if (i > 0 || ends_in_paragraph) html += ' ';
    html += "<a href=\"#";
    append_escaped_url(html, note.reference_ids[i]);
    html += "\" class=\"footnote-backref\" role=\"doc-backlink\">↩";
    if (i > 0) html += "<sup>" + std::to_string(i + 1) + "</sup>";
    html += "</a>";
  }
  html += "</p>\n</li>\n";
}

}  // namespace inkstone
