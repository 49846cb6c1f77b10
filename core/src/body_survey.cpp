#include "body_survey.h"

#include <algorithm>
#include <array>

#include "vectors.h"

namespace inkstone {

namespace {

/// For each fact of a survey where it was found.
struct Findings {
  using Mask = decltype(ByteVector() == ByteVector());

  /// \param bytes sixteen, and one behind them
  void look_at(char const* bytes) noexcept {
    ByteVector const here = load_vector(bytes);
    if (has_no_ascii(here)) return;
    ByteVector const next = load_vector(bytes + 1);
    at_sign |= here == '@';
    pipe |= here == '|';
    url |= (here == ':') & (next == '/');
    www |= (here == 'w') & (next == 'w');
    footnote |= (here == '[') & (next == '^');
    definition |= (here == '\n') & (next == ':');
    declaration |= (here == '<') & (next == '!');
  }

  Mask at_sign{}, pipe{}, url{}, www{}, footnote{}, definition{}, declaration{};
};

}  // namespace

BodySurvey::BodySurvey(std::string_view body) noexcept {
  constexpr std::size_t step = sizeof(ByteVector);
  Findings found;
  std::size_t place = 0;
  for (; place + step < body.size(); place += step) found.look_at(body.data() + place);
  std::array<char, step + 1> rest{};
  body.substr(place).copy(rest.data(), rest.size());
  found.look_at(rest.data());
  at_sign = has_any(found.at_sign);
  pipe = has_any(found.pipe);
  url = has_any(found.url);
  www = has_any(found.www);
  footnote = has_any(found.footnote);
  definition = has_any(found.definition);
  declaration = has_any(found.declaration);
}

}  // namespace inkstone
