/// Reading the values of a configuration's keys that hold no other keys.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "inkstone/site.h"
#include "value_reader.h"

namespace inkstone {

/// A text as a value of a configuration, where `field` stands.
[[nodiscard]] Value text_value(std::string_view text, Field const& field);

/// A boolean as a value of a configuration, where `field` stands.
[[nodiscard]] Value boolean_value(bool truth, Field const& field);

/// Reports the members of a mapping that are none of `words`.
/// \param owner what they stand in, as a message begins with it
void report_unknown_keys(ValueReader& reader, std::string_view owner, Value const& mapping,
                         std::vector<std::string_view> const& words);

/// Reads values in the form that a configuration has them.
class SiteValueReader {
 public:
  using Result = std::optional<Value>;

  /// \param reader reads what front matter has as well, and takes the reports; must live on
  explicit SiteValueReader(ValueReader& reader) : reader_(reader) {}

  /// The value of a key, or of one item where the key takes a list.
  /// \param key one whose values hold no other keys
  /// \return nothing if the field says nothing, or what cannot be used, which is reported
  Result read(SiteKey const& key, Field const& field);

 private:
  Result read_text(Field const& field);
  Result read_boolean(Field const& field);
  Result read_integer(SiteKey const& key, Field const& field);
  Result read_number(Field const& field);
  Result read_choice(SiteKey const& key, Field const& field);
  Result read_name(SiteKey const& key, Field const& field);
  Result read_url(SiteKey const& key, Field const& field);
  Result read_absolute_url(SiteKey const& key, Field const& field);
  Result read_language(Field const& field);
  Result read_path(SiteKey const& key, Field const& field);

  /// Reports what another text would do for.
  Result unusable_text(SiteKey const& key, Field const& field) {
    reader_.report(
        field.is(Value::Kind::string) ? DiagnosticCode::site_value : DiagnosticCode::site_type,
        field, expected_by(key));
    return std::nullopt;
  }

  ValueReader& reader_;
};

}  // namespace inkstone
