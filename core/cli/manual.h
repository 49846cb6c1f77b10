/// What the command does and how it is used, in words that `--help` and the man page share.
/// Meanings are in Markdown, of which nothing but `code` stands in them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "inkstone/options.h"

namespace inkstone {

/// Something to be typed or seen, and what it means.
struct ManualEntry {
  std::string_view term;
  std::string_view meaning;
};

/// What the command is, in the line by which `apropos` finds it.
inline constexpr std::string_view manual_purpose = "render Markdown with front matter as HTML";

inline constexpr std::array<std::string_view, 3> manual_synopsis{
    "inkstone render FILE [--json] [--OPTION=VALUE ...]", "inkstone --help", "inkstone --version"};

/// One paragraph each.
inline constexpr std::array<std::string_view, 3> manual_description{
    "Renders an article, Markdown with front matter in YAML or JSON, as a fragment of HTML on "
    "standard output. `FILE` may be `-` for standard input; behind `--` it may begin with `-`.",
    "Diagnostics, what the article's author should know, go to standard error, each as a line "
    "`FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]`. The severity is `error`, `warning` or `info`. "
    "Lines and columns count from 1, columns in UTF-16 code units, as editors do. Whatever they "
    "say, the article is rendered.",
    "The same bytes and options give the same HTML as Inkstone's WebAssembly in browsers."};

inline constexpr std::array<ManualEntry, 3> manual_flags{
    {{"--json", "The whole article as one JSON object instead of its HTML."},
     {"-h, --help", "What the command understands, with the defaults of the options."},
     {"--version", "The version."}}};

inline constexpr std::string_view manual_options =
    "How the article is rendered. They may stand before and behind `FILE`; the last one of a name "
    "counts. One that is true or false takes `true`, `yes`, `on` or `false`, `no`, `off`, and "
    "alone "
    "means `true`.";

inline constexpr std::array<ManualEntry, 3> manual_exit_statuses{
    {{"0", "The article was rendered, whatever its diagnostics say."},
     {"1", "The file could not be read, or the output not written."},
     {"2", "The command line is wrong; nothing was done."}}};

inline constexpr std::array<ManualEntry, 4> manual_examples{
    {{"inkstone render article.md > article.html", "The HTML of an article."},
     {"inkstone render article.md --tocDepth=3 --emoji --math=false",
      "The same, with other options."},
     {"inkstone render - --json < article.md",
      "Front matter, table of contents, summary and diagnostics as JSON, with the HTML."},
     {"inkstone render article.md 2>&1 >/dev/null", "Only the diagnostics."}}};

inline constexpr std::string_view manual_namesake =
    "The npm package `inkstone` has a command of the same name, `npx inkstone`. Its `render` takes "
    "the same options; it also indexes, checks, serves and builds sites, needs Node.js, and has a "
    "status of its own for errors in articles.";

/// What can stand for an option's value besides its default, as a sentence; nothing where its
/// default shows it.
inline std::string manual_values(OptionDescription<bool> const&) { return {}; }
inline std::string manual_values(OptionDescription<std::string> const&) { return {}; }
inline std::string manual_values(OptionDescription<int> const& option) {
  return "From " + std::to_string(option.minimum) + " to " + std::to_string(option.maximum) + ".";
}
template <class Choice>
std::string manual_values(OptionDescription<Choice> const&) {
  std::string values = "Either ";
  std::string_view between;
  for (std::string_view const word : choice_names<Choice>) {
    values.append(between).append("`").append(word).append("`");
    between = " or ";
  }
  return values + ".";
}

}  // namespace inkstone
