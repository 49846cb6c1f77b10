#include "prepare.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "bare_links.h"
#include "byte_set.h"
#include "emphasis_planner.h"
#include "inline_scanner.h"
#include "list_shifts.h"
#include "nesting.h"
#include "table_marks.h"
#include "vectors.h"

namespace inkstone {

namespace {

/// Every character that stands for an edit takes so many bytes.
constexpr std::size_t character_size = 3;

/// For each kind of edit among `edits` the first of its characters that the body does not hold. If
/// it holds all of one kind, it was made to: then what md4c copies may lose such characters.
std::array<std::string_view, 6> choose_characters(std::string_view body,
                                                  std::vector<Edit> const& edits) {
  // Most candidates begin with the same two bytes.
  std::size_t const presentation_forms = find_pair(body, '\xEF', '\xB7');
  auto const is_in_body = [body, presentation_forms](std::string_view candidate) {
    if (candidate.starts_with("\xEF\xB7")) {
      return presentation_forms < body.size() &&
             body.find(candidate, presentation_forms) != std::string_view::npos;
    }
    std::size_t const place = find_pair(body, candidate[0], candidate[1]);
    return body.find(candidate, place) != std::string_view::npos;
  };
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
  std::array<bool, 7> is_used{};
  for (Edit const& edit : edits) is_used[static_cast<std::size_t>(edit.kind)] = true;
  std::array<std::string_view, 6> chosen;
  std::size_t index = 0;
  for (auto const& candidates : {letters, spaces, punctuation, stars, letters, objects}) {
    if (!is_used[index]) {
      ++index;
      continue;
    }
    auto const found = std::find_if_not(candidates.begin(), candidates.end(), is_in_body);
    chosen[index++] = found == candidates.end() ? candidates.front() : *found;
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

/// Both in their order; what stands in one place, the former first.
std::vector<Edit> merged(std::vector<Edit> a, std::vector<Edit> b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  std::vector<Edit> all;
  all.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all),
             [](Edit const& x, Edit const& y) { return x.begin < y.begin; });
  return all;
}

}  // namespace

PreparedBody::PreparedBody(std::string_view body, RenderOptions const& options,
                           FormulaSyntax formulas)
    : body_(body), survey_(body), text_(body) {
  BlockSyntax blocks;
  if ((options.footnotes && survey_.footnote) || (options.definition_lists && survey_.definition)) {
    blocks = find_block_syntax(body, options, objects_);
  }
  footnotes_ = std::move(blocks.footnotes);
  std::vector<Edit> inlines;
  std::string const characters = characters_to_look_for(options, formulas, footnotes_);
  std::string links;
  if (options.gfm && options.bare_links) {
    if (survey_.url) links += ':';
    if (survey_.www) links += 'w';
    if (survey_.at_sign) links += '@';
  }
  if (!links.empty() || ByteSet(characters).find(body) < body.size()) {
    InlineScanner scanner(body, {formulas, options.emoji, links, &footnotes_}, objects_);
    EmphasisPlanner planner(body, options, objects_);
    while (!scanner.is_at_end()) planner.plan(scanner.next_block(), inlines);
  }
  std::vector<Edit> too_deep;
  for (std::size_t const place :
       find_too_deep(body, static_cast<std::size_t>(options.max_nesting))) {
    too_deep.push_back({place, place, EditKind::too_deep});
  }
  std::vector<Edit> all =
      merged(merged(std::move(blocks.edits), std::move(too_deep)), std::move(inlines));
  if (options.gfm && survey_.pipe) {
    std::vector<Edit> marks = find_table_marks(body, all);
    all = merged(std::move(all), std::move(marks));
  }
  make(all, blocks.structures);
  shift_lists();
}

void PreparedBody::make(std::vector<Edit> const& edits,
                        std::vector<std::string> const& structures) {
  if (edits.empty()) return;
  characters_ = choose_characters(body_, edits);

  // Labels that must match stand in the definitions of links.
  bool const has_labels = objects_.size() > 1 && body_.find("]:") != std::string_view::npos;
  std::vector<std::uint32_t> const firsts =
      has_labels ? objects_.first_equals() : std::vector<std::uint32_t>();

  storage_.reserve(body_.size() + edits.size() * character_size);
  edits_.reserve(edits.size());
  std::size_t copied = 0;
  for (Edit edit : edits) {
    // Inside another: a formula may hold what looks like a footnote.
    if (edit.begin < copied) continue;
    if (has_labels && edit.kind == EditKind::object) edit.index = firsts[edit.index];
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
      // Only Markdown that was put in has lines of its own; it gets longer by the blanks.
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
  // All characters that stand for edits begin with such a byte.
  auto const may_begin = [](char c) { return static_cast<unsigned char>(c) >= 0xE1; };
  if (edits_.empty() || std::none_of(text.begin(), text.end(), may_begin)) return;
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
