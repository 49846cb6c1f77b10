// Protects: a URL that is not allowed leaves no attribute, and a report where it stands.
#include "url_writer.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// A writer for a body of its own.
struct Fixture {
  std::string_view body = "a\n汉 b";
  RenderOptions options;
  PreparedBody prepared{body, options, FormulaSyntax::none};
  PositionFinder finder{body};
  Places places{body, prepared, finder};
  std::vector<Diagnostic> diagnostics;
  UrlWriter writer{options, places, diagnostics};
  HtmlBuffer html;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(url_writer, Fixture)

BOOST_AUTO_TEST_CASE(an_allowed_url_is_an_escaped_attribute) {
  writer.append(html, "href", "/汉?a=1&b=\"2\"", UrlUse::link, 0);
  BOOST_TEST(html.view() == " href=\"/%E6%B1%89?a=1&amp;b=%222%22\"");
  html = "";
  writer.append(html, "src", "", UrlUse::image, 0);
  BOOST_TEST(html.view() == " src=\"\"");
  writer.finish();
  BOOST_TEST(diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(a_refused_url_is_reported_by_its_scheme_where_it_stands) {
  writer.append(html, "href", "javascript:alert(1)", UrlUse::link, body.find('b'));
  BOOST_TEST(html.view() == "");
  BOOST_REQUIRE(diagnostics.size() == 1U);
  BOOST_CHECK(diagnostics[0].code == DiagnosticCode::url_refused);
  BOOST_CHECK((diagnostics[0].where == Position{2, 3}));
  BOOST_TEST(diagnostics[0].message.find("`javascript:`") != std::string::npos);
  BOOST_TEST(diagnostics[0].message.find("alert") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(options_may_allow_more_schemes) {
  options.url_schemes = "obsidian";
  writer.append(html, "href", "obsidian:x", UrlUse::link, 0);
  BOOST_TEST(html.view() == " href=\"obsidian:x\"");
}

BOOST_AUTO_TEST_CASE(a_flood_is_counted_instead_of_reported) {
  for (int i = 0; i < 100'000; ++i) writer.append(html, "src", "data:,x", UrlUse::image, 0);
  BOOST_TEST(diagnostics.size() == 100U);
  writer.finish();
  BOOST_REQUIRE(diagnostics.size() == 101U);
  BOOST_TEST(diagnostics.back().message == "99900 more URLs are not allowed and left out.");
  BOOST_CHECK((diagnostics.back().where == Position{2, 4}));
}

BOOST_AUTO_TEST_SUITE_END()
