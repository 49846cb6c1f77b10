#include "source.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "stable_sort.h"
#include "utf8.h"
#include "vectors.h"

namespace inkstone {

namespace {

/// Goes past characters of three bytes of which the second may be any that goes on: most of what
/// is not ASCII.
std::size_t skip_three_bytes(std::string_view text, std::size_t offset) {
  for (; offset + 3 <= text.size(); offset += 3) {
    auto const byte_at = [&](std::size_t i) {
      return static_cast<unsigned char>(text[offset + i]);
    };
    unsigned const lead = byte_at(0);
    if (lead <= 0xE0 || lead >= 0xF0 || lead == 0xED) break;
    if (((byte_at(1) ^ 0x80U) | (byte_at(2) ^ 0x80U)) >= 0x40) break;
  }
  return offset;
}

/// How many bytes at the beginning of `text` need no change: valid UTF-8 but for NUL and CR.
std::size_t clean_prefix(std::string_view text) {
  std::size_t offset = 0;
  for (;;) {
    offset = skip_vectors(text, offset, [](char const* bytes) {
      ByteVector const v = load_vector(bytes);
      // Whole vectors, so that comparisons and bytes have one type.
      return (v >= 0x80) | (v == 0) | (v == '\r');
    });
    std::size_t const end = std::min(offset + sizeof(ByteVector), text.size());
    if (offset == end) return offset;
    while (offset < end) {
      offset = skip_three_bytes(text, offset);
      if (offset >= end) break;
      char const lead = text[offset];
      if (lead == '\0' || lead == '\r') return offset;
      auto const [code_point, length, valid] = decode_utf8(text.substr(offset));
      if (!valid) return offset;
      offset += length;
    }
  }
}

}  // namespace

std::string_view normalize_source(std::string_view source, std::string& storage,
                                  std::vector<Diagnostic>& diagnostics) {
  if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);
  std::size_t clean = clean_prefix(source);
  if (clean == source.size()) return source;

  storage.clear();
  storage.reserve(source.size());
  std::size_t first_invalid = std::string::npos;
  std::size_t first_nul = std::string::npos;
  for (;;) {
    storage += source.substr(0, clean);
    source.remove_prefix(clean);
    if (source.empty()) break;
    if (source.front() == '\r') {
      storage += '\n';
      source.remove_prefix(source.starts_with("\r\n") ? 2 : 1);
    } else {
      std::size_t& first = source.front() == '\0' ? first_nul : first_invalid;
      first = std::min(first, storage.size());
      storage += replacement_character;
      source.remove_prefix(decode_utf8(source).length);
    }
    clean = clean_prefix(source);
  }

  if (first_invalid != std::string::npos) {
    diagnostics.push_back({DiagnosticCode::invalid_utf8, PositionFinder(storage).at(first_invalid),
                           "This is not UTF-8 from here on; save the file as UTF-8. Each byte that "
                           "cannot be read is shown as U+FFFD."});
  }
  if (first_nul != std::string::npos) {
    diagnostics.push_back({DiagnosticCode::control_character, PositionFinder(storage).at(first_nul),
                           "There is a NUL character here; it is shown as U+FFFD."});
  }
  return storage;
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  sort_stably(diagnostics, [](Diagnostic const& a, Diagnostic const& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
}

Position PositionFinder::at(std::size_t offset) noexcept {
  offset = std::min(offset, text_.size());
  if (offset < offset_) *this = PositionFinder(text_);
  std::string_view passed = text_.substr(offset_, offset - offset_);
  if (std::size_t const last_break = passed.rfind('\n'); last_break != std::string_view::npos) {
    auto const breaks = std::count(passed.begin(), passed.end(), '\n');
    position_ = {position_.line + static_cast<std::uint32_t>(breaks), 1};
    passed.remove_prefix(last_break + 1);
  }
  position_.column += static_cast<std::uint32_t>(utf16_length(passed));
  offset_ = offset;
  return position_;
}

Position PositionFinder::at(char const* place) noexcept {
  // std::less orders pointers that < may not compare.
  std::less<> const before;
  bool const inside = !before(place, text_.data()) && !before(text_.data() + text_.size(), place);
  return inside ? at(static_cast<std::size_t>(place - text_.data())) : position_;
}

}  // namespace inkstone
