#include "json_writer.h"

#include "core_schema.h"

namespace inkstone {

namespace {

/// Whether a comma must stand before what is written next.
bool needs_comma(std::string const& out) {
  return !out.empty() && out.back() != '{' && out.back() != '[' && out.back() != ':';
}

}  // namespace

void write_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out += text.substr(written, i - written);
    written = i + 1;
    out += '\\';
    switch (byte) {
      case '"':
      case '\\':
        out += text[i];
        break;
      case '\b':
        out += 'b';
        break;
      case '\f':
        out += 'f';
        break;
      case '\n':
        out += 'n';
        break;
      case '\r':
        out += 'r';
        break;
      case '\t':
        out += 't';
        break;
      default:
        out += "u00";
        out += hex[byte >> 4];
        out += hex[byte & 0xF];
    }
  }
  out += text.substr(written);
  out += '"';
}

void write_json_name(std::string& out, std::string_view name) {
  if (needs_comma(out)) out += ',';
  write_json_string(out, name);
  out += ':';
}

void write_json(std::string& out, Value const& value) {
  switch (value.kind()) {
    case Value::Kind::null:
      out += "null";
      break;
    case Value::Kind::boolean:
      out += *value.boolean() ? "true" : "false";
      break;
    case Value::Kind::integer:
    case Value::Kind::real:
      out += json_number(value.text());
      break;
    case Value::Kind::string:
      write_json_string(out, value.text());
      break;
    case Value::Kind::sequence:
      write_json_list(out, value.items(), [&out](Value const& item) { write_json(out, item); });
      break;
    case Value::Kind::mapping:
      out += '{';
      for (Member const& member : value.members()) {
        if (&member != value.members().data()) out += ',';
        write_json_string(out, member.key);
        out += ':';
        write_json(out, member.value);
      }
      out += '}';
      break;
  }
}

}  // namespace inkstone
