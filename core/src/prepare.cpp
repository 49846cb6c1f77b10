#include "prepare.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ascii.h"
#include "delimiters.h"
#include "unicode.h"

namespace inkstone {

namespace {

/// A mark to be put before the byte at an offset of the body; a dropped star replaces that byte.
struct PlannedMark {
  std::size_t offset;
  Mark mark;
};

/// What stands beside a delimiter run, as CommonMark's flanking rules tell it apart.
enum class Side : unsigned char { whitespace, punctuation, letter };

Side side_of(char32_t c) {
  if (c == 0 || is_whitespace(c)) return Side::whitespace;
  if (c < 0x80) {
    char const ascii = static_cast<char>(c);
    return is_ascii_letter(ascii) || is_ascii_digit(ascii) ? Side::letter : Side::punctuation;
  }
  // Connector punctuation stands in slugs, but is punctuation.
  bool const is_connector = c == 0x203F || c == 0x2040 || c == 0x2054 || c == 0xFE33 ||
                            c == 0xFE34 || (c >= 0xFE4D && c <= 0xFE4F) || c == 0xFF3F;
  return is_slug_character(c) && !is_connector ? Side::letter : Side::punctuation;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_ascii_alphanumeric(char32_t c) {
  return is_digit(c) || (c < 0x80 && is_ascii_letter(static_cast<char>(c)));
}

/// Decides which marks the runs of one block need.
class Planner {
 public:
  Planner(RenderOptions const& options, std::vector<PlannedMark>& plan)
      : options_(options), plan_(plan) {}

  void plan(std::vector<DelimiterRun> const& runs) {
    bool const repairs = options_.repair_emphasis && has_something_to_repair(runs);
    depth_ = 0;
    pairs_left_ = 0;
    previous_end_ = std::string_view::npos;
    for (DelimiterRun const& run : runs) {
      if (is_repairable(run)) pairs_left_ += run.size / 2;
    }
    auto next = runs.begin();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
      if (next <= run) next = std::find_if(std::next(run), runs.end(), is_repairable);
      std::size_t const next_pairs = next == runs.end() ? 0 : next->size / 2;
      bool const is_repaired = repairs && run->delimiter == '*' && repair(*run, next_pairs);
      if (!is_repaired && options_.cjk_friendly) plan_flanking(*run);
      previous_end_ = run->begin + run->size;
    }
  }

 private:
  /// A run that stands for one or more `**`.
  static bool is_repairable(DelimiterRun const& run) {
    return run.delimiter == '*' && run.size % 2 == 0;
  }

  /// A long run means emphasis only where there is other strong emphasis: alone it may be a mask
  /// (`138****1234`), a divider, or a word that somebody did not want to write.
  static bool has_something_to_repair(std::vector<DelimiterRun> const& runs) {
    auto const is_long = [](DelimiterRun const& run) {
      return is_repairable(run) && run.size >= 4;
    };
    auto const is_strong = [](DelimiterRun const& run) { return is_repairable(run); };
    return std::any_of(runs.begin(), runs.end(), is_long) &&
           std::count_if(runs.begin(), runs.end(), is_strong) >= 2;
  }

  /// What a run can do by CommonMark's flanking rules, amended for CJK text.
  struct Flanking {
    bool opens;
    bool closes;
  };

  [[nodiscard]] Flanking flanking(DelimiterRun const& run) const {
    Side const before = side_of(run.selected_before);
    Side const after = side_of(run.after);
    bool const is_cjk_beside = options_.cjk_friendly && (run.is_after_cjk || is_cjk(run.after));
    return {after != Side::whitespace &&
                (after >= before || (is_cjk_beside && before != Side::whitespace)),
            before != Side::whitespace &&
                (before >= after || (is_cjk_beside && after != Side::whitespace))};
  }

  /// Puts marks beside a run so that md4c reads it by those rules.
  void plan_flanking(DelimiterRun const& run) {
    auto const [opens, closes] = flanking(run);
    Side const before = side_before(run);
    Side const after = side_of(run.after);
    if (run.delimiter == '_') {
      // CJK text changes nothing for underscores, but a variation selector hides what it selects
      // for.
      bool const is_hidden = side_of(run.selected_before) != side_of(run.before);
      if (is_hidden) add_before(run, Mark::punctuation);
    } else if (run.delimiter == '*') {
      // md4c's rules for asterisks are CommonMark's; where CJK text makes a difference, both sides
      // must look alike.
      if (!opens || !closes || before == after) return;
      if (before == Side::punctuation) add_before(run, Mark::letter);
      if (after == Side::punctuation) add(run.begin + run.size, Mark::letter);
    } else if (run.size <= 2 && options_.gfm) {
      // md4c opens strikethrough unless a letter stands before it, closes it unless one follows.
      if (opens != (before != Side::letter)) {
        add_before(run, opens ? Mark::punctuation : Mark::letter);
      }
      if (closes != (after != Side::letter)) {
        add(run.begin + run.size, closes ? Mark::punctuation : Mark::letter);
      }
    }
  }

  /// What md4c sees before a run: a mark, if one was put there.
  [[nodiscard]] Side side_before(DelimiterRun const& run) const {
    if (!has_mark_at(run.begin)) return side_of(run.before);
    return plan_.back().mark == Mark::letter ? Side::letter : Side::punctuation;
  }

  /// Reads a run of four, six … asterisks as people's tools write them: an end and a beginning that
  /// touch, and pairs around nothing. What closes and opens as it stands is left alone.
  /// \return whether the run was changed
  bool repair(DelimiterRun const& run, std::size_t next_pairs) {
    std::size_t const pairs = run.size / 2;
    if (!is_repairable(run) || pairs == 1) {
      if (is_repairable(run)) --pairs_left_;
      if (run.size > 1) follow(run);
      return false;
    }
    pairs_left_ -= pairs;
    // Digits around it: a telephone number, whatever is bold about it.
    if (is_digit(run.before) && is_digit(run.after)) return shield(run);

    auto const [opens, closes] = flanking(run);
    if (!opens && !closes) return false;
    if (!opens) return keep_first(run, std::min(pairs, depth_));
    if (!closes) {
      return keep_last(run, std::min(pairs, pairs_left_ - std::min(pairs_left_, depth_)));
    }
    if (depth_ >= pairs) return keep_first(run, pairs);
    if (depth_ > 0) return pairs_left_ > 0 ? split(run) : keep_first(run, 1);
    if (next_pairs >= pairs) return keep_last(run, pairs);
    if (is_ascii_alphanumeric(run.before) && is_ascii_alphanumeric(run.after)) return shield(run);
    return keep_last(run, pairs_left_ % 2);
  }

  /// Keeps count of the strong emphasis that is open behind a run that stays as it is.
  void follow(DelimiterRun const& run) {
    auto const [opens, closes] = flanking(run);
    if (closes && depth_ > 0) {
      --depth_;
    } else if (opens) {
      ++depth_;
    }
  }

  /// Lets the first pairs of a run close, and drops the others.
  bool keep_first(DelimiterRun const& run, std::size_t pairs) {
    depth_ -= pairs;
    std::size_t const kept = 2 * pairs;
    if (kept == run.size) return false;
    if (kept > 0) add(run.begin + kept, Mark::space);
    drop(run, kept, run.size);
    return true;
  }

  /// Lets the last pairs of a run open, and drops the others.
  bool keep_last(DelimiterRun const& run, std::size_t pairs) {
    depth_ += pairs;
    std::size_t const kept = 2 * pairs;
    if (kept == run.size) return false;
    drop(run, 0, run.size - kept);
    if (kept > 0) add(run.begin + run.size - kept, Mark::space);
    return true;
  }

  /// Lets the first pair of a run close and the last one open.
  bool split(DelimiterRun const& run) {
    add(run.begin + 2, Mark::space);
    drop(run, 2, run.size - 2);
    if (run.size > 4) add(run.begin + run.size - 2, Mark::space);
    return true;
  }

  /// Lets a run be the asterisks that it is.
  bool shield(DelimiterRun const& run) {
    add(run.begin, Mark::space);
    add(run.begin + run.size, Mark::space);
    return true;
  }

  void drop(DelimiterRun const& run, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) add(run.begin + i, Mark::dropped_star);
  }

