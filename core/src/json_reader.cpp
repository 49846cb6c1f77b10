#include "json_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "utf8.h"

namespace inkstone {

namespace {

/// Takes JSON apart from its beginning; every take_ function returns whether it found its thing.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view json) : rest_(json) {}

  bool take(char c) {
    skip_whitespace();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_string(std::string& text) {
    if (!take('"')) return false;
    text.clear();
    while (!rest_.empty()) {
      char const c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        text += c;
      } else if (!take_escape(text)) {
        return false;
      }
    }
    return false;
  }

  bool take_scalar(JsonScalar& scalar) {
    if (take_string(scalar.text)) {
      scalar.is_null = false;
      return true;
    }
    skip_whitespace();
    std::size_t const end = std::min(rest_.find_first_of(" \t\r\n,}"), rest_.size());
    scalar.text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    scalar.is_null = scalar.text == "null";
    return scalar.is_null || scalar.text == "true" || scalar.text == "false" ||
           (!scalar.text.empty() &&
            scalar.text.find_first_not_of("0123456789+-.eE") == std::string::npos);
  }

  bool is_at_end() {
    skip_whitespace();
    return rest_.empty();
  }

 private:
  void skip_whitespace() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  bool take_escape(std::string& text) {
    if (rest_.empty()) return false;
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view characters = "\"\\/\b\f\n\r\t";
    char const letter = rest_.front();
    rest_.remove_prefix(1);
    if (std::size_t const index = letters.find(letter); index != std::string_view::npos) {
      text += characters[index];
      return true;
    }
    if (letter != 'u') return false;
    std::optional<char32_t> const first = take_unit();
    if (!first) return false;
    if (*first >= 0xD800 && *first <= 0xDBFF && rest_.starts_with("\\u")) {
      std::string_view const before = rest_;
      rest_.remove_prefix(2);
      std::optional<char32_t> const second = take_unit();
      if (auto const pair = combine_surrogates(*first, second.value_or(0))) {
        append_utf8(text, *pair);
        return true;
      }
      rest_ = before;
    }
    append_utf8(text, *first);
    return true;
  }

  /// Takes the four hexadecimal digits of a UTF-16 unit.
  std::optional<char32_t> take_unit() {
    unsigned unit = 0;
    if (rest_.size() < 4) return std::nullopt;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, unit, 16);
    if (error != std::errc{} || end != rest_.data() + 4) return std::nullopt;
    rest_.remove_prefix(4);
    return unit;
  }

  std::string_view rest_;
};

}  // namespace

bool read_flat_json_object(
    std::string_view json,
    std::function<bool(std::string_view name, JsonScalar const& value)> const& visit) {
  JsonCursor cursor(json);
  if (!cursor.take('{')) return false;
  if (cursor.take('}')) return cursor.is_at_end();
  do {
    std::string name;
    JsonScalar value;
    if (!cursor.take_string(name) || !cursor.take(':')) return false;
    if (!cursor.take_scalar(value)) return false;
    if (!visit(name, value)) return true;
  } while (cursor.take(','));
  return cursor.take('}') && cursor.is_at_end();
}

}  // namespace inkstone
