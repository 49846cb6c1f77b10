// Protects: front matter is typed exactly, placed exactly, and harmless whatever it holds.
#include "front_matter_reader.h"

#include <boost/test/unit_test.hpp>

#include "json_writer.h"

using namespace inkstone;

namespace {

struct Read {
  std::optional<FrontMatter> front_matter;
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] std::string json() const {
    std::string text;
    if (front_matter) write_json(text, *front_matter);
    return text;
  }
};

/// Reads `text` as if an opening fence stood on line 1.
Read read(std::string_view text, bool is_json = false, RenderOptions const& options = {}) {
  Read result;
  result.front_matter =
      read_front_matter(text, is_json, {2, 1}, FrontMatterLimits(options), result.diagnostics);
  return result;
}

void check(std::string_view yaml, std::string_view json) {
  Read const result = read(yaml);
  BOOST_TEST_CONTEXT(yaml) {
    BOOST_TEST(result.json() == json);
    BOOST_TEST(result.diagnostics.empty());
  }
}

void check_fault(std::string_view yaml, DiagnosticCode code, Position where,
                 std::string_view json) {
  Read const result = read(yaml);
  BOOST_TEST_CONTEXT(yaml.substr(0, 200)) {
    BOOST_REQUIRE(result.diagnostics.size() == 1U);
    BOOST_TEST_CONTEXT(result.diagnostics[0].message << " at " << result.diagnostics[0].where.line
                                                     << ':' << result.diagnostics[0].where.column) {
      BOOST_CHECK(result.diagnostics[0].code == code);
      BOOST_CHECK(result.diagnostics[0].where == where);
      BOOST_TEST(result.json() == json);
    }
  }
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(front_matter_reader)

BOOST_AUTO_TEST_CASE(scalars_get_their_types_and_quoted_ones_stay_text) {
  check("a: 1\nb: \"1\"\nc: '1'\nd: true\ne: \"true\"\nf:\ng: ~\nh: ''\ni: 1.10\n",
        R"({"a":1,"b":"1","c":"1","d":true,"e":"true","f":null,"g":null,"h":"","i":1.10})");
  check("date: 2025-02-12\nat: 2025-02-12 18:55:15\n",
        R"({"date":"2025-02-12","at":"2025-02-12 18:55:15"})");
}

BOOST_AUTO_TEST_CASE(collections_nest_in_block_and_flow_style) {
  check("tags:\n  - a\n  - b: 1\n    c: [x, 'y', {z: 2}]\nempty: []\nnone: {}\n",
        R"({"tags":["a",{"b":1,"c":["x","y",{"z":2}]}],"empty":[],"none":{}})");
  check("tags:\n- a\n- - b\n  - c\n", R"({"tags":["a",["b","c"]]})");
}

BOOST_AUTO_TEST_CASE(block_and_folded_scalars_keep_their_lines) {
  check("a: |\n  one\n  two\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\n",
        R"({"a":"one\ntwo\n","b":"one two\nthree","c":"x\n\n"})");
}

BOOST_AUTO_TEST_CASE(escapes_in_double_quotes_are_read) {
  check(R"(a: "\t\"\u4e2d\U0001F31F\x41\n")", "{\"a\":\"\\t\\\"中🌟A\\n\"}");
}

BOOST_AUTO_TEST_CASE(every_escape_gives_valid_utf8) {
  // yaml-cpp writes three of YAML's escapes as single bytes.
  check(R"(a: "x\Ny\_z\0")", "{\"a\":\"x\u0085y\u00A0z\uFFFD\"}");
  Read const result = read("a: \"\\\u00E9\"\n");
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_TEST(result.diagnostics[0].message ==
             "The front matter cannot be read here: a backslash inside double quotes begins an "
             "escape that YAML does not know.");
}

BOOST_AUTO_TEST_CASE(a_fault_at_the_end_of_a_file_of_one_line_stands_on_that_line) {
  Read const result = read("{\"a\": '}", true);
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_TEST(result.diagnostics[0].where.line == 2U);
}

BOOST_AUTO_TEST_CASE(chinese_text_needs_no_quotes) {
  check("标题: 或许，硅谷：更需要\n", R"({"标题":"或许，硅谷：更需要"})");
}

BOOST_AUTO_TEST_CASE(comments_are_skipped) {
  check("# one\na: 1 # two\n# three\n", R"({"a":1})");
  check("# nothing else\n", "{}");
  check("", "{}");
}

BOOST_AUTO_TEST_CASE(aliases_stand_for_what_they_name) {
  check("a: &x [1, 2]\nb: *x\nc: &y z\nd: *y\n", R"({"a":[1,2],"b":[1,2],"c":"z","d":"z"})");
  Read const result = read("a: &x [1, 2]\nb: *x\n");
  BOOST_TEST(result.front_matter->find("a")->items().data() ==
             result.front_matter->find("b")->items().data());
}

BOOST_AUTO_TEST_CASE(merge_keys_are_ordinary_keys_as_in_yaml_1_2) {
  check("a: &x {p: 1}\nb:\n  <<: *x\n  q: 2\n", R"({"a":{"p":1},"b":{"<<":{"p":1},"q":2}})");
}

BOOST_AUTO_TEST_CASE(tags_can_make_text_of_anything) {
  check("a: !!str 12\nb: !mine 12\n", R"({"a":"12","b":12})");
}

BOOST_AUTO_TEST_CASE(keys_are_texts_as_written) {
  check("1: a\ntrue: b\n~: c\n\"q r\": d\n__proto__: e\n",
        R"({"1":"a","true":"b","":"c","q r":"d","__proto__":"e"})");
}

BOOST_AUTO_TEST_CASE(json_is_read_with_its_own_escapes) {
  Read const result = read(
      "{\n\t\"a\": \"\\ud83c\\udf1f \\u4e2d \\/ \\\\ud83c\",\n\t\"b\": [1, null, {\"c\": true}],\n"
      "\t\"d\": \"\\ud800!\"\n}",
      true);
  BOOST_TEST(result.diagnostics.empty());
  BOOST_TEST(result.json() ==
             "{\"a\":\"🌟 中 / \\\\ud83c\",\"b\":[1,null,{\"c\":true}],\"d\":\"\uFFFD!\"}");
}

BOOST_AUTO_TEST_CASE(values_and_keys_know_where_they_stand) {
  Read const result = read("标题: 甲\ntags:\n  - 乙\n  - \"丙\"\n");
  auto const members = result.front_matter->members();
  BOOST_CHECK((members[0].key_where == Position{2, 1}));
  BOOST_CHECK((members[0].value.where() == Position{2, 5}));
  BOOST_CHECK((members[1].value.items()[1].where() == Position{5, 5}));
}

BOOST_AUTO_TEST_CASE(a_fault_is_placed_and_the_keys_before_it_are_kept) {
  using enum DiagnosticCode;
  check_fault("a: 1\nb: c: d\n", front_matter_syntax, {3, 5}, R"({"a":1,"b":"c"})");
  check_fault("a: 1\nb: [1, 2\n", front_matter_syntax, {3, 4}, R"({"a":1})");
  check_fault("a: 1\nb: \"open\nc: 2\n", front_matter_syntax, {3, 1}, R"({"a":1})");
  check_fault("a: 1\nb: 2\n\tc: 3\n", front_matter_syntax, {4, 1}, R"({"a":1})");
  check_fault("a: 1\nb: *nowhere\n", front_matter_syntax, {3, 4}, R"({"a":1})");
  check_fault("a: 1\nb: @c\n", front_matter_syntax, {3, 4}, R"({"a":1})");
}

BOOST_AUTO_TEST_CASE(messages_speak_to_the_articles_author) {
  BOOST_TEST(read("a: b: c\n").diagnostics[0].message ==
             "The front matter cannot be read here: a `: ` stands inside a value; put the value in "
             "quotes.");
}

BOOST_AUTO_TEST_CASE(a_duplicate_key_is_reported_and_the_last_one_counts) {
  check_fault("a: 1\nb: 2\na: 3\n", DiagnosticCode::front_matter_duplicate_key, {4, 1},
              R"({"a":3,"b":2})");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_no_word_is_kept_as_its_json) {
  check_fault("? [x, y]\n: 1\n", DiagnosticCode::front_matter_complex_key, {2, 3},
              R"({"[\"x\",\"y\"]":1})");
}

BOOST_AUTO_TEST_CASE(what_is_no_mapping_is_no_front_matter) {
  for (std::string_view const text : {"just text\n", "- a\n- b\n", "\"quoted\"\n", "[1, 2]\n"}) {
    Read const result = read(text);
    BOOST_TEST(!result.front_matter);
    BOOST_TEST(result.diagnostics.empty());
  }
}

BOOST_AUTO_TEST_CASE(control_characters_are_replaced_and_reported_once) {
  check_fault("a: x\x04y\x01\nb: 2\n", DiagnosticCode::control_character, {2, 5},
              "{\"a\":\"x\uFFFDy\uFFFD\",\"b\":2}");
}

BOOST_AUTO_TEST_CASE(an_alias_inside_what_it_names_is_refused) {
  using enum DiagnosticCode;
  check_fault("a: 1\nb: &x [*x]\n", front_matter_cycle, {3, 8}, R"({"a":1})");
  check_fault("&r\na: *r\n", front_matter_cycle, {3, 4}, "{}");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused) {
  using enum DiagnosticCode;
  check("a: " + repeat("[", 99) + repeat("]", 99) + "\n",
        "{\"a\":" + repeat("[", 99) + repeat("]", 99) + "}");
  check_fault("a: " + repeat("[", 100) + repeat("]", 100) + "\n", front_matter_too_deep, {2, 103},
              "{}");
  // Deeper than yaml-cpp itself goes, and deeper than any stack.
  BOOST_TEST(read("a: " + repeat("[", 200'000)).diagnostics.size() == 1U);
  BOOST_TEST(read("a: " + repeat("{a: ", 50'000)).diagnostics.size() == 1U);
}

BOOST_AUTO_TEST_CASE(nesting_through_aliases_counts) {
  std::string yaml = "a0: &a0 " + repeat("[", 60) + repeat("]", 60) + "\n";
  yaml += "a1: " + repeat("[", 60) + "*a0" + repeat("]", 60) + "\n";
  Read const result = read(yaml);
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::front_matter_too_deep);
}

BOOST_AUTO_TEST_CASE(alias_bombs_are_refused) {
  std::string nodes = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  std::string bytes = "a0: &a0 " + std::string(1000, 'x') + "\n";
  for (int i = 1; i < 10; ++i) {
    std::string const previous = "*a" + std::to_string(i - 1);
    std::string const line = "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
                             previous + repeat(", " + previous, 9) + "]\n";
    nodes += line;
    bytes += line;
  }
  for (std::string const& yaml : {nodes, bytes}) {
    Read const result = read(yaml);
    BOOST_REQUIRE(result.diagnostics.size() == 1U);
    BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::front_matter_too_many_nodes);
    BOOST_TEST(result.front_matter->members().size() > 1U);
    BOOST_TEST(result.json().size() < 2 * FrontMatterLimits().expanded_bytes);
  }
}

BOOST_AUTO_TEST_CASE(keys_within_keys_do_not_grow_without_end) {
  // As JSON within JSON each of them would have twice as many backslashes as the one inside it.
  for (std::size_t const depth : {30U, 99U}) {
    Read const result = read(repeat("? ", depth) + "b\n");
    BOOST_CHECK(result.diagnostics.back().code == DiagnosticCode::front_matter_too_many_nodes);
    BOOST_TEST(result.json() == "{}");
    for (Diagnostic const& diagnostic : result.diagnostics) {
      BOOST_TEST(diagnostic.message.size() < 200U);
    }
  }
}

BOOST_AUTO_TEST_CASE(too_many_values_are_refused) {
  std::string const yaml = "a: [" + repeat(",", 100'001) + "]\n";
  Read const result = read(yaml);
  BOOST_REQUIRE(result.diagnostics.size() == 1U);
  BOOST_CHECK(result.diagnostics[0].code == DiagnosticCode::front_matter_too_many_nodes ||
              result.diagnostics[0].code == DiagnosticCode::front_matter_syntax);
  std::string const many = "a: [" + repeat("1,", 100'001) + "]\n";
  BOOST_CHECK(read(many).diagnostics[0].code == DiagnosticCode::front_matter_too_many_nodes);
}

BOOST_AUTO_TEST_CASE(large_front_matter_is_refused_unread) {
  check_fault("a: " + std::string(FrontMatterLimits().bytes, 'x'),
              DiagnosticCode::front_matter_too_large, {2, 1}, "{}");
}

/// Whether reading ended with this one finding.
bool is_refused(Read const& result, DiagnosticCode code, std::string_view message) {
  return result.diagnostics.size() == 1 && result.diagnostics[0].code == code &&
         result.diagnostics[0].message == message;
}

BOOST_AUTO_TEST_CASE(every_bound_holds_exactly_what_its_option_says) {
  using enum DiagnosticCode;
  RenderOptions options;
  options.max_front_matter_bytes = 5;
  BOOST_TEST(read("a: 1\n", false, options).json() == R"({"a":1})");
  BOOST_TEST(is_refused(read("a: 12\n", false, options), front_matter_too_large,
                        "The front matter has more than 5 bytes; it is left out."));
  options.max_front_matter_bytes = 0;
  BOOST_TEST(read("", false, options).diagnostics.empty());

  options = {};
  options.max_front_matter_depth = 2;
  BOOST_TEST(read("a: [1]\n", false, options).diagnostics.empty());
  BOOST_TEST(is_refused(read("a: [[1]]\n", false, options), front_matter_too_deep,
                        "The front matter is nested deeper than 2 levels here."));
  BOOST_TEST(is_refused(read("a: &a [1]\nb: [*a]\n", false, options), front_matter_too_deep,
                        "The front matter is nested deeper than 2 levels here."));
  options.max_front_matter_depth = 1;
  BOOST_TEST(read("a: 1\n", false, options).diagnostics.empty());

  options = {};
  options.max_front_matter_nodes = 3;
  BOOST_TEST(read("a: 1\n", false, options).diagnostics.empty());
  Read const refused = read("a: 1\nb: 2\n", false, options);
  BOOST_TEST(is_refused(refused, front_matter_too_many_nodes,
                        "The front matter holds more than 3 values from here on."));
  BOOST_TEST(refused.json() == R"({"a":1})");
}

BOOST_AUTO_TEST_CASE(aliases_may_write_out_ten_times_the_values_and_sixteen_times_the_bytes) {
  using enum DiagnosticCode;
  RenderOptions options;
  options.max_front_matter_nodes = 29;
  // Written out: 42 values, and 31 more for each `*b`; 8 of them are 290.
  auto const nodes = [](std::size_t count) {
    return "a: &a [1,2,3,4,5]\nb: &b [*a,*a,*a,*a,*a]\nc: [" + repeat("*b,", count) + "]\n";
  };
  BOOST_TEST(read(nodes(8), false, options).diagnostics.empty());
  BOOST_TEST(is_refused(read(nodes(9), false, options), front_matter_too_many_nodes,
                        "The front matter would hold more than 290 values from here on, once its "
                        "aliases are written out."));

  options = {};
  options.max_front_matter_bytes = 205;
  // Written out: 5 + 4 * 26 times the text, two keys of one byte and one that may have 8.
  auto const bytes = [](std::size_t key_size) {
    return "a: &a " + std::string(30, 'x') + "\nb: &b [*a,*a,*a,*a]\n" +
           std::string(key_size, 'c') + ": [" + repeat("*b,", 26) + "]\n";
  };
  BOOST_TEST(read(bytes(8), false, options).diagnostics.empty());
  BOOST_TEST(is_refused(read(bytes(9), false, options), front_matter_too_many_nodes,
                        "The front matter would hold more than 3280 bytes of text from here on, "
                        "once its aliases are written out."));
}

BOOST_AUTO_TEST_CASE(the_deepest_nesting_that_may_be_allowed_fits_the_stack) {
  RenderOptions options;
  for_each_option([&options](auto const& option) {
    if (option.name != "maxFrontMatterDepth") return;
    BOOST_TEST(!set_option(options, option.name, std::to_string(option.maximum)));
  });
  auto const depth = static_cast<std::size_t>(options.max_front_matter_depth);
  std::size_t const inner = depth - 1;
  std::string stairs = "a:\n";
  std::string keys;
  for (std::size_t i = 1; i <= inner; ++i) stairs += std::string(i, ' ') + "a:\n";
  for (std::string const& yaml : {"a: " + repeat("[", inner) + repeat("]", inner),
                                  "a: " + repeat("{a: ", inner) + "1" + repeat("}", inner),
                                  "a: " + repeat("[a: ", inner / 2) + "1" + repeat("]", inner / 2),
                                  "a:\n " + repeat("- ", inner) + "b", stairs}) {
    Read const result = read(yaml, false, options);
    BOOST_TEST_CONTEXT(yaml.substr(0, 20)) {
      BOOST_TEST(result.diagnostics.empty());
      BOOST_TEST(result.json().size() > depth);
    }
  }
  // One level more is our limit's business, and not yet yaml-cpp's.
  for (std::string const& yaml : {"a: " + repeat("[", depth) + repeat("]", depth),
                                  "a: " + repeat("{a: ", depth) + "1" + repeat("}", depth)}) {
    BOOST_TEST(is_refused(
        read(yaml, false, options), DiagnosticCode::front_matter_too_deep,
        "The front matter is nested deeper than " + std::to_string(depth) + " levels here."));
  }
}

BOOST_AUTO_TEST_CASE(text_behind_the_document_is_reported) {
  using enum DiagnosticCode;
  check_fault("{a: 1}\nb: 2\n", front_matter_trailing, {2, 1}, R"({"a":1})");
}

BOOST_AUTO_TEST_CASE(what_is_reported_at_the_end_stands_in_the_file) {
  std::string const text = "{\"a\": {? # \"\"]}, \"b\": \"\"}";
  std::vector<Diagnostic> diagnostics;
  auto const front_matter = read_front_matter(text, true, {3, 1}, FrontMatterLimits(), diagnostics);
  BOOST_TEST(!diagnostics.empty());
  for (Diagnostic const& diagnostic : diagnostics) {
    BOOST_TEST(diagnostic.where.line == 3U);
    BOOST_TEST(diagnostic.where.column <= text.size() + 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()
