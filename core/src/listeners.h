/// Who wants to know the text that readers see.
#pragma once

#include <string_view>

#include "bold_headings.h"
#include "headings.h"
#include "reading_counter.h"
#include "summary.h"

namespace inkstone {

/// Where a piece of text stands.
struct TextContext {
  bool is_alternative;  ///< it stands for an image
  bool is_bold;
  bool is_prose;     ///< in a paragraph
  bool is_footnote;  ///< it is read beside the text, if at all
};

/// Hands text on to those who name, count or quote by it.
struct Listeners {
  HeadingCollector headings;
  BoldHeadingFinder bold_headings;
  ReadingCounter counter;
  SummaryCollector summary;

  /// \param behind how many bytes of the same memory stand behind it
  void hear(std::string_view text, TextContext const& context, std::size_t behind = 0) {
    headings.add_text(text, context.is_alternative);
    bold_headings.add_text(text, context.is_bold);
    if (context.is_alternative || context.is_footnote) return;
    counter.add(text, behind);
    if (context.is_prose) summary.add(text);
  }

  /// Hands on code that is a block of its own.
  /// \param is_footnote whether it is a footnote's
  /// \param behind how many bytes of the same memory stand behind it
  void hear_code(std::string_view code, bool is_footnote, std::size_t behind) {
    if (!is_footnote) counter.add(code, behind);
  }

  void end_block() {
    counter.end_block();
    summary.end_block();
  }
};

}  // namespace inkstone
