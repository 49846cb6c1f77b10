#include "core_schema.h"

#include <algorithm>
#include <charconv>

namespace inkstone {

namespace {

constexpr std::int64_t largest_safe_integer = (std::int64_t{1} << 53) - 1;

/// A decimal number taken apart: sign, digits before and after the point, exponent.
struct Decimal {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  std::string_view exponent;  ///< with its sign, without `e`
  bool is_real = false;       ///< has a point or an exponent
};

std::string_view take_digits(std::string_view& text) {
  std::size_t const end = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string_view const digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

bool take_one_of(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal number;
  number.negative = text.starts_with('-');
  take_one_of(text, "+-");
  number.whole = take_digits(text);
  if (take_one_of(text, ".")) {
    number.is_real = true;
    number.fraction = take_digits(text);
  }
  if (number.whole.empty() && number.fraction.empty()) return std::nullopt;
  if (take_one_of(text, "eE")) {
    number.is_real = true;
    number.exponent = text;
    take_one_of(text, "+-");
    if (take_digits(text).empty()) return std::nullopt;
  }
  return text.empty() ? std::optional(number) : std::nullopt;
}

/// Whether a double can hold the number's magnitude. Everything below 1e308 does; what lies
/// between that and the largest double is not worth a parser.
bool fits_double(Decimal const& number) {
  long exponent = 0;
  if (!number.exponent.empty()) {
    std::string_view digits = number.exponent;
    if (digits.front() == '+') digits.remove_prefix(1);
    auto const [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (error != std::errc{}) return digits.front() == '-';
  }
  std::size_t const leading = number.whole.find_first_not_of('0');
  std::size_t const width = leading == std::string_view::npos ? 0 : number.whole.size() - leading;
  if (width > 1000) return false;
  return exponent + static_cast<long>(width) <= 308;
}

/// The radix of a prefixed integer and its digits, e.g. {16, "1F"}; radix 10 without a prefix.
std::pair<int, std::string_view> split_radix(std::string_view text) {
  if (text.starts_with("0x")) return {16, text.substr(2)};
  if (text.starts_with("0o")) return {8, text.substr(2)};
  return {10, text};
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) noexcept {
  auto [radix, digits] = split_radix(text);
  if (radix == 10 && digits.starts_with('+')) digits.remove_prefix(1);
  // from_chars takes a minus sign; behind a prefix or a plus there must be none.
  if (digits.empty() || (digits.front() == '-' && digits.data() != text.data())) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  char const* const last = digits.data() + digits.size();
  auto const [end, error] = std::from_chars(digits.data(), last, value, radix);
  if (error != std::errc{} || end != last) return std::nullopt;
  if (value > largest_safe_integer || value < -largest_safe_integer) return std::nullopt;
  return value;
}

Value::Kind resolve_plain_scalar(std::string_view text) noexcept {
  using enum Value::Kind;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
    return null;
  }
  constexpr std::string_view booleans[] = {"true", "True", "TRUE", "false", "False", "FALSE"};
  if (std::find(std::begin(booleans), std::end(booleans), text) != std::end(booleans)) {
    return boolean;
  }
  // Nothing else begins like a number, so most text is done here.
  if (std::string_view("0123456789+-.").find(text.front()) == std::string_view::npos) {
    return string;
  }
  if (parse_integer(text)) return integer;
  std::optional<Decimal> const number = parse_decimal(text);
  return number && number->is_real && fits_double(*number) ? real : string;
}

std::string json_number(std::string_view text) {
  if (std::optional<std::int64_t> const value = parse_integer(text)) return std::to_string(*value);
  std::optional<Decimal> const number = parse_decimal(text);
  if (!number) return "null";
  std::string_view whole = number->whole;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  std::string result = number->negative ? "-" : "";
  result += whole.empty() ? "0" : whole;
  result += '.';
  result += number->fraction.empty() ? "0" : number->fraction;
  if (!number->exponent.empty()) {
    result += 'e';
    result += number->exponent;
  }
  return result;
}

}  // namespace inkstone
