// Protects: any bytes give a configuration, and what is wrong with the file has its place. What
// each key takes stands in site_reader_test.cpp.
#include "inkstone/site.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "json_writer.h"

using namespace inkstone;
using enum DiagnosticCode;

namespace {

std::string title_of(SiteReading const& reading) {
  return std::string(reading.configuration.find("title")->text());
}

std::string json_of(Value const& value) {
  std::string json;
  write_json(json, value);
  return json;
}

/// The title of a file with one fault.
std::string title_with_fault(std::string const& source, DiagnosticCode code, Position where) {
  SiteReading const reading = read_site(source);
  BOOST_TEST_CONTEXT(source.substr(0, 100)) {
    BOOST_TEST_REQUIRE(reading.diagnostics.size() == 1U);
    BOOST_CHECK(reading.diagnostics[0].code == code);
    BOOST_CHECK((reading.diagnostics[0].where == where));
    BOOST_TEST(reading.diagnostics[0].message.find("ront matter") == std::string::npos,
               reading.diagnostics[0].message);
  }
  return title_of(reading);
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site)

BOOST_AUTO_TEST_CASE(yaml_and_json_say_the_same) {
  for (std::string_view const source :
       {"title: 字\npageSize: 5\n", "{\"title\": \"字\", \"pageSize\": 5}",
        "\n\n  {\"pageSize\": 5,\n\"title\": \"\\u5b57\"}\n",
        "\xEF\xBB\xBFtitle: 字\r\npageSize: 5", "---\ntitle: 字\npageSize: 5\n---\n",
        "title: 字\npageSize: 5\n---", "TITLE: 字\npagesize: 5"}) {
    SiteReading const reading = read_site(source);
    BOOST_TEST(reading.diagnostics.empty(), source);
    BOOST_TEST(title_of(reading) == "字", source);
    BOOST_TEST(reading.configuration.find("pageSize")->text() == "5", source);
  }
}

BOOST_AUTO_TEST_CASE(a_surrogate_pair_of_json_is_one_character) {
  BOOST_TEST(title_of(read_site(R"({"title": "\ud83d\ude00"})")) == "😀");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_a_site_of_defaults) {
  std::string const defaults = json_of(read_site("").configuration);
  for (std::string_view const source :
       {"\n", "# nothing\n", "{}", "---", "---\n---\n", "title:\n"}) {
    SiteReading const reading = read_site(source);
    BOOST_TEST(reading.diagnostics.empty(), source);
    BOOST_TEST(json_of(reading.configuration) == defaults, source);
  }
}

BOOST_AUTO_TEST_CASE(faults_of_the_file_have_their_places_and_call_it_a_configuration) {
  BOOST_TEST(title_with_fault("title: a\ntagline: b: c\n", front_matter_syntax, {2, 11}) == "a");
  BOOST_TEST(title_with_fault("- a\n", front_matter_not_mapping, {1, 1}) == "");
  BOOST_TEST(title_with_fault("just words", front_matter_not_mapping, {1, 1}) == "");
  BOOST_TEST(title_with_fault("{title: a}\nb: 2\n", front_matter_trailing, {1, 1}) == "a");
  BOOST_TEST(title_with_fault("title: b\ntitle: a\n", front_matter_duplicate_key, {2, 1}) == "a");
  BOOST_TEST(title_with_fault("title: a\nauthors: &a {b: *a}\n", front_matter_cycle, {2, 17}) ==
             "a");
  BOOST_TEST(title_with_fault("title: a\xFF\n", invalid_utf8, {1, 9}) == "a\xEF\xBF\xBD");
  BOOST_TEST(title_with_fault("title: 'a'\ntagline: '\x01'\n", control_character, {2, 11}) == "a");
  BOOST_TEST(title_with_fault("title: a\nauthors: " + std::string(150, '['), front_matter_too_deep,
                              {2, 60}) == "a");
}

BOOST_AUTO_TEST_CASE(bounds_are_wider_than_front_matters_and_aliases_are_not) {
  std::string const paths = repeat("- posts/2025/a-long-name/index.md\n", 90'000);
  SiteReading const many = read_site("articles:\n" + paths + "title: a\n");
  BOOST_TEST(many.diagnostics.empty());
  BOOST_TEST(title_of(many) == "a");
  BOOST_TEST(many.configuration.find("articles")->items().size() == 1U);  // all the same

  BOOST_TEST(title_with_fault("title: a\n#" + std::string(max_site_bytes, 'x'),
                              front_matter_too_large, {1, 1}) == "");
  std::string const aliases = "title: b\nauthor: &a [" + repeat("1,", 1'000) + "]\nsocial: [" +
                              repeat("*a,", 1'000) + "]\n";
  BOOST_TEST(read_site(aliases).diagnostics.back().message.ends_with("are written out."));
}

BOOST_AUTO_TEST_CASE(diagnostics_stand_in_the_order_of_their_places) {
  SiteReading const reading =
      read_site("pageSize: x\nnope: 1\ntitle: []\noptions: {nope: 1}\nauthors: 5\n");
  BOOST_TEST_REQUIRE(reading.diagnostics.size() == 5U);
  for (std::uint32_t i = 0; i < 5; ++i) BOOST_TEST(reading.diagnostics[i].where.line == i + 1);
}

BOOST_AUTO_TEST_SUITE_END()
