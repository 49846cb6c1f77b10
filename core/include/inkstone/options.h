/// Every option of the renderer: its name, default, range and meaning stand here and nowhere
/// else. The JSON reader, the command line, the HTML attributes, the documentation and the
/// TypeScript contract test all walk for_each_option().
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inkstone {

/// What happens to raw HTML in the Markdown.
enum class HtmlPolicy : std::uint8_t { escape, trusted };

/// The words of HtmlPolicy, in its order.
inline constexpr std::array<std::string_view, 2> html_policy_names{"escape", "trusted"};

/// Whether bold lines may be section titles.
enum class BoldHeadings : std::uint8_t { automatic, off };

/// The words of BoldHeadings, in its order.
inline constexpr std::array<std::string_view, 2> bold_headings_names{"auto", "off"};

/// The words of a choice's values, in their order.
/// \tparam T HtmlPolicy or BoldHeadings
template <class T>
inline constexpr auto const& choice_names = html_policy_names;
template <>
inline constexpr auto const& choice_names<BoldHeadings> = bold_headings_names;

/// How an article is rendered. A default-constructed value is what an article page wants.
struct RenderOptions {
  bool front_matter = true;
  HtmlPolicy html = HtmlPolicy::escape;
  bool gfm = true;
  bool heading_ids = true;
  int toc_depth = 4;
  bool math = true;
  bool cjk_friendly = true;
  bool repair_emphasis = true;
  bool join_cjk_lines = true;
  BoldHeadings bold_headings = BoldHeadings::automatic;
  bool lazy_images = true;
  bool code_info = true;
  std::string url_schemes;
  bool footnotes = true;
  bool alerts = true;
  bool definition_lists = true;
  bool heading_attributes = true;
  bool more = true;
  bool mark = true;
  bool superscript = false;
  bool subscript = false;
  bool emoji = false;
  bool smart_punctuation = false;
  bool source_lines = false;
  int max_nesting = 100;
  int max_table_cells = 200'000;
  int max_html_bytes = 256 << 20;
  int max_source_bytes = 256 << 20;
  int max_front_matter_bytes = 256 << 10;
  int max_front_matter_depth = 100;
  int max_front_matter_nodes = 100'000;
  bool bare_links = true;

  bool operator==(RenderOptions const&) const = default;
};

/// One row of the table of options.
/// \tparam T the member's type: bool, int, std::string, HtmlPolicy or BoldHeadings
template <class T>
struct OptionDescription {
  std::string_view name;     ///< the option's word everywhere outside C++
  T RenderOptions::*member;  ///< where its value and its default stand
  std::string_view meaning;  ///< a sentence for users, in Markdown
  int minimum = 0;           ///< integers only: the smallest value, inclusive
  int maximum = 0;           ///< integers only: the largest value, inclusive
};

/// Calls `visit` with the OptionDescription of each option, in the order of the documentation.
template <class Visitor>
constexpr void for_each_option(Visitor&& visit) {
  using Options = RenderOptions;
  visit(OptionDescription<bool>{"frontMatter", &Options::front_matter,
                                "The file may begin with front matter. `false`: all of it is "
                                "Markdown."});
  visit(OptionDescription<HtmlPolicy>{
      "html", &Options::html,
      "What happens to raw HTML in the Markdown: `escape` shows it as text (comments are dropped), "
      "`trusted` passes it through as it is, not sanitized."});
  visit(OptionDescription<bool>{"gfm", &Options::gfm,
                                "GitHub's tables, strikethrough, task lists and bare links. "
                                "`false`: plain CommonMark."});
  visit(OptionDescription<bool>{
      "headingIds", &Options::heading_ids,
      "Headings get ids by GitHub's algorithm, unique in the article; CJK text is kept."});
  visit(OptionDescription<int>{"tocDepth", &Options::toc_depth,
                               "The deepest heading level in the table of contents.", 1, 6});
  visit(OptionDescription<bool>{
      "math", &Options::math,
      "Formulas in TeX: `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]` and code blocks called `math`. "
      "An article whose front matter says `mathjax: false` has none."});
  visit(OptionDescription<bool>{
      "cjkFriendly", &Options::cjk_friendly,
      "Emphasis and strikethrough next to Chinese, Japanese and Korean text open and close as "
      "people mean them."});
  visit(OptionDescription<bool>{
      "repairEmphasis", &Options::repair_emphasis,
      "Runs of asterisks that converters leave are read as they were meant: `**A****B**` is two "
      "strongs, and `****` around nothing is dropped."});
  visit(OptionDescription<bool>{
      "joinCjkLines", &Options::join_cjk_lines,
      "A line break inside a paragraph is no space between two Chinese or Japanese characters."});
  visit(OptionDescription<BoldHeadings>{
      "boldHeadings", &Options::bold_headings,
      "`auto`: in an article without a single heading, short paragraphs that are bold from end to "
      "end get ids and stand in the table of contents, at level 2. Over 40 characters, or with "
      "sentence punctuation at the end, they are no titles."});
  visit(OptionDescription<bool>{"lazyImages", &Options::lazy_images,
                                "Images get `loading=\"lazy\"` and `decoding=\"async\"`."});
  visit(OptionDescription<bool>{
      "codeInfo", &Options::code_info,
      "A code block whose info string says more than its language keeps all of it in "
      "`data-info`."});
  visit(OptionDescription<std::string>{
      "urlSchemes", &Options::url_schemes,
      "URL schemes that links may use besides the built-in ones, separated by spaces: "
      "`\"obsidian zotero\"`. `javascript`, `vbscript`, `data`, `file`, `blob` and their kin stay "
      "refused."});
  visit(OptionDescription<bool>{"footnotes", &Options::footnotes,
                                "Footnotes as on GitHub: `text[^1]`, and elsewhere `[^1]: note`."});
  visit(OptionDescription<bool>{"alerts", &Options::alerts,
                                "Block quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, "
                                "`[!WARNING]` or `[!CAUTION]` are alerts, as on GitHub."});
  visit(
      OptionDescription<bool>{"definitionLists", &Options::definition_lists,
                              "A paragraph and `: text` under it are a term and its definition."});
  visit(OptionDescription<bool>{"headingAttributes", &Options::heading_attributes,
                                "`{#id .class}` at a heading's end gives it an id and classes."});
  visit(OptionDescription<bool>{"more", &Options::more, "`<!--more-->` ends the summary."});
  visit(OptionDescription<bool>{"mark", &Options::mark, "`==text==` is marked (`<mark>`)."});
  visit(OptionDescription<bool>{"superscript", &Options::superscript,
                                "`2^10^` is raised (`<sup>`); one word."});
  visit(OptionDescription<bool>{"subscript", &Options::subscript,
                                "`H~2~O` is lowered (`<sub>`); one word. A single `~` is then no "
                                "strikethrough where it means this."});
  visit(OptionDescription<bool>{"emoji", &Options::emoji,
                                "`:tada:` is an emoji, by GitHub's names."});
  visit(OptionDescription<bool>{"smartPunctuation", &Options::smart_punctuation,
                                "Straight quotes become curly, `--` and `---` dashes, `...` an "
                                "ellipsis."});
  visit(
      OptionDescription<bool>{"sourceLines", &Options::source_lines,
                              "Blocks get `data-line`, the line of the file on which they begin."});
  visit(OptionDescription<int>{"maxNesting", &Options::max_nesting,
                               "How deep block quotes and lists may be nested; what is deeper is "
                               "text.",
                               1, 200});
  visit(OptionDescription<int>{"maxTableCells", &Options::max_table_cells,
                               "How many cells the tables of an article may have in all; rows "
                               "beyond have one cell each, with all of their text.",
                               0, 10'000'000});
  visit(OptionDescription<int>{"maxHtmlBytes", &Options::max_html_bytes,
                               "How long the HTML may be; it ends with the last block that fits.",
                               1'000, 1 << 30});
  // The bounds. Offsets inside md4c are 32 bits wide, and WebAssembly's memory ends at 2 GiB.
  visit(OptionDescription<int>{"maxSourceBytes", &Options::max_source_bytes,
                               "The largest file that is rendered, in bytes.", 1, 256 << 20});
  visit(OptionDescription<int>{
      "maxFrontMatterBytes", &Options::max_front_matter_bytes,
      "The largest front matter that is read, in bytes. All texts in it together, once its aliases "
      "are written out, may have 16 times as many.",
      0, 16 << 20});
  // yaml-cpp itself ends at 500 levels, with less than a fifth of WebAssembly's stack in use.
  visit(OptionDescription<int>{
      "maxFrontMatterDepth", &Options::max_front_matter_depth,
      "How deep mappings and lists of the front matter may be nested, aliases included.", 1, 400});
  visit(OptionDescription<int>{
      "maxFrontMatterNodes", &Options::max_front_matter_nodes,
      "How many values the front matter may hold; keys, lists and mappings count. Once its aliases "
      "are written out, there may be ten times as many.",
      1, 1'000'000});
  visit(OptionDescription<bool>{"bareLinks", &Options::bare_links,
                                "With `gfm`: URLs and addresses of e-mail are links without any "
                                "markup. They end at Chinese and Japanese punctuation, and where "
                                "a sentence goes on behind them."});
}

/// Why an option could not be set.
struct OptionError {
  enum class Code : std::uint8_t { unknown_option, invalid_option };
  Code code;
  std::string message;   ///< names the option, what was given and what would do; UTF-8
  std::string expected;  ///< invalid options: what would do, as it stands behind "takes"
};

/// Sets one option from text, as the command line and HTML attributes give it.
/// Booleans: `true`, `yes`, `on`, `` (nothing) and `false`, `no`, `off`; integers: decimal digits;
/// choices: one of their words; text: as it is.
/// \return nothing when the option was set, else why not; `options` is then unchanged
[[nodiscard]] std::optional<OptionError> set_option(RenderOptions& options, std::string_view name,
                                                    std::string_view text);

/// An option's value as the text that set_option() would read.
[[nodiscard]] std::string option_text(bool value);
[[nodiscard]] std::string option_text(int value);
[[nodiscard]] std::string option_text(HtmlPolicy value);
[[nodiscard]] std::string option_text(BoldHeadings value);
[[nodiscard]] std::string option_text(std::string const& value);

/// Sets options from a JSON object, `{"gfm": false, "tocDepth": 3}`. A string is read as
/// set_option() reads it, so `{"gfm": "false"}` is the same; `null` leaves the default.
/// \param json UTF-8; empty means no options
/// \return nothing when all were set, else the first fault; `options` may then be half set
[[nodiscard]] std::optional<OptionError> read_options(RenderOptions& options,
                                                      std::string_view json);

}  // namespace inkstone
