// Protects: a table of names gives each name its characters, and gives nothing else any.
#include "name_table.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(name_table)

BOOST_AUTO_TEST_CASE(distances_add_up) {
  // 5 * 11 + 10 is `A`; the same character again; 1 behind it.
  NameTable const table("a%*also_a b!");
  BOOST_TEST(table.find("a") == "A");
  BOOST_TEST(table.find("also_a") == "A");
  BOOST_TEST(table.find("b") == "B");
}

BOOST_AUTO_TEST_CASE(other_characters_follow_as_they_are_or_by_their_signs) {
  NameTable const table("a%*{b!|c!}汉d!");
  BOOST_TEST(table.find("a") == "Aj");
  BOOST_TEST(table.find("b") == "B\uFE0F");
  BOOST_TEST(table.find("c") == "C\u200D汉");
  BOOST_TEST(table.find("d") == "D");
}

BOOST_AUTO_TEST_CASE(what_is_no_name_has_no_characters) {
  NameTable const table("ab%*c!");
  for (std::string_view const name : {"", "a", "b", "abc", "AB", "%", "ab%*"}) {
    BOOST_TEST(table.find(name) == "");
  }
  BOOST_TEST(NameTable("").find("a") == "");
}

BOOST_AUTO_TEST_SUITE_END()
