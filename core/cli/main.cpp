// The command `inkstone`: the core without a browser, for shells, tests and fuzzers.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "help.h"
#include "inkstone/inkstone.h"

namespace {

using namespace inkstone;

enum ExitCode : int {
  done = 0,
  failed = 1,   ///< a file could not be read, or the output not written
  misused = 2,  ///< the command line makes no sense
};

/// What `inkstone render` was asked for.
struct RenderCommand {
  std::string file;  ///< a path, or `-` for standard input
  bool json = false;
  RenderOptions options;
};

int misuse(std::string const& message) {
  std::cerr << "inkstone: " << message << "\nTry 'inkstone --help'.\n";
  return misused;
}

/// Reads the arguments behind `render`. \return what is wrong with them, if anything
std::optional<std::string> read_arguments(std::vector<std::string_view> const& arguments,
                                          RenderCommand& command) {
  bool options_ended = false;
  for (std::string_view const argument : arguments) {
    if (options_ended || argument == "-" || !argument.starts_with('-')) {
      if (argument.empty()) return "FILE is empty";
      if (!command.file.empty()) {
        return "only one FILE at a time, not '" + command.file + "' and '" + std::string(argument) +
               "'";
      }
      command.file = argument;
    } else if (argument == "--") {
      options_ended = true;
    } else if (argument == "--json") {
      command.json = true;
    } else if (argument.starts_with("--")) {
      std::size_t const equals = argument.find('=');
      bool const has_value = equals != std::string_view::npos;
      std::string_view const name = argument.substr(2, has_value ? equals - 2 : equals);
      std::string_view const value = has_value ? argument.substr(equals + 1) : std::string_view();
      if (auto const error = set_option(command.options, name, value)) return error->message;
    } else {
      return "unknown flag '" + std::string(argument) + "'";
    }
  }
  if (command.file.empty()) return "FILE is missing";
  return std::nullopt;
}

/// Reads a whole file. \return nothing when it cannot be read; `errno` says why
std::optional<std::string> read_file(std::string const& path) {
  bool const is_stdin = path == "-";
  std::FILE* const file = is_stdin ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string content;
  char buffer[65536];
  std::size_t count = 0;
  errno = 0;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) content.append(buffer, count);
  bool const has_failed = std::ferror(file) != 0;
  int const reason = errno;
  if (!is_stdin) std::fclose(file);
  errno = reason;
  return has_failed ? std::nullopt : std::optional(std::move(content));
}

/// Sees standard output written.
int flush() {
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "inkstone: cannot write the output: " << std::strerror(errno) << '\n';
    return failed;
  }
  return done;
}

int render_file(RenderCommand const& command) {
  std::optional<std::string> const source = read_file(command.file);
  if (!source) {
    std::cerr << "inkstone: cannot read '" << command.file << "': " << std::strerror(errno) << '\n';
    return failed;
  }
  Article const article = render(*source, command.options);
  std::string const name = command.file == "-" ? "<stdin>" : command.file;
  for (Diagnostic const& diagnostic : article.diagnostics) {
    std::cerr << name << ':' << diagnostic.where.line << ':' << diagnostic.where.column << ": "
              << name_of(diagnostic.severity()) << ": " << diagnostic.message << " ["
              << describe(diagnostic.code).word << "]\n";
  }
  if (command.json) {
    std::cout << to_json(article) << '\n';
  } else {
    std::cout << article.html;
  }
  return flush();
}

int run(std::vector<std::string_view> arguments) {
  for (std::string_view const argument : arguments) {
    if (argument == "--") break;
    if (argument == "--help" || argument == "-h") {
      print_help(std::cout);
      return flush();
    }
  }
  if (arguments.empty()) return misuse("a command is missing; there is one, 'render'");
  if (arguments.front() == "--version") {
    std::cout << "inkstone " << version << '\n';
    return flush();
  }
  if (arguments.front() != "render") {
    return misuse("unknown command '" + std::string(arguments.front()) +
                  "'; there is one, 'render'");
  }
  arguments.erase(arguments.begin());
  RenderCommand command;
  if (auto const wrong = read_arguments(arguments, command)) return misuse(*wrong);
  return render_file(command);
}

}  // namespace

int main(int argument_count, char** arguments) {
  return run({arguments + 1, arguments + argument_count});
}
