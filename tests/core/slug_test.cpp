// Protects: links to headings keep working, here and on GitHub.
#include "slug.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(slug)

BOOST_AUTO_TEST_CASE(slugs_are_githubs) {
  struct Case {
    std::string_view text;
    std::string_view slug;
  };
  for (auto const& [text, expected] :
       {Case{"Hello, World!", "hello-world"}, Case{"A  B", "a--b"}, Case{"C++ & C#", "c--c"},
        Case{"中文，标点！", "中文标点"}, Case{"Ünïcödé ΣΑΣ", "ünïcödé-σασ"},
        Case{"a_b-c", "a_b-c"}, Case{"日本語 テスト。", "日本語-テスト"}, Case{"हिन्दी", "हिन्दी"},
        Case{"🌟", "section"}, Case{"", "section"}, Case{"½ ² ٣", "--٣"}, Case{"İ", "i\u0307"}}) {
    BOOST_TEST(slugify(text) == expected);
  }
}

BOOST_AUTO_TEST_CASE(repeated_headings_get_numbered_ids) {
  Slugger slugger;
  BOOST_TEST(slugger.unique_slug("A") == "a");
  BOOST_TEST(slugger.unique_slug("a") == "a-1");
  BOOST_TEST(slugger.unique_slug("a!") == "a-2");
}

BOOST_AUTO_TEST_CASE(a_number_that_a_heading_has_already_is_skipped) {
  Slugger slugger;
  BOOST_TEST(slugger.unique_slug("x-1") == "x-1");
  BOOST_TEST(slugger.unique_slug("x") == "x");
  BOOST_TEST(slugger.unique_slug("x") == "x-2");
  BOOST_TEST(slugger.unique_slug("x-1") == "x-1-1");
}

BOOST_AUTO_TEST_SUITE_END()
