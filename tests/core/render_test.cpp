// Protects: the whole of render(): parts in their places, no failure, whatever the input.
#include "inkstone/render.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "json_writer.h"
#include "utf8.h"

using namespace inkstone;

namespace {

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    Decoded const decoded = decode_utf8(text);
    if (!decoded.valid || decoded.code_point == 0) return false;
    text.remove_prefix(decoded.length);
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(render_suite)

BOOST_AUTO_TEST_CASE(an_article_has_all_its_parts) {
  Article const article = render(
      "---\ntitle: 甲\nlead: 乙\nlang: zh-CN\ntoc: true\ntags: [x]\n---\n\n## 一\n\n正文\n\n### "
      "二\n");
  BOOST_TEST(article.metadata.title == "甲");
  BOOST_TEST(article.metadata.lead == "乙");
  BOOST_TEST(article.metadata.lang == "zh-CN");
  BOOST_CHECK(article.metadata.toc.show == true);
  BOOST_TEST(article.html == "<h2 id=\"一\">一</h2>\n<p>正文</p>\n<h3 id=\"二\">二</h3>\n");
  BOOST_TEST(article.toc.size() == 1U);
  BOOST_TEST(article.toc[0].children.size() == 1U);
  BOOST_TEST(article.front_matter.find("tags")->items().size() == 1U);
  BOOST_TEST(article.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(an_empty_source_is_an_empty_article) {
  Article const article = render("");
  BOOST_TEST(article.html.empty());
  BOOST_CHECK(article.front_matter.is(Value::Kind::mapping));
  BOOST_TEST(article.toc.empty());
  BOOST_TEST(article.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(broken_front_matter_leaves_the_body) {
  Article const article = render("---\ntitle: a: b\n---\n# c\n");
  BOOST_TEST(article.html == "<h1 id=\"c\">c</h1>\n");
  BOOST_REQUIRE(article.diagnostics.size() == 1U);
  BOOST_CHECK((article.diagnostics[0].where == Position{2, 9}));
}

BOOST_AUTO_TEST_CASE(text_between_two_rules_is_not_lost) {
  Article const article = render("---\n\nHello\n\n---\n\nWorld\n");
  BOOST_TEST(article.html == "<hr>\n<p>Hello</p>\n<hr>\n<p>World</p>\n");
  BOOST_REQUIRE(article.diagnostics.size() == 1U);
  BOOST_CHECK(article.diagnostics[0].code == DiagnosticCode::front_matter_not_mapping);
}

BOOST_AUTO_TEST_CASE(front_matter_can_be_switched_off) {
  RenderOptions options;
  options.front_matter = false;
  BOOST_TEST(render("---\na: 1\n---\n", options).html == "<hr>\n<h2 id=\"a-1\">a: 1</h2>\n");
}

BOOST_AUTO_TEST_CASE(a_file_may_have_as_many_bytes_as_the_option_says) {
  RenderOptions options;
  options.max_source_bytes = 4;
  BOOST_TEST(render("汉\n", options).html == "<p>汉</p>\n");
  Article const refused = render("汉a\n", options);
  BOOST_TEST(refused.html.empty());
  BOOST_REQUIRE(refused.diagnostics.size() == 1U);
  BOOST_CHECK(refused.diagnostics[0].code == DiagnosticCode::source_too_large);
  BOOST_TEST(refused.diagnostics[0].message ==
             "The file has more than 4 bytes; it is not rendered.");
}

BOOST_AUTO_TEST_CASE(front_matter_beyond_a_bound_leaves_the_body) {
  std::string const source = "---\na: [[1]]\n---\nb\n";
  RenderOptions options;
  auto const reported = [&] {
    Article const article = render(source, options);
    BOOST_TEST(article.html == "<p>b</p>\n");
    BOOST_REQUIRE(article.diagnostics.size() == 1U);
    return article.diagnostics[0].code;
  };
  options.max_front_matter_bytes = 8;
  BOOST_CHECK(reported() == DiagnosticCode::front_matter_too_large);
  options = {};
  options.max_front_matter_depth = 2;
  BOOST_CHECK(reported() == DiagnosticCode::front_matter_too_deep);
  options = {};
  options.max_front_matter_nodes = 4;
  BOOST_CHECK(reported() == DiagnosticCode::front_matter_too_many_nodes);
  options.max_front_matter_nodes = 5;
  BOOST_TEST(render(source, options).diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(toml_is_kept_out_of_the_body) {
  Article const article = render("+++\ntitle = \"a\"\n+++\nb\n");
  BOOST_TEST(article.html == "<p>b</p>\n");
  BOOST_TEST(article.diagnostics.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_toc_ends_at_its_depth_unless_the_article_says_otherwise) {
  std::string const body = "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n";
  auto const depth = [](std::vector<TocEntry> const& toc) {
    int levels = 0;
    for (auto const* entries = &toc; !entries->empty(); entries = &entries->front().children) {
      ++levels;
    }
    return levels;
  };
  BOOST_TEST(depth(render(body).toc) == 4);
  RenderOptions options;
  options.toc_depth = 2;
  BOOST_TEST(depth(render(body, options).toc) == 2);
  BOOST_TEST(depth(render("---\ntoc: {max: 6}\n---\n" + body, options).toc) == 6);
}

BOOST_AUTO_TEST_CASE(positions_are_those_of_the_file_as_the_editor_shows_it) {
  for (std::string const end : {"\n", "\r\n", "\r"}) {
    Article const article = render("\xEF\xBB\xBF" + end + "---" + end + "a: 1" + end + "---" + end +
                                   end + "汉字🌟 [x](javascript:y)" + end);
    BOOST_REQUIRE(article.diagnostics.size() == 1U);
    BOOST_CHECK((article.diagnostics[0].where == Position{6, 10}));
  }
}

BOOST_AUTO_TEST_CASE(diagnostics_come_in_the_order_of_the_file) {
  Article const article =
      render("---\ntoc: perhaps\ntitle: 1\ntitle: 2\n---\n[x](javascript:y)\n\xFF\n");
  std::vector<std::uint32_t> lines;
  for (Diagnostic const& diagnostic : article.diagnostics) lines.push_back(diagnostic.where.line);
  BOOST_TEST(lines == (std::vector<std::uint32_t>{2, 4, 6, 7}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(any_bytes_give_valid_utf8) {
  // A small alphabet of what the parsers look for, so that random text gets deep into them.
  constexpr std::string_view pieces[] = {"---\n",    "a: ",
                                         "- ",       "[",
                                         "]",        "{",
                                         "}",        "*",
                                         "**",       "_",
                                         "`",        "```\n",
                                         "\n",       "\n\n",
                                         "# ",       "> ",
                                         "<b>",      "<!--",
                                         "-->",      "&amp;",
                                         "&#xD800;", "](javascript:",
                                         ")",        "!",
                                         "|",        "|-|\n",
                                         "\xFF",     "\xE6\xB1",
                                         "汉",       "🌟",
                                         "\r",       "\t",
                                         "\\",       "\"",
                                         "'",        "&x",
                                         "*x",       "~~",
                                         "1. ",      "    "};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::uniform_int_distribution<std::size_t> length(0, 60);
  for (int round = 0; round < 3000; ++round) {
    std::string text = round % 2 == 0 ? "---\n" : "";
    for (std::size_t i = length(random); i > 0; --i) text += pieces[pick(random)];
    Article const article = render(text);
    std::string front_matter;
    write_json(front_matter, article.front_matter);
    BOOST_TEST_CONTEXT(text) {
      BOOST_REQUIRE(is_valid_utf8(article.html));
      BOOST_REQUIRE(is_valid_utf8(front_matter));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
