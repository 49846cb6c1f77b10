// Protects: what a page shows of the front matter, by design/front-matter.md's rules. How values
// are read as texts, dates and so on stands in value_reader_test.cpp and dates_test.cpp.
#include "metadata_reader.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;
using enum DiagnosticCode;
using Texts = std::vector<std::string>;
using Visibilities = std::vector<Visibility>;

namespace {

Article with(std::string const& front_matter, std::string const& body = "") {
  return render("---\n" + front_matter + "\n---\n" + body);
}

/// The metadata of front matter that is without fault.
Metadata read(std::string const& front_matter) {
  Article article = with(front_matter);
  BOOST_TEST(article.diagnostics.empty(), front_matter);
  return std::move(article.metadata);
}

/// The metadata of front matter in which one value cannot be used.
Metadata read_fault(std::string const& front_matter, DiagnosticCode code, Position where) {
  Article article = with(front_matter);
  BOOST_TEST_CONTEXT(front_matter) {
    BOOST_TEST_REQUIRE(article.diagnostics.size() == 1U);
    BOOST_CHECK(article.diagnostics[0].code == code);
    BOOST_CHECK((article.diagnostics[0].where == where));
  }
  return std::move(article.metadata);
}

/// A number as front matter has it.
Number number(std::string const& digits) { return Number(Value(Value::Kind::real, digits, {})); }

/// What the member named by a key is, so that one test can go through all keys of a kind.
template <class T>
using Key = std::pair<std::string, T Metadata::*>;

std::vector<Key<std::string>> const text_keys{
    {"title", &Metadata::title},     {"lead", &Metadata::lead},
    {"summary", &Metadata::summary}, {"description", &Metadata::description},
    {"slug", &Metadata::slug},       {"translationKey", &Metadata::translation_key},
    {"type", &Metadata::type},       {"layout", &Metadata::layout}};

std::vector<Key<std::string>> const date_keys{{"date", &Metadata::date},
                                              {"lastmod", &Metadata::lastmod},
                                              {"publishDate", &Metadata::publish_date},
                                              {"expiryDate", &Metadata::expiry_date}};

std::vector<Key<Texts>> const list_keys{{"categories", &Metadata::categories},
                                        {"tags", &Metadata::tags},
                                        {"aliases", &Metadata::aliases}};

std::vector<Key<std::optional<bool>>> const boolean_keys{{"mathjax", &Metadata::mathjax},
                                                         {"comments", &Metadata::comments},
                                                         {"authorbox", &Metadata::authorbox},
                                                         {"pager", &Metadata::pager}};

/// Every key there is.
Texts const all_keys{"title",        "date",        "lastmod",     "author",        "lead",
                     "summary",      "description", "categories",  "tags",          "lang",
                     "translations", "menu",        "weight",      "thumbnail",     "toc",
                     "mathjax",      "comments",    "authorbox",   "pager",         "sidebar",
                     "widgets",      "draft",       "publishDate", "expiryDate",    "slug",
                     "aliases",      "type",        "layout",      "translationKey"};

}  // namespace

BOOST_AUTO_TEST_SUITE(metadata_reader)

