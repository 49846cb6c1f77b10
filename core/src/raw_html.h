/// What is said in raw HTML.
#pragma once

#include <string>
#include <string_view>

namespace inkstone {

/// `html` without its comments; an unclosed one stays.
[[nodiscard]] std::string without_comments(std::string_view html);

/// Whether `html` is `<!--more-->`, with or without blanks.
[[nodiscard]] bool is_more_comment(std::string_view html);

}  // namespace inkstone
