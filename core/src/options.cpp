// Setting options from text, for the command line, HTML attributes and JSON alike.
#include "inkstone/options.h"

#include <algorithm>
#include <charconv>

#include "ascii.h"
#include "json_reader.h"

namespace inkstone {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, std::array<std::string_view, N> const& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return equals_ignoring_case(text, word); });
}

/// What would have done, in words; empty when `text` was read into `value`.
std::string read_value(OptionDescription<bool> const&, std::string_view text, bool& value) {
  static constexpr std::array<std::string_view, 4> yes{"", "true", "yes", "on"};
  static constexpr std::array<std::string_view, 3> no{"false", "no", "off"};
  if (!is_one_of(text, yes) && !is_one_of(text, no)) return "`true` or `false`";
  value = is_one_of(text, yes);
  return {};
}

std::string read_value(OptionDescription<int> const& option, std::string_view text, int& value) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= option.minimum &&
      number <= option.maximum) {
    value = number;
    return {};
  }
  return "a whole number from " + std::to_string(option.minimum) + " to " +
         std::to_string(option.maximum);
}

/// Reads one of an enumeration's words.
template <class Choice>
std::string read_value(OptionDescription<Choice> const&, std::string_view text, Choice& value) {
  auto const& names = choice_names<Choice>;
  auto const found = std::find(names.begin(), names.end(), text);
  if (found != names.end()) {
    value = static_cast<Choice>(found - names.begin());
    return {};
  }
  std::string expected;
  for (std::string_view const name : names) {
    if (!expected.empty()) expected += " or ";
    expected.append("`").append(name).append("`");
  }
  return expected;
}

std::string read_value(OptionDescription<std::string> const&, std::string_view text,
                       std::string& value) {
  value = text;
  return {};
}

std::string option_names() {
  std::string names;
  for_each_option([&names](auto const& option) {
    if (!names.empty()) names += ", ";
    names += option.name;
  });
  return names;
}

}  // namespace

std::optional<OptionError> set_option(RenderOptions& options, std::string_view name,
                                      std::string_view text) {
  bool is_known = false;
  std::optional<OptionError> error;
  for_each_option([&](auto const& option) {
    if (option.name != name) return;
    is_known = true;
    std::string expected = read_value(option, text, options.*option.member);
    if (expected.empty()) return;
    std::string message = "option `";
    message.append(name).append("` takes ").append(expected).append(", not `");
    message.append(text).append("`");
    error = OptionError{OptionError::Code::invalid_option, std::move(message), std::move(expected)};
  });
  if (!is_known) {
    std::string message = "unknown option `";
    message.append(name).append("`; the options are ").append(option_names());
    error = OptionError{OptionError::Code::unknown_option, std::move(message), {}};
  }
  return error;
}

std::string option_text(bool value) { return value ? "true" : "false"; }

std::string option_text(int value) { return std::to_string(value); }

std::string option_text(HtmlPolicy value) {
  return std::string(choice_names<HtmlPolicy>[static_cast<std::size_t>(value)]);
}

std::string option_text(BoldHeadings value) {
  return std::string(choice_names<BoldHeadings>[static_cast<std::size_t>(value)]);
}

std::string option_text(std::string const& value) { return value; }

std::optional<OptionError> read_options(RenderOptions& options, std::string_view json) {
  if (json.empty()) return std::nullopt;
  std::optional<OptionError> error;
  bool const is_flat_object =
      read_flat_json_object(json, [&](std::string_view name, JsonScalar const& value) {
        if (!value.is_null) error = set_option(options, name, value.text);
        return !error;
      });
  if (!error && !is_flat_object) {
    error = OptionError{OptionError::Code::invalid_option,
                        "the options must be a JSON object of texts, numbers and booleans",
                        {}};
  }
  return error;
}

}  // namespace inkstone
