// Protects: one meaning of texts, lists, booleans, numbers, languages, dates, URLs and words for
// every key, and that whatever cannot be used is reported where it stands.
#include "value_reader.h"

#include <boost/test/unit_test.hpp>

#include "front_matter_reader.h"

using namespace inkstone;
using enum DiagnosticCode;
using Texts = std::vector<std::string>;

namespace {

enum class Colour : std::uint8_t { red, green, blue };
constexpr std::array<std::string_view, 3> colour_names{"red", "green", "blue"};

/// The key `k` of front matter, and a reader of it.
class Fixture {
 public:
  /// \param value what stands behind `k: ` on line 2
  explicit Fixture(std::string const& value) {
    std::vector<Diagnostic> faults;
    front_matter_ =
        read_front_matter("k: " + value + "\n", false, {2, 1}, FrontMatterLimits(), faults)
            .value_or(FrontMatter());
    BOOST_TEST_REQUIRE(faults.empty());
  }

  Field field() { return find_field(front_matter_, "k"); }
  ValueReader& reader() { return reader_; }
  std::vector<Diagnostic> const& diagnostics() const { return diagnostics_; }

  /// Whether exactly this was reported, and where.
  bool has_reported(DiagnosticCode code, Position where) const {
    return diagnostics_.size() == 1 && diagnostics_[0].code == code &&
           diagnostics_[0].where == where;
  }

 private:
  FrontMatter front_matter_;
  std::vector<Diagnostic> diagnostics_;
  ValueReader reader_{"obsidian", diagnostics_};
};

constexpr Position of_value{2, 4};

/// Values that are nothing to any reader.
Texts const nothings{"", "~", "null", "\"\"", "\" \"", "\"\\n\\t\""};

}  // namespace

BOOST_AUTO_TEST_SUITE(value_reader)

BOOST_AUTO_TEST_CASE(whitespace_of_any_script_is_trimmed) {
  BOOST_TEST(trimmed(" \t\n\u3000a\u3000b\u00A0\r\n") == "a\u3000b");
  BOOST_TEST(trimmed("\u3000").empty());
  BOOST_TEST(trimmed("").empty());
}

BOOST_AUTO_TEST_CASE(keys_match_ignoring_case_and_the_first_counts) {
  std::vector<Diagnostic> faults;
  FrontMatter const keys = *read_front_matter("PublishDate: 1\npublishdate: 2\nb: {C: 3}\n", false,
                                              {}, FrontMatterLimits(), faults);
  BOOST_TEST(find_field(keys, "publishDate").value->text() == "1");
  BOOST_TEST(find_field(*find_field(keys, "b").value, "b.c").value->text() == "3");
  BOOST_TEST(find_field(keys, "publish").value == nullptr);
  BOOST_TEST(find_field(Value(), "a").value == nullptr);
}

