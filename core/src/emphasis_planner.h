/// Emphasis as people mean it: which marks beside delimiter runs make md4c read it so.
#pragma once

#include <string_view>
#include <vector>

#include "edits.h"
#include "inkstone/options.h"
#include "inline_scanner.h"

namespace inkstone {

/// Plans the marks of one block after the other, for `cjkFriendly`, `repairEmphasis`, `mark`,
/// `superscript` and `subscript`.
class EmphasisPlanner {
 public:
  /// \param body must outlive the planner
  /// \param objects gets the beginnings and ends of marked text and the like
  EmphasisPlanner(std::string_view body, RenderOptions const& options, ObjectList& objects)
      : body_(body), options_(options), objects_(objects) {}

  /// Appends the block's objects and marks to `edits`, in their order.
  /// \param block is changed: its runs become those that md4c will see
  void plan(ScannedBlock& block, std::vector<Edit>& edits);

 private:
  /// What a run can do by CommonMark's flanking rules, amended for CJK text.
  struct Flanking {
    bool opens;
    bool closes;
  };

  void plan_pairs(ScannedBlock& block);
  void plan_runs(std::vector<DelimiterRun> const& runs);
  [[nodiscard]] Flanking flanking(DelimiterRun const& run) const;
  void plan_flanking(DelimiterRun const& run);
  [[nodiscard]] bool repair(DelimiterRun const& run, std::size_t next_pairs);
  void follow(DelimiterRun const& run);
  bool keep_first(DelimiterRun const& run, std::size_t pairs);
  bool keep_last(DelimiterRun const& run, std::size_t pairs);
  bool split(DelimiterRun const& run);
  bool shield(DelimiterRun const& run);
  void drop(DelimiterRun const& run, std::size_t first, std::size_t end);
  [[nodiscard]] bool has_mark_at(std::size_t offset) const;
  void add_before(DelimiterRun const& run, EditKind mark);
  void add(std::size_t offset, EditKind mark);

  std::string_view body_;
  RenderOptions const& options_;
  ObjectList& objects_;
  std::vector<Edit> marks_;     ///< of the block
  std::size_t depth_ = 0;       ///< how many strong emphases are open
  std::size_t pairs_left_ = 0;  ///< how many `**` are still to come in the block
  std::size_t previous_end_ = 0;
};

}  // namespace inkstone
