// Protects: no text becomes markup.
#include "html.h"

#include <boost/test/unit_test.hpp>

#include "utf8.h"

extern "C" {
#include <entity.h>  // md4c's table of HTML's character references
}

using namespace inkstone;

namespace {

std::string escaped(std::string_view text) {
  std::string html;
  append_escaped(html, text);
  return html;
}

std::string escaped_url(std::string_view url) {
  std::string html;
  append_escaped_url(html, url);
  return html;
}

std::string dereferenced(std::string_view reference) {
  std::string text;
  append_character_reference(text, reference);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(four_characters_are_escaped_and_no_other) {
  BOOST_TEST(escaped("<a href=\"x\">&'汉</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;'汉&lt;/a&gt;");
  BOOST_TEST(escaped("") == "");
  BOOST_TEST(escaped("&&") == "&amp;&amp;");
}

BOOST_AUTO_TEST_CASE(text_is_escaped_the_same_whatever_stands_behind_it) {
  std::string const body(40, 'a');
  for (std::size_t size = 1; size < body.size(); ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text = body;
      text[place] = '<';
      text[size] = '"';
      HtmlBuffer html;
      html += "x";
      append_escaped(html, std::string_view(text).substr(0, size), text.size() - size);
      html += 'y';
      std::string const expected =
          "x" + body.substr(0, place) + "&lt;" + body.substr(0, size - place - 1) + "y";
      BOOST_REQUIRE(html.view() == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(urls_are_percent_encoded_once) {
  BOOST_TEST(escaped_url("https://e.org/a b?q=汉&r=\"<>#x") ==
             "https://e.org/a%20b?q=%E6%B1%89&amp;r=%22%3C%3E#x");
  BOOST_TEST(escaped_url("a%20b") == "a%20b");
}

BOOST_AUTO_TEST_CASE(character_references_are_looked_up) {
  BOOST_TEST(dereferenced("&amp;") == "&");
  BOOST_TEST(dereferenced("&nbsp;") == "\u00A0");
  BOOST_TEST(dereferenced("&ngE;") == "\u2267\u0338");
  BOOST_TEST(dereferenced("&#42;") == "*");
  BOOST_TEST(dereferenced("&#x1F31F;") == "🌟");
  BOOST_TEST(dereferenced("&#X4e2d;") == "中");
  BOOST_TEST(dereferenced("&unknown;") == "&unknown;");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_no_character_become_the_replacement_character) {
  for (std::string_view const reference :
       {"&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#9999999;"}) {
    BOOST_TEST(dereferenced(reference) == "\uFFFD");
  }
}

BOOST_AUTO_TEST_CASE(every_reference_of_md4c_s_table_is_known) {
  ENTITY const* const first = entity_lookup("&AElig;", 7);
  ENTITY const* const last = entity_lookup("&zwnj;", 6);
  BOOST_REQUIRE(first != nullptr);
  BOOST_REQUIRE(last != nullptr);
  BOOST_TEST(last - first + 1 == 2125);
  for (ENTITY const* entity = first; entity <= last; ++entity) {
    std::string expected;
    append_utf8(expected, entity->codepoints[0]);
    if (entity->codepoints[1] != 0) append_utf8(expected, entity->codepoints[1]);
    BOOST_TEST(dereferenced(entity->name) == expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()
