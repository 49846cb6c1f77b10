// The limit: stock md4c and its own HTML renderer. There is no more that it could do, so the whole
// job is the same to it.
#include "md4c-html.h"
#include "native.h"

std::string render(std::string_view source, Task /*task*/) {
  std::string html;
  md_html(
      source.data(), static_cast<MD_SIZE>(source.size()),
      [](MD_CHAR const* text, MD_SIZE size, void* to) {
        static_cast<std::string*>(to)->append(text, size);
      },
      &html, MD_DIALECT_GITHUB, 0);
  return html;
}
