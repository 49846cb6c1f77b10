/// What may stand in a body, found in one pass, so that what is not there costs no other.
#pragma once

#include <string_view>

namespace inkstone {

/// Whether anywhere in a body stands
struct BodySurvey {
  explicit BodySurvey(std::string_view body) noexcept;

  bool at_sign = false;      ///< `@`
  bool pipe = false;         ///< `|`
  bool url = false;          ///< `:/`
  bool www = false;          ///< `ww`
  bool footnote = false;     ///< `[^`
  bool definition = false;   ///< a colon that a line begins with
  bool declaration = false;  ///< `<!`
};

}  // namespace inkstone
