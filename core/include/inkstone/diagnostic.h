/// Diagnostics: what an article's author should know about the article's text. Trouble in an
/// article is data, never an exception.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace inkstone {

/// A place in the source file, front matter included, as editors count.
struct Position {
  std::uint32_t line = 1;    ///< 1-based; LF, CRLF and CR each end one line
  std::uint32_t column = 1;  ///< 1-based, in UTF-16 code units

  bool operator==(Position const&) const = default;
};

/// How much of the article a diagnostic costs its readers.
enum class Severity : std::uint8_t {
  error,    ///< a part of the article could not be used
  warning,  ///< the article is shown, but probably not as its author means it
  info,     ///< worth knowing; nothing is wrong with the page
};

/// The word for `severity` in JSON, on the command line and in the documentation.
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

/// Who finds what a diagnostic reports.
enum class Reporter : std::uint8_t {
  core,  ///< render(), here
  page,  ///< what puts an article on a page: `<inkstone-article>`; render() never does
};

/// The word for `reporter` in JSON.
[[nodiscard]] std::string_view name_of(Reporter reporter) noexcept;

/// The stable names of everything that is reported. Their words in JSON, their severities and
/// their documentation come from the same table, `diagnostics.def`.
enum class DiagnosticCode : std::uint8_t {
#define INKSTONE_DIAGNOSTIC(identifier, word, severity, reporter, meaning) identifier,
#include "inkstone/diagnostics.def"
#undef INKSTONE_DIAGNOSTIC
};

/// One row of the table of codes.
struct DiagnosticDescription {
  DiagnosticCode code;
  std::string_view word;  ///< the code in JSON and in logs, e.g. `front-matter-syntax`
  Severity severity;
  Reporter reporter;
  std::string_view meaning;  ///< when it is reported and what happens to the article then
};

/// Every code there is, in the order of DiagnosticCode.
[[nodiscard]] std::span<DiagnosticDescription const> diagnostic_descriptions() noexcept;

/// The row of `code`.
[[nodiscard]] DiagnosticDescription const& describe(DiagnosticCode code) noexcept;

/// One finding in one article.
struct Diagnostic {
  DiagnosticCode code;
  Position where;
  std::string message;  ///< a sentence for the author of the article; UTF-8

  [[nodiscard]] Severity severity() const noexcept { return describe(code).severity; }

  bool operator==(Diagnostic const&) const = default;
};

}  // namespace inkstone
