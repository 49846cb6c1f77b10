/// Footnotes as GitHub shows them: numbered by their first use, listed at the end, each with links
/// back to its uses.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "footnote_definitions.h"
#include "output.h"
#include "slug.h"

namespace inkstone {

/// Writes references, keeps what footnotes say, and writes their section.
class FootnoteWriter {
 public:
  /// Both must outlive the writer.
  /// \param slugger gives ids that no heading has
  FootnoteWriter(FootnoteDefinitions const& definitions, Slugger& slugger)
      : notes_(definitions.size()), definitions_(definitions), slugger_(slugger) {}

  /// Puts a reference to a footnote at the end of `output`.
  void refer(Output::Reference const& reference, Output& output);

  /// The text of a footnote begins; until leave(), `output` is its own.
  void enter(std::size_t index, Output& output);
  /// It ends: `output` is again what it was.
  void leave(Output& output);
  /// As leave(), but the text is not whole and is thrown away.
  void abandon(Output& output);
  /// Whether the text of a footnote is being written.
  [[nodiscard]] bool is_inside() const noexcept { return !open_.empty(); }

  /// About how much HTML is kept here besides what is being written.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Numbers the references in `output`, and appends the section with the footnotes that are used;
  /// nothing if none is.
  void finish(Output& output);

  /// Whether a reference to the footnote with this index was written; known after finish().
  [[nodiscard]] bool is_used(std::size_t index) const { return notes_[index].number > 0; }

 private:
  struct Note {
    Output output;
    std::size_t number = 0;  ///< 0: not used
    std::string id;
    std::vector<std::string> reference_ids;
  };

  [[nodiscard]] std::string text_of(Output::Reference const& reference);
  static void write(Note& note, HtmlBuffer& html);

  std::vector<Note> notes_;
  std::vector<std::size_t> numbered_;  ///< the used ones in the order of their numbers
  std::vector<std::size_t> open_;      ///< those whose text is being written, the innermost last
  std::size_t size_ = 0;
  FootnoteDefinitions const& definitions_;
  Slugger& slugger_;
};

}  // namespace inkstone