BOOST_AUTO_TEST_CASE(null_and_blank_texts_say_nothing_to_any_reader) {
  for (std::string const& nothing : nothings) {
    BOOST_TEST_CONTEXT(nothing) {
      Fixture fixture(nothing);
      Field const field = fixture.field();
      BOOST_TEST(field.value == nullptr);
      BOOST_TEST(fixture.reader().text(field).empty());
      BOOST_TEST(!fixture.reader().texts(field));
      BOOST_TEST(!fixture.reader().boolean(field));
      BOOST_TEST(!fixture.reader().number(field));
      BOOST_TEST(fixture.reader().language(field).empty());
      BOOST_TEST(fixture.reader().first_language(field).empty());
      BOOST_TEST(fixture.reader().date(field).empty());
      BOOST_TEST(fixture.reader().url(field, UrlUse::link).empty());
      BOOST_TEST(!fixture.reader().words<Colour>(field, colour_names));
      BOOST_TEST(fixture.diagnostics().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_numbers_stay_as_written) {
  BOOST_TEST(Fixture("甲").reader().text(Fixture("甲").field()) == "甲");
  for (auto const& [written, expected] :
       {std::pair("\" a \"", "a"), std::pair("|\n  a\n  b\n", "a\nb"), std::pair("1.10", "1.10"),
        std::pair("007", "007"), std::pair("True", "True"),
        std::pair("2025-02-12", "2025-02-12")}) {
    Fixture fixture(written);
    BOOST_TEST(fixture.reader().text(fixture.field()) == expected);
    BOOST_TEST(fixture.diagnostics().empty());
  }
  for (std::string const wrong : {"[a]", "{a: 1}", "[]", "{}"}) {
    Fixture fixture(wrong);
    BOOST_TEST(fixture.reader().text(fixture.field()).empty());
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(a_list_of_texts_keeps_its_order_and_drops_doubles_and_blanks) {
  for (auto const& [written, expected] :
       {std::pair("b", Texts{"b"}), std::pair("[b, a, b, \" a \", B]", Texts{"b", "a", "B"}),
        std::pair("[~, \"\", \" \", a]", Texts{"a"}),
        std::pair("[1.10, 007, yes, true]", Texts{"1.10", "007", "yes", "true"}),
        std::pair("2025", Texts{"2025"}), std::pair("[]", Texts{}), std::pair("[\"\"]", Texts{})}) {
    Fixture fixture(written);
    auto const texts = fixture.reader().texts(fixture.field());
    BOOST_TEST_REQUIRE(texts.has_value());
    BOOST_TEST(*texts == expected, boost::test_tools::per_element());
    BOOST_TEST(fixture.diagnostics().empty());
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_left_out_of_a_list_and_reported_there) {
  Fixture list("[a, [b], c]");
  BOOST_TEST(*list.reader().texts(list.field()) == (Texts{"a", "c"}),
             boost::test_tools::per_element());
  BOOST_TEST(list.has_reported(metadata_type, {2, 8}));
  Fixture mapping("{a: b}");
  BOOST_TEST(!mapping.reader().texts(mapping.field()));
  BOOST_TEST(mapping.has_reported(metadata_type, of_value));
}

BOOST_AUTO_TEST_CASE(booleans_are_taken_in_every_spelling) {
  for (std::string const yes : {"true", "True", "\"true\"", "yes", "YES", "On", "'on '"}) {
    Fixture fixture(yes);
    BOOST_TEST((fixture.reader().boolean(fixture.field()) == true), yes);
    BOOST_TEST(fixture.diagnostics().empty());
  }
  for (std::string const no : {"false", "FALSE", "\"false\"", "no", "No", "OFF", "'off'"}) {
    Fixture fixture(no);
    BOOST_TEST((fixture.reader().boolean(fixture.field()) == false), no);
    BOOST_TEST(fixture.diagnostics().empty());
  }
  for (std::string const wrong : {"perhaps", "y", "n", "1", "0", "[true]", "[]", "{}"}) {
    Fixture fixture(wrong);
    BOOST_TEST(!fixture.reader().boolean(fixture.field()));
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(numbers_are_whole_or_not_and_never_texts) {
  for (auto const& [written, expected] :
       {std::pair("10", 10.0), std::pair("-3", -3.0), std::pair("2.5", 2.5),
        std::pair("1e3", 1000.0), std::pair("0x1F", 31.0)}) {
    Fixture fixture(written);
    BOOST_TEST(fixture.reader().number(fixture.field()).value_or(Number()).value() == expected);
    BOOST_TEST(fixture.diagnostics().empty());
  }
  for (std::string const wrong : {"\"10\"", "ten", ".inf", ".nan", "1e999", "true", "[1]"}) {
    Fixture fixture(wrong);
    BOOST_TEST(!fixture.reader().number(fixture.field()));
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(a_language_is_a_text_in_the_form_of_a_tag) {
  for (std::string const tag : {"zh-CN", "zh-Hant-TW", "de-CH-1996", "en", "x-klingon", "yue"}) {
    Fixture fixture(tag);
    BOOST_TEST(fixture.reader().language(fixture.field()) ==
               (tag == "x-klingon" ? std::string() : tag));
  }
  for (std::string const wrong : {"no tag", "en-", "-en", "en--us", "zh_CN", "e", "中文",
                                  "abcdefghi", "en-abcdefghi", "9a"}) {
    Fixture fixture(wrong);
    BOOST_TEST(fixture.reader().language(fixture.field()).empty());
    BOOST_TEST(fixture.has_reported(metadata_value, of_value), wrong);
  }
  for (std::string const wrong : {"12", "true", "{a: 1}"}) {
    Fixture fixture(wrong);
    BOOST_TEST(fixture.reader().language(fixture.field()).empty());
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(of_a_list_of_languages_the_first_usable_counts) {
  Fixture fixture("[\"\", not a tag, de, also not]");
  BOOST_TEST(fixture.reader().first_language(fixture.field()) == "de");
  BOOST_TEST(fixture.has_reported(metadata_value, {2, 9}));
  Fixture empty("[]");
  BOOST_TEST(empty.reader().first_language(empty.field()).empty());
  BOOST_TEST(empty.diagnostics().empty());
}

BOOST_AUTO_TEST_CASE(a_date_that_is_none_is_reported) {
  Fixture date("2025-02-12 18:55");
  BOOST_TEST(date.reader().date(date.field()) == "2025-02-12T18:55:00");
  Fixture integer("20250212");
  BOOST_TEST(integer.reader().date(integer.field()) == "2025-02-12");
  BOOST_TEST(integer.diagnostics().empty());
  for (std::string const wrong : {"2025-02-30", "yesterday", "1739357715", "2025", "true"}) {
    Fixture fixture(wrong);
    BOOST_TEST(fixture.reader().date(fixture.field()).empty());
    BOOST_TEST(fixture.has_reported(metadata_date, of_value), wrong);
  }
  Fixture list("[2025-02-12]");
  BOOST_TEST(list.reader().date(list.field()).empty());
  BOOST_TEST(list.has_reported(metadata_type, of_value));
}

BOOST_AUTO_TEST_CASE(urls_pass_the_allow_list) {
  for (std::string const url :
       {"https://e.org/a?b#c", "/a", "a.png", "../a", "obsidian:a", "?a", "#a"}) {
    Fixture fixture("\"" + url + " \"");
    BOOST_TEST(fixture.reader().url(fixture.field(), UrlUse::link) == url);
    BOOST_TEST(fixture.diagnostics().empty());
  }
  Fixture data("data:image/png,x");
  BOOST_TEST(data.reader().url(data.field(), UrlUse::image) == "data:image/png,x");
  BOOST_TEST(data.reader().url(data.field(), UrlUse::link).empty());
  BOOST_TEST(data.has_reported(url_refused, of_value));
  Fixture script("\"java\\nscript:alert(1)\"");
  BOOST_TEST(script.reader().url(script.field(), UrlUse::link).empty());
  BOOST_TEST_REQUIRE(script.has_reported(url_refused, of_value));
  BOOST_TEST(script.diagnostics()[0].message ==
             "`k` has a URL that begins with `java script:`, which is not allowed; it is left "
             "out.");
  for (std::string const wrong : {"7", "true", "[a]", "{a: b}"}) {
    Fixture fixture(wrong);
    BOOST_TEST(fixture.reader().url(fixture.field(), UrlUse::link).empty());
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(words_are_those_that_are_known_in_their_order) {
  using Colours = std::vector<Colour>;
  for (auto const& [written, expected] :
       {std::pair("green", Colours{Colour::green}),
        std::pair("[blue, red, blue, \"\", ~]", Colours{Colour::blue, Colour::red}),
        std::pair("[]", Colours{})}) {
    Fixture fixture(written);
    BOOST_CHECK((fixture.reader().words<Colour>(fixture.field(), colour_names) == expected));
    BOOST_TEST(fixture.diagnostics().empty());
  }
  Fixture unknown("[red, Green, blue]");
  BOOST_CHECK((unknown.reader().words<Colour>(unknown.field(), colour_names) ==
               Colours{Colour::red, Colour::blue}));
  BOOST_TEST_REQUIRE(unknown.has_reported(metadata_value, {2, 10}));
  BOOST_TEST(unknown.diagnostics()[0].message ==
             "`k` takes `red`, `green` or `blue`; the text `Green` cannot be used.");
  Fixture kind("[7]");
  BOOST_CHECK((kind.reader().words<Colour>(kind.field(), colour_names) == Colours{}));
  BOOST_TEST(kind.has_reported(metadata_type, {2, 5}));
  for (std::string const wrong : {"7", "false", "{red: 1}"}) {
    Fixture fixture(wrong);
    BOOST_TEST(!fixture.reader().words<Colour>(fixture.field(), colour_names));
    BOOST_TEST(fixture.has_reported(metadata_type, of_value), wrong);
  }
}

BOOST_AUTO_TEST_CASE(messages_say_the_key_what_would_do_and_what_was_given) {
  for (auto const& [written, given] :
       {std::pair("perhaps", "the text `perhaps`"), std::pair("007", "`007`"),
        std::pair("1.50", "`1.50`"), std::pair("[true]", "a list"), std::pair("{}", "a mapping")}) {
    Fixture fixture(written);
    BOOST_TEST(!fixture.reader().boolean(fixture.field()));
    BOOST_TEST_REQUIRE(fixture.diagnostics().size() == 1U);
    BOOST_TEST(fixture.diagnostics()[0].message ==
               std::string("`k` takes `true` or `false`; ") + given + " cannot be used.");
  }
}

BOOST_AUTO_TEST_CASE(long_values_are_cut_in_messages_between_characters) {
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "甲";
  Fixture fits(sixty);
  BOOST_TEST(!fits.reader().boolean(fits.field()));
  BOOST_TEST(fits.diagnostics()[0].message.find("`" + sixty + "`") != std::string::npos);
  Fixture is_cut(sixty + "乙");
  BOOST_TEST(!is_cut.reader().boolean(is_cut.field()));
  BOOST_TEST(is_cut.diagnostics()[0].message.find("`" + sixty + "…`") != std::string::npos);
  Fixture lines("\"a\\nb\\tc\"");
  BOOST_TEST(!lines.reader().boolean(lines.field()));
  BOOST_TEST(lines.diagnostics()[0].message.find("`a b c`") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(past_a_hundred_reports_are_counted) {
  std::string items = "[";
  for (int i = 0; i < 1000; ++i) items += "[],";
  Fixture fixture(items + "]");
  BOOST_TEST(fixture.reader().texts(fixture.field())->empty());
  BOOST_TEST(fixture.diagnostics().size() == 100U);
  fixture.reader().report_uncounted();
  BOOST_TEST_REQUIRE(fixture.diagnostics().size() == 101U);
  Diagnostic const& last = fixture.diagnostics().back();
  BOOST_TEST(last.message == "900 more values of the front matter cannot be used.");
  BOOST_CHECK((last.where == Position{2, 305}));
}

BOOST_AUTO_TEST_SUITE_END()
