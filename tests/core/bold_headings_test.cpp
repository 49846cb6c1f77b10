// Protects: titles are told from bold sentences.
#include "bold_headings.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(bold_headings)

BOOST_AUTO_TEST_CASE(short_bold_lines_can_be_titles) {
  for (std::string_view const text :
       {"01", "/不写平庸的故事/", "或许，硅谷更需要", "“强心剂”", "第一章 (上)", "A title"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(can_be_title(text)); }
  }
}

BOOST_AUTO_TEST_CASE(sentences_and_ornaments_cannot) {
  for (std::string_view const text : {"他走了。", "“对于技术人员来说，是一种成就。”", "真的吗？）",
                                      "Wait…", "注意：", "Dr.", "——", "***", "", "   ", "🌟"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!can_be_title(text)); }
  }
}

BOOST_AUTO_TEST_CASE(forty_characters_are_the_most) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "字";
  BOOST_TEST(can_be_title(text));
  BOOST_TEST(!can_be_title(text + "字"));
}

BOOST_AUTO_TEST_CASE(paragraphs_with_anything_beside_the_bold_are_none) {
  BoldHeadingFinder finder;
  Output output;
  output.html = "<p>1</p><p>2</p><p>3</p>";
  finder.enter_paragraph(2);
  finder.add_text("a", true);
  finder.add_text(" \u3000", false);
  finder.leave_paragraph();
  finder.enter_paragraph(10);
  finder.add_text("b", true);
  finder.add_text("c", false);
  finder.add_text("d", true);
  finder.leave_paragraph();
  finder.enter_paragraph(18);
  finder.add_text("e", true);
  finder.add_other();
  finder.leave_paragraph();
  Slugger slugger;
  HeadingCollector headings(slugger, true);
  finder.finish(headings, output);
  BOOST_REQUIRE(headings.entries().size() == 1U);
  BOOST_CHECK((headings.entries()[0] == TocEntry{2, "a", "a", {}}));
  BOOST_TEST(output.finish() == "<p id=\"a\">1</p><p>2</p><p>3</p>");
}

BOOST_AUTO_TEST_SUITE_END()