  [[nodiscard]] bool has_mark_at(std::size_t offset) const {
    return !plan_.empty() && plan_.back().offset == offset;
  }

  void add_before(DelimiterRun const& run, Mark mark) {
    // The run that ends here must still see the punctuation that a delimiter is.
    if (run.begin == previous_end_ && !has_mark_at(run.begin)) add(run.begin, Mark::punctuation);
    add(run.begin, mark);
  }

  void add(std::size_t offset, Mark mark) { plan_.push_back({offset, mark}); }

  RenderOptions const& options_;
  std::vector<PlannedMark>& plan_;
  std::size_t depth_ = 0;       ///< how many strong emphases are open
  std::size_t pairs_left_ = 0;  ///< how many `**` are still to come in the block
  std::size_t previous_end_ = 0;
};

/// For each mark the first of its characters that the body does not hold; nothing if it holds all
/// of one kind. All take three bytes in UTF-8.
std::optional<std::array<std::string_view, 4>> choose_characters(std::string_view body) {
  // Noncharacters count as letters; the rest is as rare as whitespace and punctuation can be.
  static constexpr std::array<std::string_view, 6> letters{"\uFDD0", "\uFDD1", "\uFDD2",
                                                           "\uFDD3", "\uFDD4", "\uFDD5"};
  static constexpr std::array<std::string_view, 6> spaces{"\u1680", "\u2000", "\u2001",
                                                          "\u2004", "\u2008", "\u205F"};
  static constexpr std::array<std::string_view, 6> punctuation{"\uA8CE", "\uA8CF", "\uAA5C",
                                                               "\uAA5D", "\uA95F", "\uA92E"};
  static constexpr std::array<std::string_view, 6> stars{"\uFDE0", "\uFDE1", "\uFDE2",
                                                         "\uFDE3", "\uFDE4", "\uFDE5"};
  std::array<std::string_view, 4> chosen;
  std::size_t index = 0;
  for (auto const& candidates : {letters, spaces, punctuation, stars}) {
    auto const found =
        std::find_if(candidates.begin(), candidates.end(), [body](std::string_view candidate) {
          return body.find(candidate) == std::string_view::npos;
        });
    if (found == candidates.end()) return std::nullopt;
    chosen[index++] = *found;
  }
  return chosen;
}

}  // namespace

