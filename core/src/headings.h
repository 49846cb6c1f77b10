/// The headings of a body: their ids in the HTML, their entries in the table of contents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inkstone/article.h"
#include "slug.h"

namespace inkstone {

/// Follows headings while they are written.
class HeadingCollector {
 public:
  /// \param has_ids whether headings get ids
  explicit HeadingCollector(bool has_ids) noexcept : has_ids_(has_ids) {}

  /// A heading's tag was written.
  /// \param tag_end where in the HTML its name ends, before `>`
  void enter(std::size_t tag_end);
  /// Text that readers see, inside a heading or not.
  /// \param is_alternative whether it stands for an image
  void add_text(std::string_view text, bool is_alternative);
  /// A heading ends, before its end tag is written.
  /// \param html gets the id
  void leave(unsigned level, std::string& html);

  /// Names what serves as a heading, where there are no others.
  [[nodiscard]] std::string unique_id(std::string_view text) {
    return has_ids_ ? slugger_.unique_slug(text) : std::string();
  }

  /// Every heading in order, without children.
  [[nodiscard]] std::vector<TocEntry>& entries() noexcept { return entries_; }

 private:
  bool has_ids_;
  bool is_inside_ = false;
  std::size_t tag_end_ = 0;
  std::string text_;
  std::string alternative_text_;
  Slugger slugger_;
  std::vector<TocEntry> entries_;
};

/// ` id="…"` with the id escaped; nothing for an empty id.
[[nodiscard]] std::string id_attribute(std::string_view id);

}  // namespace inkstone
