// Protects: links to headings keep working, here and on GitHub.
#include "slug.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

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

BOOST_AUTO_TEST_CASE(slugs_are_those_that_trying_every_number_gives) {
  // What GitHub does, as simply as it can be said.
  class Model {
   public:
    std::string unique_slug(std::string const& text) {
      std::string const base = slugify(text);
      std::string slug = base;
      while (!given_.insert(slug).second) slug = base + '-' + std::to_string(++numbers_[base]);
      return slug;
    }

   private:
    std::set<std::string> given_;
    std::map<std::string, std::size_t> numbers_;
  };
  constexpr std::string_view pieces[] = {"a", "-", "1", "-1", "0", "2", "-2", "11", "-0"};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> length(0, 4);
  for (int round = 0; round < 200; ++round) {
    Model model;
    Slugger slugger;
    for (int i = 0; i < 50; ++i) {
      std::string text;
      for (int left = length(random); left > 0; --left) text += pieces[pick(random)];
      BOOST_REQUIRE_EQUAL(slugger.unique_slug(text), model.unique_slug(text));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
