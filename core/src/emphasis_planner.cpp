// The marks that change how md4c reads a delimiter run, and the pairs that it knows nothing of.
#include "emphasis_planner.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ascii.h"
#include "stable_sort.h"
#include "unicode.h"

namespace inkstone {

namespace {

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

/// A run that stands for one or more `**`.
bool is_repairable(DelimiterRun const& run) { return run.delimiter == '*' && run.size % 2 == 0; }

/// A long run means emphasis only where there is other strong emphasis: alone it may be a mask
/// (`138****1234`), a divider, or a word that somebody did not want to write.
bool has_something_to_repair(std::vector<DelimiterRun> const& runs) {
  auto const is_long = [](DelimiterRun const& run) { return is_repairable(run) && run.size >= 4; };
  auto const is_strong = [](DelimiterRun const& run) { return is_repairable(run); };
  return std::any_of(runs.begin(), runs.end(), is_long) &&
         std::count_if(runs.begin(), runs.end(), is_strong) >= 2;
}

/// Leaves the runs that md4c will see, and lets them see the objects that others have become.
void keep_delimiters(std::vector<DelimiterRun>& runs, std::vector<bool> const& is_paired) {
  std::vector<DelimiterRun> kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    DelimiterRun& run = runs[i];
    if (is_paired[i] || run.delimiter == '=' || run.delimiter == '^') continue;
    if (i > 0 && is_paired[i - 1] && runs[i - 1].begin + runs[i - 1].size == run.begin) {
      run.before = run.selected_before = object_character;
      run.is_after_cjk = false;
    }
    if (i + 1 < runs.size() && is_paired[i + 1] && run.begin + run.size == runs[i + 1].begin) {
      run.after = object_character;
    }
    kept.push_back(run);
  }
  runs = std::move(kept);
}

/// A run by which text may be marked up that md4c knows nothing of.
struct PairSyntax {
  char delimiter;
  std::size_t size;
  bool RenderOptions::*option;
  ObjectKind begin;
  ObjectKind end;
};

constexpr std::array<PairSyntax, 3> pair_syntaxes{
    {{'=', 2, &RenderOptions::mark, ObjectKind::mark_begin, ObjectKind::mark_end},
     {'^', 1, &RenderOptions::superscript, ObjectKind::superscript_begin,
      ObjectKind::superscript_end},
     {'~', 1, &RenderOptions::subscript, ObjectKind::subscript_begin, ObjectKind::subscript_end}}};

/// Whether a run can begin such text. Marking is no comparison (`a==b`), and what is raised or
/// lowered stands behind something.
bool can_begin(PairSyntax const& syntax, DelimiterRun const& run) {
  if (side_of(run.after) == Side::whitespace) return false;
  if (syntax.size == 2) {
    return !is_ascii_alphanumeric(run.before) && run.before != '!' && run.before != '<' &&
           run.before != '>';
  }
  return side_of(run.before) != Side::whitespace && run.before != '[';
}

bool can_end(PairSyntax const& syntax, DelimiterRun const& run) {
  if (side_of(run.before) == Side::whitespace) return false;
  return syntax.size == 1 || !is_ascii_alphanumeric(run.after);
}

}  // namespace

