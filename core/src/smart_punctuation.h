/// Typewriter punctuation as a typesetter would have it: curly quotes, dashes, ellipses.
#pragma once

#include <string>
#include <string_view>

namespace inkstone {

/// Follows the text of an article and replaces, in English style:
///
/// - `"a"` by “a”, `'a'` by ‘a’, other `'` by ’;
/// - `--` by –, `---` by —; of longer runs of hyphens, multiples of three by em dashes, of two by
///   en dashes, others by em dashes with one or two en dashes behind them;
/// - `...` by …
///
/// Text comes in pieces and is not kept, so a quote is judged by the characters beside it and by
/// whether one is open:
///
/// - With a space on one side only, it opens or closes towards the other side. The beginning of a
///   block counts as a space.
/// - Behind an opening bracket or quote it opens.
/// - Else it closes what is open. If nothing is, it opens, unless closing punctuation follows. So
///   it is between Chinese characters, `他说"你好"。`.
/// - `'` behind a letter or closing punctuation, with no CJK beside it, is an apostrophe or closes.
///   Before the two digits of a year (`'98`, `'90s`) and in a few English words (`'tis`, `'n'`) it
///   is an apostrophe.
///
/// Feet, inches, minutes and seconds are not told from quotes.
class SmartPunctuation {
 public:
  /// A block begins: what was open in the one before is forgotten.
  void start_block() noexcept { *this = {}; }

  /// The text `piece` with its punctuation replaced. Runs of hyphens and dots must not be split.
  /// \param piece valid UTF-8
  /// \param next the character behind the piece; 0 if that is not known or there is none
  [[nodiscard]] std::string replace(std::string_view piece, char32_t next = 0);

  /// Something goes by that is to stay as it is: code, a formula, an escaped character, a line
  /// break (as `\n`). Emphasis and links, which only begin and end there, need not be told.
  /// \param last its last character
  void pass(char32_t last) noexcept { last_ = last; }

 private:
  std::string_view double_quote(char32_t next) noexcept;
  std::string_view single_quote(std::string_view rest, char32_t next) noexcept;

  char32_t last_ = 0;  ///< the character before, as readers see it; 0 at the beginning of a block
  bool is_double_open_ = false;
  bool is_single_open_ = false;
};

}  // namespace inkstone
