/// Footnotes and definition lists, which md4c does not know: both are handed to it as block quotes,
/// whose first paragraph says what they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edits.h"
#include "footnote_definitions.h"
#include "inkstone/options.h"

namespace inkstone {

/// What turns such blocks into block quotes.
struct BlockSyntax {
  std::vector<Edit> edits;              ///< in their order
  std::vector<std::string> structures;  ///< the Markdown that edits of that kind put in
  FootnoteDefinitions footnotes;
};

/// Finds footnotes (`[^label]: text`, with the lines behind it that are indented by four columns
/// more; as in cmark-gfm) and definition lists (a paragraph, then `: text` at the margin, with
/// lines indented as its text is; as in PHP Markdown Extra), outside fenced code and raw HTML. Time
/// is linear. \param objects gets what marks the block quotes
[[nodiscard]] BlockSyntax find_block_syntax(std::string_view body, RenderOptions const& options,
                                            ObjectList& objects);

}  // namespace inkstone
