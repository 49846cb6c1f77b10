// Protects: whatever a file begins with, each of its bytes lands in exactly one part.
#include "input.h"
#include "source.h"
#include "split.h"

using namespace inkstone;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using Format = SplitSource::Format;
  // There is nothing to set; the input is the file.
  std::string_view const source(reinterpret_cast<char const*>(data), size);
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const text = normalize_source(source, storage, diagnostics);
  fuzz::require_clean(text, "a normalized text is UTF-8 without NUL");
  require(text.find('\r') == std::string_view::npos, "a normalized text has no CR", text);
  require(!diagnostics.empty() || storage.empty() || source.find('\r') != std::string_view::npos,
          "what is changed without being a line end is reported", text);

  PositionFinder positions(text);
  auto const [format, front_matter, body] = split_source(text, positions, diagnostics);
  fuzz::require_within(text, diagnostics);

  require(body.data() + body.size() == text.data() + text.size(), "the body ends the file", text);
  if (format == Format::none) {
    require(body.size() == text.size(), "without front matter all is body", text);
    require(front_matter.empty(), "without front matter there is none", text);
    return 0;
  }
  std::size_t const begin = static_cast<std::size_t>(front_matter.data() - text.data());
  std::size_t const end = begin + front_matter.size();
  std::size_t const body_begin = static_cast<std::size_t>(body.data() - text.data());
  require(begin <= text.size() && end <= body_begin, "the parts stand in their order", text);
  std::string_view const before = text.substr(0, begin);
  std::string_view const between = text.substr(end, body_begin - end);
  if (format == Format::json) {
    require(front_matter.front() == '{' && front_matter.back() == '}', "JSON has its braces", text);
    require(before.find_first_not_of(" \t\n") == std::string_view::npos, "only blanks before",
            text);
    require(between.find_first_not_of(" \t\n") == std::string_view::npos, "only blanks behind",
            text);
  } else {
    std::string_view const dashes = format == Format::yaml ? "-" : "+";
    std::string_view const fences = format == Format::yaml ? "-." : "+";
    std::string const blanks = " \t\n";
    require(before.find_first_not_of(blanks + std::string(dashes)) == std::string_view::npos,
            "only blanks and the fence before", text);
    require(between.find_first_not_of(blanks + std::string(fences)) == std::string_view::npos,
            "only the fence behind", text);
    require(begin == 0 || text[begin - 1] == '\n', "a fence has its own line", text);
    require(front_matter.empty() || front_matter.back() == '\n', "so has the other", text);
  }
  return 0;
}
