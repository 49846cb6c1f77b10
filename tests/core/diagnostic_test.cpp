// Protects: every code in the table that is the core's can really happen, no other does, and each
// is called what the table says.
#include "inkstone/diagnostic.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "inkstone/render.h"
#include "inkstone/site.h"

using namespace inkstone;

namespace {

using enum DiagnosticCode;

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// An article for each code of the core that provokes it. The end of memory cannot be provoked by
/// an article: tests/web/ does it in WebAssembly, whose memory has an end. HTML that is too long
/// can, but not quickly: tests/core/body_writer_test.cpp sets the bound lower.
std::map<DiagnosticCode, std::string> const provocations{
    {invalid_utf8, "\xFF"},
    {control_character, std::string("a\0b", 3)},
    {front_matter_unclosed, "---\na: 1\n"},
    {front_matter_toml, "+++\n+++\n"},
    {front_matter_syntax, "---\na: b: c\n---\n"},
    {front_matter_not_mapping, "---\ntext\n---\n"},
    {front_matter_trailing, "---\n{a: 1}\nb: 2\n---\n"},
    {front_matter_duplicate_key, "---\na: 1\na: 2\n---\n"},
    {front_matter_complex_key, "---\n? [a]\n: 1\n---\n"},
    {front_matter_too_large, "---\na: " + std::string(300'000, 'x') + "\n---\n"},
    {front_matter_too_deep, "---\na: " + std::string(150, '[') + "\n---\n"},
    {front_matter_too_many_nodes,
     "---\na: &a [" + repeat("1,", 60'000) + "]\nb: [" + repeat("*a,", 100) + "]\n---\n"},
    {front_matter_cycle, "---\na: &a [*a]\n---\n"},
    {metadata_type, "---\ntitle: []\n---\n"},
    {metadata_value, "---\nwidgets: [nothing]\n---\n"},
    {metadata_date, "---\ndate: 2025-02-30\n---\n"},
    {url_refused, "[a](javascript:x)"},
    {footnote_undefined, "a[^1]"},
    {footnote_unused, "[^1]: a"},
    {footnote_duplicate, "a[^1]\n\n[^1]: b\n[^1]: c"},
    {nesting_too_deep, repeat("> ", 101) + "a"},
    {too_many_table_cells,
     repeat("|a", 128) + "\n" + repeat("|-", 128) + "\n" + repeat("|\n", 2'000)},
    {source_too_large, std::string((std::size_t{256} << 20) + 1, 'x')},
};

/// Likewise a configuration of a site for each code that no article has.
std::map<DiagnosticCode, std::string> const site_provocations{
    {site_unknown_key, "titel: a\n"},
    {site_type, "title: []\n"},
    {site_value, "pageSize: 0\n"},
};

/// What is said of the file that provokes `code`.
std::vector<Diagnostic> provoked(DiagnosticCode code) {
  auto const site = site_provocations.find(code);
  if (site != site_provocations.end()) return read_site(site->second).diagnostics;
  auto const article = provocations.find(code);
  BOOST_TEST_REQUIRE((article != provocations.end()));
  return render(article->second).diagnostics;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostic)

BOOST_AUTO_TEST_CASE(each_code_of_the_core_has_a_file_that_provokes_it) {
  for (DiagnosticDescription const& description : diagnostic_descriptions()) {
    if (description.reporter != Reporter::core) continue;
    if (description.code == out_of_memory || description.code == html_too_large) continue;
    BOOST_TEST_CONTEXT(description.word) {
      bool is_reported = false;
      for (Diagnostic const& diagnostic : provoked(description.code)) {
        is_reported = is_reported || diagnostic.code == description.code;
      }
      BOOST_TEST(is_reported);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_the_page_reports_is_called_so_and_is_not_the_cores_to_provoke) {
  for (DiagnosticDescription const& description : diagnostic_descriptions()) {
    bool const is_the_pages = description.reporter == Reporter::page;
    BOOST_TEST(description.word.starts_with("page-") == is_the_pages, description.word);
    if (is_the_pages) BOOST_TEST(!provocations.contains(description.code), description.word);
  }
  // Keys that only the page understands, as far as the core is concerned all is well.
  BOOST_TEST(render("---\nauthorbox: true\ncomments: true\n---\n$$\\no{$$\n").diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(words_are_unique_and_rows_stand_in_the_order_of_the_codes) {
  std::set<std::string_view> words;
  for (DiagnosticDescription const& description : diagnostic_descriptions()) {
    BOOST_TEST(words.insert(description.word).second);
    BOOST_TEST(&describe(description.code) == &description);
    BOOST_TEST(description.meaning.ends_with('.'));
  }
}

BOOST_AUTO_TEST_CASE(severities_have_words) {
  BOOST_TEST(name_of(Severity::error) == "error");
  BOOST_TEST(name_of(Severity::warning) == "warning");
  BOOST_TEST(name_of(Severity::info) == "info");
}

BOOST_AUTO_TEST_CASE(reporters_have_words) {
  BOOST_TEST(name_of(Reporter::core) == "core");
  BOOST_TEST(name_of(Reporter::page) == "page");
}

BOOST_AUTO_TEST_SUITE_END()
