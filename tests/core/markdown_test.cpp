// Protects: the HTML. tests/conformance/ adds the CommonMark specification's own examples.
#include "markdown.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"
#include "md4c_reference.h"

using namespace inkstone;

namespace {

std::string html_of(std::string_view markdown, RenderOptions const& options = {}) {
  return render(markdown, options).html;
}

/// The HTML with bold lines left as they are.
std::string html_of_text(std::string_view markdown) {
  RenderOptions options;
  options.bold_headings = BoldHeadings::off;
  return html_of(markdown, options);
}

constexpr std::string_view everything = R"(# Heading *one* `code` &amp; [link](/u "t")

Setext
======

Paragraph with *em*, **strong**, ~~del~~, `a < b`, <b>raw</b>, &copy; &bogus; \* hard\
break, two  
spaces, soft
break. 汉字 & "quotes" <https://e.org/?a=1&b=2> <me@e.org> www.e.org https://e.org/x_y

> quote
> > nested

- tight
  - nested
- [ ] task
- [x] done

1. loose

2. items

7) start

***

```c++ title="x"
int a = b < c && d > "e";
```

    indented

<div class="x">
raw *block*
</div>

![alt *em* `code` ![inner](/i)](/img.png "title") ![](<a b>)

| a | b | c | d |
|---|:--|:-:|--:|
| 1 | *2* | `|` | 4 |

[ref]: /ref 'Ref "title"'

[ref] [text][ref] ![image][ref]
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(without_our_features_the_output_is_that_of_md4c_to_the_byte) {
  RenderOptions options = plain_options(true);
  BOOST_TEST(html_of(everything, options) == html_of_md4c(everything, md4c_flags(true)));
  options.gfm = false;
  BOOST_TEST(html_of(everything, options) == html_of_md4c(everything, md4c_flags(false)));
}

BOOST_AUTO_TEST_CASE(text_without_cjk_and_long_runs_is_not_touched_by_reading_emphasis_anew) {
  RenderOptions options = plain_options(true);
  std::string const before = html_of(everything, options);
  options.cjk_friendly = true;
  options.repair_emphasis = true;
  BOOST_TEST(html_of(everything, options) == before);
}

BOOST_AUTO_TEST_CASE(emphasis_that_converters_mangled_is_read_as_it_was_meant) {
  struct Case {
    std::string_view markdown;
    std::string_view html;
  };
  for (auto const& [markdown, html] :
       {Case{"**文****/何伊然****编辑**/刘宇翔****",
             "<strong>文</strong><strong>/何伊然</strong><strong>编辑</strong>/刘宇翔"},
        Case{"**A****B**", "<strong>A</strong><strong>B</strong>"},
        Case{"**由于。****请关注🌟**", "<strong>由于。</strong><strong>请关注🌟</strong>"},
        Case{"**A ****B**", "<strong>A B</strong>"}, Case{"**A**** B", "<strong>A</strong> B"},
        Case{"**甲******乙**", "<strong>甲</strong><strong>乙</strong>"},
        Case{"**甲**乙****丙", "<strong>甲</strong>乙丙"},
        Case{"甲****乙** **丙**", "甲<strong>乙</strong> <strong>丙</strong>"},
        Case{"****甲**乙", "<strong>甲</strong>乙"}}) {
    BOOST_TEST_CONTEXT(markdown) {
      BOOST_TEST(html_of_text(markdown) == "<p>" + std::string(html) + "</p>\n");
    }
  }
}

BOOST_AUTO_TEST_CASE(asterisks_that_are_no_emphasis_stay) {
  for (std::string_view const text :
       {"138****1234", "甲****乙", "a ****", "**** 甲", "pass****word"}) {
    BOOST_TEST(html_of_text(text) == "<p>" + std::string(text) + "</p>\n");
  }
  BOOST_TEST(html_of_text("**电话**：138****1234，密码 ab****cd") ==
             "<p><strong>电话</strong>：138****1234，密码 ab****cd</p>\n");
  BOOST_TEST(html_of_text("**电话138****1234**") == "<p><strong>电话138****1234</strong></p>\n");
  BOOST_TEST(html_of_text("****") == "<hr>\n");
}

