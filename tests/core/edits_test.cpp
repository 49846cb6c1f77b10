// Protects: the same Markdown is the same object, so that labels of links that hold one match.
#include "edits.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(edits)

BOOST_AUTO_TEST_CASE(what_has_the_same_source_is_the_same_object) {
  ObjectList objects;
  BOOST_TEST(objects.size() == 0U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$a$", "a"}) == 0U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$b$", "b"}) == 1U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$a$", "a"}) == 0U);
  BOOST_TEST(objects.size() == 2U);
  BOOST_TEST(objects[1].content == "b");
}

BOOST_AUTO_TEST_CASE(objects_of_different_kinds_or_numbers_are_different) {
  ObjectList objects;
  auto const begin = objects.add({ObjectKind::mark_begin, "==", {}});
  BOOST_TEST(objects.add({ObjectKind::mark_end, "==", {}}) != begin);
  auto const note = objects.add({ObjectKind::footnote, "", {}, 1});
  BOOST_TEST(objects.add({ObjectKind::footnote, "", {}, 11}) != note);
  BOOST_TEST(objects.add({ObjectKind::footnote, "", {}, 1}) == note);
  // What a source ends with does not pass for a number.
  auto const kind = std::string(1, static_cast<char>(ObjectKind::footnote));
  BOOST_TEST(objects.add({ObjectKind::footnote, kind + "1", {}, 1}) != note);
}

BOOST_AUTO_TEST_SUITE_END()
