#include "raw_html.h"

#include <algorithm>

namespace inkstone {

namespace {

std::string_view trimmed(std::string_view text) {
  std::size_t const begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  std::size_t const end = text.find_last_not_of(" \t\n") + 1;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string without_comments(std::string_view html) {
  std::string rest;
  for (;;) {
    std::size_t const begin = html.find("<!--");
    std::size_t const end = begin == std::string_view::npos ? begin : html.find("-->", begin + 2);
    if (end == std::string_view::npos) break;
    rest += html.substr(0, begin);
    html.remove_prefix(end + 3);
  }
  rest += html;
  return rest;
}

bool is_more_comment(std::string_view html) {
  std::string_view text = trimmed(html);
  if (!text.starts_with("<!--") || !text.ends_with("-->") || text.size() < 7) return false;
  return trimmed(text.substr(4, text.size() - 7)) == "more";
}

}  // namespace inkstone
