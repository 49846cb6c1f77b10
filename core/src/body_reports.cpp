#include "body_reports.h"

#include <string>
#include <utility>

namespace inkstone {

namespace {

/// After so many reports of one kind there is no need of another.
constexpr std::size_t most_reports = 100;

}  // namespace

void BodyReports::nesting(std::size_t place) {
  if (std::exchange(has_reported_nesting_, true)) return;
  diagnostics_.push_back({DiagnosticCode::nesting_too_deep, places_.in_body(place),
                          "Block quotes and lists are nested more than " +
                              std::to_string(options_.max_nesting) +
                              " levels deep; from here on, what is deeper is text."});
}

void BodyReports::table_cells(std::size_t place) {
  diagnostics_.push_back({DiagnosticCode::too_many_table_cells, places_.at(place),
                          "The tables have more than " + std::to_string(options_.max_table_cells) +
                              " cells; from here on, each row is one cell."});
}

void BodyReports::html_size(std::size_t place) {
  diagnostics_.push_back({DiagnosticCode::html_too_large, places_.at(place),
                          "The HTML would be over " + std::to_string(options_.max_html_bytes) +
                              " bytes; it ends with the last block that fits."});
}

void BodyReports::undefined_footnotes(std::string_view text, std::size_t offset) {
  for (std::size_t place = text.find("[^"); place != std::string_view::npos;
       place = text.find("[^", place + 2)) {
    std::size_t const end = footnote_label_end(text, place);
    if (end == std::string_view::npos || ++undefined_ > most_reports) continue;
    diagnostics_.push_back({DiagnosticCode::footnote_undefined, places_.at(offset + place),
                            "There is no footnote `" +
                                std::string(text.substr(place, end - place)) +
                                "`; it is shown as it is written."});
  }
}

void BodyReports::footnotes(FootnoteDefinitions const& definitions, FootnoteWriter const& writer) {
  std::size_t reports = 0;
  for (std::size_t i = 0; i < definitions.size() && reports < most_reports; ++i) {
    auto const& [label, place, is_repetition] = definitions[i];
    if (!is_repetition && writer.is_used(i)) continue;
    ++reports;
    std::string message = "The footnote `[^" + label + "]` ";
    message += is_repetition ? "is defined already; this definition is left out."
                             : "is not referred to; it is left out.";
    diagnostics_.push_back(
        {is_repetition ? DiagnosticCode::footnote_duplicate : DiagnosticCode::footnote_unused,
         places_.in_body(place), std::move(message)});
  }
}

}  // namespace inkstone
