// Protects: typewriter punctuation becomes what a typesetter would have put, however the text is
// cut into pieces.
#include "smart_punctuation.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "utf8.h"

using namespace inkstone;

namespace {

std::string smart(std::string_view text) {
  SmartPunctuation punctuation;
  punctuation.start_block();
  return punctuation.replace(text);
}

using Expectation = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
void expect(std::array<Expectation, N> const& expectations) {
  for (auto const& [text, expected] : expectations) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(smart(text) == expected); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(smart_punctuation)

BOOST_AUTO_TEST_CASE(double_quotes_pair) {
  expect(std::array<Expectation, 9>{{
      {R"("a")", "“a”"},
      {R"(He said "no".)", "He said “no”."},
      {R"("Yes," he said, "I do.")", "“Yes,” he said, “I do.”"},
      {R"(("a") ["b"] {"c"})", "(“a”) [“b”] {“c”}"},
      {R"(a---"b"---c)", "a—“b”—c"},
      {R"(and/"or")", "and/“or”"},
      {R"("...and so on...")", "“…and so on…”"},
      {R"(a "" b "")", "a “” b “”"},
      {R"("1984", "2001")", "“1984”, “2001”"},
  }});
}

BOOST_AUTO_TEST_CASE(single_quotes_pair) {
  expect(std::array<Expectation, 5>{{
      {"'a'", "‘a’"},
      {"the 'big' one, 'small' ones", "the ‘big’ one, ‘small’ ones"},
      {"('a')", "(‘a’)"},
      {"'Yes,' he said.", "‘Yes,’ he said."},
      {"a--'b'--c", "a–‘b’–c"},
  }});
}

BOOST_AUTO_TEST_CASE(quotes_nest) {
  expect(std::array<Expectation, 4>{{
      {R"("'a' b")", "“‘a’ b”"},
      {R"("a 'b'")", "“a ‘b’”"},
      {R"('"a" b')", "‘“a” b’"},
      {R"('a "b"')", "‘a “b”’"},
  }});
}

BOOST_AUTO_TEST_CASE(apostrophes_are_no_opening_quotes) {
  expect(std::array<Expectation, 9>{{
      {"don't, l'été, O'Neill, д'Артаньян", "don’t, l’été, O’Neill, д’Артаньян"},
      {"the dogs' bowls", "the dogs’ bowls"},
      {R"("Macbeth"'s end, (a)'s b)", "“Macbeth”’s end, (a)’s b"},
      {"the '90s, class of '98.", "the ’90s, class of ’98."},
      {"'90 days' and '98'", "’90 days’ and ‘98’"},
      {"rock 'n' roll, rock 'n roll", "rock ’n’ roll, rock ’n roll"},
      {"'Tis, 'twas, get 'em", "’Tis, ’twas, get ’em"},
      {"'tissue' 'no' 'emu' '100'", "‘tissue’ ‘no’ ‘emu’ ‘100’"},
      {"'It's John's,' he said", "‘It’s John’s,’ he said"},
  }});
}

BOOST_AUTO_TEST_CASE(between_chinese_and_japanese_characters_quotes_take_turns) {
  expect(std::array<Expectation, 9>{{
      {R"(他说"你好"。)", "他说“你好”。"},
      {R"("你好"，他说："再见。")", "“你好”，他说：“再见。”"},
      {R"(用"API"接口和"B"口)", "用“API”接口和“B”口"},
      {R"(API"接口"API)", "API“接口”API"},
      {R"(他说'你好'。)", "他说‘你好’。"},
      {R"(用'API'和API'接口'。)", "用‘API’和API‘接口’。"},
      {R"(（"甲"）「"乙"」)", "（“甲”）「“乙”」"},
      {R"(他说："甲说'乙'。"然后)", "他说：“甲说‘乙’。”然后"},
      {R"(彼は"はい"と言った)", "彼は“はい”と言った"},
  }});
}

BOOST_AUTO_TEST_CASE(measures_close) {
  expect(std::array<Expectation, 2>{{
      {R"(6'2" tall, 5".)", "6’2” tall, 5”."},
      {R"(a 3.5" disk)", "a 3.5” disk"},
  }});
}

BOOST_AUTO_TEST_CASE(hyphens_become_dashes) {
  expect(std::array<Expectation, 9>{{
      {"a-b", "a-b"},
      {"1--2", "1–2"},
      {"a---b", "a—b"},
      {"----", "––"},
      {"-----", "—–"},
      {"------", "——"},
      {"-------", "—––"},
      {"--------", "––––"},
      {"-----------", "———–"},
  }});
}

BOOST_AUTO_TEST_CASE(dots_become_ellipses) {
  expect(std::array<Expectation, 5>{{
      {"a.", "a."},
      {"a..", "a.."},
      {"a...b", "a…b"},
      {"a....", "a…."},
      {"嗯......", "嗯……"},
  }});
}

BOOST_AUTO_TEST_CASE(other_text_stays) {
  for (std::string_view const text : {"", "a", "“a” ‘b’ – — …", "汉字🌟`*&"}) {
    BOOST_TEST(smart(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(quotes_go_round_what_stands_between_pieces) {
  SmartPunctuation punctuation;
  // "*a*" ("`b`") '**c**'s, each text and each piece of code on its own
  BOOST_TEST(punctuation.replace("\"") == "“");
  BOOST_TEST(punctuation.replace("a") == "a");
  BOOST_TEST(punctuation.replace("\" (\"") == "” (“");
  punctuation.pass('b');
  BOOST_TEST(punctuation.replace("\") '") == "”) ‘");
  BOOST_TEST(punctuation.replace("c") == "c");
  BOOST_TEST(punctuation.replace("'s") == "’s");
}

BOOST_AUTO_TEST_CASE(chinese_quotes_go_round_what_stands_between_pieces) {
  SmartPunctuation punctuation;
  BOOST_TEST(punctuation.replace("他说\"") == "他说“");
  BOOST_TEST(punctuation.replace("你好。") == "你好。");
  BOOST_TEST(punctuation.replace("\"") == "”");
  BOOST_TEST(punctuation.replace("又说：\"") == "又说：“");
  punctuation.pass('x');
  BOOST_TEST(punctuation.replace("\"。") == "”。");
}

BOOST_AUTO_TEST_CASE(what_passes_by_stands_before_a_quote) {
  SmartPunctuation punctuation;
  punctuation.pass('x');
  BOOST_TEST(punctuation.replace("'s \"") == "’s “");
  punctuation.start_block();
  punctuation.pass(' ');
  BOOST_TEST(punctuation.replace("'a") == "‘a");
}

BOOST_AUTO_TEST_CASE(what_follows_a_piece_decides_where_it_is_known) {
  SmartPunctuation punctuation;
  BOOST_TEST(punctuation.replace("a \"", 'b') == "a “");
  BOOST_TEST(punctuation.replace("b \"", ' ') == "b ”");
  BOOST_TEST(punctuation.replace("don'", 't') == "don’");
}

BOOST_AUTO_TEST_CASE(a_new_block_forgets_what_was_open) {
  SmartPunctuation punctuation;
  BOOST_TEST(punctuation.replace("\"a") == "“a");
  punctuation.start_block();
  BOOST_TEST(punctuation.replace("\"b\", 说\"c\"") == "“b”, 说“c”");
  BOOST_TEST(punctuation.replace(" \"d 说") == " “d 说");
  punctuation.start_block();
  BOOST_TEST(punctuation.replace("说\"e\"") == "说“e”");
}

BOOST_AUTO_TEST_CASE(where_a_text_is_cut_makes_no_difference) {
  constexpr std::string_view text =
      "\"Yes,\" said '张三', \"I don't.\" 他说：\"你好，'李四'\"。(\"a\")—\"b\"/'c' 6'2\"";
  std::string const whole = smart(text);
  for (std::size_t first = 0; first < text.size(); ++first) {
    if ((static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) continue;
    SmartPunctuation punctuation;
    char32_t const next = decode_utf8(text.substr(first)).code_point;
    std::string const cut = punctuation.replace(text.substr(0, first), next);
    BOOST_TEST(cut + punctuation.replace(text.substr(first)) == whole);
  }
}

BOOST_AUTO_TEST_CASE(long_runs_cost_linear_time) {
  std::string const quotes(1'000'000, '"');
  BOOST_TEST(smart(quotes).size() == 3 * quotes.size());
  BOOST_TEST(smart(std::string(3'000'000, '-')).size() == 3'000'000U);
}

BOOST_AUTO_TEST_SUITE_END()
