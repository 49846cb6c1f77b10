/// The body as md4c should see it. md4c is not patched: where people mean something else than
/// CommonMark does, marks that readers never see, inert words and plain Markdown take its place.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "block_syntax.h"
#include "body_survey.h"
#include "edits.h"
#include "formulas.h"
#include "inkstone/options.h"

namespace inkstone {

/// An edit that was made.
struct PlacedEdit {
  std::size_t offset;  ///< in the prepared text
  std::size_t size;    ///< of what stands there
  Edit edit;
};

/// A body prepared for md4c. Where there is nothing to do, its text is the body itself.
class PreparedBody {
 public:
  /// Makes the edits that the options ask for. Time and memory are linear.
  /// \param body must outlive the result
  PreparedBody(std::string_view body, RenderOptions const& options, FormulaSyntax formulas);

  PreparedBody(PreparedBody const&) = delete;
  PreparedBody& operator=(PreparedBody const&) = delete;

  /// What md4c is to read.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The edits in the order of their places.
  [[nodiscard]] std::vector<PlacedEdit> const& edits() const noexcept { return edits_; }
  /// What an edit of kind `object` stands for.
  [[nodiscard]] Object const& object(Edit const& edit) const { return objects_[edit.index]; }
  [[nodiscard]] BodySurvey const& survey() const noexcept { return survey_; }
  [[nodiscard]] FootnoteDefinitions const& footnotes() const noexcept { return footnotes_; }

  /// The offset in the body of what stands at `offset` in the text.
  [[nodiscard]] std::size_t source_offset(std::size_t offset) const noexcept;
  /// What stood in the place of an edit, as code and the like show it.
  [[nodiscard]] std::string_view source_of(Edit const& edit) const;
  /// Takes the edits back in a text that md4c copied.
  void restore(std::string& text) const;

 private:
  void make(std::vector<Edit> const& edits, std::vector<std::string> const& structures);
  void shift_lists();
  std::size_t restore_object(std::string_view text, std::string& restored) const;

  std::string_view body_;
  BodySurvey survey_;
  std::string storage_;
  std::string_view text_;
  std::vector<PlacedEdit> edits_;
  ObjectList objects_;
  FootnoteDefinitions footnotes_;
  /// What each EditKind before `structure` is written as in this body, if there are such edits.
  std::array<std::string_view, 6> characters_;
};

}  // namespace inkstone
