#include "prepare.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "bare_links.h"
#include "emphasis_planner.h"
#include "inline_scanner.h"
#include "list_shifts.h"
#include "table_marks.h"

namespace inkstone {

namespace {

/// Every character that stands for an edit takes so many bytes.
constexpr std::size_t character_size = 3;

/// For each kind of edit the first of its characters that the body does not hold; nothing if it
/// holds all of one kind.
std::optional<std::array<std::string_view, 5>> choose_characters(std::string_view body) {
  // Noncharacters count as letters; the rest is as rare as whitespace and punctuation can be.
  static constexpr std::array<std::string_view, 6> letters{"\uFDD0", "\uFDD1", "\uFDD2",
                                                           "\uFDD3", "\uFDD4", "\uFDD5"};
  static constexpr std::array<std::string_view, 6> spaces{"\u1680", "\u2000", "\u2001",
                                                          "\u2004", "\u2008", "\u205F"};
  static constexpr std::array<std::string_view, 6> punctuation{"\uA8CE", "\uA8CF", "\uAA5C",
                                                               "\uAA5D", "\uA95F", "\uA92E"};
  static constexpr std::array<std::string_view, 6> stars{"\uFDE0", "\uFDE1", "\uFDE2",
                                                         "\uFDE3", "\uFDE4", "\uFDE5"};
  static constexpr std::array<std::string_view, 6> objects{"\uFDE8", "\uFDE9", "\uFDEA",
                                                           "\uFDEB", "\uFDEC", "\uFDED"};
  std::array<std::string_view, 5> chosen;
  std::size_t index = 0;
  for (auto const& candidates : {letters, spaces, punctuation, stars, objects}) {
    auto const found =
        std::find_if(candidates.begin(), candidates.end(), [body](std::string_view candidate) {
          return body.find(candidate) == std::string_view::npos;
        });
    if (found == candidates.end()) return std::nullopt;
    chosen[index++] = *found;
  }
  return chosen;
}

/// What can begin something that the options ask for; empty where none does.
std::string characters_to_look_for(RenderOptions const& options, FormulaSyntax formulas,
                                   FootnoteDefinitions const& footnotes) {
  std::string characters;
  if (options.cjk_friendly || options.repair_emphasis) characters += "*_~";
  if (formulas != FormulaSyntax::none) characters += "$\\";
  if (options.mark) characters += '=';
  if (options.superscript) characters += '^';
  if (options.subscript) characters += '~';
  if (options.emoji) characters += ':';
  if (footnotes.size() > 0) characters += '[';
  return characters;
}

/// Both lists in one, in the order of their places.
std::vector<Edit> merged(std::vector<Edit> first, std::vector<Edit> second) {
  if (second.empty()) return first;
  if (first.empty()) return second;
  std::vector<Edit> all;
  all.reserve(first.size() + second.size());
  std::merge(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(all),
             [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
  return all;
}

}  // namespace

PreparedBody::PreparedBody(std::string_view body, RenderOptions const& options,
                           FormulaSyntax formulas)
    : body_(body), text_(body) {
  BlockSyntax blocks = find_block_syntax(body, options, objects_);
  footnotes_ = std::move(blocks.footnotes);
  std::vector<Edit> inlines;
  std::string const characters = characters_to_look_for(options, formulas, footnotes_);
  bool const has_links = options.gfm && options.bare_links && may_hold_bare_links(body);
  if (has_links || body.find_first_of(characters) != std::string_view::npos) {
    EmphasisPlanner planner(body, options, objects_);
    InlineScanner scanner(body, {formulas, options.emoji, has_links, &footnotes_}, objects_);
    while (!scanner.is_at_end()) planner.plan(scanner.next_block(), inlines);
  }
  std::vector<Edit> all = merged(std::move(blocks.edits), std::move(inlines));
  if (options.gfm) {
    std::vector<Edit> marks = find_table_marks(body, all);
    all = merged(std::move(all), std::move(marks));
  }
  make(all, blocks.structures);
  shift_lists();
}

void PreparedBody::make(std::vector<Edit> const& edits,
                        std::vector<std::string> const& structures) {
  if (edits.empty()) return;
  auto const characters = choose_characters(body_);
  if (!characters) return;
  characters_ = *characters;

  storage_.reserve(body_.size() + edits.size() * character_size);
  edits_.reserve(edits.size());
  std::size_t copied = 0;
  for (Edit const& edit : edits) {
    if (edit.begin < copied)
      continue;  // inside another: a formula may hold what looks like a footnote
    storage_.append(body_, copied, edit.begin - copied);
    copied = edit.end;
    std::size_t const offset = storage_.size();
    if (edit.kind == EditKind::structure) {
      storage_ += structures[edit.index];
    } else {
      std::string_view const character = characters_[static_cast<std::size_t>(edit.kind)];
      storage_ += character;
      if (edit.kind == EditKind::object)
        storage_.append(std::to_string(edit.index)).append(character);
    }
    edits_.push_back({offset, storage_.size() - offset, edit});
  }
  storage_.append(body_, copied);
  text_ = storage_;
}

/// Moves lines from where md4c would misread them.
void PreparedBody::shift_lists() {
  std::vector<Shift> const shifts = find_list_shifts(text_);
  if (shifts.empty()) return;
  std::string text;
  std::vector<PlacedEdit> edits;
  std::size_t copied = 0;
  auto next = edits_.begin();
  auto const move_edits = [&](std::size_t end) {
    for (; next != edits_.end() && next->offset < end; ++next) {
      edits.push_back({next->offset - copied + text.size(), next->size, next->edit});
    }
  };
  for (Shift const& shift : shifts) {
    std::size_t const source = source_offset(shift.place);
    move_edits(shift.place);
    bool const is_inside =
        next != edits_.begin() && std::prev(next)->offset + std::prev(next)->size > shift.place;
    text.append(text_, copied, shift.place - copied);
    copied = shift.place;
    if (is_inside) {
      edits.back().size += shift.size;
    } else {
      edits.push_back({text.size(), shift.size, {source, source, EditKind::structure}});
    }
    text.append(shift.size, shift.place == 0 ? '\n' : ' ');
  }
  move_edits(text_.size() + 1);
  text.append(text_, copied);
  storage_ = std::move(text);
  edits_ = std::move(edits);
  text_ = storage_;
}

std::size_t PreparedBody::source_offset(std::size_t offset) const noexcept {
  auto const next = std::partition_point(
      edits_.begin(), edits_.end(),
      [offset](PlacedEdit const& placed) { return placed.offset + placed.size <= offset; });
  if (next != edits_.end() && next->offset < offset) return next->edit.begin;
  if (next == edits_.begin()) return offset;
  PlacedEdit const& last = *std::prev(next);
  return last.edit.end + (offset - last.offset - last.size);
}

std::string_view PreparedBody::source_of(Edit const& edit) const {
  if (edit.kind == EditKind::object) return object(edit).source;
  return body_.substr(edit.begin, edit.end - edit.begin);
}

void PreparedBody::restore(std::string& text) const {
  if (edits_.empty()) return;
  std::string restored;
  restored.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::string_view const here = std::string_view(text).substr(i);
    auto const found =
        std::find(characters_.begin(), characters_.end(), here.substr(0, character_size));
    if (found == characters_.end()) {
      restored += text[i++];
      continue;
    }
    auto const kind = static_cast<EditKind>(found - characters_.begin());
    if (kind == EditKind::dropped_star) restored += '*';
    i += kind == EditKind::object ? restore_object(here, restored) : character_size;
  }
  text = std::move(restored);
}

/// Appends the source of the object at the beginning of `text`.
/// \return how many bytes stand for it
std::size_t PreparedBody::restore_object(std::string_view text, std::string& restored) const {
  std::string_view const digits = text.substr(character_size);
  std::size_t index = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (error != std::errc{} || index >= objects_.size()) return character_size;
  restored += objects_[index].source;
  return static_cast<std::size_t>(end - text.data()) + character_size;
}

}  // namespace inkstone
