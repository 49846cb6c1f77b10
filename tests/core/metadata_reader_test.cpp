// Protects: what a page shows of the front matter, by design/front-matter.md's rules.
#include "metadata_reader.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

namespace {

Article with(std::string const& front_matter, std::string const& body = "") {
  return render("---\n" + front_matter + "\n---\n" + body);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(metadata_reader)

BOOST_AUTO_TEST_CASE(titles_are_texts_and_numbers_stay_as_written) {
  BOOST_TEST(with("title: 甲").metadata.title == "甲");
  BOOST_TEST(with("Title: 1.10").metadata.title == "1.10");
  BOOST_TEST(with("TITLE: 007").metadata.title == "007");
  BOOST_TEST(with("title: True").metadata.title == "True");
}

BOOST_AUTO_TEST_CASE(without_a_title_the_first_h1_is_it) {
  for (std::string const front_matter : {"a: 1", "title:", "title: \"\"", "title: [x]"}) {
    BOOST_TEST(with(front_matter, "## a\n# b *c*\n# d\n").metadata.title == "b c");
  }
  BOOST_TEST(with("a: 1", "text").metadata.title.empty());
}

BOOST_AUTO_TEST_CASE(a_lead_is_plain_text) {
  BOOST_TEST(with("lead: a *b*").metadata.lead == "a *b*");
  BOOST_TEST(with("lead: \"\"").metadata.lead.empty());
}

BOOST_AUTO_TEST_CASE(a_language_is_a_tag_or_the_first_usable_of_a_list) {
  BOOST_TEST(with("lang: zh-Hant-TW").metadata.lang == "zh-Hant-TW");
  BOOST_TEST(with("lang: [not a tag, 12, de-CH-1996, fr]").metadata.lang == "de-CH-1996");
  BOOST_TEST(with("lang: []").metadata.lang.empty());
  for (std::string const front_matter :
       {"lang: no tag", "lang: [x]", "lang: 12", "lang: en-", "lang: {a: 1}"}) {
    Article const article = with(front_matter);
    BOOST_TEST(article.metadata.lang.empty());
    BOOST_REQUIRE(article.diagnostics.size() == 1U);
    BOOST_CHECK(article.diagnostics[0].code == DiagnosticCode::metadata_type);
    BOOST_CHECK((article.diagnostics[0].where == Position{2, 7}));
  }
}

BOOST_AUTO_TEST_CASE(toc_takes_booleans_in_every_spelling) {
  for (std::string const yes : {"true", "\"true\"", "yes", "On", "'on'"}) {
    BOOST_TEST(with("toc: " + yes).metadata.toc.show);
  }
  for (std::string const no : {"false", "\"false\"", "no", "OFF", "", "~"}) {
    Article const article = with("toc: " + no);
    BOOST_TEST(!article.metadata.toc.show);
    BOOST_TEST(article.diagnostics.empty());
  }
}

BOOST_AUTO_TEST_CASE(toc_takes_levels) {
  BOOST_CHECK((with("toc: {min: 1, max: 3}").metadata.toc == TocSettings{true, 1, 3}));
  BOOST_CHECK((with("toc: {max: 6}").metadata.toc == TocSettings{true, 2, 6}));
  BOOST_CHECK((with("a: 1").metadata.toc == TocSettings{false, 2, 4}));
}

BOOST_AUTO_TEST_CASE(a_value_that_cannot_be_used_counts_as_absent_and_is_reported) {
  for (std::string const front_matter :
       {"title: {a: 1}", "lead: [a]", "toc: perhaps", "toc: 7", "toc: {min: 0}", "toc: {max: x}"}) {
    BOOST_TEST_CONTEXT(front_matter) {
      Article const article = with(front_matter);
      BOOST_REQUIRE(article.diagnostics.size() == 1U);
      BOOST_CHECK(article.diagnostics[0].code == DiagnosticCode::metadata_type);
    }
  }
  BOOST_TEST(
      with("toc: perhaps").diagnostics[0].message ==
      "`toc` takes `true`, `false` or levels such as `{min: 2, max: 4}`; this text cannot be "
      "used.");
}

BOOST_AUTO_TEST_SUITE_END()
