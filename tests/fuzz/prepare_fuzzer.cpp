// Protects: what is changed before md4c reads a body changes nothing else, comes off again, and
// leads back to where it stood.
// The settings are the options; one behind them: odd means that every bracket may be a formula.
#include <algorithm>
#include <array>

#include "input.h"
#include "prepare.h"
#include "source.h"

using namespace inkstone;
using fuzz::require;

namespace {

constexpr std::size_t character_size = 3;

std::size_t count_options() {
  std::size_t count = 0;
  for_each_option([&](auto const&) { ++count; });
  return count;
}

/// Goes through the edits of one body.
class EditCheck {
 public:
  EditCheck(std::string_view body, PreparedBody const& prepared)
      : body_(body), prepared_(prepared), text_(prepared.text()) {}

  void check() {
    for (PlacedEdit const& placed : prepared_.edits()) check_edit(placed);
    require(text_.substr(offset_) == body_.substr(source_offset_), "behind edits stands the body",
            body_);
    expected_ += body_.substr(source_offset_);
    check_offsets();
    std::string restored(text_);
    prepared_.restore(restored);
    require(restored == expected_, "restoring gives the body back, but for its structure", body_);
  }

 private:
  void check_edit(PlacedEdit const& placed) {
    auto const& [begin, end, kind, index] = placed.edit;
    require(placed.offset >= offset_ && begin >= source_offset_ && end >= begin &&
                end <= body_.size() && placed.size > 0,
            "edits stand in their order", body_);
    std::string_view const passed = text_.substr(offset_, placed.offset - offset_);
    require(passed == body_.substr(source_offset_, begin - source_offset_),
            "between edits stands the body", body_);
    std::string_view const written = text_.substr(placed.offset, placed.size);
    require(written.size() == placed.size, "an edit stands in the text", body_);
    expected_ += passed;
    if (kind == EditKind::structure) {
      require(written.find_first_not_of("> \t\n") == std::string_view::npos,
              "structure is block quotes", body_);
      require(body_.substr(begin, end - begin).find_first_of("\n") == std::string_view::npos,
              "structure takes no line away", body_);
      expected_ += written;
    } else {
      check_character(written.substr(0, character_size), kind);
      expected_ += kind == EditKind::object ? prepared_.source_of(placed.edit)
                                            : body_.substr(begin, end - begin);
    }
    if (kind == EditKind::object) check_object(placed, written);
    if (kind == EditKind::dropped_star) {
      require(body_.substr(begin, end - begin) == "*", "only asterisks are dropped", body_);
    }
    offset_ = placed.offset + placed.size;
    source_offset_ = end;
  }

  void check_character(std::string_view character, EditKind kind) {
    require(body_.find(character) == std::string_view::npos, "the body has no mark of its own",
            body_);
    std::string_view& chosen = characters_.at(static_cast<std::size_t>(kind));
    require(chosen.empty() || chosen == character, "each kind has one character", body_);
    chosen = character;
  }

  void check_object(PlacedEdit const& placed, std::string_view written) {
    require(written.substr(character_size) ==
                std::to_string(placed.edit.index) + std::string(written.substr(0, character_size)),
            "an object is its number between two characters", body_);
    Object const& object = prepared_.object(placed.edit);
    fuzz::require_clean(object.source, "an object's source is UTF-8");
    fuzz::require_clean(object.content, "so is its content");
    std::string_view const source =
        body_.substr(placed.edit.begin, placed.edit.end - placed.edit.begin);
    require(source.find('\n') != std::string_view::npos || source == object.source,
            "an object on one line is what stood there", body_);
    bool const is_of_block = object.kind == ObjectKind::footnote ||
                             object.kind == ObjectKind::term ||
                             object.kind == ObjectKind::definition;
    require(source.empty() == is_of_block, "only what marks blocks stands for nothing", body_);
    bool const is_of_footnote =
        object.kind == ObjectKind::footnote || object.kind == ObjectKind::footnote_reference;
    require(!is_of_footnote || object.number < prepared_.footnotes().size(),
            "footnotes are defined", body_);
  }

  /// Every offset leads somewhere, the later the further.
  void check_offsets() const {
    std::size_t last = 0;
    for (std::size_t offset = 0; offset <= text_.size(); ++offset) {
      std::size_t const source = prepared_.source_offset(offset);
      require(source >= last && source <= body_.size(), "offsets lead back in their order", body_);
      last = source;
    }
    require(last == body_.size(), "the ends are one place", body_);
    for (PlacedEdit const& placed : prepared_.edits()) {
      require(prepared_.source_offset(placed.offset) == placed.edit.begin &&
                  prepared_.source_offset(placed.offset + placed.size) == placed.edit.end,
              "an edit leads back to what it took the place of", body_);
    }
  }

  std::string_view body_;
  PreparedBody const& prepared_;
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t source_offset_ = 0;
  std::string expected_;  ///< what restoring gives
  std::array<std::string_view, 6> characters_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::Input const input(data, size);
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const body = normalize_source(input.text, storage, diagnostics);

  FormulaSyntax const formulas =
      input.setting(count_options()) % 2 == 1 ? FormulaSyntax::all : FormulaSyntax::careful;
  RenderOptions const options = input.options();
  // A body that holds every character of a kind was made to lose some in copies.
  for (std::string_view const last : {"\uFDD5", "\u205F", "\uA92E", "\uFDE5", "\uFDED"}) {
    if (body.find(last) != std::string_view::npos) return 0;
  }
  PreparedBody const prepared(body, options, options.math ? formulas : FormulaSyntax::none);
  fuzz::require_clean(prepared.text(), "a prepared body is UTF-8");
  EditCheck(body, prepared).check();
  return 0;
}
