// Writes `--help` from the words of the manual and the core's table of options.
#include "help.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "inkstone/options.h"
#include "manual.h"

namespace inkstone {

namespace {

/// Writes words in lines that begin with `indent` blanks.
void print_words(std::ostream& out, std::string_view text, std::size_t indent) {
  constexpr std::size_t width = 78;
  std::size_t column = 0;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find(' '), text.size());
    std::string_view const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column > 0 && column + 1 + word.size() > width) {
      out << '\n';
      column = 0;
    }
    out << std::string(column == 0 ? indent : 1, ' ') << word;
    column += (column == 0 ? indent : 1) + word.size();
  }
  out << '\n';
}

void print_entry(std::ostream& out, std::string_view term, std::string_view meaning) {
  out << "  " << term << '\n';
  print_words(out, meaning, 6);
}

}  // namespace

void print_help(std::ostream& out) {
  std::string_view before = "Usage: ";
  for (std::string_view const line : manual_synopsis) {
    out << before << line << '\n';
    before = "       ";
  }
  for (std::string_view const paragraph : manual_description) {
    out << '\n';
    print_words(out, paragraph, 0);
  }
  out << '\n';
  for (auto const& [term, meaning] : manual_flags) print_entry(out, term, meaning);
  out << "\nOptions, with their defaults:\n\n";
  print_words(out, manual_options, 0);
  out << '\n';
  RenderOptions const defaults;
  for_each_option([&out, &defaults](auto const& option) {
    std::string meaning(option.meaning);
    if (std::string const values = manual_values(option); !values.empty()) {
      meaning.append(" ").append(values);
    }
    print_entry(out, "--" + std::string(option.name) + "=" + option_text(defaults.*option.member),
                meaning);
  });
  out << "\nExit status:\n";
  for (auto const& [status, meaning] : manual_exit_statuses) {
    print_words(out, std::string(status) + "  " + std::string(meaning), 2);
  }
  out << "\nExamples:\n";
  for (auto const& [line, meaning] : manual_examples) print_entry(out, line, meaning);
  out << '\n';
  print_words(out, manual_namesake, 0);
}

}  // namespace inkstone
