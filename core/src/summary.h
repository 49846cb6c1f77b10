/// The summary of an article that has none of its own.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "inkstone/article.h"

namespace inkstone {

/// The beginning of `text`: all of it up to about 70 words or 140 CJK characters (of both, as much
/// as takes the same time to read), else cut at the end of a sentence, or of a word with `…` behind
/// it where no sentence ends nearby.
[[nodiscard]] std::string first_sentences(std::string_view text);

/// Listens to the prose of a body: paragraphs, wherever they stand, without headings, code blocks,
/// tables, footnotes and formulas.
class SummaryCollector {
 public:
  /// \param keeps_all whether all of the prose is wanted, or may be divided by `<!--more-->`; else
  ///     only its beginning is kept
  explicit SummaryCollector(bool keeps_all) noexcept : keeps_all_(keeps_all) {}

  void add(std::string_view text) {
    if (takes_more_) append(text);
  }
  void end_block() noexcept { has_ended_block_ = true; }

  /// `<!--more-->` stands here.
  /// \return whether it is the first
  bool divide() noexcept {
    takes_more_ = false;
    return !std::exchange(is_divided_, true);
  }
  [[nodiscard]] bool is_divided() const noexcept { return is_divided_; }

  /// The prose before `<!--more-->`, or the first sentences.
  [[nodiscard]] std::string text() const;
  /// All the prose that was kept.
  [[nodiscard]] std::string const& prose() const noexcept { return text_; }

 private:
  void append(std::string_view text);

  std::string text_;
  bool keeps_all_;
  bool takes_more_ = true;
  bool is_divided_ = false;
  bool has_ended_block_ = false;
};

}  // namespace inkstone
