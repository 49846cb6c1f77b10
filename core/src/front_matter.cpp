// The tree of the front matter: values and how to look at them.
#include "inkstone/front_matter.h"

#include <charconv>
#include <utility>

#include "core_schema.h"

namespace inkstone {

Value::Value(Kind kind, std::string text, Position where)
    : kind_(kind), where_(where), text_(std::move(text)) {}

Value::Value(std::vector<Value> items, Position where)
    : kind_(Kind::sequence),
      where_(where),
      items_(std::make_shared<std::vector<Value> const>(std::move(items))) {}

Value::Value(std::vector<Member> members, Position where)
    : kind_(Kind::mapping),
      where_(where),
      members_(std::make_shared<std::vector<Member> const>(std::move(members))) {}

std::optional<bool> Value::boolean() const noexcept {
  if (kind_ != Kind::boolean) return std::nullopt;
  return text_.front() == 't' || text_.front() == 'T';
}

std::optional<std::int64_t> Value::integer() const noexcept {
  return kind_ == Kind::integer ? parse_integer(text_) : std::nullopt;
}

std::optional<double> Value::real() const noexcept {
  if (auto const number = integer()) return static_cast<double>(*number);
  if (kind_ != Kind::real) return std::nullopt;
  std::string_view digits = text_;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double number = 0;
  // Too small for a double leaves 0, which is what it is nearest to.
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::span<Value const> Value::items() const noexcept {
  return items_ ? std::span<Value const>(*items_) : std::span<Value const>();
}

std::span<Member const> Value::members() const noexcept {
  return members_ ? std::span<Member const>(*members_) : std::span<Member const>();
}

Value const* Value::find(std::string_view key) const noexcept {
  for (Member const& member : members()) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

}  // namespace inkstone
