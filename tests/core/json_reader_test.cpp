// Protects: options from JavaScript arrive as they were given, and nonsense is refused.
#include "json_reader.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// The members as `name=text;`, with `!` behind what is not such an object.
std::string read(std::string_view json) {
  std::string text;
  bool const is_object =
      read_flat_json_object(json, [&text](std::string_view name, JsonScalar const& value) {
        text.append(name).append("=").append(value.is_null ? "<null>" : value.text).append(";");
        return true;
      });
  return is_object ? text : text + "!";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_reader)

BOOST_AUTO_TEST_CASE(flat_objects_are_read) {
  BOOST_TEST(read("{}") == "");
  BOOST_TEST(read(" { } ") == "");
  BOOST_TEST(read(R"({"a":1,"b":"x","c":true,"d":null})") == "a=1;b=x;c=true;d=<null>;");
  BOOST_TEST(read("{\n \"a\" : -1.5e3 ,\t\"b\": \"null\" }\n") == "a=-1.5e3;b=null;");
}

BOOST_AUTO_TEST_CASE(escapes_are_read) {
  BOOST_TEST(read(R"({"a":"\"\\\/\n\u4e2d\ud83c\udf1f"})") == "a=\"\\/\n中🌟;");
  BOOST_TEST(read(R"({"a":"\ud83cx","b":"\udf1f\ud83c\u0041"})") == "a=\uFFFDx;b=\uFFFD\uFFFDA;");
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused) {
  for (std::string_view const json :
       {"", "[]", "1", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1", "{a:1}", "{\"a\":[1]}",
        "{\"a\":{}}", "{\"a\":1} x", "{\"a\":\"x}", "{\"a\":\"\\q\"}", "{\"a\":\"\\u12\"}",
        "{\"a\":tru}", "{\"a\":\"\n\"}"}) {
    BOOST_TEST_CONTEXT(json) { BOOST_TEST(read(json).ends_with('!')); }
  }
}

BOOST_AUTO_TEST_CASE(the_visitor_can_end_the_reading) {
  int visits = 0;
  BOOST_TEST(read_flat_json_object(R"({"a":1,"b":2})",
                                   [&visits](auto, auto const&) { return ++visits != 1; }));
  BOOST_TEST(visits == 1);
}

BOOST_AUTO_TEST_SUITE_END()