BOOST_AUTO_TEST_CASE(code_urls_and_html_keep_their_asterisks) {
  RenderOptions options;
  options.html = HtmlPolicy::trusted;
  std::string_view const markdown =
      "**甲** `**“乙”**丙****` <b title=\"**“乙”**丙****\">x</b> [a](/甲**“乙”**丙**** \"甲****\") "
      "<https://e.org/****> **丁****\n\n"
      "https://e.org/****/x\n\n"
      "```**“乙”**丙\n**甲****\n```\n\n    **“甲”**乙****\n";
  BOOST_TEST(html_of(markdown, options) ==
             "<p><strong>甲</strong> <code>**“乙”**丙****</code> "
             "<b title=\"**“乙”**丙****\">x</b> "
             "<a href=\"/%E7%94%B2**%E2%80%9C%E4%B9%99%E2%80%9D**%E4%B8%99****\" "
             "title=\"甲****\">a</a> "
             "<a href=\"https://e.org/****\">https://e.org/****</a> <strong>丁</strong></p>\n"
             "<p><a href=\"https://e.org/****/x\">https://e.org/****/x</a></p>\n"
             "<pre><code class=\"language-**“乙”**丙\">**甲****\n</code></pre>\n"
             "<pre><code>**“甲”**乙****\n</code></pre>\n");
}

BOOST_AUTO_TEST_CASE(no_repair_reaches_into_a_link) {
  BOOST_TEST(html_of_text("**粗** www.example.org/?q=1****1end 后") ==
             "<p><strong>粗</strong> <a href=\"http://www.example.org/?q=1****1end\">"
             "www.example.org/?q=1****1end</a> 后</p>\n");
  BOOST_TEST(html_of_text("**A****B** <****@l>") ==
             "<p><strong>A</strong><strong>B</strong> "
             "<a href=\"mailto:****@l\">****@l</a></p>\n");
}

BOOST_AUTO_TEST_CASE(a_link_that_md4c_ends_twice_is_ended_once) {
  BOOST_TEST(html_of("[]([)]()") == "<p><a href=\"%5B\"></a></p>\n");
}

BOOST_AUTO_TEST_CASE(an_author_may_write_what_marks_are_made_of_as_character_references) {
  BOOST_TEST(html_of_text("[a](/u \"&#xFDE0;x&#xFDD0;\") **甲****乙**") ==
             "<p><a href=\"/u\" title=\"\uFDE0x\uFDD0\">a</a> "
             "<strong>甲</strong><strong>乙</strong></p>\n");
}

BOOST_AUTO_TEST_CASE(positions_are_those_of_the_source_behind_marks_too) {
  Article const article = render("他说**“你好”**然后 **甲****乙** [x](javascript:y)\n");
  BOOST_REQUIRE(article.diagnostics.size() == 1U);
  BOOST_CHECK((article.diagnostics[0].where == Position{1, 29}));
}

