#include "url.h"

#include <algorithm>
#include <array>
#include <string>

#include "ascii.h"

namespace inkstone {

namespace {

constexpr std::array<std::string_view, 15> allowed_schemes{
    "http", "https", "mailto", "tel",    "sms",    "ftp",    "irc", "ircs",
    "xmpp", "news",  "geo",    "matrix", "magnet", "webcal", "feed"};

/// Never allowed, whatever the options say: they run code, or show what is not the author's.
constexpr std::array<std::string_view, 9> refused_schemes{
    "javascript", "vbscript", "data",       "file",       "blob",
    "filesystem", "about",    "livescript", "view-source"};

constexpr std::array<std::string_view, 7> raster_image_types{
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif", "image/bmp"};

template <std::size_t N>
bool holds(std::array<std::string_view, N> const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether `word` is one of the space-separated `words`; `word` is in lower case.
bool is_listed(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    std::size_t const end = std::min(words.find(' '), words.size());
    if (equals_ignoring_case(words.substr(0, end), word)) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool is_ignored_inside(char c) { return c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool is_allowed_url(std::string_view url, UrlUse use, std::string_view more_schemes) {
  while (!url.empty() && static_cast<unsigned char>(url.front()) <= 0x20) url.remove_prefix(1);

  // What most links begin with needs no second look.
  if (url.starts_with("https://") || url.starts_with("http://")) return true;

  // Schemes are short; the longest thing that decides here is data:image/jpeg.
  std::string beginning;
  std::size_t colon = std::string::npos;
  for (char const c : url) {
    if (is_ignored_inside(c)) continue;
    if (c == ':' && colon == std::string::npos) colon = beginning.size();
    beginning += ascii_lower(c);
    if (colon == std::string::npos && !is_scheme_character(c)) return true;
    if (colon != std::string::npos && (c == ',' || c == ';' || beginning.size() > colon + 16))
      break;
  }
  if (colon == std::string::npos || colon == 0 || !is_ascii_letter(beginning.front())) return true;

  std::string_view const scheme = std::string_view(beginning).substr(0, colon);
  if (scheme == "data" && use == UrlUse::image) {
    std::string_view type = std::string_view(beginning).substr(colon + 1);
    if (!type.empty() && (type.back() == ',' || type.back() == ';')) type.remove_suffix(1);
    return holds(raster_image_types, type);
  }
  if (holds(refused_schemes, scheme)) return false;
  return holds(allowed_schemes, scheme) || is_listed(more_schemes, scheme);
}

}  // namespace inkstone
