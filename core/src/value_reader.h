/// Reading values of front matter and configurations as texts, dates, URLs and so on, and saying
/// which could not be used.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"
#include "inkstone/front_matter.h"
#include "inkstone/metadata.h"
#include "url.h"

namespace inkstone {

/// A value, and what messages call it. Views: a field lives no longer than its front matter.
struct Field {
  std::string_view name;         ///< e.g. `thumbnail.src`
  Value const* value = nullptr;  ///< null pointer: there is none, or it says nothing

  /// Whether there is a value, of this kind.
  [[nodiscard]] bool is(Value::Kind kind) const { return value != nullptr && value->is(kind); }
};

/// `value` as a field; null and a text of blanks say nothing, as if there were no value.
[[nodiscard]] Field field_of(std::string_view name, Value const& value);

/// The first key of `mapping` that is, ignoring ASCII letter case, the part of `name` behind its
/// last period.
[[nodiscard]] Field find_field(Value const& mapping, std::string_view name);

/// The truth of a boolean as YAML 1.2 has it, or of `true`, `yes`, `on`, `false`, `no`, `off` as a
/// text in any letter case; nothing for anything else.
[[nodiscard]] std::optional<bool> lenient_boolean(Field const& field);

/// `text` without the whitespace around it, Unicode's as well.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Calls `visit` with the field of each item of a list, or with a field that is none itself;
/// items that say nothing are passed over.
template <class Visitor>
void for_each_item(Field const& field, Visitor&& visit) {
  if (field.value == nullptr) return;
  if (!field.is(Value::Kind::sequence)) {
    visit(field);
    return;
  }
  for (Value const& item : field.value->items()) {
    Field const found = field_of(field.name, item);
    if (found.value != nullptr) visit(found);
  }
}

/// The beginning of `text` on one line, between backticks, as messages have it.
[[nodiscard]] std::string quoted(std::string_view text);

/// `a`, `b` or `c`
[[nodiscard]] std::string enumerated(std::span<std::string_view const> names);

/// Whose values are read.
struct Subject {
  std::string_view name;  ///< what messages call it
  DiagnosticCode type;    ///< for values of the wrong kind
  DiagnosticCode value;   ///< for those of the right kind that mean nothing
};

inline constexpr Subject front_matter_subject{"front matter", DiagnosticCode::metadata_type,
                                              DiagnosticCode::metadata_value};
inline constexpr Subject site_subject{"configuration", DiagnosticCode::site_type,
                                      DiagnosticCode::site_value};

/// Reads fields. One that says nothing gives nothing; so does one that cannot be used, and it is
/// reported.
class ValueReader {
 public:
  /// \param url_schemes more schemes that URLs may have, as for is_allowed_url(); must live on
  ValueReader(std::string_view url_schemes, std::vector<Diagnostic>& diagnostics,
              Subject const& subject = front_matter_subject)
      : subject_(subject), url_schemes_(url_schemes), diagnostics_(diagnostics) {}

  /// A text, trimmed; a number or a boolean as it was written.
  [[nodiscard]] std::string text(Field const& field);

  /// The texts of a list in their order, each once; a text by itself is a list of one. Nothing if
  /// there is neither a list nor a text.
  [[nodiscard]] std::optional<std::vector<std::string>> texts(Field const& field);

  /// A boolean as lenient_boolean() reads it.
  [[nodiscard]] std::optional<bool> boolean(Field const& field);

  /// A number.
  [[nodiscard]] std::optional<Number> number(Field const& field);

  /// A text that has the form of a BCP 47 language tag; whether it is registered does not matter.
  [[nodiscard]] std::string language(Field const& field);

  /// The first language tag of a list, or the one that there is.
  [[nodiscard]] std::string first_language(Field const& field);

  /// A date, as normalize_date() gives it.
  [[nodiscard]] std::string date(Field const& field);

  /// A URL that is allowed, trimmed.
  [[nodiscard]] std::string url(Field const& field, UrlUse use);

  /// Those of a list's words that stand in `names`, in their order, each once; a word by itself is
  /// a list of one. Nothing if there is neither a list nor a word.
  /// \tparam Word an enumeration; `names` holds its words in its order
  template <class Word>
  [[nodiscard]] std::optional<std::vector<Word>> words(Field const& field,
                                                       std::span<std::string_view const> names) {
    std::optional<std::vector<std::size_t>> const places = places_of_words(field, names);
    if (!places) return std::nullopt;
    std::vector<Word> words;
    for (std::size_t const place : *places) words.push_back(static_cast<Word>(place));
    return words;
  }

  /// Says that a field, which must have a value, cannot be used.
  /// \param expected what would do, as it stands behind "takes": "a number such as `10`"
  void report(DiagnosticCode code, Field const& field, std::string_view expected);

  /// Says something else.
  /// \param message a sentence
  void report(DiagnosticCode code, Position where, std::string message);

  /// Whether there were so many reports that the next ones are only counted.
  [[nodiscard]] bool is_full() const;

  /// Says how many fields could not be used, if they were too many to report each. Call it last.
  void report_uncounted();

 private:
  std::optional<std::vector<std::size_t>> places_of_words(Field const& field,
                                                          std::span<std::string_view const> names);

  Subject subject_;
  std::string_view url_schemes_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t reports_ = 0;
  Position first_unreported_;
};

}  // namespace inkstone
