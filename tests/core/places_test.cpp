// Protects: what is found in the prepared body is reported where it stands in the file.
#include "places.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(positions_are_those_of_the_file_behind_front_matter_and_edits) {
  std::string_view const file = "---\na: b\n---\n汉 $x$ y[^1]\n\n[^1]: z\n";
  std::string_view const body = file.substr(13);
  PreparedBody const prepared(body, {}, FormulaSyntax::careful);
  BOOST_TEST(!prepared.edits().empty());
  PositionFinder finder(file);
  Places places(body, prepared, finder);
  std::string_view const text = prepared.text();
  BOOST_CHECK((places.at(0) == Position{4, 1}));
  BOOST_CHECK((places.at(text.find('y')) == Position{4, 7}));
  BOOST_CHECK((places.at(text.find('z')) == Position{6, 7}));
  BOOST_CHECK((places.at(text.size()) == Position{7, 1}));
  BOOST_CHECK((places.end() == Position{7, 1}));
  BOOST_CHECK((places.in_body(body.find('y')) == Position{4, 7}));
}

BOOST_AUTO_TEST_CASE(an_empty_body_has_one_place) {
  PreparedBody const prepared("", {}, FormulaSyntax::careful);
  PositionFinder finder("");
  Places places("", prepared, finder);
  BOOST_CHECK((places.at(0) == Position{1, 1}));
  BOOST_CHECK((places.end() == Position{1, 1}));
}

BOOST_AUTO_TEST_SUITE_END()
