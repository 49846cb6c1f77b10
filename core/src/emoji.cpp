#include "emoji.h"

#include "name_table.h"

namespace inkstone {

namespace {

#include "emoji_table.inc"

}  // namespace

std::string_view emoji_of(std::string_view name) {
  static NameTable const table(emoji_table);
  return table.find(name);
}

}  // namespace inkstone
