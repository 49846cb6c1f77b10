// The table of diagnostics, unfolded from diagnostics.def.
#include "inkstone/diagnostic.h"

#include <array>

namespace inkstone {

namespace {

constexpr std::array descriptions{
#define INKSTONE_DIAGNOSTIC(identifier, word, severity, reporter, meaning)                        \
  DiagnosticDescription{DiagnosticCode::identifier, word, Severity::severity, Reporter::reporter, \
                        meaning},
#include "inkstone/diagnostics.def"
#undef INKSTONE_DIAGNOSTIC
};

}  // namespace

std::string_view name_of(Severity severity) noexcept {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

std::string_view name_of(Reporter reporter) noexcept {
  return reporter == Reporter::page ? "page" : "core";
}

std::span<DiagnosticDescription const> diagnostic_descriptions() noexcept { return descriptions; }

DiagnosticDescription const& describe(DiagnosticCode code) noexcept {
  return descriptions[static_cast<std::size_t>(code)];
}

}  // namespace inkstone
