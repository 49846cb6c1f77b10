// Protects: a value's type is the YAML 1.2 core schema's, and no number changes on its way to
// JavaScript.
#include "core_schema.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;
using Kind = Value::Kind;

namespace {

void check_kind(Kind kind, std::initializer_list<std::string_view> texts) {
  for (std::string_view const text : texts) {
    BOOST_TEST_CONTEXT(text) { BOOST_CHECK(resolve_plain_scalar(text) == kind); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_schema)

BOOST_AUTO_TEST_CASE(nulls_and_booleans_are_the_core_schemas_words_only) {
  check_kind(Kind::null, {"", "~", "null", "Null", "NULL"});
  check_kind(Kind::boolean, {"true", "True", "TRUE", "false", "False", "FALSE"});
  check_kind(Kind::string, {"nULL", "tRue", "yes", "no", "on", "off", "y", "n", "nil", "none"});
}

BOOST_AUTO_TEST_CASE(integers_are_decimal_octal_or_hexadecimal) {
  check_kind(Kind::integer, {"0", "-0", "+12", "-7", "007", "0o17", "0x1F", "9007199254740991",
                             "-9007199254740991"});
  check_kind(Kind::string, {"1_000", "0b1", "-0x1", "+0o7", "0x", "0o", "0o8", "0xG", "+", "-",
                            "1 2", "+-1", "0x-1"});
}

BOOST_AUTO_TEST_CASE(reals_have_a_point_or_an_exponent) {
  check_kind(Kind::real, {"1.5", "-.5", "+1.", "1e3", "1E-3", "1.5e+10", "0.0", "1e-999", "1e307"});
  check_kind(Kind::string, {".", "-.", "1e", "1e+", "e3", "1.2.3", "1,5"});
}

BOOST_AUTO_TEST_CASE(dates_and_versions_stay_text) {
  check_kind(Kind::string, {"2025-02-12", "2025-02-12 18:55:15", "2025-02-12T18:55:15Z", "18:55",
                            "1.2.3", "v1.0"});
}

BOOST_AUTO_TEST_CASE(what_javascript_would_change_stays_text) {
  check_kind(Kind::string, {"9007199254740992", "-9007199254740992", "123456789012345678901234",
                            ".inf", "-.inf", ".nan", "1e309", "1e99999999999999999999"});
}

BOOST_AUTO_TEST_CASE(json_numbers_are_valid_and_keep_their_value) {
  struct Case {
    std::string_view yaml;
    std::string_view json;
  };
  for (auto const& [yaml, json] :
       {Case{"007", "7"}, Case{"+12", "12"}, Case{"-0", "0"}, Case{"0x1F", "31"},
        Case{"0o17", "15"}, Case{"-9007199254740991", "-9007199254740991"}, Case{".5", "0.5"},
        Case{"-.5", "-0.5"}, Case{"+1.", "1.0"}, Case{"1.10", "1.10"}, Case{"00.5", "0.5"},
        Case{"1e3", "1.0e3"}, Case{"1.5E-3", "1.5e-3"}, Case{"1e+07", "1.0e+07"}}) {
    BOOST_TEST(json_number(yaml) == json);
  }
}

BOOST_AUTO_TEST_SUITE_END()
