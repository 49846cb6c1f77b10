/// The headings of a body: their ids in the HTML, their entries in the table of contents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/article.h"
#include "output.h"
#include "slug.h"

namespace inkstone {

/// What `{#id .class}` at a heading's end gives it.
struct HeadingAttributes {
  std::string id;
  std::string classes;  ///< separated by spaces

  bool operator==(HeadingAttributes const&) const = default;
};

/// Reads `{#id .class}` at the end of `text`: any number of classes, at most one id, in any order.
/// \return nothing where the text does not end so, or something else stands in the braces
[[nodiscard]] std::optional<HeadingAttributes> read_heading_attributes(std::string_view text);

/// Follows headings while they are written.
class HeadingCollector {
 public:
  /// \param slugger gives the ids; must outlive the collector
  /// \param has_ids whether headings get ids
  HeadingCollector(Slugger& slugger, bool has_ids) noexcept
      : slugger_(slugger), has_ids_(has_ids) {}

  /// A heading's tag was written.
  /// \param tag_end where in the HTML its name ends, before `>`
  void enter(std::size_t tag_end);
  /// Text that readers see, inside a heading or not.
  /// \param is_alternative whether it stands for an image
  void add_text(std::string_view text, bool is_alternative) {
    if (is_inside_) (is_alternative ? alternative_text_ : text_) += text;
  }
  /// A heading ends.
  /// \param output gets the id and the classes
  /// \param attributes what the author chose; the collected text still ends with it, in braces
  void leave(unsigned level, Output& output, std::optional<HeadingAttributes> const& attributes);

  /// The HTML was cut: the headings in it are those that were listed when there were `count`.
  void keep(std::size_t count) { entries_.resize(count); }

  /// Names what serves as a heading, where there are no others.
  [[nodiscard]] std::string unique_id(std::string_view text) {
    return has_ids_ ? slugger_.unique_slug(text) : std::string();
  }

  /// Every heading in order, without children.
  [[nodiscard]] std::vector<TocEntry>& entries() noexcept { return entries_; }

 private:
  Slugger& slugger_;
  bool has_ids_;
  bool is_inside_ = false;
  std::size_t tag_end_ = 0;
  std::string text_;
  std::string alternative_text_;
  std::vector<TocEntry> entries_;
};

/// ` id="…"` with the id escaped; nothing for an empty id.
[[nodiscard]] std::string id_attribute(std::string_view id);

}  // namespace inkstone
