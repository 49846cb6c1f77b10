#include "source.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "stable_sort.h"
#include "utf8.h"
#include "vectors.h"

namespace inkstone {

namespace {

/// Which bytes begin characters of three bytes of which the second may be any that goes on: most of
/// what is not ASCII.
template <class Bytes>
auto begins_three_bytes(Bytes bytes) {
  return ((bytes - 0xE1) < 15) & (bytes != 0xED);
}

/// Goes past ASCII but for NUL and CR, and past characters of three bytes of which the second may
/// be any that goes on, as far as sixteen bytes at a time allow. \param offset behind whole
/// characters, at least two bytes of them; as is the result
std::size_t skip_common(std::string_view text, std::size_t offset) {
  std::size_t place = offset;
  for (; place + sizeof(ByteVector) <= text.size(); place += sizeof(ByteVector)) {
    char const* const bytes = text.data() + place;
    ByteVector const v = load_vector(bytes);
    auto const begins = begins_three_bytes(v);
    auto const goes_on = (v & 0xC0) == 0x80;
    auto const should_go_on =
        begins_three_bytes(load_vector(bytes - 1)) | begins_three_bytes(load_vector(bytes - 2));
    auto const is_ascii = (v < 0x80) & (v != 0) & (v != '\r');
    if (has_any((goes_on ^ should_go_on) | ~(begins | goes_on | is_ascii))) break;
  }
  if (place == offset) return offset;
  // The last character may go on.
  auto const begins_at = [text](std::size_t i) {
    return begins_three_bytes(std::uint32_t{static_cast<unsigned char>(text[i])}) != 0;
  };
  if (begins_at(place - 1)) return place - 1;
  return begins_at(place - 2) ? place - 2 : place;
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
    if (offset >= 2) offset = skip_common(text, offset);
    std::size_t const end = std::min(offset + sizeof(ByteVector), text.size());
    if (offset == end) return offset;
    while (offset < end) {
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
