/// The front matter as an ordered, typed tree: what the author wrote, untouched.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"

namespace inkstone {

struct Member;

/// A value of the front matter by the YAML 1.2 core schema, with these decisions of ours:
/// - a date stays the string that was written;
/// - an integer beyond ±(2^53 − 1), a real that a double cannot hold, `.inf` and `.nan` stay the
///   strings that were written, because JSON and JavaScript would lose them;
/// - a mapping's keys are strings: `1: a` has the key "1", `~: a` has the key "".
/// Values are immutable and cheap to copy: aliases share one sequence or mapping.
class Value {
 public:
  enum class Kind : std::uint8_t { null, boolean, integer, real, string, sequence, mapping };

  /// Null.
  Value() = default;
  /// A scalar. `text` is what was written (for strings: the content, unquoted and unescaped).
  Value(Kind kind, std::string text, Position where);
  Value(std::vector<Value> items, Position where);
  Value(std::vector<Member> members, Position where);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is(Kind kind) const noexcept { return kind_ == kind; }
  /// Where the value begins in the source file.
  [[nodiscard]] Position where() const noexcept { return where_; }
  /// The text of a scalar as written (`1.10` stays `1.10`); a string's content; empty for null,
  /// sequences and mappings. The view lives as long as this value.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The truth of a boolean; nothing for other kinds.
  [[nodiscard]] std::optional<bool> boolean() const noexcept;
  /// The number of an integer, within ±(2^53 − 1); nothing for other kinds.
  [[nodiscard]] std::optional<std::int64_t> integer() const noexcept;
  /// The number of an integer or a real, finite; nothing for other kinds.
  [[nodiscard]] std::optional<double> real() const noexcept;
  /// The items of a sequence, else none. The view lives as long as any copy of this value.
  [[nodiscard]] std::span<Value const> items() const noexcept;
  /// The members of a mapping in their written order, else none; keys are unique.
  [[nodiscard]] std::span<Member const> members() const noexcept;
  /// The value of `key` in a mapping, letter for letter; null pointer where there is none.
  [[nodiscard]] Value const* find(std::string_view key) const noexcept;

 private:
  Kind kind_ = Kind::null;
  Position where_;
  std::string text_;
  std::shared_ptr<std::vector<Value> const> items_;
  std::shared_ptr<std::vector<Member> const> members_;
};

/// One `key: value` of a mapping.
struct Member {
  std::string key;
  Position key_where;  ///< where the key begins in the source file
  Value value;
};

/// The whole front matter: a mapping, empty where an article has none.
using FrontMatter = Value;

}  // namespace inkstone
