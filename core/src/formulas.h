/// Formulas in TeX, found in the source before Markdown can take them apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inkstone {

/// Which delimiters make a formula.
enum class FormulaSyntax : std::uint8_t {
  none,
  careful,  ///< all of them, but `\[…\]` only around what looks like TeX: converters escape
            ///< brackets
  all,
};

/// Where a formula stands in a body.
struct FormulaPlace {
  std::size_t end;            ///< behind its closing delimiter
  std::size_t content_begin;  ///< of the TeX, with the marks of containers on its lines
  std::size_t content_end;
  bool is_display;
};

/// The formula that begins at `begin` with `$`, `\(` or `\[`; nothing if there is none. It ends in
/// the same paragraph. `$…$` follows GitHub: no blank on the inner side of a dollar, no letter or
/// digit outside, no dollar within; Chinese text between two prices is none either.
/// Searching all of a body takes linear time.
/// \param is_one_line whether the block ends with the line, as headings do
[[nodiscard]] std::optional<FormulaPlace> find_formula(std::string_view body, std::size_t begin,
                                                       FormulaSyntax syntax, bool is_one_line);

/// A text of several lines without what its lines repeat of the containers around it: as many block
/// quote marks, and as much indentation, as stand before its beginning.
/// \param begin,end the text's place in the body
[[nodiscard]] std::string without_container_marks(std::string_view body, std::size_t begin,
                                                  std::size_t end);

}  // namespace inkstone
