/// What our HTML is compared with: md4c's own renderer, and options under which the two must agree.
/// The differential fuzzer uses it too.
#pragma once

#include <md4c-html.h>

#include <string>
#include <string_view>
#include <type_traits>

#include "inkstone/options.h"

namespace inkstone {

/// \param flags md4c's `MD_FLAG_…`
inline std::string html_of_md4c(std::string_view markdown, unsigned flags) {
  std::string html;
  md_html(
      markdown.data(), static_cast<MD_SIZE>(markdown.size()),
      [](MD_CHAR const* text, MD_SIZE size, void* out) {
        static_cast<std::string*>(out)->append(text, size);
      },
      &html, flags, 0);
  return html;
}

/// md4c's flags for what `gfm` means: bare links are not md4c's.
constexpr unsigned md4c_flags(bool gfm) {
  return gfm ? MD_DIALECT_GITHUB & ~unsigned{MD_FLAG_PERMISSIVEAUTOLINKS} : MD_DIALECT_COMMONMARK;
}

/// Everything that can be switched off, switched off; bounds as far away as they go. New booleans
/// and integers need nothing here.
inline RenderOptions plain_options(bool gfm) {
  RenderOptions options;
  for_each_option([&](auto const& option) {
    auto& value = options.*option.member;
    using Type = std::remove_reference_t<decltype(value)>;
    if constexpr (std::is_same_v<Type, bool>) value = false;
    if constexpr (std::is_same_v<Type, int>) value = option.maximum;
  });
  options.html = HtmlPolicy::trusted;
  options.bold_headings = BoldHeadings::off;
  options.gfm = gfm;
  return options;
}

}  // namespace inkstone
