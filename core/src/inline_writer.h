/// The HTML inside of one block: text, spans, links and images.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edits.h"
#include "inkstone/options.h"
#include "listeners.h"
#include "output.h"
#include "smart_punctuation.h"
#include "url_writer.h"

namespace inkstone {

/// Spans without attributes.
enum class Span : std::uint8_t { emphasis, strong, code, deleted, marked, superscript, subscript };

/// What a piece of text is.
enum class TextKind : std::uint8_t { normal, code, html, reference, hard_break, soft_break };

/// Where a link leads, or an image comes from; decoded.
struct Target {
  std::string url;
  std::size_t offset;  ///< where in the prepared body it stands, or the text nearest to it
  std::optional<std::string> title;
  bool is_autolink;
};

/// Writes what stands inside blocks, well-formed whatever comes.
class InlineWriter {
 public:
  /// All must outlive the writer.
  InlineWriter(Output& output, RenderOptions const& options, Listeners& listeners,
               UrlWriter& urls) noexcept
      : output_(output), options_(options), listeners_(listeners), urls_(urls) {}

  void enter_span(Span span);
  void leave_span(Span span);
  void enter_link(Target const& link);
  void leave_link();
  /// Until the image ends, what is written becomes its alternative text.
  void enter_image(Target const& image);
  void leave_image(Target const& image);

  /// Writes text without edits in it.
  /// \param next the character that follows in the body, 0 for none; only smart punctuation asks
  /// \param is_escaped whether the author wrote a backslash before it
  void text(TextKind kind, std::string_view text, char32_t next = 0, bool is_escaped = false);
  /// As text(TextKind::normal, text), where punctuation stays as it is.
  /// \param text not empty
  /// \param behind how many bytes of the same memory stand behind it
  void plain_text(std::string_view text, std::size_t behind);
  /// Writes code that is a block of its own.
  /// \param behind how many bytes of the same memory stand behind it
  void block_code(std::string_view code, std::size_t behind);
  /// Ends a line of it.
  void end_code_line() {
    output_.html += '\n';
    if (!is_footnote_) listeners_.counter.end_block();
  }
  /// Writes a formula, an emoji, a bare link, or a beginning or an end of marked text and the like.
  /// An end that ends nothing is written as its source.
  /// \param offset where in the prepared body it stands
  void object(Object const& object, std::size_t offset);

  /// A block of text begins.
  /// \param is_prose whether it is a paragraph
  /// \param is_footnote whether it is a footnote's
  void begin_block(bool is_prose, bool is_footnote);
  /// It ends: a line break that still waits is written, and what is open is closed.
  void end_block();
  /// Writes a line break that waits, because something stands behind it that is no text.
  void settle_break() { end_line(0); }
  /// Drops a line break that waits.
  void drop_break() noexcept { line_break_.reset(); }

  [[nodiscard]] bool is_in_span() const noexcept { return !open_.empty() || image_depth_ > 0; }
  [[nodiscard]] bool is_in_image() const noexcept { return image_depth_ > 0; }
  [[nodiscard]] bool is_in_link() const noexcept { return link_depth_ > 0; }
  /// Whether text is written letter for letter here: in `<https://e.org>`.
  [[nodiscard]] bool is_in_autolink() const noexcept { return is_in_autolink_; }

 private:
  /// What is open: a span or a link of the Markdown, or what an object began.
  struct Open {
    std::string_view end_tag;
    bool is_objects;
  };

  void end_line(char32_t next) {
    if (line_break_) write_line_break(next);
  }
  void write_line_break(char32_t next);
  void hear(std::string_view text, std::size_t behind = 0);
  void write(std::string_view text, std::size_t behind = 0);
  void raw_html(std::string_view text);
  void open(std::string_view begin_tag, std::string_view end_tag, bool is_objects);
  void close_objects();
  void close();
  void bare_link(std::string const& text, std::size_t offset);
  void end_object(std::string_view end_tag, std::string_view source);
  void append_title(Target const& target);

  Output& output_;
  RenderOptions const& options_;
  Listeners& listeners_;
  UrlWriter& urls_;
  std::vector<Open> open_;
  std::optional<std::size_t> line_break_;  ///< where in the HTML a soft line break waits
  char32_t last_character_ = 0;            ///< of the text written so far
  std::size_t strong_depth_ = 0;
  std::size_t image_depth_ = 0;
  std::size_t link_depth_ = 0;
  bool is_in_autolink_ = false;
  bool is_in_comment_ = false;
  bool is_prose_ = false;
  bool is_footnote_ = false;
  SmartPunctuation punctuation_;
};

}  // namespace inkstone
