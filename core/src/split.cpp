#include "split.h"

#include <string>

namespace inkstone {

namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && is_blank(line.substr(fence.size()));
}

/// Takes the first line off `rest`; the result lacks its LF.
std::string_view take_line(std::string_view& rest) {
  std::size_t const end = rest.find('\n');
  std::string_view const line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

/// The length of the JSON object that `text` begins with, or npos if there is none that ends.
/// A body may begin with a brace too (`{{< shortcode >}}`), so a quote must follow.
std::size_t json_object_length(std::string_view text) {
  std::size_t const second = text.find_first_not_of(" \t\n", 1);
  if (second == std::string_view::npos || (text[second] != '"' && text[second] != '}')) {
    return std::string_view::npos;
  }
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return c == '}' ? i + 1 : std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

/// Splits at the first line that closes the fence; `rest` begins behind the opening one.
bool split_at_fence(std::string_view rest, std::string_view fence, std::string_view other_fence,
                    SplitSource& result) {
  char const* const begin = rest.data();
  while (!rest.empty()) {
    std::string_view const line = take_line(rest);
    if (is_fence(line, fence) || (!other_fence.empty() && is_fence(line, other_fence))) {
      result.front_matter = {begin, static_cast<std::size_t>(line.data() - begin)};
      result.body = rest;
      return true;
    }
  }
  return false;
}

}  // namespace

SplitSource split_source(std::string_view text, PositionFinder& positions,
                         std::vector<Diagnostic>& diagnostics) {
  SplitSource result{SplitSource::Format::none, {}, text};

  std::string_view rest = text;
  std::string_view first_line;
  do {
    first_line = take_line(rest);
  } while (is_blank(first_line) && !rest.empty());

  if (first_line.starts_with('{')) {
    std::string_view const object =
        text.substr(static_cast<std::size_t>(first_line.data() - text.data()));
    std::size_t const length = json_object_length(object);
    if (length == std::string_view::npos) return result;
    std::string_view behind = object.substr(length);
    if (!is_blank(take_line(behind))) return result;
    return {SplitSource::Format::json, object.substr(0, length), behind};
  }

  bool const yaml = is_fence(first_line, "---");
  bool const toml = is_fence(first_line, "+++");
  if (!yaml && !toml) return result;
  bool const closed =
      yaml ? split_at_fence(rest, "---", "...", result) : split_at_fence(rest, "+++", {}, result);
  if (!closed) {
    diagnostics.push_back({DiagnosticCode::front_matter_unclosed, positions.at(first_line.data()),
                           "The front matter that begins here has no closing `" +
                               std::string(yaml ? "---" : "+++") +
                               "` line, so the whole file is read as text."});
    return result;
  }
  result.format = yaml ? SplitSource::Format::yaml : SplitSource::Format::toml;
  return result;
}

}  // namespace inkstone
