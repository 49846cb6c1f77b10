/// The emoji that GitHub's short names stand for.
#pragma once

#include <string_view>

namespace inkstone {

/// The emoji called `name`, without colons and in GitHub's own spelling: `+1` gives 👍.
/// \return UTF-8 that lives as long as the program; empty where no emoji is called so
[[nodiscard]] std::string_view emoji_of(std::string_view name);

}  // namespace inkstone
