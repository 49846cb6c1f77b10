// Prints what an article says of itself, its outline, and what is wrong with it.
// outline FILE [OPTION=VALUE ...], for instance: outline article.md tocDepth=2
#include <inkstone/inkstone.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

void print(std::vector<inkstone::TocEntry> const& entries, std::size_t depth) {
  for (inkstone::TocEntry const& entry : entries) {
    std::cout << std::string(depth * 2, ' ') << "- " << entry.text << " (#" << entry.id << ")\n";
    print(entry.children, depth + 1);
  }
}

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "Usage: outline FILE [OPTION=VALUE ...]\n", 2;

  // Options are members of a struct; where they come as text, set_option() reads them.
  inkstone::RenderOptions options;
  options.emoji = true;
  for (int index = 2; index < argc; ++index) {
    std::string_view const argument = argv[index];
    std::size_t const equals = std::min(argument.find('='), argument.size());
    std::string_view const value = argument.substr(std::min(equals + 1, argument.size()));
    if (auto const error = set_option(options, argument.substr(0, equals), value)) {
      return std::cerr << "outline: " << error->message << '\n', 2;
    }
  }

  std::ifstream file(argv[1], std::ios::binary);
  if (!file) return std::cerr << "outline: cannot read " << argv[1] << '\n', 1;
  std::string const source((std::istreambuf_iterator<char>(file)), {});
  inkstone::Article const article = inkstone::render(source, options);

  // The keys that a page understands, normalised, and then every key as it was written.
  std::cout << article.metadata.title << '\n';
  for (inkstone::Member const& member : article.front_matter.members()) {
    std::cout << member.key << ": ";
    if (member.value.is(inkstone::Value::Kind::sequence)) {
      std::cout << member.value.items().size() << " values\n";
    } else {
      std::cout << member.value.text() << '\n';
    }
  }

  print(article.toc, 0);

  for (inkstone::Diagnostic const& diagnostic : article.diagnostics) {
    std::cerr << argv[1] << ':' << diagnostic.where.line << ':' << diagnostic.where.column << ": "
              << name_of(diagnostic.severity()) << ": " << diagnostic.message << '\n';
  }
}
