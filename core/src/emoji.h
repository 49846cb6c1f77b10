#pragma once
#include <string_view>
namespace inkstone {
inline std::string_view emoji_of(std::string_view) { return {}; }
}  // namespace inkstone