void EmphasisPlanner::plan(ScannedBlock& block, std::vector<Edit>& edits) {
  if (block.runs.empty()) {
    edits.insert(edits.end(), block.objects.begin(), block.objects.end());
    return;
  }
  plan_pairs(block);
  marks_.clear();
  plan_runs(block.runs);
  std::merge(marks_.begin(), marks_.end(), block.objects.begin(), block.objects.end(),
             std::back_inserter(edits),
             [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
}

void EmphasisPlanner::plan_pairs(ScannedBlock& block) {
  auto const is_foreign = [](DelimiterRun const& run) {
    return run.delimiter == '=' || run.delimiter == '^' || run.delimiter == '~';
  };
  if (std::none_of(block.runs.begin(), block.runs.end(), is_foreign)) return;
  std::vector<bool> is_paired(block.runs.size());
  std::size_t const objects_before = block.objects.size();
  for (PairSyntax const& syntax : pair_syntaxes) {
    if (!(options_.*syntax.option)) continue;
    DelimiterRun const* open = nullptr;
    std::size_t checked = 0;  // up to here nothing ends what is open
    for (DelimiterRun& run : block.runs) {
      if (run.delimiter != syntax.delimiter || run.size != syntax.size) continue;
      if (open != nullptr) {
        // What is raised or lowered is one word, and a cell ends what began in it.
        std::size_t const inside = std::max(open->begin + open->size, checked);
        std::string_view const text = body_.substr(inside, run.begin - inside);
        bool const is_cut =
            (syntax.size == 1 && text.find_first_of(" \t\n") != std::string_view::npos) ||
            (block.is_table && text.find_first_of("|\n") != std::string_view::npos);
        if (is_cut) open = nullptr;
        checked = run.begin;
      }
      if (open != nullptr && can_end(syntax, run)) {
        for (auto const& [end, kind] : std::array<std::pair<DelimiterRun const*, ObjectKind>, 2>{
                 {{open, syntax.begin}, {&run, syntax.end}}}) {
          is_paired[static_cast<std::size_t>(end - block.runs.data())] = true;
          Object object{kind, std::string(syntax.size, syntax.delimiter), {}};
          block.objects.push_back({end->begin, end->begin + end->size, EditKind::object,
                                   objects_.add(std::move(object))});
        }
        open = nullptr;
      } else if (can_begin(syntax, run)) {
        open = &run;
      }
    }
  }
  if (block.objects.size() > objects_before) {
    sort_stably(block.objects, [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
  }
  keep_delimiters(block.runs, is_paired);
}

void EmphasisPlanner::plan_runs(std::vector<DelimiterRun> const& runs) {
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

EmphasisPlanner::Flanking EmphasisPlanner::flanking(DelimiterRun const& run) const {
  Side const before = side_of(run.selected_before);
  Side const after = side_of(run.after);
  bool const is_cjk_beside = options_.cjk_friendly && (run.is_after_cjk || is_cjk(run.after));
  return {after != Side::whitespace &&
              (after >= before || (is_cjk_beside && before != Side::whitespace)),
          before != Side::whitespace &&
              (before >= after || (is_cjk_beside && after != Side::whitespace))};
}

/// Puts marks beside a run so that md4c reads it by those rules.
void EmphasisPlanner::plan_flanking(DelimiterRun const& run) {
  auto const [opens, closes] = flanking(run);
  // What md4c sees before the run: a mark, if one was put there.
  Side const marked =
      !marks_.empty() && marks_.back().kind == EditKind::letter ? Side::letter : Side::punctuation;
  Side const before = has_mark_at(run.begin) ? marked : side_of(run.before);
  Side const after = side_of(run.after);
  if (run.delimiter == '_') {
    // CJK text changes nothing for underscores, but a variation selector hides what it selects
    // for.
    bool const is_hidden = side_of(run.selected_before) != side_of(run.before);
    if (is_hidden) add_before(run, EditKind::punctuation);
  } else if (run.delimiter == '*') {
    // md4c's rules for asterisks are CommonMark's; where CJK text makes a difference, both sides
    // must look alike.
    if (!opens || !closes || before == after) return;
    if (before == Side::punctuation) add_before(run, EditKind::letter);
    if (after == Side::punctuation) add(run.begin + run.size, EditKind::letter);
  } else if (run.size <= 2 && options_.gfm) {
    // md4c opens strikethrough unless a letter stands before it, closes it unless one follows.
    if (opens != (before != Side::letter)) {
      add_before(run, opens ? EditKind::punctuation : EditKind::letter);
    }
    if (closes != (after != Side::letter)) {
      add(run.begin + run.size, closes ? EditKind::punctuation : EditKind::letter);
    }
  }
}

/// Reads a run of four, six … asterisks as people's tools write them: an end and a beginning that
/// touch, and pairs around nothing. What closes and opens as it stands is left alone.
/// \return whether the run was changed
bool EmphasisPlanner::repair(DelimiterRun const& run, std::size_t next_pairs) {
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
void EmphasisPlanner::follow(DelimiterRun const& run) {
  auto const [opens, closes] = flanking(run);
  if (closes && depth_ > 0) {
    --depth_;
  } else if (opens) {
    ++depth_;
  }
}

/// Lets the first pairs of a run close, and drops the others.
bool EmphasisPlanner::keep_first(DelimiterRun const& run, std::size_t pairs) {
  depth_ -= pairs;
  std::size_t const kept = 2 * pairs;
  if (kept == run.size) return false;
  if (kept > 0) add(run.begin + kept, EditKind::space);
  drop(run, kept, run.size);
  return true;
}

/// Lets the last pairs of a run open, and drops the others.
bool EmphasisPlanner::keep_last(DelimiterRun const& run, std::size_t pairs) {
  depth_ += pairs;
  std::size_t const kept = 2 * pairs;
  if (kept == run.size) return false;
  drop(run, 0, run.size - kept);
  if (kept > 0) add(run.begin + run.size - kept, EditKind::space);
  return true;
}

/// Lets the first pair of a run close and the last one open.
bool EmphasisPlanner::split(DelimiterRun const& run) {
  add(run.begin + 2, EditKind::space);
  drop(run, 2, run.size - 2);
  if (run.size > 4) add(run.begin + run.size - 2, EditKind::space);
  return true;
}

/// Lets a run be the asterisks that it is.
bool EmphasisPlanner::shield(DelimiterRun const& run) {
  add(run.begin, EditKind::space);
  add(run.begin + run.size, EditKind::space);
  return true;
}

void EmphasisPlanner::drop(DelimiterRun const& run, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) add(run.begin + i, EditKind::dropped_star);
}

bool EmphasisPlanner::has_mark_at(std::size_t offset) const {
  return !marks_.empty() && marks_.back().begin == offset;
}

void EmphasisPlanner::add_before(DelimiterRun const& run, EditKind mark) {
  // The run that ends here must still see the punctuation that a delimiter is.
  if (run.begin == previous_end_ && !has_mark_at(run.begin)) add(run.begin, EditKind::punctuation);
  add(run.begin, mark);
}

void EmphasisPlanner::add(std::size_t offset, EditKind mark) {
  marks_.push_back({offset, offset + (mark == EditKind::dropped_star ? 1 : 0), mark});
}

}  // namespace inkstone