BOOST_AUTO_TEST_CASE(headings_and_alternative_texts_hold_no_marks) {
  Article const article = render("## 他说**“你好”**然后\n\n![甲**“乙”**丙](u)\n");
  BOOST_TEST(article.toc[0].text == "他说“你好”然后");
  BOOST_TEST(article.toc[0].id == "他说你好然后");
  BOOST_TEST(article.html.find("alt=\"甲“乙”丙\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_break_is_no_space_between_chinese_or_japanese_characters) {
  BOOST_TEST(html_of("甲\n乙\n**丙**\n“丁") == "<p>甲乙<strong>丙</strong>\n“丁</p>\n");
  BOOST_TEST(html_of("かな\nカナ。\n字") == "<p>かなカナ。字</p>\n");
  BOOST_TEST(
      html_of("甲\nb\n丙\n한\n글\n![](u)") ==
      "<p>甲\nb\n丙\n한\n글\n<img src=\"u\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n");
  BOOST_TEST(html_of("甲  \n乙") == "<p>甲<br>\n乙</p>\n");
  BOOST_TEST(render("甲\n乙\n===\n").toc[0].text == "甲乙");
  RenderOptions options;
  options.join_cjk_lines = false;
  BOOST_TEST(html_of("甲\n乙", options) == "<p>甲\n乙</p>\n");
}

BOOST_AUTO_TEST_CASE(a_line_break_that_nothing_follows_stays_in_its_own_block) {
  // md4c leaves one behind a link without text, and two behind a code span that ends a line.
  BOOST_TEST(html_of("[](u[\n](v)\n\n# a\n").find("<h1 id=\"a\">a</h1>") != std::string::npos);
  BOOST_TEST(html_of("[a\n](u)\n\n# a\n").find("<h1 id=\"a\">a</h1>") != std::string::npos);
  BOOST_TEST(html_of("![a\n](u)b").find("alt=\"a \"") != std::string::npos);
  BOOST_TEST(html_of("``\nf0\n``\nfoo") == "<p><code>f0</code>\n\nfoo</p>\n");
}

BOOST_AUTO_TEST_CASE(bold_lines_are_titles_where_there_is_no_heading) {
  std::string_view const body =
      "**01**\n\ntext **bold**\n\n**一**\n\n> **quoted**\n\n- **item**\n\n**01**\n";
  Article const article = render(body);
  BOOST_TEST(article.html ==
             "<p id=\"01\"><strong>01</strong></p>\n<p>text <strong>bold</strong></p>\n"
             "<p id=\"一\"><strong>一</strong></p>\n"
             "<blockquote>\n<p><strong>quoted</strong></p>\n</blockquote>\n"
             "<ul>\n<li><strong>item</strong></li>\n</ul>\n"
             "<p id=\"01-1\"><strong>01</strong></p>\n");
  BOOST_REQUIRE(article.toc.size() == 3U);
  BOOST_CHECK((article.toc[2] == TocEntry{2, "01-1", "01", {}}));

  RenderOptions options;
  options.heading_ids = false;
  BOOST_TEST(render(body, options).html.find("id=") == std::string::npos);
  BOOST_TEST(render(body, options).toc.size() == 3U);
  options.bold_headings = BoldHeadings::off;
  BOOST_TEST(render(body, options).toc.empty());
  BOOST_TEST(render("# a\n\n**b**\n").toc.size() == 1U);
  BOOST_TEST(render("**a** ![b](c)\n\n**d** e\n").toc.empty());
}

BOOST_AUTO_TEST_CASE(headings_get_ids_and_are_listed_with_their_text) {
  std::string_view const text = "# A *b* `c` &amp;\n\n## A b c &\n\nx\ny\n===\n\n### ![pic](p)\n";
  Article const article = render(text);
  BOOST_TEST(
      article.html ==
      "<h1 id=\"a-b-c-\">A <em>b</em> <code>c</code> &amp;</h1>\n"
      "<h2 id=\"a-b-c--1\">A b c &amp;</h2>\n"
      "<h1 id=\"x-y\">x\ny</h1>\n"
      "<h3 id=\"pic\"><img src=\"p\" alt=\"pic\" loading=\"lazy\" decoding=\"async\"></h3>\n");
  BOOST_TEST(article.toc[0].text == "A b c &");
  BOOST_TEST(article.toc[1].text == "x y");
  BOOST_TEST(article.toc[1].children[0].text == "pic");
}

BOOST_AUTO_TEST_CASE(raw_html_is_shown_as_text) {
  BOOST_TEST(html_of("a <b onclick=\"x\">c</b>") ==
             "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n");
  BOOST_TEST(html_of("<script>\nalert(1)\n</script>\n") ==
             "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
}

BOOST_AUTO_TEST_CASE(comments_are_dropped_but_nothing_beside_them) {
  BOOST_TEST(html_of("a <!-- x\ny --> b <!--> c") == "<p>a  b  c</p>\n");
  BOOST_TEST(html_of("<!-- x -->\n") == "");
  BOOST_TEST(html_of("<!-- x --> text <!---->\n") == "<p> text</p>\n");
  BOOST_TEST(html_of("<!-- never closed\n\ntext\n") == "<p>&lt;!-- never closed\n\ntext</p>\n");
}

BOOST_AUTO_TEST_CASE(raw_html_passes_where_it_is_allowed) {
  RenderOptions options;
  options.html = HtmlPolicy::trusted;
  BOOST_TEST(html_of("<div>\n*a*\n</div>\n\nb <i>c</i>", options) ==
             "<div>\n*a*\n</div>\n<p>b <i>c</i></p>\n");
}

BOOST_AUTO_TEST_CASE(html_in_an_images_text_cannot_leave_its_attribute) {
  for (HtmlPolicy const policy : {HtmlPolicy::escape, HtmlPolicy::trusted}) {
    RenderOptions options;
    options.html = policy;
    BOOST_TEST(
        html_of("![<x title=\" y\" onerror=\"alert(1)\">](/u)", options) ==
        "<p><img src=\"/u\" alt=\"&lt;x title=&quot; y&quot; onerror=&quot;alert(1)&quot;&gt;\""
        " loading=\"lazy\" decoding=\"async\"></p>\n");
  }
}

BOOST_AUTO_TEST_CASE(refused_urls_leave_their_text_and_are_reported_where_they_stand) {
  Article const article =
      render("ok\n\n[a](javascript:alert(1)) ![b](data:text/html,x) <vbscript:x>\n");
  BOOST_TEST(article.html ==
             "<p>ok</p>\n<p><a>a</a> <img alt=\"b\" loading=\"lazy\" decoding=\"async\"> "
             "<a>vbscript:x</a></p>\n");
  BOOST_REQUIRE(article.diagnostics.size() == 3U);
  BOOST_CHECK((article.diagnostics[0].where == Position{3, 5}));
  BOOST_CHECK((article.diagnostics[1].where == Position{3, 31}));
}

BOOST_AUTO_TEST_CASE(schemes_are_looked_for_after_character_references_are_decoded) {
  for (std::string_view const markdown :
       {"[a](java&#115;cript:x)", "[a](&#x6a;avascript:x)", "[a](javascript&colon;x)",
        "[a](&#1;javascript:x)", "[a](java&Tab;script:x)", "[a](java&NewLine;script:x)",
        "[a]\n\n[a]: JAVASCRIPT:x", "[a](javascript\\:x)"}) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(html_of(markdown) == "<p><a>a</a></p>\n"); }
  }
}

BOOST_AUTO_TEST_CASE(a_flood_of_refused_urls_is_reported_in_bounds) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "[a](javascript:x)\n";
  Article const article = render(text);
  BOOST_TEST(article.diagnostics.size() == 101U);
  BOOST_TEST(article.diagnostics.back().message == "900 more URLs are not allowed and left out.");
}

BOOST_AUTO_TEST_CASE(a_code_block_keeps_its_whole_info_string) {
  BOOST_TEST(html_of("```js title=\"a&b\" {1,3}\nx\n```\n") ==
             "<pre><code class=\"language-js\" data-info=\"js title=&quot;a&amp;b&quot; {1,3}\">x\n"
             "</code></pre>\n");
  BOOST_TEST(html_of("```js\nx\n```\n") == "<pre><code class=\"language-js\">x\n</code></pre>\n");
}

BOOST_AUTO_TEST_CASE(tables_are_aligned_without_styles) {
  BOOST_TEST(html_of("|a|\n|:-:|\n|b|\n") ==
             "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
             "<td align=\"center\">b</td>\n</tr>\n</tbody>\n</table>\n");
}

BOOST_AUTO_TEST_CASE(gfm_can_be_switched_off) {
  RenderOptions options;
  options.gfm = false;
  BOOST_TEST(html_of("~~a~~ www.e.org\n\n- [ ] b\n", options) ==
             "<p>~~a~~ www.e.org</p>\n<ul>\n<li>[ ] b</li>\n</ul>\n");
}

BOOST_AUTO_TEST_SUITE_END()
