// Protects: an item of a list ends where it ends, wherever in the file it stands.
#include "list_shifts.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(list_shifts)

BOOST_AUTO_TEST_CASE(a_list_is_the_same_at_every_offset) {
  for (std::string_view const list :
       {"- ```\n  a\n  ```\n\n  b\n", "- # a\n\n  b\n\n  ## c\n\n  d\n",
        "- a\n\n\n  b\n\n\n\n  c\n", "- a\n  ===\n\n  b\n", "- <div>\n  x\n  </div>\n\n  b\n",
        "1. a\n\n   ~~~ c\n   d\n\n   ~~~\n\n   b\n",
        "> - # a\n>\n>   b\n> - ```\n>   c\n>   ```\n>\n>   d\n",
        "- - ```\n    a\n    ```\n\n    b\n\n  c\n", "- [ ] a\n\n\n  b\n",
        "- |a|\n  |-|\n  |c|\n\n\n  b\n", "- a\n\n      code\n\n      more\n\n  b\n",
        "- # 甲**乙。**丙\n\n  b\n- ```\n  a\n  ```\n\n  https://e.org\n",
        "a[^1]\n\n[^1]: - # x\n\n      y\n"}) {
    std::string expected;
    for (std::size_t size = 1; size <= 520; ++size) {
      std::string html = render(std::string(size, 'x') + "\n\n" + std::string(list)).html;
      html.erase(0, html.find("</p>\n") + 5);
      if (expected.empty()) expected = html;
      BOOST_REQUIRE_MESSAGE(html == expected, list << " behind " << size << " letters:\n" << html);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_list_at_the_beginning_is_moved_by_line_breaks) {
  std::string const html = render("- - # a\n\n    b\n").html;
  BOOST_TEST(html.find("b</p>\n</li>") != std::string::npos);
  for (std::size_t size = 0; size < 300; ++size) {
    std::string const item = "- # " + std::string(size, 'x') + "\n- # y\n\n  b\n";
    BOOST_TEST(render(item).html.ends_with("<p>b</p>\n</li>\n</ul>\n"));
  }
}

BOOST_AUTO_TEST_CASE(nothing_moves_without_need) {
  std::string const paragraphs = std::string(253, 'x') + "\n\n    a\n\n\n    b\n";
  BOOST_TEST(find_list_shifts(paragraphs).empty());
  BOOST_TEST(find_list_shifts("- a\n\nb\n\n- c\n").empty());
  BOOST_TEST(find_list_shifts("").empty());
}

BOOST_AUTO_TEST_CASE(code_keeps_its_blank_lines) {
  for (std::size_t size = 1; size <= 256; ++size) {
    std::string const html =
        render(std::string(size, 'x') + "\n\n- a\n\n  ```\n  b\n\n    c\n  ```\n\n  d\n").html;
    BOOST_TEST(html.find("<code>b\n\n  c\n</code>") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
