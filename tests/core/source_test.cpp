// Protects: whatever bytes come in, the rest of the core sees clean text and true positions.
#include "source.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

struct Normalized {
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

Normalized normalize(std::string_view source) {
  Normalized result;
  std::string storage;
  result.text = normalize_source(source, storage, result.diagnostics);
  return result;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

void check_position(PositionFinder& finder, std::size_t offset, std::uint32_t line,
                    std::uint32_t column) {
  Position const found = finder.at(offset);
  BOOST_TEST(found.line == line);
  BOOST_TEST(found.column == column);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(a_fault_is_found_wherever_it_stands_among_ideographs) {
  for (std::string_view const fault :
       {"\xE4\xB8", "\x80", "\xED\xA0\x80", "\xE0\x80\x80", "\xFF"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      for (std::size_t ascii = 0; ascii < 3; ++ascii) {
        std::string const good = std::string(ascii, 'a') + repeat("汉", before);
        std::string const rest = repeat("字", 20);
        std::string const text = normalize(good + std::string(fault) + rest).text;
        BOOST_REQUIRE(text.starts_with(good + "\uFFFD"));
        BOOST_REQUIRE(text.ends_with("\uFFFD" + rest));
        BOOST_REQUIRE(normalize(good + rest).text == good + rest);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(clean_text_is_not_copied) {
  std::string_view const text = "# 标题\n\nplain text, longer than eight bytes\t\n🌟";
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const normalized = normalize_source(text, storage, diagnostics);
  BOOST_TEST(static_cast<void const*>(normalized.data()) == static_cast<void const*>(text.data()));
  BOOST_TEST(normalized.size() == text.size());
  BOOST_TEST(diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(a_bom_is_dropped) {
  BOOST_TEST(normalize("\xEF\xBB\xBF# a").text == "# a");
  BOOST_TEST(normalize("\xEF\xBB\xBF").text.empty());
}

BOOST_AUTO_TEST_CASE(every_line_ending_becomes_lf) {
  BOOST_TEST(normalize("a\r\nb\rc\nd\r\r\ne\r").text == "a\nb\nc\nd\n\ne\n");
}

BOOST_AUTO_TEST_CASE(invalid_bytes_become_replacement_characters_and_are_reported_once) {
  Normalized const result = normalize("ok\n\xE6\xB1\xFF\xFE!");
  BOOST_TEST(result.text == "ok\n\uFFFD\uFFFD\uFFFD!");
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::invalid_utf8);
  BOOST_CHECK((result.diagnostics[0].where == Position{2, 1}));
}

BOOST_AUTO_TEST_CASE(nul_becomes_a_replacement_character_and_is_reported) {
  Normalized const result = normalize(std::string_view("a\0b", 3));
  BOOST_TEST(result.text == "a\uFFFDb");
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::control_character);
  BOOST_CHECK((result.diagnostics[0].where == Position{1, 2}));
}

BOOST_AUTO_TEST_CASE(a_change_is_found_at_every_distance_from_the_beginning) {
  // The scan goes by words of eight bytes; no alignment may hide a byte from it.
  for (std::size_t distance = 0; distance < 40; ++distance) {
    std::string const before(distance, 'x');
    BOOST_TEST(normalize(before + "\ry").text == before + "\ny");
    BOOST_TEST(normalize(before + "\xFFy").text == before + "\uFFFDy");
  }
}

BOOST_AUTO_TEST_CASE(positions_count_lines_and_utf16_columns) {
  PositionFinder finder("ab\n汉字🌟x\n\n");
  check_position(finder, 0, 1, 1);
  check_position(finder, 2, 1, 3);
  check_position(finder, 3, 2, 1);
  check_position(finder, 9, 2, 3);
  check_position(finder, 13, 2, 5);
  check_position(finder, 15, 3, 1);
}

BOOST_AUTO_TEST_CASE(positions_may_be_asked_for_backwards_and_past_the_end) {
  PositionFinder finder("a\nb\nc");
  check_position(finder, 4, 3, 1);
  check_position(finder, 0, 1, 1);
  check_position(finder, 99, 3, 2);
}

BOOST_AUTO_TEST_CASE(a_place_outside_the_text_gives_the_last_position) {
  std::string const elsewhere = "elsewhere";
  PositionFinder finder("a\nb");
  check_position(finder, 2, 2, 1);
  BOOST_CHECK((finder.at(elsewhere.data()) == Position{2, 1}));
}

BOOST_AUTO_TEST_CASE(diagnostics_are_sorted_by_line_then_column_and_stay_in_order_at_one_place) {
  std::vector<Diagnostic> diagnostics;
  auto const add = [&](Position where, std::string const& message) {
    diagnostics.push_back({DiagnosticCode::metadata_type, where, message});
  };
  add({10, 1}, "d");
  add({2, 3}, "b");
  add({2, 3}, "c");
  add({2, 1}, "a");
  sort_by_place(diagnostics);
  std::string order;
  for (Diagnostic const& diagnostic : diagnostics) order += diagnostic.message;
  BOOST_TEST(order == "abcd");
}

BOOST_AUTO_TEST_SUITE_END()
