// Prints an article's title and the outline of its headings.
#include <inkstone/inkstone.h>

#include <fstream>
#include <iostream>
#include <iterator>

void print(std::vector<inkstone::TocEntry> const& entries, int depth) {
  for (inkstone::TocEntry const& entry : entries) {
    std::cout << std::string(static_cast<std::size_t>(depth) * 2, ' ') << "- " << entry.text
              << '\n';
    print(entry.children, depth + 1);
  }
}

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "Usage: outline FILE\n", 2;
  std::ifstream file(argv[1], std::ios::binary);
  std::string const source((std::istreambuf_iterator<char>(file)), {});
  inkstone::Article const article = inkstone::render(source);
  for (inkstone::Diagnostic const& diagnostic : article.diagnostics) {
    std::cerr << argv[1] << ':' << diagnostic.where.line << ": " << diagnostic.message << '\n';
  }
  std::cout << article.metadata.title << '\n';
  print(article.toc, 0);
}
