#include "slug.h"

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

std::string Slugger::unique(std::string const& id) {
  std::string slug = id;
  // A heading may already be called "a-1", so a number is taken only if its slug is free.
  for (;;) {
    if (uses_.try_emplace(slug, 0).second) return slug;
    slug = id + '-' + std::to_string(++uses_[id]);
  }
}

}  // namespace inkstone
