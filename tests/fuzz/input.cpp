#include "input.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <type_traits>

#include "utf8.h"

namespace inkstone::fuzz {

namespace {

/// The text for set_option() that a setting stands for. One overload for each type an option has:
/// a new type of option must be thought of here.
std::string text_for(OptionDescription<bool> const& option, unsigned setting) {
  return option_text((RenderOptions{}.*option.member) != (setting % 2 == 1));
}

std::string text_for(OptionDescription<int> const& option, unsigned setting) {
  // Ranges are wide, and what is telling lies at their ends and around the default.
  int const standard = RenderOptions{}.*option.member;
  std::array<std::int64_t, 11> const values{standard,
                                            option.minimum,
                                            option.minimum + 1LL,
                                            option.minimum + 2LL,
                                            option.minimum + 4LL,
                                            option.minimum + 10LL,
                                            option.minimum + 500LL,
                                            standard - 1LL,
                                            standard + 1LL,
                                            option.maximum - 1LL,
                                            option.maximum};
  return option_text(static_cast<int>(
      std::clamp<std::int64_t>(values[setting % values.size()], option.minimum, option.maximum)));
}

std::string text_for(OptionDescription<std::string> const& option, unsigned setting) {
  // Words that mean something to the one option of this type, among them what must stay refused.
  static constexpr std::array<std::string_view, 4> texts{"", "obsidian zotero",
                                                         "javascript data file", " \x01 a:b  x "};
  if (setting == 0) return RenderOptions{}.*option.member;
  return std::string(texts[setting % texts.size()]);
}

template <class Enumeration>
requires std::is_enum_v<Enumeration> std::string text_for(
    OptionDescription<Enumeration> const& option, unsigned setting) {
  auto const& names = choice_names<Enumeration>;
  auto const standard = static_cast<unsigned>(RenderOptions{}.*option.member);
  return std::string(names[(standard + setting) % names.size()]);
}

}  // namespace

Input::Input(std::uint8_t const* data, std::size_t size) {
  std::string_view const all(reinterpret_cast<char const*>(data), size);
  std::size_t const end = all.find('\n');
  settings = all.substr(0, end);
  if (end != std::string_view::npos) text = all.substr(end + 1);
}

unsigned Input::setting(std::size_t index) const noexcept {
  return index < settings.size() ? static_cast<unsigned char>(settings[index]) & 0xFU : 0U;
}

RenderOptions Input::options() const {
  RenderOptions options;
  std::size_t index = 0;
  for_each_option([&](auto const& option) {
    auto const error = set_option(options, option.name, text_for(option, setting(index++)));
    require(!error, "an option takes its own values", option.name);
  });
  return options;
}

void require(bool holds, std::string_view promise, std::string_view detail) {
  if (holds) return;
  std::fprintf(stderr, "\nBROKEN PROMISE: %.*s\n%.*s\n", static_cast<int>(promise.size()),
               promise.data(), static_cast<int>(detail.size()), detail.data());
  std::abort();
}

void require_clean(std::string_view text, std::string_view promise) {
  for (std::string_view rest = text; !rest.empty();) {
    Decoded const decoded = decode_utf8(rest);
    require(decoded.valid && decoded.code_point != 0, promise, text);
    rest.remove_prefix(decoded.length);
  }
}

void require_within(std::string_view text, std::vector<Diagnostic> const& diagnostics) {
  if (diagnostics.empty()) return;
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin != std::string_view::npos;) {
    std::size_t const end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end == std::string_view::npos ? end : end + 1;
  }
  for (auto const& [code, where, message] : diagnostics) {
    require(!message.empty(), "a diagnostic says something");
    require_clean(message, "a diagnostic's message is UTF-8 without NUL");
    require(where.line >= 1 && where.line <= lines.size(), "a diagnostic's line is in the file",
            message);
    require(where.column >= 1 && where.column <= utf16_length(lines[where.line - 1]) + 1,
            "a diagnostic's column is in its line", message);
  }
}

}  // namespace inkstone::fuzz
