// Protects: the names and the shape under which every key reaches JavaScript.
#include "metadata_json.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

std::string json_of(Metadata const& metadata) {
  std::string json;
  write_metadata(json, metadata);
  return json;
}

Number number(std::string const& digits) { return Number(Value(Value::Kind::real, digits, {})); }

}  // namespace

BOOST_AUTO_TEST_SUITE(metadata_json)

BOOST_AUTO_TEST_CASE(what_an_article_does_not_say_is_empty_or_null) {
  BOOST_TEST(
      json_of({}) ==
      R"({"title":"","date":"","lastmod":"","author":null,"lead":"","summary":"","description":"",)"
      R"("categories":[],"tags":[],"lang":"","translations":[],"menu":[],"weight":0,)"
      R"("thumbnail":{"src":"","alt":"","visibility":null},)"
      R"("toc":{"show":null,"min":2,"max":4},"mathjax":null,"comments":null,"authorbox":null,)"
      R"("pager":null,"sidebar":null,"widgets":null,"draft":false,"publishDate":"",)"
      R"("expiryDate":"","slug":"","aliases":[],"translationKey":"","type":"","layout":""})");
}

BOOST_AUTO_TEST_CASE(every_key_is_written) {
  Metadata metadata;
  metadata.title = "t\"";
  metadata.date = "2025-02-12";
  metadata.lastmod = "2025-02-13";
  metadata.author = {"a", "b"};
  metadata.lead = "l";
  metadata.summary = "s";
  metadata.description = "d";
  metadata.categories = {"c"};
  metadata.tags = {"g", "h"};
  metadata.lang = "en";
  metadata.translations = {{"fr", "/fr"}, {"de", ""}};
  metadata.menu = {{"main", "n", number("-1"), "i"}, {"side", "", {}, ""}};
  metadata.weight = number("2.5");
  metadata.thumbnail = {"u", "x", std::vector{Visibility::post}};
  metadata.toc = {true, 1, 6};
  metadata.mathjax = true;
  metadata.comments = false;
  metadata.authorbox = true;
  metadata.pager = false;
  metadata.sidebar = Sidebar::right;
  metadata.widgets = {Widget::toc, Widget::search};
  metadata.draft = true;
  metadata.publish_date = "2025-02-14";
  metadata.expiry_date = "2025-02-15";
  metadata.slug = "z";
  metadata.aliases = {"/o"};
  metadata.translation_key = "k";
  metadata.type = "post";
  metadata.layout = "wide";
  BOOST_TEST(
      json_of(metadata) ==
      R"({"title":"t\"","date":"2025-02-12","lastmod":"2025-02-13","author":["a","b"],"lead":"l",)"
      R"("summary":"s","description":"d","categories":["c"],"tags":["g","h"],"lang":"en",)"
      R"("translations":[{"lang":"fr","url":"/fr"},{"lang":"de","url":""}],)"
      R"("menu":[{"menu":"main","name":"n","weight":-1,"identifier":"i"},)"
      R"({"menu":"side","name":"","weight":null,"identifier":""}],"weight":2.5,)"
      R"("thumbnail":{"src":"u","alt":"x","visibility":["post"]},)"
      R"("toc":{"show":true,"min":1,"max":6},"mathjax":true,"comments":false,"authorbox":true,)"
      R"("pager":false,"sidebar":"right","widgets":["toc","search"],"draft":true,)"
      R"("publishDate":"2025-02-14","expiryDate":"2025-02-15","slug":"z","aliases":["/o"],)"
      R"("translationKey":"k","type":"post","layout":"wide"})");
}

BOOST_AUTO_TEST_CASE(empty_lists_are_not_null) {
  Metadata metadata;
  metadata.author.emplace();
  metadata.widgets.emplace();
  metadata.sidebar = Sidebar::none;
  metadata.thumbnail.visibility.emplace();
  std::string const json = json_of(metadata);
  for (std::string const part :
       {R"("author":[])", R"("widgets":[])", R"("visibility":[])", R"("sidebar":"none")"}) {
    BOOST_TEST(json.find(part) != std::string::npos, part);
  }
}

BOOST_AUTO_TEST_SUITE_END()
