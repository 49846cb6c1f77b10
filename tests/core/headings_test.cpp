// Protects: each heading gets its id in its own tag, and is listed under the name that readers see.
#include "headings.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(headings)

BOOST_AUTO_TEST_CASE(a_heading_is_named_by_its_text_and_its_tag_gets_the_id) {
  HeadingCollector collector(true);
  std::string html = "<p>x</p><h2>A &amp; B";
  collector.add_text("x", false);
  collector.enter(11);
  collector.add_text("A & ", false);
  collector.add_text("picture", true);
  collector.add_text("B", false);
  collector.leave(2, html);
  BOOST_TEST(html == "<p>x</p><h2 id=\"a--b\">A &amp; B");
  BOOST_CHECK((collector.entries().at(0) == TocEntry{2, "a--b", "A & B", {}}));
}

BOOST_AUTO_TEST_CASE(a_heading_without_text_is_named_by_its_picture) {
  HeadingCollector collector(true);
  std::string html = "<h1>";
  collector.enter(3);
  collector.add_text("picture", true);
  collector.leave(1, html);
  BOOST_TEST(collector.entries().at(0).text == "picture");
}

BOOST_AUTO_TEST_CASE(ids_can_be_left_out) {
  HeadingCollector collector(false);
  std::string html = "<h1>a";
  collector.enter(3);
  collector.add_text("a", false);
  collector.leave(1, html);
  BOOST_TEST(html == "<h1>a");
  BOOST_CHECK((collector.entries().at(0) == TocEntry{1, "", "a", {}}));
}

BOOST_AUTO_TEST_CASE(an_id_attribute_is_escaped) {
  BOOST_TEST(id_attribute("a\"b") == " id=\"a&quot;b\"");
  BOOST_TEST(id_attribute("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
