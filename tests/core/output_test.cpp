// Protects: what comes later goes where it was meant to, and what is taken back takes only its own
// with it.
#include "output.h"

#include <boost/test/unit_test.hpp>

using namespace inkstone;

namespace {

/// Numbers in the order of their coming.
struct Numbers {
  std::size_t next = 1;
  std::string operator()(Output::Reference const& reference) {
    return std::to_string(next++) + (reference.is_linked ? "" : "!");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(output)

BOOST_AUTO_TEST_CASE(an_empty_output_is_empty) {
  Output output;
  BOOST_TEST(output.size() == 0U);
  BOOST_TEST(output.ends_at(0));
  output.trim(" ");
  output.truncate({});
  BOOST_TEST(output.finish() == "");
}

BOOST_AUTO_TEST_CASE(insertions_stand_in_the_order_of_their_places_then_of_their_coming) {
  Output output;
  output.html = "<a><b>";
  output.insert_later(5, "3");
  output.insert_later(2, "1");
  output.insert_later(2, "2");
  output.insert_later(6, "4");
  output.insert_later(99, "5");
  BOOST_TEST(output.size() == 11U);
  BOOST_TEST(output.finish() == "<a12><b3>45");
}

BOOST_AUTO_TEST_CASE(what_is_taken_back_takes_its_own_insertions_along) {
  Output output;
  output.html = "<li>a";
  output.refer_later({0, true}, 10);
  Output::Mark const mark = output.mark();
  output.html += "<p>";
  output.insert_later(3, "!");  // for the tag before the mark, which waited for its text
  output.insert_later(7, "?");
  output.refer_later({1, true}, 10);
  output.truncate(mark);
  BOOST_TEST(output.size() == 5U + 10U + 1U);
  output.html += "b";
  output.resolve(Numbers());
  BOOST_TEST(output.finish() == "<li!>a1b");
}

BOOST_AUTO_TEST_CASE(references_are_part_of_the_text_though_they_come_later) {
  Output output;
  output.html = "a ";
  output.refer_later({0, false}, 1);
  BOOST_TEST(!output.ends_at(2));
  output.html += "  ";
  output.trim(" ");
  BOOST_TEST(output.html.view() == "a ");
  output.html += "\n";
  BOOST_TEST(output.ends_at(3));
  output.trim(" \n");
  output.resolve(Numbers());
  BOOST_TEST(output.finish() == "a 1!");
}

BOOST_AUTO_TEST_CASE(many_insertions_cost_linear_time) {
  // Moving the rest of the HTML for each of them would take minutes.
  Output output;
  output.html = std::string(2'000'000, 'a');
  for (std::size_t i = 0; i < 500'000; ++i) output.insert_later(4 * i, "b");
  BOOST_TEST(output.finish().size() == 2'500'000U);
}

BOOST_AUTO_TEST_SUITE_END()
