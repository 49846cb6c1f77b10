// Boost.Test's own main(), compiled once.
#define BOOST_TEST_MODULE inkstone core
#include <boost/test/included/unit_test.hpp>
