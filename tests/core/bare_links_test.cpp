// Protects: what is a link without any markup, by GitHub's rules and by those that CJK text adds.
// GitHub's own examples run in tests/conformance/gfm.test.js.
#include "bare_links.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

namespace {

struct Case {
  std::string_view markdown;
  std::string_view html;
};

std::string html_of(std::string_view markdown, RenderOptions const& options = {}) {
  return render(markdown, options).html;
}

/// The inline HTML, with the tags of each link as `{` and `}`; its URL is left out.
std::string links_of(std::string_view markdown) {
  RenderOptions options;
  options.bold_headings = BoldHeadings::off;
  std::string html = html_of(markdown, options);
  for (std::size_t begin = html.find("<a "); begin != std::string::npos; begin = html.find("<a ")) {
    html.replace(begin, html.find('>', begin) + 1 - begin, "{");
  }
  for (std::size_t end = html.find("</a>"); end != std::string::npos; end = html.find("</a>")) {
    html.replace(end, 4, "}");
  }
  BOOST_REQUIRE(html.starts_with("<p>") && html.ends_with("</p>\n"));
  return html.substr(3, html.size() - 8);
}

void check(std::initializer_list<Case> cases) {
  for (auto const& [markdown, html] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(links_of(markdown) == html); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bare_links)

BOOST_AUTO_TEST_CASE(a_link_leads_where_it_says) {
  BOOST_TEST(html_of("https://e.org/?a=1&b=2 www.e.org a@e.org mailto:a@e.org ftp://e.org") ==
             "<p><a href=\"https://e.org/?a=1&amp;b=2\">https://e.org/?a=1&amp;b=2</a> "
             "<a href=\"http://www.e.org\">www.e.org</a> "
             "<a href=\"mailto:a@e.org\">a@e.org</a> "
             "<a href=\"mailto:a@e.org\">mailto:a@e.org</a> "
             "<a href=\"ftp://e.org\">ftp://e.org</a></p>\n");
  BOOST_TEST(html_of("http://e.org:8080/中?q=文“ HTTPS://E.org/") ==
             "<p><a href=\"http://e.org:8080/%E4%B8%AD?q=%E6%96%87\">http://e.org:8080/中?q=文</a>"
             "“ <a href=\"HTTPS://E.org/\">HTTPS://E.org/</a></p>\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_url_is_no_link) {
  check(
      {{"://e.org http:/e.org http:// https://-e.org xhttp://e.org git://e.org",
        "://e.org http:/e.org http:// https://-e.org xhttp://e.org git://e.org"},
       {"www. www.. xwww.e.org /www.e.org WWW.e.org", "www. www.. xwww.e.org /www.e.org WWW.e.org"},
       {"http://a_b.org www.a.b_c http://a_b.c.org", "http://a_b.org www.a.b_c {http://a_b.c.org}"},
       {"@e.org a@ a@e a@e.1 a@.e.org a@e-.b_", "@e.org a@ a@e a@e.1 a@.e.org a@e-.b_"},
       {"https\\://e.org a\\@e.org", "https://e.org a@e.org"}});
}

BOOST_AUTO_TEST_CASE(chinese_text_may_touch_a_link) {
  check({{"见https://e.org/a，后面", "见{https://e.org/a}，后面"},
         {"https://e.org。后面", "{https://e.org}。后面"},
         {"https://e.org后面", "{https://e.org}后面"},
         {"见www.e.org后面", "见{www.e.org}后面"},
         {"（www.e.org）", "（{www.e.org}）"},
         {"“www.e.org”", "“{www.e.org}”"},
         {"网址：www.e.org、https://e.org/a；完", "网址：{www.e.org}、{https://e.org/a}；完"},
         {"邮箱a@e.org。或b@e.cn联系", "邮箱{a@e.org}。或{b@e.cn}联系"},
         {"《https://e.org/a》「https://e.org/b」【https://e.org/c】",
          "《{https://e.org/a}》「{https://e.org/b}」【{https://e.org/c}】"},
         {"https://e.org/a……https://e.org/b——https://e.org/c　全角",
          "{https://e.org/a}……{https://e.org/b}——{https://e.org/c}　全角"},
         {"https://e.org/a！https://e.org/b？https://e.org/c：",
          "{https://e.org/a}！{https://e.org/b}？{https://e.org/c}："}});
}

BOOST_AUTO_TEST_CASE(chinese_letters_are_a_links_where_they_cannot_be_the_sentences) {
  check({{"见 https://zh.wikipedia.org/wiki/中文 。", "见 {https://zh.wikipedia.org/wiki/中文} 。"},
         {"来源：https://zh.wikipedia.org/wiki/中文。",
          "来源：{https://zh.wikipedia.org/wiki/中文}。"},
         {"https://zh.wikipedia.org/wiki/C语言", "{https://zh.wikipedia.org/wiki/C语言}"},
         {"x https://e.org/2023年12月地震\n", "x {https://e.org/2023年12月地震}"},
         {"https://e.org/中国2023年大事。", "{https://e.org/中国2023年大事}。"},
         {"https://e.org/?q=中文&b=苹果_(公司)", "{https://e.org/?q=中文&amp;b=苹果_(公司)}"},
         {"(https://e.org/中文)", "({https://e.org/中文})"},
         {"https://ja.wikipedia.org/wiki/ジョン・スミス",
          "{https://ja.wikipedia.org/wiki/ジョン・スミス}"},
         {"https://ko.wikipedia.org/wiki/한국어 에서",
          "{https://ko.wikipedia.org/wiki/한국어} 에서"}});
}

BOOST_AUTO_TEST_CASE(chinese_letters_end_a_link_where_the_sentence_goes_on) {
  check({{"见https://a.com/b后面的字", "见{https://a.com/b}后面的字"},
         {"见https://a.com/后面的字", "见{https://a.com/}后面的字"},
         {"来源：https://a.com/b后面的字", "来源：{https://a.com/b}后面的字"},
         {"https://a.com/b后面，的字", "{https://a.com/b}后面，的字"},
         {"(见 https://a.com/b)后面", "(见 {https://a.com/b})后面"},
         {"“a” https://a.com/b,后面", "“a” {https://a.com/b},后面"},
         {"**见 https://a.com/b**后面", "<strong>见 {https://a.com/b}</strong>后面"},
         {"https://a.com에서 www.a.com:80/b에서，", "{https://a.com}에서 {www.a.com:80/b}에서，"}});
}

BOOST_AUTO_TEST_CASE(emphasis_around_a_link_stays_emphasis) {
  check({{"**https://e.org**", "<strong>{https://e.org}</strong>"},
         {"*see https://e.org/a_b_c*", "<em>see {https://e.org/a_b_c}</em>"},
         {"~~www.e.org~~", "<del>{www.e.org}</del>"},
         {"_www.e.org_ __https://e.org__", "<em>{www.e.org}</em> <strong>{https://e.org}</strong>"},
         {"_a_b@e.org_ **a@e.org** _x a@e.org_",
          "<em>{a_b@e.org}</em> <strong>{a@e.org}</strong> "
          "<em>x a@e.org</em>"},
         {"==https://e.org/?a== ==见 www.e.org==",
          "<mark>{https://e.org/?a}</mark> "
          "<mark>见 {www.e.org}</mark>"},
         {"https://e.org/?a==", "{https://e.org/?a==}"},
         {"**甲：https://e.org**乙", "<strong>甲：{https://e.org}</strong>乙"},
         {"https://e.org/**a**b *c*", "{https://e.org/**a**b} <em>c</em>"},
         {"https://e.org/****/x", "{https://e.org/****/x}"}});
}

BOOST_AUTO_TEST_CASE(escapes_and_references_are_what_they_are_in_all_text) {
  check({{"https://e.org/a\\_b\\_c", "{https://e.org/a_b_c}"},
         {"zhang\\_san@e.org", "{zhang_san@e.org}"},
         {"\\_a@e.org", "_{a@e.org}"},
         {"https://e.org/a\\*", "{https://e.org/a}*"},
         {"https://e.org/a\\\nb", "{https://e.org/a}<br>\nb"},
         {"https://e.org/?a&amp;b=&#x5F;&copy=1&bogus;c&;",
          "{https://e.org/?a&amp;b=_&amp;copy=1&amp;bogus;c&amp;};"}});
  BOOST_TEST(html_of("https://e.org/a\\_b") ==
             "<p><a href=\"https://e.org/a_b\">https://e.org/a_b</a></p>\n");
}

BOOST_AUTO_TEST_CASE(what_markdown_needs_is_no_part_of_a_link) {
  check(
      {{"[https://e.org/a] [x https://e.org/a[0]]", "[{https://e.org/a}] [x {https://e.org/a[0]}]"},
       {"www.e.org[甲 乙](/u) www.e.org/[甲](/u)", "{www.e.org}{甲 乙} {www.e.org/}{甲}"},
       {"https://e.org/?a[b][]=c", "{https://e.org/?a[b][]=c}"},
       {"a <!--a@e.org <\nhttps://e.org/--> b", "a  b"},
       {"https://e.org/`a` x", "{https://e.org/}<code>a</code> x"},
       {"\"https://e.org/\"a 'www.e.org'", "&quot;{https://e.org/}&quot;a 'www.e.org'"},
       {"<https://e.org/a> https://e.org/>", "{https://e.org/a} {https://e.org/}&gt;"}});
  BOOST_TEST(html_of("|https://e.org|www.e.org|\n|-|-|\n").find("<th><a href=\"https://e.org\">") !=
             std::string::npos);
  BOOST_TEST(html_of("a https://e.org[^1]\n\n[^1]: b").find("e.org</a><sup") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(there_is_no_link_in_a_link_or_an_image) {
  RenderOptions options;
  options.lazy_images = false;
  BOOST_TEST(html_of("[见 https://e.org/a_b_ a@e.org](/u)", options) ==
             "<p><a href=\"/u\">见 https://e.org/a_b_ a@e.org</a></p>\n");
  BOOST_TEST(html_of("![见 https://e.org/a_b_](/u \"www.e.org\")", options) ==
             "<p><img src=\"/u\" alt=\"见 https://e.org/a_b_\" title=\"www.e.org\"></p>\n");
  BOOST_TEST(html_of("[www.e.org]\n\n[www.e.org]: https://e.org/x \"a@e.org\"", options) ==
             "<p><a href=\"https://e.org/x\" title=\"a@e.org\">www.e.org</a></p>\n");
  BOOST_TEST(html_of("[a]: https://e.org/(", options) == "<p>[a]: https://e.org/(</p>\n");
  BOOST_TEST(html_of("[a](\nhttps://e.org/x)", options) ==
             "<p><a href=\"https://e.org/x\">a</a></p>\n");
}

BOOST_AUTO_TEST_CASE(code_and_html_have_no_links) {
  RenderOptions options;
  options.html = HtmlPolicy::trusted;
  BOOST_TEST(
      html_of("`www.e.org a@e.org` <b title=\"https://e.org\">x</b> <a\nhref='https://e.org'>y</a>"
              "\n\n```www.e.org\nhttps://e.org\n```\n\n    a@e.org\n\n<div>\nwww.e.org\n</div>\n",
              options) ==
      "<p><code>www.e.org a@e.org</code> <b title=\"https://e.org\">x</b> "
      "<a\nhref='https://e.org'>y</a></p>\n"
      "<pre><code class=\"language-www.e.org\">https://e.org\n</code></pre>\n"
      "<pre><code>a@e.org\n</code></pre>\n<div>\nwww.e.org\n</div>\n");
}

BOOST_AUTO_TEST_CASE(headings_and_bold_titles_hold_a_links_text) {
  Article const article = render("# 见 https://e.org/a\n");
  BOOST_TEST(article.toc[0].text == "见 https://e.org/a");
  RenderOptions options;
  options.smart_punctuation = true;
  BOOST_TEST(html_of("https://e.org/a--b 'x'", options).find("a--b</a>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(options_switch_bare_links_off) {
  RenderOptions options;
  options.bare_links = false;
  BOOST_TEST(html_of("www.e.org a@e.org", options) == "<p>www.e.org a@e.org</p>\n");
  options.bare_links = true;
  options.gfm = false;
  BOOST_TEST(html_of("www.e.org a@e.org", options) == "<p>www.e.org a@e.org</p>\n");
}

BOOST_AUTO_TEST_CASE(what_looks_like_links_costs_linear_time) {
  // Quadratic searching would take minutes here, so the suite itself would hang.
  for (std::string_view const piece : {"www.",           "a@",
                                       "https://",       "://",
                                       "http://(",       "https://a(",
                                       "_www.a",         "*www.a_b",
                                       "http://a_b*",    "a@b.",
                                       "a@b_",           "a_",
                                       "xmpp:a@b/",      "\"https://a/b后",
                                       " https://a/b后", "https://a/b后\"",
                                       "https://a/&b;",  "https://a[",
                                       "https://a]",     "\\_",
                                       "www.a;",         "==www.a=="}) {
    std::string body;
    while (body.size() < 400'000) body += piece;
    BOOST_TEST(render(body).html.size() > body.size() / 2);
  }
}

BOOST_AUTO_TEST_SUITE_END()
