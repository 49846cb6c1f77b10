#include "toc.h"

#include <utility>

namespace inkstone {

std::vector<TocEntry> nest_headings(std::vector<TocEntry> headings) {
  std::vector<TocEntry> toc;
  for (TocEntry& heading : headings) {
    // Levels are 1 to 6 and grow on the way down, so this takes at most six steps.
    std::vector<TocEntry>* siblings = &toc;
    while (!siblings->empty() && siblings->back().level < heading.level) {
      siblings = &siblings->back().children;
    }
    siblings->push_back(std::move(heading));
  }
  return toc;
}

}  // namespace inkstone
