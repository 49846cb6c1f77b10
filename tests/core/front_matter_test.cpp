// Protects: what a C++ program reads out of the tree.
#include "inkstone/front_matter.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;
using Kind = Value::Kind;

BOOST_AUTO_TEST_SUITE(front_matter)

BOOST_AUTO_TEST_CASE(each_kind_gives_its_own_value_and_no_other) {
  Value const yes(Kind::boolean, "True", {});
  BOOST_TEST(yes.boolean().value());
  BOOST_TEST(!yes.integer());
  BOOST_TEST(!Value(Kind::boolean, "FALSE", {}).boolean().value());

  Value const number(Kind::integer, "0x10", {});
  BOOST_TEST(number.integer().value() == 16);
  BOOST_TEST(number.real().value() == 16.0);
  BOOST_TEST(!number.boolean());

  Value const real(Kind::real, "+1.25", {});
  BOOST_TEST(real.real().value() == 1.25);
  BOOST_TEST(!real.integer());
  BOOST_TEST(Value(Kind::real, "-1.5e3", {}).real().value() == -1500.0);
  BOOST_TEST(Value(Kind::real, "1e-999", {}).real().value() == 0.0);

  Value const text(Kind::string, "12", {});
  BOOST_TEST(text.text() == "12");
  BOOST_TEST(!text.integer());
  BOOST_TEST(!text.real());
  BOOST_TEST(text.items().empty());
  BOOST_TEST(text.members().empty());
  BOOST_CHECK(Value().is(Kind::null));
}

BOOST_AUTO_TEST_CASE(copies_share_their_contents) {
  Value const list(std::vector<Value>{Value(Kind::string, "a", {}), Value()}, {3, 1});
  Value const copy = list;  // NOLINT(performance-unnecessary-copy-initialization): the claim
  BOOST_TEST(copy.items().data() == list.items().data());
  BOOST_CHECK((copy.where() == Position{3, 1}));
}

BOOST_AUTO_TEST_CASE(members_are_found_by_key_in_their_order) {
  Value const mapping(std::vector<Member>{{"b", {}, Value(Kind::integer, "1", {})},
                                          {"a", {}, Value(Kind::integer, "2", {})}},
                      {});
  BOOST_TEST(mapping.members()[0].key == "b");
  BOOST_REQUIRE(mapping.find("a") != nullptr);
  BOOST_TEST(mapping.find("a")->integer().value() == 2);
  BOOST_TEST(mapping.find("A") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
