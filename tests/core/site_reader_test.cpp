// Protects: what each key of a configuration makes of what is written, and what is said of what it
// cannot use.
#include "site_reader.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "inkstone/json.h"
#include "json_writer.h"
#include "site_keys.h"

using namespace inkstone;
using enum DiagnosticCode;

namespace {

std::string json_of(Value const* value) {
  std::string json;
  if (value != nullptr) write_json(json, *value);
  return json;
}

/// A key of a configuration that is without fault.
std::string read(std::string const& source, std::string_view key) {
  SiteReading const reading = read_site(source);
  BOOST_TEST(reading.diagnostics.empty(), source);
  return json_of(reading.configuration.find(key));
}

std::string setting(std::string const& source, std::string_view key) {
  SiteReading const reading = read_site(source);
  BOOST_TEST(reading.diagnostics.empty(), source);
  return json_of(reading.configuration.find("settings")->find(key));
}

/// The diagnostics of a configuration: `line:column code message`, one a line.
std::string faults(std::string const& source) {
  std::string text;
  for (Diagnostic const& fault : read_site(source).diagnostics) {
    text += std::to_string(fault.where.line) + ':' + std::to_string(fault.where.column) + ' ';
    text.append(describe(fault.code).word).append(" ").append(fault.message).append("\n");
  }
  return text;
}

/// A key of a configuration with one fault.
std::string read_fault(std::string const& source, std::string_view key, DiagnosticCode code) {
  SiteReading const reading = read_site(source);
  BOOST_TEST_CONTEXT(source) {
    BOOST_TEST_REQUIRE(reading.diagnostics.size() == 1U);
    BOOST_CHECK(reading.diagnostics[0].code == code);
  }
  return json_of(reading.configuration.find(key));
}

std::string const no_languages =
    R"("title":"","tagline":"","description":"","copyright":"","menus":{})";

}  // namespace

BOOST_AUTO_TEST_SUITE(site_reader)

BOOST_AUTO_TEST_CASE(every_key_with_a_default_is_there_in_the_tables_order_and_no_other) {
  SiteReading const reading = read_site("");
  std::vector<std::string_view> expected;
  for (SiteKeyPart const& part : site_key_parts("")) {
    if (part.key->fallback && part.word != "options") expected.push_back(part.word);
  }
  expected.insert(expected.end(), {"settings", "options"});
  std::vector<std::string_view> found;
  for (Member const& member : reading.configuration.members()) found.push_back(member.key);
  BOOST_TEST(found == expected, boost::test_tools::per_element());
  BOOST_TEST(json_of(reading.configuration.find("settings")) == "{}");
  BOOST_TEST(json_of(reading.configuration.find("options")) == "{}");
}

BOOST_AUTO_TEST_CASE(each_default_can_be_written_out) {
  for (SiteKeyPart const& part : site_key_parts("")) {
    Value const value = default_of(*part.key);
    if (value.is(Value::Kind::null) || part.word == "languages") continue;
    std::string const source = "{\"" + std::string(part.word) + "\": " + json_of(&value) + "}";
    BOOST_TEST(read(source, part.word) == json_of(&value), source);
  }
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_numbers_are_texts) {
  BOOST_TEST(read("title: '  a '", "title") == R"("a")");
  BOOST_TEST(read("title: 1.10", "title") == R"("1.10")");
  BOOST_TEST(read_fault("title: [a]", "title", site_type) == R"("")");
  BOOST_TEST(read("mainSections: [posts, 2024, posts]", "mainSections") == R"(["posts","2024"])");
  BOOST_TEST(read("mainSections: posts", "mainSections") == R"(["posts"])");
}

BOOST_AUTO_TEST_CASE(a_picture_is_a_url_or_a_mapping) {
  BOOST_TEST(read("logo: a.svg", "logo") == R"({"src":"a.svg","alt":""})");
  BOOST_TEST(read("logo: {alt: b, SRC: a.svg}", "logo") == R"({"src":"a.svg","alt":"b"})");
  BOOST_TEST(read_fault("logo: [a]", "logo", site_type) == R"({"src":"","alt":""})");
  BOOST_TEST(read_fault("logo: {src: 'javascript:a', alt: b}", "logo", url_refused) ==
             R"({"src":"","alt":"b"})");
}

