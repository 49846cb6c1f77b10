// Protects: no URL of an article runs code or reaches local files, however it is written.
#include "url.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

bool link_allowed(std::string_view url, std::string_view more = {}) {
  return is_allowed_url(url, UrlUse::link, more);
}

bool image_allowed(std::string_view url) { return is_allowed_url(url, UrlUse::image, {}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(url)

BOOST_AUTO_TEST_CASE(relative_urls_are_allowed) {
  for (std::string_view const url : {"", "a.md", "/a", "//e.org/a", "#a", "?a:b", "./a:b", "a/b:c",
                                     "中文:甲", "1:2", ":a", "a b:c"}) {
    BOOST_TEST_CONTEXT(url) { BOOST_TEST(link_allowed(url)); }
  }
}

BOOST_AUTO_TEST_CASE(common_schemes_are_allowed_in_any_case) {
  for (std::string_view const url : {"https://e.org", "HTTP://e.org", "mailto:a@e.org", "tel:+1",
                                     "ftp://e.org", "  https://e.org"}) {
    BOOST_TEST_CONTEXT(url) { BOOST_TEST(link_allowed(url)); }
  }
}

BOOST_AUTO_TEST_CASE(schemes_that_run_code_are_refused_in_every_disguise) {
  using namespace std::string_view_literals;
  for (std::string_view const url :
       {"javascript:alert(1)"sv, "JaVaScRiPt:alert(1)"sv, " javascript:alert(1)"sv,
        "\x01javascript:alert(1)"sv, "\x00javascript:alert(1)"sv, "java\nscript:alert(1)"sv,
        "java\tscript\r:alert(1)"sv, "javascript\n:alert(1)"sv, "vbscript:x"sv,
        "data:text/html,x"sv, "data:image/png,x"sv, "file:///etc/passwd"sv,
        "blob:https://e.org/1"sv, "view-source:https://e.org"sv, "made-up:x"sv}) {
    BOOST_TEST_CONTEXT(url) { BOOST_TEST(!link_allowed(url)); }
  }
}

BOOST_AUTO_TEST_CASE(images_may_hold_raster_data_only) {
  for (std::string_view const url : {"data:image/png;base64,AAAA", "DATA:image/GIF,x",
                                     "data:image/jpeg;base64,", "data:image/webp,x"}) {
    BOOST_TEST_CONTEXT(url) { BOOST_TEST(image_allowed(url)); }
  }
  for (std::string_view const url :
       {"data:image/svg+xml,<svg>", "data:text/html,x", "data:,x", "data:image/png",
        "data:image/pngx,", "data:image/png/x,", "javascript:x"}) {
    BOOST_TEST_CONTEXT(url) {
      BOOST_TEST(image_allowed(url) == (url == std::string_view("data:image/png")));
    }
  }
}

BOOST_AUTO_TEST_CASE(more_schemes_can_be_allowed_but_not_the_dangerous_ones) {
  BOOST_TEST(link_allowed("obsidian://open", "zotero obsidian"));
  BOOST_TEST(link_allowed("Zotero:x", " ZOTERO  obsidian "));
  BOOST_TEST(!link_allowed("obsidian://open", "zotero"));
  BOOST_TEST(!link_allowed("javascript:x", "javascript"));
  BOOST_TEST(!link_allowed("data:text/html,x", "data"));
  BOOST_TEST(!link_allowed("file:///x", "file"));
}

BOOST_AUTO_TEST_SUITE_END()
