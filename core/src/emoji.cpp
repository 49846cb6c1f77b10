#include "emoji.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace inkstone {

namespace {

#include "emoji_table.inc"

/// A name of the table with its emoji.
struct Entry {
  std::size_t shared;     ///< how many characters its name shares with the one before
  std::string_view rest;  ///< its name's other characters
  std::string_view emoji;
};

/// Takes the first entry off a block, which must not be empty.
Entry take_entry(std::string_view& block) noexcept {
  auto const is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto const is_emoji = [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; };
  auto const rest = block.begin() + 1;
  auto const emoji = std::find_if(rest, block.end(), is_emoji);
  auto const end = std::find_if(emoji, block.end(), is_letter);

  auto const size = [](auto from, auto to) { return static_cast<std::size_t>(to - from); };
  Entry entry{static_cast<std::size_t>(block.front() - 'A'), block.substr(1, size(rest, emoji)),
              block.substr(size(block.begin(), emoji), size(emoji, end))};
  if (entry.emoji.starts_with(' ')) entry.emoji.remove_prefix(1);
  block.remove_prefix(size(block.begin(), end));
  return entry;
}

bool is_before(std::string_view name, std::string_view block) noexcept {
  return name < take_entry(block).rest;
}

}  // namespace

std::string_view emoji_of(std::string_view name) noexcept {
  auto const next = std::upper_bound(emoji_blocks.begin(), emoji_blocks.end(), name, is_before);
  if (next == emoji_blocks.begin()) return {};

  std::size_t matched = 0;  // characters that `name` shares with the entry before
  for (std::string_view block = *std::prev(next); !block.empty();) {
    Entry const entry = take_entry(block);
    // Names are sorted: one that differs sooner stands behind `name`, and so do all that follow.
    if (entry.shared < matched) return {};
    if (entry.shared > matched) continue;
    std::string_view const wanted = name.substr(matched);
    if (wanted == entry.rest) return entry.emoji;
    auto const [end, _] =
        std::mismatch(wanted.begin(), wanted.end(), entry.rest.begin(), entry.rest.end());
    matched += static_cast<std::size_t>(end - wanted.begin());
  }
  return {};
}

}  // namespace inkstone
