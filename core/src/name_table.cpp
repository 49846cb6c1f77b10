// Names by their hash, unfolded from a text in which they stand in the order of their characters:
// that makes the characters small, and leaves like names side by side, which compresses best.
#include "name_table.h"

#include "utf8.h"

namespace inkstone {

namespace {

// Twice as many as the names of the largest table, and a power of two.
constexpr std::size_t entry_count = 4096;

// An entry is a name; how far its first character lies behind the one of the entry before, in
// digits of base 11; its other characters. Their bytes tell them apart.
constexpr char first_digit = ' ';
constexpr char last_digit = '*';
constexpr char last_in_name = 'z';

bool is_digit(char c) { return c >= first_digit && c <= last_digit; }
bool is_in_name(char c) { return c > last_digit && c <= last_in_name; }

/// Appends one of the other characters; three that are frequent, or would be taken for a name, have
/// signs.
void append_other(std::string& characters, char byte) {
  switch (byte) {
    case '{':
      characters += 'j';
      break;
    case '|':
      append_utf8(characters, 0xFE0F);
      break;
    case '}':
      append_utf8(characters, 0x200D);
      break;
    default:
      characters += byte;
  }
}

}  // namespace

NameTable::NameTable(std::string_view encoded) : encoded_(encoded), entries_(entry_count) {
  char32_t first = 0;
  std::size_t i = 0;
  while (i < encoded.size()) {
    Entry entry{};
    entry.name = static_cast<std::uint16_t>(i);
    while (is_in_name(encoded[i])) ++i;
    entry.name_size = static_cast<std::uint8_t>(i - entry.name);
    char32_t distance = 0;
    while (i < encoded.size() && is_digit(encoded[i])) {
      distance = distance * 11 + static_cast<char32_t>(encoded[i] - first_digit);
      ++i;
    }
    first += distance;
    entry.characters = static_cast<std::uint16_t>(characters_.size());
    append_utf8(characters_, first);
    while (i < encoded.size() && !is_in_name(encoded[i])) append_other(characters_, encoded[i++]);
    entry.size = static_cast<std::uint8_t>(characters_.size() - entry.characters);
    entries_[index_of(name_of(entry))] = entry;
  }
}

std::string_view NameTable::find(std::string_view name) const noexcept {
  Entry const& entry = entries_[index_of(name)];
  return std::string_view(characters_).substr(entry.characters, entry.size);
}

std::size_t NameTable::index_of(std::string_view name) const noexcept {
  std::uint32_t hash = 0;
  for (char const c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  // The upper bits depend on every character.
  std::size_t index = (hash * 0x9E3779B9U) >> 20;
  while (entries_[index].name_size != 0 && name_of(entries_[index]) != name) {
    index = (index + 1) % entry_count;
  }
  return index;
}

std::string_view NameTable::name_of(Entry const& entry) const noexcept {
  return encoded_.substr(entry.name, entry.name_size);
}

}  // namespace inkstone
