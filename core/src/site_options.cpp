// Reads render()'s options of a configuration by their own table, which is not the configuration's.
#include "site_options.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "site_value_reader.h"

namespace inkstone {

namespace {

using Kind = Value::Kind;
using enum DiagnosticCode;

/// The option of render() that a key means, ignoring case.
struct OptionKey {
  std::string_view name;
  Kind kind;  ///< of its value in the configuration
};

std::vector<OptionKey> option_keys() {
  std::vector<OptionKey> keys;
  for_each_option([&keys]<class T>(OptionDescription<T> const& option) {
    constexpr Kind kind = std::is_same_v<T, bool>  ? Kind::boolean
                          : std::is_same_v<T, int> ? Kind::integer
                                                   : Kind::string;
    keys.push_back({option.name, kind});
  });
  return keys;
}

}  // namespace

Value read_site_options(Field const& field, RenderOptions& set,
                        std::vector<Diagnostic>& diagnostics) {
  ValueReader reader({}, diagnostics, site_subject);
  std::vector<Member> members;
  if (field.value != nullptr && !field.is(Kind::mapping)) {
    reader.report(site_type, field, "a mapping of options");
  } else if (field.value != nullptr) {
    std::vector<OptionKey> const keys = option_keys();
    std::vector<std::string_view> words(keys.size());
    std::transform(keys.begin(), keys.end(), words.begin(),
                   [](OptionKey const& key) { return key.name; });
    report_unknown_keys(reader, "`options`", *field.value, words);
    for (auto const& [word, kind] : keys) {
      std::string const name = "options." + std::string(word);
      Field const found = find_field(*field.value, name);
      if (found.value == nullptr) continue;
      std::string_view const text = trimmed(found.value->text());
      if (found.is(Kind::sequence) || found.is(Kind::mapping)) {
        reader.report(site_type, found, "a text, a number, `true` or `false`");
      } else if (auto const error = set_option(set, word, text)) {
        bool const is_right_kind = found.is(Kind::string) || found.is(kind);
        reader.report(is_right_kind ? site_value : site_type, found, error->expected);
      } else if (kind == Kind::boolean) {
        bool const truth = lenient_boolean(found).value_or(true);
        members.push_back({std::string(word), {}, boolean_value(truth, found)});
      } else {
        members.push_back(
            {std::string(word), {}, Value(kind, std::string(text), found.value->where())});
      }
    }
    reader.report_uncounted();
  }
  return {std::move(members), {}};
}

}  // namespace inkstone
