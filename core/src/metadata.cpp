#include "inkstone/metadata.h"

#include <charconv>

#include "core_schema.h"

namespace inkstone {

Number::Number(Value const& value) {
  if (value.is(Value::Kind::integer) || value.is(Value::Kind::real)) {
    json_ = json_number(value.text());
  }
}

double Number::value() const noexcept {
  double number = 0;
  // Too small for a double leaves 0, which is what it is nearest to.
  std::from_chars(json_.data(), json_.data() + json_.size(), number);
  return number;
}

}  // namespace inkstone
