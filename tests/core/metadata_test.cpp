// Protects: a number of the front matter comes out as it went in, as JSON and as a double.
#include "inkstone/metadata.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;
using Kind = Value::Kind;

BOOST_AUTO_TEST_SUITE(metadata)

BOOST_AUTO_TEST_CASE(a_number_keeps_its_digits_as_json) {
  for (auto const& [kind, written, json, value] :
       {std::tuple(Kind::integer, "10", "10", 10.0), std::tuple(Kind::integer, "+007", "7", 7.0),
        std::tuple(Kind::integer, "0x1F", "31", 31.0), std::tuple(Kind::real, "-.5", "-0.5", -0.5),
        std::tuple(Kind::real, "1.10", "1.10", 1.1),
        std::tuple(Kind::real, "1e+3", "1.0e+3", 1000.0),
        std::tuple(Kind::real, "1e-999", "1.0e-999", 0.0)}) {
    Number const number(Value(kind, written, {}));
    BOOST_TEST(number.json() == json);
    BOOST_TEST(number.value() == value);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_zero) {
  for (Value const& value : {Value(), Value(Kind::string, "7", {}),
                             Value(Kind::boolean, "true", {}), Value(std::vector<Value>{}, {})}) {
    BOOST_CHECK(Number(value) == Number());
    BOOST_TEST(Number(value).json() == "0");
    BOOST_TEST(Number(value).value() == 0.0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