BOOST_AUTO_TEST_CASE(the_base_url_is_one_of_the_web_and_ends_with_a_slash) {
  BOOST_TEST(read("baseUrl: https://example.org", "baseUrl") == R"("https://example.org/")");
  BOOST_TEST(read("baseUrl: HTTP://example.org/b/", "baseUrl") == R"("HTTP://example.org/b/")");
  for (std::string const url :
       {"example.org", "/b/", "ftp://example.org", "https://", "https:///a",
        "https://example.org/?a", "https://example.org/#a", "https://exam ple.org"}) {
    BOOST_TEST(read_fault("baseUrl: '" + url + "'", "baseUrl", site_value) == R"("")");
  }
  BOOST_TEST(read_fault("baseUrl: 5", "baseUrl", site_type) == R"("")");
}

BOOST_AUTO_TEST_CASE(the_sites_language_is_one_of_its_languages) {
  BOOST_TEST(read("lang: zh", "languages") == R"([{"lang":"zh",)" + no_languages + "}]");
  BOOST_TEST(read("languages: [zh, ja, ZH]", "languages") ==
             R"([{"lang":"zh",)" + no_languages + R"(},{"lang":"ja",)" + no_languages + "}]");
  BOOST_TEST(read("languages: [zh, ja]", "lang") == R"("zh")");
  BOOST_TEST(read("lang: JA\nlanguages: [zh, ja]", "lang") == R"("ja")");
  BOOST_TEST(read("lang: fr\nlanguages: ja", "languages") ==
             R"([{"lang":"fr",)" + no_languages + R"(},{"lang":"ja",)" + no_languages + "}]");
  BOOST_TEST(read_fault("lang: x!", "lang", site_value) == R"("en")");
  BOOST_TEST(read_fault("lang: [en]", "lang", site_type) == R"("en")");
}

BOOST_AUTO_TEST_CASE(a_language_has_texts_and_menus_of_its_own) {
  BOOST_TEST(read("languages: {en: , zh: {title: 字, menus: {footer: [{title: a, url: /b}]}}}",
                  "languages") ==
             R"([{"lang":"en",)" + no_languages +
                 R"(},{"lang":"zh","title":"字","tagline":"","description":"","copyright":"",)"
                 R"("menus":{"footer":[{"title":"a","url":"/b","weight":0}]}}])");
  BOOST_TEST(faults("languages:\n  en: 5\n  zh: {titel: a}\n  z: {}\n") ==
             "2:7 site-type `languages` takes a list of language tags, or a mapping from them to "
             "mappings with `title`, `tagline`, `description`, "
             "`copyright` or `menus`; `5` cannot be used.\n"
             "3:8 site-unknown-key An entry of `languages` has no key `titel`; perhaps `title` is "
             "meant.\n"
             "4:3 site-value `languages` takes language tags such as `zh-CN`; the text `z` cannot "
             "be used.\n");
}

BOOST_AUTO_TEST_CASE(paths_stay_in_the_sites_folder) {
  BOOST_TEST(read("articles: [a.md, ./b/c.md, 'd e.md', C#.md, a.md]", "articles") ==
             R"(["a.md","b/c.md","d e.md","C#.md"])");
  BOOST_TEST(read("index: lists", "index") == R"("lists/")");
  BOOST_TEST(read("index: ./lists/", "index") == R"("lists/")");
  for (std::string const path :
       {"/a.md", "../a.md", "b/../../a.md", "b/..", "https://a.b/c.md", "file:a.md", "b\\a.md"}) {
    BOOST_TEST(read_fault("articles: ['" + path + "', b.md]", "articles", site_value) ==
               R"(["b.md"])");
  }
  BOOST_TEST(read_fault("articles: {a: b}", "articles", site_type) == "[]");
  BOOST_TEST(read_fault("index: [a]", "index", site_type) == R"("inkstone-index/")");
}

BOOST_AUTO_TEST_CASE(entries_of_menus_need_words_and_a_place) {
  BOOST_TEST(
      read("menus: {main: [{title: a, url: /tags, weight: -1.5}, {title: b, url: 'https://c.d'}]}",
           "menus") == R"({"main":[{"title":"a","url":"/tags","weight":-1.5},)"
                       R"({"title":"b","url":"https://c.d","weight":0}],"side":[],"footer":[]})");
  BOOST_TEST(read("menus: {side: {title: a, url: /}}", "menus") ==
             R"({"main":[],"side":[{"title":"a","url":"/","weight":0}],"footer":[]})");
  BOOST_TEST(faults("menus:\n  side:\n  - title: a\n  - {title: [], url: /}\n  - b\n  - {title: c, "
                    "url: 'javascript:d'}\n") ==
             "3:5 site-value An entry of `menus.side` lacks `url`; it is left out.\n"
             "4:13 site-type `menus.side[].title` takes a text; a list cannot be used.\n"
             "5:5 site-type `menus.side` takes a list of mappings with `title`, `url` or `weight`; "
             "the text `b` cannot be used.\n"
             "6:21 url-refused `menus.side[].url` has a URL that begins with `javascript:`, which "
             "is not allowed; it is left out.\n");
  BOOST_TEST(read_fault("menus: [a]", "menus", site_type) ==
             R"({"main":[],"side":[],"footer":[]})");
}

BOOST_AUTO_TEST_CASE(the_aside_can_differ_by_the_kind_of_page) {
  BOOST_TEST(read("sidebar: right", "sidebar") ==
             R"({"home":"right","list":"right","single":"right"})");
  BOOST_TEST(read("sidebar: off", "sidebar") == R"({"home":"none","list":"none","single":"none"})");
  BOOST_TEST(read("sidebar: {home: left, single: false}", "sidebar") ==
             R"({"home":"left","list":"none","single":"none"})");
  BOOST_TEST(read_fault("sidebar: top", "sidebar", site_value) ==
             R"({"home":"none","list":"none","single":"none"})");
  BOOST_TEST(read("widgets: [toc, my-widget2]", "widgets") ==
             R"({"home":["toc","my-widget2"],"list":["toc","my-widget2"],)"
             R"("single":["toc","my-widget2"]})");
  BOOST_TEST(read("widgets: {home: toc}", "widgets") ==
             R"({"home":["toc"],"list":[],"single":[]})");
  for (std::string const name : {"Toc", "2a", "a b", "字"}) {
    BOOST_TEST(read_fault("widgets: {home: [toc, " + name + "]}", "widgets", site_value) ==
               R"({"home":["toc"],"list":[],"single":[]})");
  }
}

BOOST_AUTO_TEST_CASE(numbers_stay_in_their_range_and_booleans_are_lenient) {
  BOOST_TEST(read("pageSize: 1000", "pageSize") == "1000");
  BOOST_TEST(read_fault("pageSize: 0", "pageSize", site_value) == "10");
  BOOST_TEST(read_fault("pageSize: 1001", "pageSize", site_value) == "10");
  BOOST_TEST(read_fault("pageSize: 2.5", "pageSize", site_type) == "10");
  BOOST_TEST(read("readMore: yes", "readMore") == "true");
  BOOST_TEST(read("schemeSwitch: 'off'", "schemeSwitch") == "false");
  BOOST_TEST(read_fault("schemeSwitch: perhaps", "schemeSwitch", site_type) == "true");
}

BOOST_AUTO_TEST_CASE(a_search_is_a_word_false_or_a_mapping) {
  BOOST_TEST(read("search: pagefind", "search") == R"({"engine":"pagefind","limit":2000})");
  BOOST_TEST(read("search: false", "search") == R"({"engine":"none","limit":2000})");
  BOOST_TEST(read("search: {limit: 0}", "search") == R"({"engine":"auto","limit":0})");
  BOOST_TEST(read_fault("search: true", "search", site_type) ==
             R"({"engine":"auto","limit":2000})");
  BOOST_TEST(read_fault("search: google", "search", site_value) ==
             R"({"engine":"auto","limit":2000})");
}

BOOST_AUTO_TEST_CASE(settings_are_there_only_if_they_are_given_and_can_be_used) {
  BOOST_TEST(setting("author: a", "author") == R"(["a"])");
  BOOST_TEST(setting("authors: {' a ': {bio: b, url: c}, d: }", "authors") ==
             R"({"a":{"bio":"b","url":"c"}})");
  BOOST_TEST(setting("toc: true", "toc") == "true");
  BOOST_TEST(setting("toc: {max: 3}", "toc") == R"({"max":3})");
  BOOST_TEST(setting("thumbnail: a.png", "thumbnail") == R"({"src":"a.png"})");
  BOOST_TEST(setting("thumbnail: {visibility: post}", "thumbnail") == R"({"visibility":["post"]})");
  BOOST_TEST(setting("social: [{title: a, url: 'mailto:b@c.d'}]", "social") ==
             R"([{"title":"a","url":"mailto:b@c.d"}])");
  BOOST_TEST(setting("commentsProvider: {repoId: 7, Provider: giscus, deep: {a: [~]}}",
                     "commentsProvider") ==
             R"({"provider":"giscus","repoId":7,"deep":{"a":[null]}})");
  BOOST_TEST(setting("dateStyle: short", "dateStyle") == R"("short")");
  BOOST_TEST(setting("mathjax: no", "mathjax") == "false");

  for (std::string const wrong :
       {"toc: maybe", "toc: 3", "authors: a", "mathjax: maybe", "dateStyle: longer", "progress: 1",
        "commentsProvider: giscus", "commentsProvider: {repo: a}", "referrerPolicy: never",
        "author: {a: b}", "mermaid: 'data:text/javascript,a'"}) {
    SiteReading const reading = read_site(wrong);
    BOOST_TEST(reading.diagnostics.size() == 1U, wrong);
    BOOST_TEST(json_of(reading.configuration.find("settings")) == "{}", wrong);
  }
  BOOST_TEST(faults("toc: {min: 0, mid: 2}\n") ==
             "1:12 site-value `toc.min` takes a whole number from 1 to 6; `0` cannot be used.\n"
             "1:15 site-unknown-key `toc` has no key `mid`; perhaps `min` is meant.\n");
}

BOOST_AUTO_TEST_CASE(settings_that_articles_have_too_are_usable_front_matter) {
  std::string const site =
      "author: [a, []]\ntoc: {min: 2, max: 9}\nmathjax: on\ncomments: off\nauthorbox: 'yes'\n"
      "pager: no\nthumbnail: {src: a.png, alt: 5, visibility: [post, nowhere]}\n";
  SiteReading const reading = read_site(site);
  BOOST_TEST(reading.diagnostics.size() == 3U);
  Value const& settings = *reading.configuration.find("settings");
  BOOST_TEST(settings.members().size() == 7U);
  BOOST_TEST(render_to_texts(json_of(&settings) + "\n", "").json.ends_with(R"("diagnostics":[]})"));
}

BOOST_AUTO_TEST_CASE(options_are_those_of_render) {
  BOOST_TEST(read("options: {gfm: 'no', TOCDEPTH: 03, html: trusted, math: yes, urlSchemes: a b}",
                  "options") ==
             R"({"html":"trusted","gfm":false,"tocDepth":3,"math":true,"urlSchemes":"a b"})");
  BOOST_TEST(read("options: {gfm: }", "options") == "{}");
  BOOST_TEST(
      faults("options:\n  gfmm: 1\n  tocDepth: 7\n  html: [a]\n  gfm: perhaps\n  math: 3\n") ==
      "2:3 site-unknown-key `options` has no key `gfmm`; perhaps `gfm` is meant.\n"
      "3:13 site-value `options.tocDepth` takes a whole number from 1 to 6; `7` cannot be "
      "used.\n"
      "4:9 site-type `options.html` takes a text, a number, `true` or `false`; a list cannot "
      "be used.\n"
      "5:8 site-value `options.gfm` takes `true` or `false`; the text `perhaps` cannot be "
      "used.\n"
      "6:9 site-type `options.math` takes `true` or `false`; `3` cannot be used.\n");
  BOOST_TEST(read_fault("options: [a]", "options", site_type) == "{}");
}

BOOST_AUTO_TEST_CASE(schemes_of_the_options_count_for_the_sites_own_urls) {
  BOOST_TEST(setting("social: [{title: a, url: 'zotero:b'}]\noptions: {urlSchemes: zotero}",
                     "social") == R"([{"title":"a","url":"zotero:b"}])");
}

BOOST_AUTO_TEST_CASE(unknown_keys_name_the_nearest_or_all) {
  BOOST_TEST(faults("# 字\ntitel: a\n") ==
             "2:1 site-unknown-key The configuration has no key `titel`; perhaps `title` is "
             "meant.\n");
  BOOST_TEST(faults("menus: {字字字字: []}\n") ==
             "1:9 site-unknown-key `menus` has no key `字字字字`; it takes `main`, `side` or "
             "`footer`.\n");
  std::string const all = faults("zzzzzzzz: 1\n");
  for (SiteKeyPart const& part : site_key_parts("")) {
    BOOST_TEST(all.find("`" + std::string(part.word) + "`") != std::string::npos, part.word);
  }
}

BOOST_AUTO_TEST_CASE(a_million_faults_are_a_hundred_messages_and_a_count) {
  std::string source = "widgets:\n  home: [";
  for (int i = 0; i < 1'000; ++i) source += "A,";
  std::vector<Diagnostic> const diagnostics = read_site(source + "]\n").diagnostics;
  BOOST_TEST_REQUIRE(diagnostics.size() == 101U);
  BOOST_TEST(diagnostics[100].message == "900 more values of the configuration cannot be used.");
}

BOOST_AUTO_TEST_SUITE_END()