PreparedBody::PreparedBody(std::string_view body, RenderOptions const& options) : text_(body) {
  if (!options.cjk_friendly && !options.repair_emphasis) return;
  if (body.find_first_of("*~_") == std::string_view::npos) return;

  std::vector<PlannedMark> plan;
  Planner planner(options, plan);
  DelimiterScanner scanner(body);
  while (!scanner.is_at_end()) planner.plan(scanner.next_block());
  if (plan.empty()) return;
  auto const characters = choose_characters(body);
  if (!characters) return;
  characters_ = *characters;

  storage_.reserve(body.size() + plan.size() * mark_size);
  marks_.reserve(plan.size());
  std::size_t copied = 0;
  for (auto const& [offset, mark] : plan) {
    storage_.append(body, copied, offset - copied);
    copied = offset + (mark == Mark::dropped_star ? 1 : 0);
    marks_.push_back({storage_.size(), copied, mark});
    storage_ += characters_[static_cast<std::size_t>(mark)];
  }
  storage_.append(body, copied);
  text_ = storage_;
}

std::size_t PreparedBody::source_offset(std::size_t offset) const noexcept {
  auto const next = std::partition_point(
      marks_.begin(), marks_.end(),
      [offset](PlacedMark const& mark) { return mark.offset + mark_size <= offset; });
  if (next == marks_.begin()) return offset;
  PlacedMark const& last = *std::prev(next);
  return last.source_offset + (offset - last.offset - mark_size);
}

void PreparedBody::restore(std::string& text) const {
  if (marks_.empty()) return;
  std::string restored;
  restored.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::string_view const here = std::string_view(text).substr(i, mark_size);
    auto const found = std::find(characters_.begin(), characters_.end(), here);
    if (found == characters_.end()) {
      restored += text[i++];
      continue;
    }
    if (found - characters_.begin() == static_cast<int>(Mark::dropped_star)) restored += '*';
    i += mark_size;
  }
  text = std::move(restored);
}

}  // namespace inkstone
