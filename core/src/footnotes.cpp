#include "footnotes.h"

#include <utility>

#include "headings.h"
#include "html.h"

namespace inkstone {

void FootnoteWriter::refer(std::size_t index, Output& output, bool is_linked) {
  if (is_inside()) {
    // Which number it gets depends on those in the body, which come first.
    notes_[open_.back()].references.push_back({output.html.size(), index, is_linked});
    output.hold(output.html.size());
  } else {
    references_.push_back({output.html.size(), index, is_linked});
    output.insert_later(output.html.size(), reference(index, is_linked));
  }
}

std::string FootnoteWriter::reference(std::size_t index, bool is_linked) {
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
  std::swap(notes_[index].output, output);
}

void FootnoteWriter::leave(Output& output) {
  Note& note = notes_[open_.back()];
  std::swap(note.output, output);
  size_ += note.output.html.size();
  open_.pop_back();
}

void FootnoteWriter::truncate(std::size_t size, Output& output) {
  while (is_inside()) {
    Note& note = notes_[open_.back()];
    leave(output);
    note.output = {};
    note.references.clear();
  }
  for (; !references_.empty() && references_.back().offset > size; references_.pop_back()) {
    Note& note = notes_[references_.back().index];
    note.reference_ids.pop_back();
    if (!note.reference_ids.empty()) continue;
    note.number = 0;
    numbered_.pop_back();
  }
}

void FootnoteWriter::finish(Output& output) {
  if (numbered_.empty()) return;
  output.html += "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";
  // What footnotes themselves refer to is appended on the way, and so are the links back to it.
  for (std::size_t i = 0; i < numbered_.size(); ++i) {
    Note& note = notes_[numbered_[i]];
    for (auto const& [offset, index, is_linked] : note.references) {
      note.output.insert_later(offset, reference(index, is_linked));
    }
  }
  for (std::size_t const index : numbered_) write(notes_[index], output.html);
  output.html += "</ol>\n</section>\n";
}

void FootnoteWriter::write(Note& note, std::string& html) {
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
