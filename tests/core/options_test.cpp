// Protects: one table of options, read the same way from everywhere.
#include "inkstone/options.h"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(options)

BOOST_AUTO_TEST_CASE(every_option_has_a_name_of_its_own_and_a_meaning) {
  std::set<std::string_view> names;
  for_each_option([&names](auto const& option) {
    BOOST_TEST(names.insert(option.name).second);
    BOOST_TEST(option.meaning.ends_with('.'));
  });
  BOOST_TEST(names.size() >= 6U);
}

BOOST_AUTO_TEST_CASE(every_default_can_be_set_from_its_own_text) {
  RenderOptions const defaults;
  for_each_option([&defaults](auto const& option) {
    RenderOptions options;
    BOOST_TEST(!set_option(options, option.name, option_text(defaults.*option.member)));
    BOOST_CHECK(options == defaults);
  });
}

BOOST_AUTO_TEST_CASE(booleans_are_read_as_people_write_them) {
  for (std::string_view const text : {"false", "no", "off", "FALSE"}) {
    RenderOptions options;
    BOOST_TEST(!set_option(options, "gfm", text));
    BOOST_TEST(!options.gfm);
    for (std::string_view const back : {"true", "yes", "on", ""}) {
      options.gfm = false;
      BOOST_TEST(!set_option(options, "gfm", back));
      BOOST_TEST(options.gfm);
    }
  }
}

BOOST_AUTO_TEST_CASE(integers_have_a_range) {
  RenderOptions options;
  BOOST_TEST(!set_option(options, "tocDepth", "6"));
  BOOST_TEST(options.toc_depth == 6);
  for (std::string_view const text : {"0", "7", "-1", "2.0", "two", "", " 2"}) {
    auto const error = set_option(options, "tocDepth", text);
    BOOST_REQUIRE(error);
    BOOST_CHECK(error->code == OptionError::Code::invalid_option);
    BOOST_TEST(options.toc_depth == 6);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_says_what_would_do) {
  RenderOptions options;
  BOOST_TEST(set_option(options, "tocDepth", "9")->message ==
             "option `tocDepth` takes a whole number from 1 to 6, not `9`");
  BOOST_TEST(set_option(options, "html", "maybe")->message ==
             "option `html` takes `escape` or `trusted`, not `maybe`");
  BOOST_TEST(set_option(options, "gfm", "maybe")->message ==
             "option `gfm` takes `true` or `false`, not `maybe`");
  BOOST_TEST(set_option(options, "tocDepth", "7")->expected == "a whole number from 1 to 6");
  BOOST_TEST(set_option(options, "nope", "7")->expected.empty());
}

BOOST_AUTO_TEST_CASE(nothing_here_sanitizes_html_so_that_word_is_the_elements_alone) {
  RenderOptions options;
  for (std::string const word : {"sanitize", "allow", "Trusted", ""}) {
    auto const error = set_option(options, "html", word);
    BOOST_TEST_REQUIRE(error.has_value(), word);
    BOOST_CHECK(error->code == OptionError::Code::invalid_option);
    BOOST_CHECK(options.html == HtmlPolicy::escape);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_option_lists_the_known_ones) {
  RenderOptions options;
  auto const error = set_option(options, "GFM", "true");
  BOOST_REQUIRE(error);
  BOOST_CHECK(error->code == OptionError::Code::unknown_option);
  for_each_option([&error](auto const& option) {
    BOOST_TEST(error->message.find(option.name) != std::string::npos);
  });
}

BOOST_AUTO_TEST_CASE(json_sets_options_by_the_same_rules) {
  RenderOptions options;
  BOOST_TEST(!read_options(
      options, R"({"html":"trusted","gfm":false,"headingIds":"no","tocDepth":"2","math":null})"));
  BOOST_CHECK(options.html == HtmlPolicy::trusted);
  BOOST_TEST(!options.gfm);
  BOOST_TEST(!options.heading_ids);
  BOOST_TEST(options.toc_depth == 2);
  BOOST_TEST(options.math);
  BOOST_TEST(!read_options(options, ""));
}

BOOST_AUTO_TEST_CASE(json_that_is_no_flat_object_is_refused) {
  RenderOptions options;
  for (std::string_view const json : {"[]", "{\"html\":[]}", "{", "null"}) {
    auto const error = read_options(options, json);
    BOOST_REQUIRE(error);
    BOOST_CHECK(error->code == OptionError::Code::invalid_option);
  }
  BOOST_CHECK(read_options(options, R"({"nope":1})")->code == OptionError::Code::unknown_option);
}

BOOST_AUTO_TEST_SUITE_END()
