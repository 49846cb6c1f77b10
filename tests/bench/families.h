/// Text that is made to hurt: the known families of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// \return a text of about so many bytes
using Maker = std::function<std::string(std::size_t bytes)>;

struct Family {
  std::string_view name;
  Maker make;
};

/// All of them, in the order of the report.
std::vector<Family> families();
