// Protects: every JSON text is valid, and the one that JSON.stringify would write.
#include "json_writer.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

std::string string_json(std::string_view text) {
  std::string json;
  write_json_string(json, text);
  return json;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_writer)

BOOST_AUTO_TEST_CASE(strings_are_escaped_as_javascript_does) {
  BOOST_TEST(string_json("汉\"\\/\b\f\n\r\t\x01\x1F\x7F🌟") ==
             "\"汉\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F🌟\"");
  BOOST_TEST(string_json("") == "\"\"");
}

BOOST_AUTO_TEST_CASE(names_get_commas_between_members_only) {
  std::string json = "{";
  write_json_name(json, "a");
  json += "{}";
  write_json_name(json, "b");
  json += '{';
  write_json_name(json, "c");
  BOOST_TEST(json == R"({"a":{},"b":{"c":)");
}

BOOST_AUTO_TEST_CASE(values_are_written_by_their_kind) {
  using Kind = Value::Kind;
  Value const value(
      std::vector<Member>{
          {"n", {}, Value()},
          {"l",
           {},
           Value(std::vector<Value>{Value(Kind::boolean, "TRUE", {}), Value(Kind::real, ".5", {}),
                                    Value(Kind::integer, "+7", {}), Value(Kind::string, "7", {})},
                 {})},
          {"m", {}, Value(std::vector<Member>{}, {})}},
      {});
  std::string json;
  write_json(json, value);
  BOOST_TEST(json == R"({"n":null,"l":[true,0.5,7,"7"],"m":{}})");
}

BOOST_AUTO_TEST_SUITE_END()
