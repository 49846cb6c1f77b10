// Protects: the shape of the table of contents.
#include "toc.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

std::string outline(std::vector<TocEntry> const& entries) {
  std::string text;
  for (TocEntry const& entry : entries) {
    text += entry.text;
    if (!entry.children.empty()) text += '(' + outline(entry.children) + ')';
  }
  return text;
}

/// The outline of headings with these levels, called a, b, c …
std::string nested(std::vector<int> const& levels) {
  std::vector<TocEntry> headings;
  for (int const level : levels) {
    std::string const name(1, static_cast<char>('a' + static_cast<int>(headings.size())));
    headings.push_back({level, name, name, {}});
  }
  return outline(nest_headings(std::move(headings)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(toc)

BOOST_AUTO_TEST_CASE(headings_nest_under_the_nearest_higher_one) {
  BOOST_TEST(nested({}) == "");
  BOOST_TEST(nested({2, 2, 2}) == "abc");
  BOOST_TEST(nested({2, 3, 3, 2, 3}) == "a(bc)d(e)");
  BOOST_TEST(nested({1, 2, 3, 4, 5, 6}) == "a(b(c(d(e(f)))))");
}

BOOST_AUTO_TEST_CASE(skipped_and_rising_levels_leave_no_gaps) {
  BOOST_TEST(nested({2, 4, 3}) == "a(bc)");
  BOOST_TEST(nested({4, 3, 2, 1}) == "abcd");
  BOOST_TEST(nested({3, 1, 2}) == "ab(c)");
}

BOOST_AUTO_TEST_SUITE_END()
