#include "slug.h"

#include <charconv>

#include "unicode.h"
#include "utf8.h"

namespace inkstone {

std::string slugify(std::string_view text) {
  std::string slug;
  slug.reserve(text.size());
  while (!text.empty()) {
    Decoded const decoded = decode_utf8(text);
    std::string_view const bytes = text.substr(0, decoded.length);
    text.remove_prefix(decoded.length);
    char32_t const c = decoded.code_point;
    if (c == ' ') {
      slug += '-';
    } else if (is_slug_character(c)) {
      char32_t const lower = to_lower(c);
      if (lower == c) {
        slug += bytes;
      } else {
        append_utf8(slug, lower);
        // The one character whose lower case is two: i and a dot above.
        if (c == 0x130) append_utf8(slug, 0x307);
      }
    }
  }
  return slug.empty() ? "section" : slug;
}

std::string Slugger::unique(std::string slug) {
  auto const [entry, is_new] = last_numbers_.try_emplace(slug, 0);
  if (is_new && !is_given_with_number(slug)) return slug;
  // A heading may already be called "a-1", so a number is taken only if its slug is free.
  std::size_t const base_size = slug.size();
  do {
    slug.resize(base_size);
    slug.append("-").append(std::to_string(++entry->second));
  } while (last_numbers_.contains(slug));
  return slug;
}

bool Slugger::is_given_with_number(std::string_view slug) const {
  std::size_t const base_size = slug.rfind('-');
  if (base_size == std::string_view::npos) return false;
  std::string_view const digits = slug.substr(base_size + 1);
  std::size_t number = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool const is_number = error == std::errc{} && end == digits.data() + digits.size() &&
                         number > 0 && digits.front() != '0';
  if (!is_number) return false;
  auto const base = last_numbers_.find(slug.substr(0, base_size));
  return base != last_numbers_.end() && number <= base->second;
}

}  // namespace inkstone
