#include "headings.h"

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

void HeadingCollector::add_text(std::string_view text, bool is_alternative) {
  if (is_inside_) (is_alternative ? alternative_text_ : text_) += text;
}

void HeadingCollector::leave(unsigned level, std::string& html) {
  is_inside_ = false;
  // A heading that is one picture is called by the picture's name.
  std::string text = std::move(text_.empty() ? alternative_text_ : text_);
  std::string id = unique_id(text);
  // The id is known only now; what must move is no longer than the heading.
  html.insert(tag_end_, id_attribute(id));
  entries_.push_back({static_cast<int>(level), std::move(id), std::move(text), {}});
}

}  // namespace inkstone
