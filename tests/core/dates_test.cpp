// Protects: an article's dates are shown as they were written, or not at all: never shifted, never
// guessed.
#include "dates.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

using namespace inkstone;

namespace {

/// In a message, nothing reads as a word.
std::string read(std::string_view text) { return normalize_date(text).value_or("nothing"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(iso_8601_and_rfc_3339_are_read) {
  for (auto const& [text, expected] : {
           std::pair("2025-02-12", "2025-02-12"),
           std::pair("2025-02-12T18:55", "2025-02-12T18:55:00"),
           std::pair("2025-02-12T18:55:15", "2025-02-12T18:55:15"),
           std::pair("2025-02-12T18:55:15Z", "2025-02-12T18:55:15Z"),
           std::pair("2025-02-12t18:55:15z", "2025-02-12T18:55:15Z"),
           std::pair("2025-02-12T18:55:15+08:00", "2025-02-12T18:55:15+08:00"),
           std::pair("2025-02-12T18:55:15-03:30", "2025-02-12T18:55:15-03:30"),
           std::pair("2025-02-12T18:55:15+08", "2025-02-12T18:55:15+08:00"),
           std::pair("2025-02-12T18:55+0800", "2025-02-12T18:55:00+08:00"),
           std::pair("20250212", "2025-02-12"),
           std::pair("20250212T1855", "2025-02-12T18:55:00"),
           std::pair("20250212T185515Z", "2025-02-12T18:55:15Z"),
           std::pair("20250212T185515+0800", "2025-02-12T18:55:15+08:00"),
       }) {
    BOOST_TEST(read(text) == expected, text);
  }
}

BOOST_AUTO_TEST_CASE(blanks_and_slashes_are_read_as_people_write_them) {
  for (auto const& [text, expected] : {
           std::pair("2025-02-12 18:55:15", "2025-02-12T18:55:15"),
           std::pair("2025-02-12 18:55", "2025-02-12T18:55:00"),
           std::pair("2025-02-12  18:55", "2025-02-12T18:55:00"),
           std::pair("2025-02-12 18:55:15 +0800", "2025-02-12T18:55:15+08:00"),
           std::pair("2025-02-12 18:55:15 +08:00", "2025-02-12T18:55:15+08:00"),
           std::pair("2025-02-12 18:55:15 UTC", "2025-02-12T18:55:15Z"),
           std::pair("2025-02-12 18:55:15Z", "2025-02-12T18:55:15Z"),
           std::pair("2025/02/12", "2025-02-12"),
           std::pair("2025/02/12 18:55", "2025-02-12T18:55:00"),
           std::pair("2025/02/12 18:55:15", "2025-02-12T18:55:15"),
           std::pair("2025/02/12T18:55:15+08:00", "2025-02-12T18:55:15+08:00"),
       }) {
    BOOST_TEST(read(text) == expected, text);
  }
}

BOOST_AUTO_TEST_CASE(rfc_1123_and_rfc_822_are_read) {
  for (auto const& [text, expected] : {
           std::pair("Wed, 12 Feb 2025 18:55:15 +0800", "2025-02-12T18:55:15+08:00"),
           std::pair("Wed, 12 Feb 2025 18:55:15 GMT", "2025-02-12T18:55:15Z"),
           std::pair("Wed, 12 Feb 2025 18:55:15 UT", "2025-02-12T18:55:15Z"),
           std::pair("Wed,12 Feb 2025 18:55 GMT", "2025-02-12T18:55:00Z"),
           std::pair("wed, 2 FEB 2025 08:05:05 gmt", "2025-02-02T08:05:05Z"),
           std::pair("12 Feb 2025 18:55:15 -0000", "2025-02-12T18:55:15Z"),
           std::pair("12 Feb 25 18:55 +0800", "2025-02-12T18:55:00+08:00"),
           std::pair("12 Feb 49", "2049-02-12"),
           std::pair("12 Feb 50", "1950-02-12"),
           std::pair("12 Feb 2025", "2025-02-12"),
           std::pair("12 Feb 2025 18:55:15", "2025-02-12T18:55:15"),
       }) {
    BOOST_TEST(read(text) == expected, text);
  }
}

BOOST_AUTO_TEST_CASE(every_month_has_a_name) {
  int number = 0;
  for (std::string const month :
       {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}) {
    std::string const digits = std::to_string(++number);
    BOOST_TEST(read("01 " + month + " 2025") ==
               "2025-" + std::string(2 - digits.size(), '0') + digits + "-01");
  }
}

BOOST_AUTO_TEST_CASE(fractions_of_a_second_are_dropped_and_nothing_is_rounded) {
  BOOST_TEST(read("2025-02-12T18:55:15.123Z") == "2025-02-12T18:55:15Z");
  BOOST_TEST(read("2025-12-31T23:59:59.999999999+08:00") == "2025-12-31T23:59:59+08:00");
  BOOST_TEST(read("2025-02-12 18:55:15,5") == "2025-02-12T18:55:15");
  for (std::string const text : {"2025-02-12T18:55:15.", "2025-02-12T18:55.5"}) {
    BOOST_TEST(read(text) == "nothing", text);
  }
}

BOOST_AUTO_TEST_CASE(zones_are_kept_and_utc_is_never_west) {
  BOOST_TEST(read("2025-02-12T00:00:00+14:00") == "2025-02-12T00:00:00+14:00");
  BOOST_TEST(read("2025-02-12T00:00:00+00:00") == "2025-02-12T00:00:00+00:00");
  BOOST_TEST(read("2025-02-12T00:00:00-00:00") == "2025-02-12T00:00:00Z");
  BOOST_TEST(read("2025-02-12T00:00:00-00:30") == "2025-02-12T00:00:00-00:30");
  for (std::string const zone :
       {"+24:00", "+08:60", "+8", "+8:00", "+080", "+08:0", "+08:00:00", "+08:", "+", "-", "CST",
        "EST", "Zz", "Z+08:00", "GMT+8", "Asia/Shanghai", "[UTC]"}) {
    BOOST_TEST(read("2025-02-12T18:55:15" + zone) == "nothing", zone);
  }
}

BOOST_AUTO_TEST_CASE(the_calendar_decides_which_days_there_are) {
  for (std::string const text :
       {"2024-02-29", "2000-02-29", "2025-01-31", "2025-04-30", "2025-12-31", "0001-01-01",
        "9999-12-31", "2025-02-12T00:00:00", "2025-02-12T23:59:59"}) {
    BOOST_TEST(read(text) == text);
  }
  for (std::string const text :
       {"2025-02-29", "2025-02-30", "1900-02-29", "2025-04-31", "2025-06-31", "2025-09-31",
        "2025-11-31", "2025-01-32", "2025-00-01", "2025-13-01", "2025-01-00", "0000-01-01",
        "00 Feb 2025", "30 Feb 2025", "20250230", "2025/02/30"}) {
    BOOST_TEST(read(text) == "nothing", text);
  }
}

BOOST_AUTO_TEST_CASE(the_clock_ends_before_24_and_has_no_second_60) {
  for (std::string const time :
       {"24:00:00", "25:00:00", "18:60:00", "23:59:60", "18:55:61", "99:99"}) {
    BOOST_TEST(read("2025-02-12T" + time) == "nothing", time);
  }
}

BOOST_AUTO_TEST_CASE(what_is_in_another_form_is_not_guessed) {
  for (std::string const text : {
           "",
           " ",
           "yesterday",
           "2025",
           "2025-02",
           "2025-2-3",
           "2025-02-3",
           "25-02-12",
           "12-02-2025",
           "12/02/2025",
           "02/12/2025",
           "2025.02.12",
           "2025-02/12",
           "2025/02-12",
           "2025--0212",
           "202502",
           "2025-0212",
           "12025-02-12",
           "-2025-02-12",
           "+2025-02-12",
           "2025-W07-3",
           "2025-043",
           "2025年02月12日",
           "２０２５-02-12",
           "2025-02-12T",
           "2025-02-12 ",
           " 2025-02-12",
           "2025-02-12Z",
           "2025-02-12 +08:00",
           "2025-02-12T18",
           "2025-02-12T18:5",
           "2025-02-12T1855",
           "2025-02-12T18:55:",
           "2025-02-12T18:55:1",
           "2025-02-12T18:5515",
           "20250212T18:55",
           "2025-02-12_18:55",
           "2025-02-12T 18:55",
           "2025-02-1218:55",
           "2025-02-12T18:55:15 x",
           "2025-02-12 6:55 PM",
           "Feb 12, 2025",
           "February 12, 2025",
           "12 February 2025",
           "12 Fev 2025",
           "12Feb2025",
           "12-Feb-2025",
           "12 Feb",
           "12 Feb 2",
           "12 Feb 202",
           "12 Feb 20250",
           "112 Feb 2025",
           "Wed 12 Feb 2025",
           "Wednesday, 12 Feb 2025",
           "Xyz, 12 Feb 2025",
           "Wed,",
           "Wed Feb 12 18:55:15 2025",
           "12 Feb 2025 1855",
           "12 Feb 2025T18:55",
           "1739357715",
       }) {
    BOOST_TEST(read(text) == "nothing", text);
  }
}

BOOST_AUTO_TEST_CASE(a_long_text_is_none) {
  BOOST_TEST(read(std::string(1'000'000, '1')) == "nothing");
  BOOST_TEST(read("2025-02-12" + std::string(1'000'000, ' ')) == "nothing");
  BOOST_TEST(read("2025-02-12T18:55:15." + std::string(1'000'000, '1')) == "2025-02-12T18:55:15");
}

BOOST_AUTO_TEST_SUITE_END()
