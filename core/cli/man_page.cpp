// Writes the man page inkstone(1) from the words of the manual and the core's table of options. Run
// by the build, not installed.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "inkstone/diagnostic.h"
#include "inkstone/options.h"
#include "inkstone/version.h"
#include "manual.h"

namespace {

using namespace inkstone;

/// The code point at the front of valid UTF-8, which is then removed.
std::uint32_t take_code_point(std::string_view& text) {
  auto const byte = [&text](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
  std::size_t const length = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  std::uint32_t point = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
  for (std::size_t index = 1; index < length; ++index) point = point << 6 | (byte(index) & 0x3FU);
  text.remove_prefix(length);
  return point;
}

/// A text for roff. What roff would read as a command or set as a typographer would, like hyphens
/// and quotes, stays what was written, so that it can be copied; ASCII alone, so that no reader has
/// to guess the encoding.
std::string escape(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::uint32_t const point = take_code_point(text);
    switch (point) {
      case '\\':
        result += "\\(rs";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '"':
        result += "\\(dq";
        break;
      case '^':
        result += "\\(ha";
        break;
      case '~':
        result += "\\(ti";
        break;
      case '`':
        result += "\\(ga";
        break;
      default:
        if (point < 0x80) {
          result += static_cast<char>(point);
        } else {
          char name[16];
          std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(point));
          result += name;
        }
    }
  }
  return result;
}

/// Markdown, of which only `code` is known, for roff: code is bold.
std::string from_markdown(std::string_view text) {
  std::string result;
  bool is_code = false;
  while (true) {
    std::size_t const end = std::min(text.find('`'), text.size());
    std::string const part = escape(text.substr(0, end));
    result += is_code && !part.empty() ? "\\fB" + part + "\\fR" : part;
    if (end == text.size()) return result;
    text.remove_prefix(end + 1);
    is_code = !is_code;
  }
}

/// Writes a text in short lines, none of which roff could take for a request.
void print_text(std::string_view text) {
  constexpr std::size_t width = 78;
  std::string line;
  auto const end_line = [&line] {
    std::cout << (line.starts_with('.') ? "\\&" : "") << line << '\n';
    line.clear();
  };
  while (!text.empty()) {
    std::size_t const end = std::min(text.find(' '), text.size());
    if (!line.empty() && line.size() + 1 + end > width) end_line();
    if (!line.empty()) line += ' ';
    line += text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!line.empty()) end_line();
}

/// Writes a term in roff and, indented below it, what it means in Markdown.
void print_entry(std::string_view term, std::string_view meaning) {
  std::cout << ".TP\n" << term << '\n';
  print_text(from_markdown(meaning));
}

/// A line to be typed: what stands for something else, in capitals, is cursive, the rest bold.
std::string usage(std::string_view line) {
  auto const is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  std::string result;
  while (!line.empty()) {
    bool const is_variable = is_capital(line.front());
    auto const end = std::find_if(line.begin(), line.end(),
                                  [&](char letter) { return is_capital(letter) != is_variable; });
    auto const length = static_cast<std::size_t>(end - line.begin());
    result += is_variable ? "\\fI" : "\\fB";
    result += escape(line.substr(0, length));
    line.remove_prefix(length);
  }
  return result + "\\fR";
}

std::string bold(std::string_view text) { return "\\fB" + escape(text) + "\\fR"; }

/// What stands behind an option's name.
std::string value_form(OptionDescription<bool> const&) { return "[=\\fIBOOLEAN\\fR]"; }
std::string value_form(OptionDescription<int> const&) { return "=\\fINUMBER\\fR"; }
std::string value_form(OptionDescription<std::string> const&) { return "=\\fITEXT\\fR"; }
template <class Choice>
std::string value_form(OptionDescription<Choice> const&) {
  return "=\\fIWORD\\fR";
}

void print_options() {
  RenderOptions const defaults;
  for_each_option([&defaults](auto const& option) {
    std::string meaning(option.meaning);
    if (std::string const values = manual_values(option); !values.empty()) {
      meaning.append(" ").append(values);
    }
    std::string const value = option_text(defaults.*option.member);
    meaning += value.empty() ? " Default: none." : " Default: `" + value + "`.";
    print_entry(bold("--" + std::string(option.name)) + value_form(option), meaning);
  });
}

void print_diagnostics() {
  for (DiagnosticDescription const& description : diagnostic_descriptions()) {
    if (description.reporter != Reporter::core) continue;
    print_entry(bold(description.word) + " (" + escape(name_of(description.severity)) + ")",
                description.meaning);
  }
}

void print_page() {
  std::cout << ".\\\" Written by the build from the command's own words and table of options.\n"
               // Without a date: the same sources give the same page.
               ".TH INKSTONE 1 \"\" \"Inkstone "
            << version << "\" \"User Commands\"\n.SH NAME\ninkstone \\- " << manual_purpose
            << "\n.SH SYNOPSIS\n.nf\n";
  for (std::string_view const line : manual_synopsis) std::cout << usage(line) << '\n';
  std::cout << ".fi\n.SH DESCRIPTION\n";
  std::string_view between;
  for (std::string_view const paragraph : manual_description) {
    std::cout << between;
    print_text(from_markdown(paragraph));
    between = ".PP\n";
  }
  std::cout << ".SH OPTIONS\n";
  for (auto const& [term, meaning] : manual_flags) print_entry(bold(term), meaning);
  std::cout << ".SS Options of rendering\n";
  print_text(from_markdown(manual_options));
  print_options();
  std::cout << ".SH EXIT STATUS\n";
  for (auto const& [status, meaning] : manual_exit_statuses) print_entry(bold(status), meaning);
  std::cout << ".SH EXAMPLES\n";
  for (auto const& [line, meaning] : manual_examples) print_entry(bold(line), meaning);
  std::cout << ".SH DIAGNOSTICS\n";
  print_diagnostics();
  std::cout << ".SH NOTES\n";
  print_text(from_markdown(manual_namesake));
  std::cout << ".SH SEE ALSO\n"
               "The command's library is\n"
               ".B inkstone\n"
               "for\n"
               ".BR pkg\\-config (1),\n"
               "and\n"
               ".B inkstone::core\n"
               "for CMake.\n"
               ".PP\n"
               ".UR https://spec.commonmark.org/0.31.2/\n"
               "CommonMark's specification\n"
               ".UE\n";
}

}  // namespace

int main() {
  print_page();
  std::cout.flush();
  return std::cout ? 0 : 1;
}
