#include "headings.h"

#include <algorithm>
#include <utility>

#include "html.h"

namespace inkstone {

std::string id_attribute(std::string_view id) {
  if (id.empty()) return {};
  std::string attribute = " id=\"";
  append_escaped(attribute, id);
  attribute += '"';
  return attribute;
}

void HeadingCollector::enter(std::size_t tag_end) {
  is_inside_ = true;
  tag_end_ = tag_end;
  text_.clear();
  alternative_text_.clear();
}

void HeadingCollector::leave(unsigned level, Output& output,
                             std::optional<HeadingAttributes> const& attributes) {
  is_inside_ = false;
  // A heading that is one picture is called by the picture's name.
  std::string text = std::move(text_.empty() ? alternative_text_ : text_);
  if (attributes) {
    text.resize(text.rfind('{'));
    text.resize(text.find_last_not_of(' ') + 1);
  }
  bool const has_own_id = attributes && !attributes->id.empty();
  std::string id = has_own_id ? slugger_.unique(attributes->id) : unique_id(text);
  output.insert_later(tag_end_, id_attribute(id));
  if (attributes && !attributes->classes.empty()) {
    std::string classes = " class=\"";
    append_escaped(classes, attributes->classes);
    output.insert_later(tag_end_, classes + '"');
  }
  entries_.push_back({static_cast<int>(level), std::move(id), std::move(text), {}});
}

std::optional<HeadingAttributes> read_heading_attributes(std::string_view text) {
  std::size_t const begin = text.rfind('{');
  if (begin == std::string_view::npos || !text.ends_with('}')) return std::nullopt;
  std::string_view inside = text.substr(begin + 1, text.size() - begin - 2);
  HeadingAttributes attributes;
  for (;;) {
    inside.remove_prefix(std::min(inside.find_first_not_of(" \t"), inside.size()));
    if (inside.empty()) break;
    std::size_t const end = std::min(inside.find_first_of(" \t"), inside.size());
    std::string_view const word = inside.substr(0, end);
    inside.remove_prefix(end);
    bool const is_name =
        word.size() > 1 && word.find_first_of("{}<>\"'=`#.", 1) == std::string_view::npos;
    if (is_name && word[0] == '#' && attributes.id.empty()) {
      attributes.id = word.substr(1);
    } else if (is_name && word[0] == '.') {
      if (!attributes.classes.empty()) attributes.classes += ' ';
      attributes.classes += word.substr(1);
    } else {
      return std::nullopt;
    }
  }
  if (attributes == HeadingAttributes{}) return std::nullopt;
  return attributes;
}

}  // namespace inkstone
