/// Writing JSON as JavaScript's JSON.stringify does: no blanks, the same escapes.
#pragma once

#include <string>
#include <string_view>

#include "inkstone/front_matter.h"

namespace inkstone {

/// Appends `text`, valid UTF-8, as a JSON string with its quotes.
void write_json_string(std::string& out, std::string_view text);

/// Appends `"name":` with a comma before it unless it is the first in its object.
void write_json_name(std::string& out, std::string_view name);

/// Appends a list.
/// \param write appends one item
template <class Items, class Writer>
void write_json_list(std::string& out, Items const& items, Writer&& write) {
  out += '[';
  for (auto const& item : items) {
    if (&item != items.data()) out += ',';
    write(item);
  }
  out += ']';
}

/// Appends a value of the front matter. Mappings keep their order.
void write_json(std::string& out, Value const& value);

}  // namespace inkstone
