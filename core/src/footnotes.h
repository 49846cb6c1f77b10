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

  /// Puts a reference to the footnote with this index at the end of `output`.
  /// \param is_linked whether it can be a link, which it cannot inside another
  void refer(std::size_t index, Output& output, bool is_linked);

  /// The text of a footnote begins; until leave(), `output` is its own.
  void enter(std::size_t index, Output& output);
  /// It ends: `output` is again what it was.
  void leave(Output& output);
  /// How much HTML the footnotes have that are whole.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Takes back the references in the body from `size` of its HTML on, and what was written of
  /// footnotes that are open.
  void truncate(std::size_t size, Output& output);
  /// Whether the text of a footnote is being written.
  [[nodiscard]] bool is_inside() const noexcept { return !open_.empty(); }

  /// Appends the section with the footnotes that are used; nothing if none is.
  void finish(Output& output);

  /// Whether a reference to the footnote with this index was written; known after finish().
  [[nodiscard]] bool is_used(std::size_t index) const { return notes_[index].number > 0; }

 private:
  struct Reference {
    std::size_t offset;  ///< in the HTML
    std::size_t index;   ///< of the footnote
    bool is_linked;
  };

  struct Note {
    Output output;
    std::vector<Reference> references;  ///< in it
    std::size_t number = 0;             ///< 0: not used
    std::string id;
    std::vector<std::string> reference_ids;
  };

  [[nodiscard]] std::string reference(std::size_t index, bool is_linked);
  void write(Note& note, std::string& html);

  std::vector<Note> notes_;
  std::vector<Reference> references_;  ///< in the body
  std::vector<std::size_t> numbered_;  ///< the used ones in the order of their numbers
  std::vector<std::size_t> open_;      ///< those whose text is being written, the innermost last
  std::size_t size_ = 0;
  FootnoteDefinitions const& definitions_;
  Slugger& slugger_;
};

}  // namespace inkstone
