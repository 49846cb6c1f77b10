/// Section titles of articles that have no headings: short paragraphs, bold from end to end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "headings.h"

namespace inkstone {

/// Whether the text of a bold paragraph can be a title: at most 40 characters, something to read in
/// it, and no sentence punctuation at its end (closing quotes and brackets do not hide it).
[[nodiscard]] bool can_be_title(std::string_view text);

/// Watches paragraphs go by and remembers those that can be titles.
class BoldHeadingFinder {
 public:
  /// A paragraph begins.
  /// \param tag_end where in the HTML its tag `<p` ends
  void enter_paragraph(std::size_t tag_end);
  /// Text inside a paragraph.
  void add_text(std::string_view text, bool is_bold) {
    if (is_candidate_) look_at(text, is_bold);
  }
  /// Something that is no text, an image for instance: the paragraph is no title.
  void add_other() { is_candidate_ = false; }
  void leave_paragraph();

  /// Lists the titles as headings.
  /// \param headings names them and lists them
  /// \param output gets their ids
  void finish(HeadingCollector& headings, Output& output) const;

 private:
  void look_at(std::string_view text, bool is_bold);

  struct Title {
    std::size_t tag_end;
    std::string text;
  };

  std::vector<Title> titles_;
  Title current_{};
  bool is_candidate_ = false;
};

}  // namespace inkstone
