// Protects: footnotes are numbered by their first use, and each link leads somewhere.
#include "footnotes.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// Footnotes `a`, `b` and `c`, and where they are written.
struct Fixture {
  /// Writes the text of a footnote.
  void define(std::size_t index, std::string_view html) {
    writer.enter(index, output);
    output.html += html;
    writer.leave(output);
  }
  std::string finished() {
    writer.finish(output);
    return output.finish();
  }

  FootnoteDefinitions definitions;
  Slugger slugger;
  FootnoteWriter writer = make();
  Output output;

 private:
  FootnoteWriter make() {
    for (std::string_view const label : {"a", "b", "c"}) definitions.add(label, 0);
    return {definitions, slugger};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(footnotes)

BOOST_AUTO_TEST_CASE(without_references_there_is_no_section) {
  Fixture notes;
  notes.define(0, "<p>x</p>\n");
  notes.output.html = "y";
  BOOST_TEST(notes.finished() == "y");
  BOOST_TEST(!notes.writer.is_used(0));
}

BOOST_AUTO_TEST_CASE(numbers_go_by_the_first_use_in_the_text_then_in_footnotes) {
  Fixture notes;
  notes.writer.enter(2, notes.output);
  BOOST_TEST(notes.writer.is_inside());
  notes.output.html += "<p>c";
  notes.writer.refer({0, true}, notes.output);
  notes.output.html += "</p>\n";
  notes.writer.leave(notes.output);
  BOOST_TEST(!notes.writer.is_inside());
  notes.define(0, "<p>a</p>\n");
  notes.define(1, "<ul></ul>\n");
  notes.output.html = "1";
  notes.writer.refer({1, true}, notes.output);
  notes.output.html += "2";
  notes.writer.refer({2, true}, notes.output);
  notes.output.html += "3";
  notes.writer.refer({1, false}, notes.output);
  BOOST_TEST(
      notes.finished() ==
      "1<sup class=\"footnote-ref\"><a href=\"#fn-b\" id=\"fnref-b\" role=\"doc-noteref\">1</a>"
      "</sup>2<sup class=\"footnote-ref\"><a href=\"#fn-c\" id=\"fnref-c\" "
      "role=\"doc-noteref\">2</a></sup>3<sup class=\"footnote-ref\" id=\"fnref-b-1\">1</sup>"
      "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"
      "<li id=\"fn-b\">\n<ul></ul>\n<p>"
      "<a href=\"#fnref-b\" class=\"footnote-backref\" role=\"doc-backlink\">↩</a> "
      "<a href=\"#fnref-b-1\" class=\"footnote-backref\" role=\"doc-backlink\">↩<sup>2</sup></a>"
      "</p>\n</li>\n"
      "<li id=\"fn-c\">\n<p>c<sup class=\"footnote-ref\"><a href=\"#fn-a\" id=\"fnref-a\" "
      "role=\"doc-noteref\">3</a></sup> "
      "<a href=\"#fnref-c\" class=\"footnote-backref\" role=\"doc-backlink\">↩</a></p>\n</li>\n"
      "<li id=\"fn-a\">\n<p>a "
      "<a href=\"#fnref-a\" class=\"footnote-backref\" role=\"doc-backlink\">↩</a></p>\n</li>\n"
      "</ol>\n</section>\n");
  BOOST_TEST(notes.writer.is_used(0));
}

BOOST_AUTO_TEST_CASE(a_reference_that_was_taken_back_leaves_no_link_to_it) {
  Fixture notes;
  Output::Mark const mark = notes.output.mark();
  notes.writer.refer({0, true}, notes.output);
  notes.output.truncate(mark);
  BOOST_TEST(notes.finished() == "");
}

BOOST_AUTO_TEST_CASE(ids_give_way_to_those_of_headings) {
  Fixture notes;
  BOOST_TEST(notes.slugger.unique_slug("fn-a") == "fn-a");
  notes.writer.refer({0, true}, notes.output);
  std::string const html = notes.finished();
  BOOST_TEST(html.find("href=\"#fn-a-1\"") != std::string::npos);
  BOOST_TEST(html.find("<li id=\"fn-a-1\">") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_inside_one_another_are_kept_apart) {
  Fixture notes;
  notes.output.html = "0";
  notes.writer.enter(0, notes.output);
  notes.output.html += "1";
  notes.writer.enter(1, notes.output);
  BOOST_TEST(notes.output.html.view() == "");
  notes.output.html += "2";
  notes.writer.leave(notes.output);
  BOOST_TEST(notes.output.html.view() == "1");
  BOOST_TEST(notes.writer.is_inside());
  notes.writer.leave(notes.output);
  BOOST_TEST(notes.output.html.view() == "0");
}

BOOST_AUTO_TEST_CASE(an_abandoned_text_is_empty_and_what_is_kept_is_counted) {
  Fixture notes;
  notes.output.html = "0123456789";
  notes.writer.enter(0, notes.output);
  notes.output.html += "<p>";
  BOOST_TEST(notes.writer.size() == 10U);
  notes.writer.abandon(notes.output);
  BOOST_TEST(notes.writer.size() == 0U);
  notes.define(1, "<p>");
  BOOST_TEST(notes.writer.size() == 3U);
  notes.writer.refer({0, true}, notes.output);
  BOOST_TEST(notes.finished().find("<li id=\"fn-a\">\n<p><a ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_footnote_may_refer_to_itself) {
  Fixture notes;
  notes.writer.enter(0, notes.output);
  notes.writer.refer({0, true}, notes.output);
  notes.writer.leave(notes.output);
  notes.writer.refer({0, true}, notes.output);
  std::string const html = notes.finished();
  BOOST_TEST(html.find("id=\"fnref-a-1\"") != std::string::npos);
  BOOST_TEST(html.find("href=\"#fnref-a-1\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
