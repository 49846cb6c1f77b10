// Protects: the table of a site's keys holds together, and typing errors find their key.
#include "site_keys.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "json_writer.h"
#include "value_reader.h"

using namespace inkstone;

namespace {

std::string default_json(std::string_view name) {
  std::string json;
  write_json(json, default_of(site_key(name)));
  return json;
}

std::string nearest(std::string_view given) {
  return std::string(nearest_word(given, words_of(site_key_parts(""))).value_or(""));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site_keys)

BOOST_AUTO_TEST_CASE(each_key_has_one_row_and_stands_behind_what_it_is_a_part_of) {
  std::set<std::string_view> names;
  for (SiteKey const& key : inkstone::site_keys()) {
    BOOST_TEST_CONTEXT(key.name) {
      BOOST_TEST(names.insert(key.name).second);
      std::size_t const end = key.name.find_last_of(".[");
      if (end != std::string_view::npos) {
        std::string_view whole = key.name.substr(0, end);
        for (std::string_view const marker : {"[]", ".*"}) {
          if (whole.ends_with(marker)) whole.remove_suffix(marker.size());
        }
        BOOST_TEST(names.contains(whole));
      }
      BOOST_TEST(key.meaning.ends_with('.'));
      BOOST_TEST(!expected_by(key).empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(rows_fit_their_types) {
  for (SiteKey const& key : inkstone::site_keys()) {
    BOOST_TEST_CONTEXT(key.name) {
      bool const is_chosen = key.type == SiteKeyType::choice || key.type == SiteKeyType::choices;
      BOOST_TEST(is_chosen == !key.choices.empty());
      BOOST_TEST((key.type == SiteKeyType::integer) == (key.minimum < key.maximum));
      if (key.type == SiteKeyType::choice && key.fallback) {
        BOOST_TEST((std::find(key.choices.begin(), key.choices.end(), *key.fallback) !=
                    key.choices.end()));
      }
      bool const has_parts = !site_key_parts(prefix_of_parts(key)).empty();
      bool const needs_parts =
          key.type == SiteKeyType::mapping || key.type == SiteKeyType::open_mapping ||
          key.type == SiteKeyType::mappings || key.type == SiteKeyType::by_name ||
          key.type == SiteKeyType::languages;
      BOOST_TEST(has_parts == needs_parts);
      if (!key.parts_of.empty()) BOOST_TEST(site_key(key.parts_of).name == key.parts_of);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_default_of_a_mapping_is_made_of_those_of_its_keys) {
  BOOST_TEST(default_json("search") == R"({"engine":"auto","limit":2000})");
  BOOST_TEST(default_json("widgets") == R"({"home":[],"list":[],"single":[]})");
  BOOST_TEST(default_json("languages.*.menus") == "{}");
  BOOST_TEST(default_json("schemeSwitch") == "true");
  BOOST_TEST(default_json("index") == R"("inkstone-index/")");
  BOOST_TEST(default_json("authors") == "null");
}

BOOST_AUTO_TEST_CASE(what_a_key_takes_is_said_in_words) {
  BOOST_TEST(expected_by(site_key("pageSize")) == "a whole number from 1 to 1000");
  BOOST_TEST(expected_by(site_key("urls")) == "`hash` or `path`");
  BOOST_TEST(expected_by(site_key("logo")) == "an image's URL, or a mapping with `src` or `alt`");
  BOOST_TEST(expected_by(site_key("toc")) == "`true`, `false` or a mapping with `min` or `max`");
  BOOST_TEST(expected_by(site_key("menus.side")) ==
             "a list of mappings with `title`, `url` or `weight`");
}

BOOST_AUTO_TEST_CASE(parts_are_those_one_level_below) {
  BOOST_TEST(enumerated(words_of(site_key_parts("menus."))) == "`main`, `side` or `footer`");
  BOOST_TEST(site_key_parts("menus.main[].").size() == 3U);
  BOOST_TEST(site_key_parts("title.").empty());
}

BOOST_AUTO_TEST_CASE(a_word_with_a_few_wrong_letters_has_a_nearest_one) {
  BOOST_TEST(nearest("titel") == "title");
  BOOST_TEST(nearest("BASEURI") == "baseUrl");
  BOOST_TEST(nearest("url") == "urls");
  BOOST_TEST(nearest("commentProvider") == "commentsProvider");
  BOOST_TEST(nearest("title") == "title");
  BOOST_TEST(nearest("x") == "");
  BOOST_TEST(nearest("") == "");
  BOOST_TEST(nearest("navigation") == "");
  BOOST_TEST(nearest(std::string(1'000'000, 't')) == "");
}

BOOST_AUTO_TEST_SUITE_END()
