// Protects: each heading gets its id in its own tag, and is listed under the name that readers see.
#include "headings.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(headings)

BOOST_AUTO_TEST_CASE(a_heading_is_named_by_its_text_and_its_tag_gets_the_id) {
  Slugger slugger;
  HeadingCollector collector(slugger, true);
  Output output;
  output.html = "<p>x</p><h2>A &amp; B";
  collector.add_text("x", false);
  collector.enter(11);
  collector.add_text("A & ", false);
  collector.add_text("picture", true);
  collector.add_text("B", false);
  collector.leave(2, output, std::nullopt);
  BOOST_TEST(output.finish() == "<p>x</p><h2 id=\"a--b\">A &amp; B");
  BOOST_CHECK((collector.entries().at(0) == TocEntry{2, "a--b", "A & B", {}}));
}

BOOST_AUTO_TEST_CASE(a_heading_without_text_is_named_by_its_picture) {
  Slugger slugger;
  HeadingCollector collector(slugger, true);
  Output output;
  output.html = "<h1>";
  collector.enter(3);
  collector.add_text("picture", true);
  collector.leave(1, output, std::nullopt);
  BOOST_TEST(collector.entries().at(0).text == "picture");
}

BOOST_AUTO_TEST_CASE(ids_can_be_left_out) {
  Slugger slugger;
  HeadingCollector collector(slugger, false);
  Output output;
  output.html = "<h1>a";
  collector.enter(3);
  collector.add_text("a", false);
  collector.leave(1, output, std::nullopt);
  BOOST_TEST(output.finish() == "<h1>a");
  BOOST_CHECK((collector.entries().at(0) == TocEntry{1, "", "a", {}}));
}

BOOST_AUTO_TEST_CASE(an_author_may_choose_the_id_and_classes) {
  Slugger slugger;
  HeadingCollector collector(slugger, true);
  Output output;
  output.html = "<h1>a";
  collector.enter(3);
  collector.add_text("a {#b .c}", false);
  collector.leave(1, output, HeadingAttributes{"b", "c"});
  collector.enter(3);
  collector.add_text("b", false);
  collector.leave(1, output, std::nullopt);
  BOOST_TEST(output.finish() == "<h1 id=\"b\" class=\"c\" id=\"b-1\">a");
  BOOST_CHECK((collector.entries().at(0) == TocEntry{1, "b", "a", {}}));
}

BOOST_AUTO_TEST_CASE(attributes_are_read_where_nothing_else_stands_in_the_braces) {
  BOOST_CHECK((read_heading_attributes("a {#b}") == HeadingAttributes{"b", ""}));
  BOOST_CHECK((read_heading_attributes("a{ .c  #汉字 .d }") == HeadingAttributes{"汉字", "c d"}));
  for (std::string_view const text :
       {"", "a", "a {}", "a { }", "a {b}", "a {#}", "a {#b} c", "a {#b #c}", "a {#b onclick=x}",
        "a {#b\"}", "a #b}", "{#a<}"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!read_heading_attributes(text)); }
  }
}

BOOST_AUTO_TEST_CASE(an_id_that_an_author_chose_is_unique_all_the_same) {
  Slugger slugger;
  HeadingCollector collector(slugger, false);
  Output output;
  output.html = "<h1>";
  for (int i = 0; i < 2; ++i) {
    collector.enter(3);
    collector.add_text("a {#b}", false);
    collector.leave(1, output, HeadingAttributes{"b", ""});
  }
  // Chosen ids stand where others are switched off, and none is a way out of its attribute.
  BOOST_TEST(collector.entries().at(0).id == "b");
  BOOST_TEST(collector.entries().at(1).id == "b-1");
  BOOST_TEST(collector.entries().at(1).text == "a");
}

BOOST_AUTO_TEST_CASE(attributes_of_any_length_are_read_in_linear_time) {
  std::string text = "a {";
  for (int i = 0; i < 300'000; ++i) text += ".b ";
  BOOST_TEST(read_heading_attributes(text + "}").value().classes.size() == 2U * 300'000 - 1);
  BOOST_TEST(!read_heading_attributes(std::string(1'000'000, '{') + "}"));
}

BOOST_AUTO_TEST_CASE(an_id_attribute_is_escaped) {
  BOOST_TEST(id_attribute("a\"b") == " id=\"a&quot;b\"");
  BOOST_TEST(id_attribute("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
