// Protects: blocks are well-formed whatever they turn into, and end in order where a bound cuts
// them off. What each feature gives stands in tests/spec.
#include "body_writer.h"

#include <boost/test/unit_test.hpp>

#include "inkstone/render.h"

using namespace inkstone;

namespace {

/// Whether all that begins ends, in its order: every `<` is a tag's, because text is escaped.
bool is_well_formed(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    bool const is_end = html.substr(at + 1).starts_with('/');
    std::size_t const begin = at + (is_end ? 2 : 1);
    std::size_t const end = html.find_first_of(" >", begin);
    std::string_view const name = html.substr(begin, end - begin);
    if (name.empty() || name.find('<') != std::string_view::npos) return false;
    if (name == "br" || name == "hr" || name == "img" || name == "input") continue;
    if (!is_end) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

Article cut(std::string_view text) {
  RenderOptions options;
  options.max_html_bytes = 1000;
  options.source_lines = true;
  return render(text, options);
}

bool is_reported(Article const& article) {
  return std::any_of(article.diagnostics.begin(), article.diagnostics.end(),
                     [](Diagnostic const& d) { return d.code == DiagnosticCode::html_too_large; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(body_writer)

BOOST_AUTO_TEST_CASE(html_beyond_the_bound_ends_with_the_last_block_that_fits) {
  Article const article = cut("a\n\n> b\n\n" + repeated("c ", 1000) + "\n\nd\n");
  BOOST_TEST(article.html ==
             "<p data-line=\"1\">a</p>\n<blockquote data-line=\"3\">\n<p data-line=\"3\">b</p>\n"
             "</blockquote>\n");
  BOOST_REQUIRE(article.diagnostics.size() == 1U);
  BOOST_CHECK(article.diagnostics[0].code == DiagnosticCode::html_too_large);
  BOOST_TEST(article.diagnostics[0].where.line == 5U);
}

BOOST_AUTO_TEST_CASE(what_fits_to_the_byte_is_not_cut) {
  RenderOptions options;
  options.max_html_bytes = 1000;
  std::string const text(1000 - 8, 'a');
  BOOST_TEST(render(text, options).html.size() == 1000U);
  BOOST_TEST(render(text, options).diagnostics.empty());
  BOOST_TEST(render(text + 'a', options).html == "");
}

BOOST_AUTO_TEST_CASE(wherever_the_bound_falls_the_html_is_well_formed) {
  std::string const text =
      "# a {#b}\n\n> [!NOTE]\n> ==b **c==** $d$\n\ne[^1]\n: f[^2]\n\n    - g\n: h\n\n$$i$$ j "
      "$$k$$\n\n| l | m[^1] |\n|-|-|\n| n | o |\n\n1. p\n   - q\n\n     r\n\n"
      "```math\ns\n```\n\n[^1]: t[^2]\n\n    > u\n[^2]: v ![w](x)\n";
  Article const whole = render(text);
  BOOST_TEST(is_well_formed(whole.html));
  std::string padding;
  int cuts = 0;
  for (int i = 0; i < 1000; ++i) {
    padding += 'z';
    Article const article = cut(padding + "\n\n" + text);
    BOOST_REQUIRE_MESSAGE(is_well_formed(article.html), article.html);
    BOOST_REQUIRE(is_reported(article));
    BOOST_REQUIRE(article.html.size() <= 1200U);
    if (article.html.size() > 100) ++cuts;
  }
  BOOST_TEST(cuts > 900);
}

BOOST_AUTO_TEST_CASE(a_footnote_that_is_open_at_the_cut_is_empty) {
  Article const article = cut("a[^1]\n\n[^1]: b\n\n    > *" + repeated("c ", 1000) + "*\n");
  BOOST_TEST(is_reported(article));
  BOOST_TEST(is_well_formed(article.html));
  BOOST_TEST(article.html.find("<p data-line=\"1\">a<sup") == 0U);
  BOOST_TEST(article.html.find("<li id=\"fn-1\">\n<p><a href=\"#fnref-1\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(footnotes_and_references_count_as_html) {
  BOOST_TEST(is_reported(cut("a[^1]\n\n" + repeated("[^1]", 100) + "\n\n[^1]: b\n")));
  std::string notes;
  for (int i = 0; i < 20; ++i) {
    notes += "[^" + std::to_string(i) + "]: " + std::string(100, 'a') + "\n\n";
  }
  BOOST_TEST(is_reported(cut(notes)));
}

BOOST_AUTO_TEST_CASE(a_definition_list_that_goes_on_at_the_cut_is_closed) {
  Article const article = cut("a\n: b\n: " + repeated("c ", 1000) + "\n");
  BOOST_TEST(article.html ==
             "<dl>\n<dt data-line=\"1\">a</dt>\n<dd data-line=\"2\">b</dd>\n</dl>\n");
}

BOOST_AUTO_TEST_CASE(a_reference_before_a_block_that_begins_anew_stays) {
  for (std::string_view const text :
       {"[^1]$$a$$\n", "a [^1]  $$b$$\n", "> [^1]\n> [!NOTE]\n", "- a[^1]\n  > [!NOTE]\n  > b\n",
        "- a[^1]\n  $$b$$\n", "# a[^1] {#b}\n", "a\n: b\n[^1]\n", "a\n: [^1]\n\n    - c[^1]\n: d\n",
        "[a[^1]](b)\n"}) {
    BOOST_TEST_CONTEXT(text) {
      Article const article = render(std::string(text) + "\n[^1]: note\n");
      BOOST_TEST(is_well_formed(article.html));
      BOOST_TEST(article.html.find("id=\"fnref-1\"") != std::string::npos);
      BOOST_TEST(article.html.find("href=\"#fnref-1\"") != std::string::npos);
    }
  }
  // Inside a footnote too.
  Article const article = render("a[^1]\n\n[^1]: [b[^2]](c)\n[^2]: d\n");
  BOOST_TEST(article.html.find("id=\"fnref-2\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(braces_inside_a_span_are_no_headings_attributes) {
  for (std::string_view const text : {"# a *b {#c}*\n", "# a ![b {#c}](d)\n", "# a `{#c}`\n"}) {
    BOOST_TEST_CONTEXT(text) {
      std::string const html = render(text).html;
      BOOST_TEST(is_well_formed(html));
      BOOST_TEST(html.find("{#c}") != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(tables_beyond_the_bound_have_rows_of_one_cell) {
  RenderOptions options;
  options.max_table_cells = 4;
  Article const article = render("|a|b|\n|-|-|\n|c|d|\n|e|f|\n", options);
  BOOST_TEST(is_well_formed(article.html));
  BOOST_TEST(article.html.find("<td colspan=\"2\">e f</td>") != std::string::npos);
  BOOST_REQUIRE(article.diagnostics.size() == 1U);
  BOOST_CHECK(article.diagnostics[0].code == DiagnosticCode::too_many_table_cells);
}

BOOST_AUTO_TEST_CASE(a_flood_of_faults_in_footnotes_is_reported_in_bounds) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    text += "[^a" + std::to_string(i) + "]\n\n[^b" + std::to_string(i) + "]: c\n\n";
  }
  BOOST_TEST(render(text).diagnostics.size() == 200U);
}

BOOST_AUTO_TEST_CASE(what_comes_back_at_the_end_may_be_longer_than_what_stood_there) {
  RenderOptions options;
  options.smart_punctuation = true;
  BOOST_TEST(render("    https://example.org/a", options).html ==
             "<pre><code>https://example.org/a\n</code></pre>\n");
  BOOST_TEST(render("a\n\n    $$b+c+d+e$$", options).html ==
             "<p>a</p>\n<pre><code>$$b+c+d+e$$\n</code></pre>\n");
}

BOOST_AUTO_TEST_CASE(an_empty_body_is_empty) {
  BOOST_TEST(render("").html == "");
  BOOST_TEST(render("\n\n").html == "");
  BOOST_TEST(render("").summary.html == "");
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_has_no_text_stays_and_one_that_lost_it_goes) {
  BOOST_TEST(render("- a\n\n- [x]\n\n- b\n").html.find("checked><p></p>\n</li>") !=
             std::string::npos);
  BOOST_TEST(render("a\n\n$$x$$\n").html == "<p>a</p>\n<div class=\"math display\">x</div>\n");
}

BOOST_AUTO_TEST_SUITE_END()