BOOST_AUTO_TEST_CASE(a_key_that_says_nothing_is_a_key_that_is_absent) {
  Metadata const absent = read("a: 1");
  BOOST_CHECK(absent == Metadata());
  for (std::string const& key : all_keys) {
    for (std::string const nothing : {"", "~", "null", "\"\"", "\"  \""}) {
      BOOST_CHECK(read(key + ": " + nothing) == absent);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_key_matches_ignoring_case_and_is_handed_on_untouched) {
  Article const article = with("TITLE: 1.10\nPUBLISHDATE: 2025/02/12\nTranslationkey: a\nXyz: [1]");
  BOOST_TEST(article.metadata.title == "1.10");
  BOOST_TEST(article.metadata.publish_date == "2025-02-12");
  BOOST_TEST(article.metadata.translation_key == "a");
  BOOST_TEST(article.front_matter.find("PUBLISHDATE")->text() == "2025/02/12");
  BOOST_TEST(article.front_matter.find("Xyz")->items().size() == 1U);
  BOOST_TEST(article.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(a_mapping_or_a_number_where_it_makes_no_sense_is_reported_for_every_key) {
  for (std::string const& key : all_keys) {
    auto const column = static_cast<std::uint32_t>(key.size() + 3);
    // A mapping of languages, of menus, of settings and of levels is something.
    bool const takes_mappings =
        key == "translations" || key == "menu" || key == "thumbnail" || key == "toc";
    if (takes_mappings) {
      read_fault(key + ": 7", metadata_type, {2, column});
    } else {
      BOOST_CHECK(read_fault(key + ": {a: 1}", metadata_type, {2, column}) == Metadata());
    }
  }
}

BOOST_AUTO_TEST_CASE(texts_are_read_for_each_of_their_keys) {
  for (auto const& [key, member] : text_keys) {
    BOOST_TEST((read(key + ": \" 甲 *b* \"").*member == "甲 *b*"), key);
    BOOST_TEST((read(key + ": 1.10").*member == "1.10"), key);
    BOOST_TEST((read(key + ": True").*member == "True"), key);
    auto const column = static_cast<std::uint32_t>(key.size() + 3);
    BOOST_TEST((read_fault(key + ": [a]", metadata_type, {2, column}).*member).empty(), key);
  }
}

BOOST_AUTO_TEST_CASE(without_a_title_the_first_h1_is_it) {
  for (std::string const front_matter : {"a: 1", "title:", "title: \"\"", "title: [x]"}) {
    BOOST_TEST(with(front_matter, "## a\n# b *c*\n# d\n").metadata.title == "b c");
  }
  BOOST_TEST(with("a: 1", "text").metadata.title.empty());
}

BOOST_AUTO_TEST_CASE(a_summary_and_a_description_stand_in_for_each_other) {
  Metadata const both = read("summary: a\ndescription: b");
  BOOST_TEST(both.summary == "a");
  BOOST_TEST(both.description == "b");
  for (std::string const front_matter :
       {"summary: a", "description: a", "summary: \"\"\ndescription: a"}) {
    BOOST_TEST(read(front_matter).summary == "a");
    BOOST_TEST(read(front_matter).description == "a");
  }
}

BOOST_AUTO_TEST_CASE(dates_are_normalised_for_each_of_their_keys) {
  for (auto const& [key, member] : date_keys) {
    BOOST_TEST((read(key + ": \"2025-02-12 18:55\"").*member == "2025-02-12T18:55:00"), key);
    BOOST_TEST((read(key + ": 2025-02-12T18:55:15+08").*member == "2025-02-12T18:55:15+08:00"),
               key);
    auto const column = static_cast<std::uint32_t>(key.size() + 3);
    BOOST_TEST((read_fault(key + ": soon", metadata_date, {2, column}).*member).empty(), key);
  }
  BOOST_TEST(with("date: 2025-02-30").diagnostics[0].message ==
             "`date` takes a day of the calendar such as `2025-02-12`, or with a time "
             "`2025-02-12T18:55:15+08:00`; the text `2025-02-30` cannot be used.");
}

BOOST_AUTO_TEST_CASE(lists_are_read_for_each_of_their_keys) {
  for (auto const& [key, member] : list_keys) {
    BOOST_TEST((read(key + ": a b").*member == Texts{"a b"}), key);
    BOOST_TEST((read(key + ": [b, 1.0, b, \"\"]").*member == Texts{"b", "1.0"}), key);
    auto const column = static_cast<std::uint32_t>(key.size() + 7);
    BOOST_TEST(
        (read_fault(key + ": [a, {b: c}]", metadata_type, {2, column}).*member == Texts{"a"}), key);
  }
}

BOOST_AUTO_TEST_CASE(no_author_at_all_is_not_the_same_as_none_said) {
  BOOST_CHECK((read("author: 甲").author == Texts{"甲"}));
  BOOST_CHECK((read("author: [甲, 乙, 甲]").author == Texts{"甲", "乙"}));
  BOOST_CHECK((read("author: []").author == Texts{}));
  BOOST_CHECK((read("author: \"\"").author == std::nullopt));
}

BOOST_AUTO_TEST_CASE(booleans_are_read_for_each_of_their_keys_and_absence_is_no_false) {
  for (auto const& [key, member] : boolean_keys) {
    BOOST_CHECK((read(key + ": \"yes\"").*member == true));
    BOOST_CHECK((read(key + ": off").*member == false));
    BOOST_CHECK((read("a: 1").*member == std::nullopt));
    auto const column = static_cast<std::uint32_t>(key.size() + 3);
    BOOST_CHECK((read_fault(key + ": 1", metadata_type, {2, column}).*member == std::nullopt));
  }
  BOOST_TEST(read("draft: on").draft);
  BOOST_TEST(!read("draft: \"false\"").draft);
  BOOST_TEST(!read_fault("draft: perhaps", metadata_type, {2, 8}).draft);
}

BOOST_AUTO_TEST_CASE(a_language_is_a_tag_or_the_first_usable_of_a_list) {
  BOOST_TEST(read("lang: zh-Hant-TW").lang == "zh-Hant-TW");
  BOOST_TEST(read("lang: [de-CH-1996, fr]").lang == "de-CH-1996");
  BOOST_TEST(read("lang: []").lang.empty());
  BOOST_TEST(read_fault("lang: [no tag, fr]", metadata_value, {2, 8}).lang == "fr");
  BOOST_TEST(read_fault("lang: zh_CN", metadata_value, {2, 7}).lang.empty());
  BOOST_TEST(read_fault("lang: 12", metadata_type, {2, 7}).lang.empty());
}

BOOST_AUTO_TEST_CASE(translations_are_languages_or_a_mapping_from_them_to_urls) {
  using Translations = std::vector<Translation>;
  BOOST_CHECK((read("translations: fr").translations == Translations{{"fr", ""}}));
  BOOST_CHECK((read("translations: [fr, zh-CN, \"\", FR]").translations ==
               Translations{{"fr", ""}, {"zh-CN", ""}}));
  BOOST_CHECK((read("translations: {fr: /fr, de: , FR: /again}").translations ==
               Translations{{"fr", "/fr"}, {"de", ""}}));
  BOOST_CHECK(read("translations: []").translations.empty());
  BOOST_CHECK((read_fault("translations: [no tag, de]", metadata_value, {2, 16}).translations ==
               Translations{{"de", ""}}));
  BOOST_CHECK((read_fault("translations: [{fr: /fr}, de]", metadata_type, {2, 16}).translations ==
               Translations{{"de", ""}}));
  BOOST_CHECK(
      (read_fault("translations: {no tag: /a, de: /b}", metadata_value, {2, 16}).translations ==
       Translations{{"de", "/b"}}));
}

BOOST_AUTO_TEST_CASE(a_translation_keeps_its_language_where_its_url_cannot_be_used) {
  using Translations = std::vector<Translation>;
  BOOST_CHECK(
      (read_fault("translations: {fr: \"javascript:x\"}", url_refused, {2, 20}).translations ==
       Translations{{"fr", ""}}));
  BOOST_CHECK((read_fault("translations: {fr: [/fr]}", metadata_type, {2, 20}).translations ==
               Translations{{"fr", ""}}));
  RenderOptions options;
  options.url_schemes = "obsidian";
  BOOST_TEST(render("---\ntranslations: {fr: \"obsidian:x\"}\n---\n", options)
                 .metadata.translations[0]
                 .url == "obsidian:x");
}

BOOST_AUTO_TEST_CASE(a_menu_is_a_name_or_names_or_a_mapping_to_settings) {
  using Menu = std::vector<MenuEntry>;
  BOOST_CHECK((read("menu: main").menu == Menu{{"main", "", {}, ""}}));
  BOOST_CHECK((read("menu: [main, \" side \", main, \"\"]").menu ==
               Menu{{"main", "", {}, ""}, {"side", "", {}, ""}}));
  BOOST_CHECK((read("menu: {main: {Weight: -2.5, name: 1, identifier: x}, side: }").menu ==
               Menu{{"main", "1", number("-2.5"), "x"}, {"side", "", {}, ""}}));
  BOOST_CHECK(read("menu: {\"\": {weight: 1}}").menu.empty());
  BOOST_CHECK(read("menu: []").menu.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_menu_is_left_out) {
  using Menu = std::vector<MenuEntry>;
  BOOST_CHECK(read_fault("menu: false", metadata_type, {2, 7}).menu.empty());
  BOOST_CHECK(
      (read_fault("menu: [[a], main]", metadata_type, {2, 8}).menu == Menu{{"main", "", {}, ""}}));
  BOOST_CHECK((read_fault("menu: {a: true, main: }", metadata_type, {2, 11}).menu ==
               Menu{{"main", "", {}, ""}}));
  BOOST_CHECK((read_fault("menu: {main: {weight: x, name: n}}", metadata_type, {2, 23}).menu ==
               Menu{{"main", "n", {}, ""}}));
}

BOOST_AUTO_TEST_CASE(a_weight_is_a_number) {
  BOOST_TEST(read("weight: 10").weight.value() == 10);
  BOOST_TEST(read("weight: -0.5").weight.value() == -0.5);
  BOOST_CHECK(read("a: 1").weight == Number());
  BOOST_CHECK(read_fault("weight: \"10\"", metadata_type, {2, 9}).weight == Number());
}

BOOST_AUTO_TEST_CASE(a_thumbnail_is_a_url_or_a_mapping) {
  using enum Visibility;
  BOOST_CHECK(
      (read("thumbnail: https://e.org/a").thumbnail == Thumbnail{"https://e.org/a", "", {}}));
  BOOST_CHECK((read("thumbnail: {SRC: a.png, alt: 1, visibility: [post, list]}").thumbnail ==
               Thumbnail{"a.png", "1", Visibilities{post, list}}));
  BOOST_CHECK((read("thumbnail: {src: a, visibility: list}").thumbnail ==
               Thumbnail{"a", "", Visibilities{list}}));
  BOOST_CHECK((read("thumbnail: {src: a, visibility: \"\"}").thumbnail == Thumbnail{"a", "", {}}));
  BOOST_CHECK((read("thumbnail: {src: a, visibility: []}").thumbnail ==
               Thumbnail{"a", "", Visibilities{}}));
  BOOST_CHECK(read("thumbnail: {src: \"\"}").thumbnail == Thumbnail());
  BOOST_TEST(read("thumbnail: data:image/png,x").thumbnail.src == "data:image/png,x");
}

BOOST_AUTO_TEST_CASE(what_a_thumbnail_cannot_use_is_left_out_of_it) {
  using enum Visibility;
  BOOST_TEST(read_fault("thumbnail: data:text/html,x", url_refused, {2, 12}).thumbnail.src.empty());
  BOOST_TEST(
      read_fault("thumbnail: {src: \"javascript:x\"}", url_refused, {2, 18}).thumbnail.src.empty());
  BOOST_TEST(read_fault("thumbnail: true", metadata_type, {2, 12}).thumbnail.src.empty());
  BOOST_TEST(read_fault("thumbnail: [a]", metadata_type, {2, 12}).thumbnail.src.empty());
  BOOST_TEST(read_fault("thumbnail: {src: [a]}", metadata_type, {2, 18}).thumbnail.src.empty());
  BOOST_CHECK((read_fault("thumbnail: {src: a, alt: [b]}", metadata_type, {2, 26}).thumbnail ==
               Thumbnail{"a", "", {}}));
  BOOST_CHECK((read_fault("thumbnail: {src: a, visibility: [List, post]}", metadata_value, {2, 34})
                   .thumbnail == Thumbnail{"a", "", Visibilities{post}}));
  BOOST_CHECK(
      (read_fault("thumbnail: {src: a, visibility: true}", metadata_type, {2, 33}).thumbnail ==
       Thumbnail{"a", "", {}}));
}

BOOST_AUTO_TEST_CASE(toc_takes_booleans_in_every_spelling) {
  for (std::string const yes : {"true", "\"true\"", "yes", "On", "'on'"}) {
    BOOST_CHECK(read("toc: " + yes).toc.show == true);
  }
  for (std::string const no : {"false", "\"false\"", "no", "OFF"}) {
    BOOST_CHECK(read("toc: " + no).toc.show == false);
  }
  for (std::string const nothing : {"", "~", "' '"}) {
    BOOST_CHECK(read("toc: " + nothing).toc.show == std::nullopt);
  }
}

BOOST_AUTO_TEST_CASE(toc_takes_levels) {
  BOOST_CHECK((read("toc: {min: 1, max: 3}").toc == TocSettings{true, 1, 3}));
  BOOST_CHECK((read("toc: {Max: 6}").toc == TocSettings{true, 2, 6}));
  BOOST_CHECK((read("toc: {}").toc == TocSettings{true, 2, 4}));
  BOOST_CHECK((read("a: 1").toc == TocSettings{{}, 2, 4}));
  BOOST_CHECK(
      (read_fault("toc: {min: 0}", metadata_value, {2, 12}).toc == TocSettings{true, 2, 4}));
  BOOST_CHECK(
      (read_fault("toc: {max: 7}", metadata_value, {2, 12}).toc == TocSettings{true, 2, 4}));
  BOOST_CHECK((read_fault("toc: {max: x}", metadata_type, {2, 12}).toc == TocSettings{true, 2, 4}));
  BOOST_CHECK((read_fault("toc: perhaps", metadata_type, {2, 6}).toc == TocSettings{}));
  BOOST_TEST(
      with("toc: perhaps").diagnostics[0].message ==
      "`toc` takes `true`, `false` or levels such as `{min: 2, max: 4}`; the text `perhaps` cannot "
      "be used.");
}

BOOST_AUTO_TEST_CASE(a_sidebar_is_a_side_or_none) {
  BOOST_CHECK((read("sidebar: left").sidebar == Sidebar::left));
  BOOST_CHECK((read("sidebar: \"right\"").sidebar == Sidebar::right));
  for (std::string const no : {"false", "\"false\"", "no", "Off"}) {
    BOOST_CHECK((read("sidebar: " + no).sidebar == Sidebar::none));
  }
  BOOST_CHECK((read("a: 1").sidebar == std::nullopt));
  for (std::string const wrong : {"Left", "none", "true", "yes"}) {
    BOOST_CHECK((read_fault("sidebar: " + wrong, metadata_value, {2, 10}).sidebar == std::nullopt));
  }
  BOOST_CHECK((read_fault("sidebar: 1", metadata_type, {2, 10}).sidebar == std::nullopt));
}

BOOST_AUTO_TEST_CASE(widgets_keep_their_order_and_no_widget_is_not_the_same_as_none_said) {
  using Widgets = std::vector<Widget>;
  BOOST_CHECK((read("widgets: [toc, search, recent, toc]").widgets ==
               Widgets{Widget::toc, Widget::search, Widget::recent}));
  BOOST_CHECK((read("widgets: [search, recent, categories, taglist, social, languages, sidemenu, "
                    "toc]")
                   .widgets->size() == widget_names.size()));
  BOOST_CHECK((read("widgets: social").widgets == Widgets{Widget::social}));
  BOOST_CHECK((read("widgets: []").widgets == Widgets{}));
  BOOST_CHECK((read("a: 1").widgets == std::nullopt));
  BOOST_CHECK((read_fault("widgets: [recent, serach]", metadata_value, {2, 19}).widgets ==
               Widgets{Widget::recent}));
  BOOST_CHECK((read_fault("widgets: Search", metadata_value, {2, 10}).widgets == Widgets{}));
  BOOST_CHECK((read_fault("widgets: 1", metadata_type, {2, 10}).widgets == std::nullopt));
}

BOOST_AUTO_TEST_CASE(keys_that_say_something_have_places_under_their_own_names) {
  using Places = std::vector<KeyPlace>;
  BOOST_TEST(with("other: 1").places.empty());
  BOOST_TEST(with("title:\nlead: ~\ntags: ' '").places.empty());
  BOOST_TEST(render("title: a").places.empty());
  // In the order of Metadata, by the names of its keys; of two spellings, the first counts.
  BOOST_CHECK(
      (with("PUBLISHDATE: 2025-02-12\nother: 1\n墨: 1\n\"authorbox\":   true\n"
            "title:\n  - a\nauthorBox: 1")
           .places == Places{{"title", {7, 3}}, {"authorbox", {5, 16}}, {"publishDate", {2, 14}}}));
  // What cannot be used has a place too, beside its diagnostic.
  Article const article = with("widgets: {}");
  BOOST_CHECK((article.places == Places{{"widgets", {2, 10}}}));
  BOOST_CHECK((article.diagnostics.at(0).where == Position{2, 10}));
}

BOOST_AUTO_TEST_CASE(each_key_has_a_place) {
  std::string front_matter;
  std::vector<std::string> const keys{
      "title",        "date",           "lastmod",     "author",     "lead",
      "summary",      "description",    "categories",  "tags",       "lang",
      "translations", "menu",           "weight",      "thumbnail",  "toc",
      "mathjax",      "comments",       "authorbox",   "pager",      "sidebar",
      "widgets",      "draft",          "publishDate", "expiryDate", "slug",
      "aliases",      "translationKey", "type",        "layout"};
  for (std::string const& key : keys) front_matter += key + ": 1\n";
  std::vector<std::string> found;
  for (KeyPlace const& place : with(front_matter).places) found.emplace_back(place.key);
  BOOST_TEST(found == keys, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_flood_of_wrong_values_is_a_hundred_reports_and_a_count) {
  std::string tags = "tags: [";
  for (int i = 0; i < 5000; ++i) tags += "[],";
  Article const article = with(tags + "a]");
  BOOST_TEST(article.metadata.tags == Texts{"a"}, boost::test_tools::per_element());
  BOOST_TEST_REQUIRE(article.diagnostics.size() == 101U);
  BOOST_TEST(article.diagnostics.back().message ==
             "4900 more values of the front matter cannot be used.");
}

BOOST_AUTO_TEST_SUITE_END()
