// Protects: the two texts that JavaScript receives.
#include "inkstone/json.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"
#include "metadata_json.h"

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(an_article_is_written_whole) {
  std::string_view const source = "---\ntitle: a\ntoc: true\n---\n## b\n[x](javascript:y)\n";
  std::string metadata;  // metadata_json_test.cpp looks at what is in it
  write_metadata(metadata, render(source).metadata);
  std::string const rest =
      R"("frontMatter":{"title":"a","toc":true},"metadata":)" + metadata +
      R"(,"places":{"title":{"line":2,"column":8},"toc":{"line":3,"column":6}},)"
      R"("toc":[{"level":2,"id":"b","text":"b","children":[]}],)"
      R"("summary":{"text":"x","html":"x"},)"
      R"("counts":{"words":2,"characters":0,"minutes":1},)"
      R"("diagnostics":[{"code":"url-refused","severity":"warning","message":"URLs that begin with )"
      R"(`javascript:` are not allowed; the text is kept, the URL is left out.","line":6,"column":5}]})";
  BOOST_TEST(to_json(render(source)) ==
             R"({"html":"<h2 id=\"b\">b</h2>\n<p><a>x</a></p>\n",)" + rest);
  ArticleTexts const texts = render_to_texts(source, "");
  BOOST_TEST(texts.html == "<h2 id=\"b\">b</h2>\n<p><a>x</a></p>\n");
  BOOST_TEST(texts.json == "{" + rest);
}

BOOST_AUTO_TEST_CASE(options_are_applied) {
  BOOST_TEST(render_to_texts("# a", R"({"headingIds":false})").html == "<h1>a</h1>\n");
}

BOOST_AUTO_TEST_CASE(a_wrong_option_is_an_error_and_no_article) {
  ArticleTexts const unknown = render_to_texts("a", R"({"nope":1})");
  BOOST_TEST(unknown.html.empty());
  BOOST_TEST(unknown.json.starts_with(R"({"error":{"code":"unknown-option","message":"unknown)"));
  BOOST_TEST(render_to_texts("a", R"({"gfm":3})").json ==
             R"({"error":{"code":"invalid-option","message":"option `gfm` takes `true` or `false`,)"
             R"( not `3`"}})");
}

BOOST_AUTO_TEST_CASE(a_configuration_is_written_with_its_diagnostics) {
  std::string const json = read_site_to_json("title: a\npageSize: 0\n");
  BOOST_TEST(json.starts_with(R"({"configuration":{"title":"a","tagline":"",)"));
  BOOST_TEST(json.ends_with(
      R"(,"settings":{},"options":{}},"diagnostics":[{"code":"site-value","severity":"warning",)"
      R"("message":"`pageSize` takes a whole number from 1 to 1000; `0` cannot be used.",)"
      R"("line":2,"column":11}]})"));
}

BOOST_AUTO_TEST_CASE(the_tables_are_written_whole) {
  std::string const json = describe_to_json();
  BOOST_TEST(json.starts_with(R"({"version":")"));
  BOOST_TEST(
      json.find(R"({"name":"tocDepth","type":"integer","minimum":1,"maximum":6,"default":4,)") !=
      std::string::npos);
  BOOST_TEST(
      json.find(
          R"({"name":"html","type":"choice","choices":["escape","trusted"],"default":"escape",)") !=
      std::string::npos);
  BOOST_TEST(
      json.find(R"({"name":"urls","takes":"`hash` or `path`","default":"hash","meaning":")") !=
      std::string::npos);
  BOOST_TEST(json.find(R"(","choices":["hash","path"]},{"name":"index",)") != std::string::npos);
  BOOST_TEST(json.find(R"(GitHub`.","required":true},)") != std::string::npos);
  BOOST_TEST(json.find(R"(","minimum":1,"maximum":1000},)") != std::string::npos);
  BOOST_TEST(
      json.find(R"({"code":"page-no-author","severity":"warning","reporter":"page","meaning":")") !=
      std::string::npos);
  BOOST_TEST(
      json.find(R"({"code":"url-refused","severity":"warning","reporter":"core","meaning":")") !=
      std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
