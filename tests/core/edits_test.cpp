// Protects: the same Markdown is the same object, so that labels of links that hold one match.
#include "edits.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(edits)

BOOST_AUTO_TEST_CASE(what_has_the_same_source_is_the_same_object) {
  ObjectList objects;
  BOOST_TEST(objects.size() == 0U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$a$", "a"}) == 0U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$b$", "b"}) == 1U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$b$", "b"}) == 1U);
  BOOST_TEST(objects.add({ObjectKind::formula, "$a$", "a"}) == 2U);
  BOOST_TEST(objects.size() == 3U);
  BOOST_TEST(objects[1].content == "b");
  BOOST_TEST(objects.first_equals() == (std::vector<std::uint32_t>{0, 1, 0}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_comes_by_turns_is_kept_once) {
  ObjectList objects;
  for (int i = 0; i < 1000; ++i) {
    BOOST_TEST(objects.add({ObjectKind::mark_begin, "==", {}}) == 0U);
    BOOST_TEST(objects.add({ObjectKind::mark_end, "==", {}}) == 1U);
  }
  BOOST_TEST(objects.size() == 2U);
}

BOOST_AUTO_TEST_CASE(labels_of_links_match_whatever_objects_they_hold) {
  BOOST_TEST(
      render("$b$ [a $x$][] $c$ [t][A $x$]\n\n[a $x$]: /u\n").html ==
      "<p><span class=\"math inline\">b</span> <a href=\"/u\">a <span class=\"math "
      "inline\">x</span></a> <span class=\"math inline\">c</span> <a href=\"/u\">t</a></p>\n");
}

BOOST_AUTO_TEST_CASE(objects_of_different_kinds_or_numbers_are_different) {
  ObjectList objects;
  auto const begin = objects.add({ObjectKind::mark_begin, "==", {}});
  BOOST_TEST(objects.add({ObjectKind::mark_end, "==", {}}) != begin);
  auto const note = objects.add({ObjectKind::footnote, "", {}, 1});
  BOOST_TEST(objects.add({ObjectKind::footnote, "", {}, 11}) != note);
  BOOST_TEST(objects.add({ObjectKind::footnote, "1", {}, 11}) != note);
  BOOST_TEST(objects.first_equals() == (std::vector<std::uint32_t>{0, 1, 2, 3, 4}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
