// Protects: sorting brings what comes before to the front and leaves the order of equals alone.
#include "stable_sort.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace inkstone;

namespace {

using Pair = std::pair<int, std::string>;

bool is_smaller(Pair const& a, Pair const& b) { return a.first < b.first; }

}  // namespace

BOOST_AUTO_TEST_SUITE(stable_sort)

BOOST_AUTO_TEST_CASE(equals_keep_their_order) {
  std::vector<Pair> pairs{{2, "a"}, {1, "b"}, {2, "c"}, {1, "d"}, {0, "e"}, {2, "f"}};
  sort_stably(pairs, is_smaller);
  std::vector<Pair> const expected{{0, "e"}, {1, "b"}, {1, "d"}, {2, "a"}, {2, "c"}, {2, "f"}};
  BOOST_TEST((pairs == expected));
}

BOOST_AUTO_TEST_CASE(many_in_any_order_are_sorted_as_by_the_standard) {
  std::vector<Pair> pairs;
  for (unsigned i = 0; i < 1000; ++i) {
    pairs.emplace_back(static_cast<int>(i * 7919 % 100), std::to_string(i));
  }
  std::vector<Pair> expected = pairs;
  std::stable_sort(expected.begin(), expected.end(), is_smaller);
  sort_stably(pairs, is_smaller);
  BOOST_TEST((pairs == expected));
}

BOOST_AUTO_TEST_CASE(none_and_one_are_sorted) {
  std::vector<Pair> none;
  sort_stably(none, is_smaller);
  BOOST_TEST(none.empty());
  std::vector<Pair> one{{1, "a"}};
  sort_stably(one, is_smaller);
  BOOST_TEST(one.front().second == "a");
}

BOOST_AUTO_TEST_SUITE_END()
