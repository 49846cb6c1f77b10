#include "inline_writer.h"

#include <array>
#include <utility>

#include "bare_links.h"
#include "html.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// The tags of each Span, in its order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> span_tags{
    {{"<em>", "</em>"},
     {"<strong>", "</strong>"},
     {"<code>", "</code>"},
     {"<del>", "</del>"},
     {"<mark>", "</mark>"},
     {"<sup>", "</sup>"},
     {"<sub>", "</sub>"}}};

std::pair<std::string_view, std::string_view> tags_of(Span span) {
  return span_tags[static_cast<std::size_t>(span)];
}

/// What begins or ends a span for md4c's eyes no more.
struct ObjectSpan {
  Span span;
  bool is_end;
};

std::optional<ObjectSpan> span_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::mark_begin:
      return ObjectSpan{Span::marked, false};
    case ObjectKind::mark_end:
      return ObjectSpan{Span::marked, true};
    case ObjectKind::superscript_begin:
      return ObjectSpan{Span::superscript, false};
    case ObjectKind::superscript_end:
      return ObjectSpan{Span::superscript, true};
    case ObjectKind::subscript_begin:
      return ObjectSpan{Span::subscript, false};
    case ObjectKind::subscript_end:
      return ObjectSpan{Span::subscript, true};
    default:
      return std::nullopt;
  }
}

}  // namespace

void InlineWriter::begin_block(bool is_prose, bool is_footnote) {
  is_prose_ = is_prose;
  is_footnote_ = is_footnote;
  punctuation_.start_block();
}

void InlineWriter::end_block() {
  end_line(0);
  close_objects();
}

void InlineWriter::open(std::string_view begin_tag, std::string_view end_tag, bool is_objects) {
  output_.html += begin_tag;
  open_.push_back({end_tag, is_objects});
}

void InlineWriter::close_objects() {
  while (!open_.empty() && open_.back().is_objects) {
    output_.html += open_.back().end_tag;
    open_.pop_back();
  }
}

void InlineWriter::close() {
  close_objects();
  if (open_.empty()) return;
  output_.html += open_.back().end_tag;
  open_.pop_back();
}

void InlineWriter::enter_span(Span span) {
  if (span == Span::strong) ++strong_depth_;
  // An image's text becomes its alt attribute, so spans in it leave their text only.
  if (image_depth_ == 0) open(tags_of(span).first, tags_of(span).second, false);
}

void InlineWriter::leave_span(Span span) {
  if (span == Span::strong) --strong_depth_;
  if (image_depth_ == 0) close();
}

void InlineWriter::enter_link(Target const& link) {
  if (image_depth_ > 0) return;
  is_in_autolink_ = link.is_autolink;
  if (++link_depth_ > 1) return;  // md4c finds a link in a link in `[<x:>](y)`
  output_.html += "<a";
  urls_.append(output_.html, "href", link.url, UrlUse::link, link.offset);
  append_title(link);
  open(">", "</a>", false);
}

void InlineWriter::leave_link() {
  // md4c ends a link that it never began where the beginning stands in another's URL.
  if (image_depth_ > 0 || link_depth_ == 0) return;
  is_in_autolink_ = false;
  if (--link_depth_ > 0) return;
  close();
}

void InlineWriter::enter_image(Target const& image) {
  if (image_depth_ == 0) {
    end_line(0);
    listeners_.bold_headings.add_other();
  }
  if (++image_depth_ > 1) return;
  output_.html += "<img";
  urls_.append(output_.html, "src", image.url, UrlUse::image, image.offset);
  output_.html += " alt=\"";
}

void InlineWriter::leave_image(Target const& image) {
  end_line(0);
  if (--image_depth_ > 0) return;
  last_character_ = 0;
  output_.html += '"';
  append_title(image);
  if (options_.lazy_images) output_.html += " loading=\"lazy\" decoding=\"async\"";
  output_.html += '>';
}

void InlineWriter::append_title(Target const& target) {
  if (!target.title) return;
  output_.html += " title=\"";
  append_escaped(output_.html, *target.title);
  output_.html += '"';
}

void InlineWriter::text(TextKind kind, std::string_view text, char32_t next, bool is_escaped) {
  if (kind == TextKind::soft_break) {
    // Whether it is a space is known when the next character comes.
    end_line(0);
    line_break_ = output_.html.size();
    punctuation_.pass('\n');
    return;
  }
  if (text.empty()) return;
  if (line_break_) end_line(decode_utf8(text).code_point);
  last_character_ = decode_last_utf8(text).code_point;
  switch (kind) {
    case TextKind::hard_break:
      output_.html += image_depth_ == 0 ? "<br>\n" : " ";
      hear(" ");
      break;
    case TextKind::html:
      raw_html(text);
      break;
    case TextKind::reference: {
      std::string decoded;
      append_character_reference(decoded, text);
      write(decoded);
      last_character_ = decode_last_utf8(decoded).code_point;
      break;
    }
    default:
      if (kind != TextKind::normal || !options_.smart_punctuation || is_in_autolink_) {
        write(text);
      } else {
        // What was escaped stays as it is.
        std::size_t const kept = is_escaped ? decode_utf8(text).length : 0;
        if (kept > 0) {
          write(text.substr(0, kept));
          punctuation_.pass(decode_utf8(text).code_point);
        }
        std::string const smart = punctuation_.replace(text.substr(kept), next);
        append_escaped(output_.html, smart);
        hear(smart);
        return;
      }
  }
  punctuation_.pass(last_character_);
}

void InlineWriter::plain_text(std::string_view text, std::size_t behind) {
  if (line_break_) write_line_break(decode_utf8(text).code_point);
  last_character_ = decode_last_utf8(text).code_point;
  write(text, behind);
}

void InlineWriter::block_code(std::string_view code, std::size_t behind) {
  append_escaped(output_.html, code, behind);
  listeners_.hear_code(code, is_footnote_, behind);
}

/// Writes text as it is.
void InlineWriter::write(std::string_view text, std::size_t behind) {
  append_escaped(output_.html, text, behind);
  hear(text, behind);
}

void InlineWriter::write_line_break(char32_t next) {
  std::size_t const place = *std::exchange(line_break_, std::nullopt);
  auto const joins = [](char32_t c) { return is_cjk(c) && !is_hangul(c); };
  if (options_.join_cjk_lines && joins(last_character_) && joins(next)) return;
  // Tags may have been opened since, no more than stand between two characters.
  std::string_view const written = image_depth_ == 0 ? "\n" : " ";
  if (place == output_.html.size()) {
    output_.html += written;
  } else {
    output_.html.insert(place, written);
  }
  hear(" ");
}

void InlineWriter::hear(std::string_view text, std::size_t behind) {
  listeners_.hear(text, {image_depth_ > 0, strong_depth_ > 0, is_prose_, is_footnote_}, behind);
}

void InlineWriter::raw_html(std::string_view text) {
  if (image_depth_ > 0) {
    // As an image's text it is only text, whatever the options.
    append_escaped(output_.html, text);
  } else if (options_.html == HtmlPolicy::trusted) {
    output_.html += text;
  } else {
    // md4c reports a comment line by line, and only one that is closed.
    is_in_comment_ = is_in_comment_ || text.starts_with("<!--");
    if (!is_in_comment_) append_escaped(output_.html, text);
    if (text.ends_with("-->")) is_in_comment_ = false;
  }
}

void InlineWriter::object(Object const& object, std::size_t offset) {
  if (auto const span = span_of(object.kind)) {
    if (image_depth_ > 0) return;
    auto const [begin_tag, end_tag] = tags_of(span->span);
    if (span->is_end) {
      end_object(end_tag, object.source);
    } else {
      open(begin_tag, end_tag, true);
    }
  } else if (object.kind == ObjectKind::emoji) {
    text(TextKind::normal, object.content);
  } else if (object.kind == ObjectKind::link) {
    bare_link(object.content, offset);
  } else {
    end_line(0);
    last_character_ = 0;
    punctuation_.pass(U'x');
    if (image_depth_ == 0) output_.html += "<span class=\"math inline\">";
    append_escaped(output_.html, object.content);
    if (image_depth_ == 0) output_.html += "</span>";
    listeners_.headings.add_text(object.content, image_depth_ > 0);
    listeners_.bold_headings.add_other();
  }
}

/// Writes a bare link; inside of another, or of an image, only its text.
void InlineWriter::bare_link(std::string const& text, std::size_t offset) {
  bool const is_link = image_depth_ == 0 && link_depth_ == 0;
  if (is_link) enter_link({url_of_bare_link(text), offset, {}, true});
  // As code is: letter for letter.
  this->text(TextKind::code, text);
  if (is_link) leave_link();
}

/// Ends what an object began, and what was begun inside of it; if a span of the Markdown stands
/// between, the beginning has been closed with that span, or will be.
void InlineWriter::end_object(std::string_view end_tag, std::string_view source) {
  std::size_t depth = open_.size();
  while (depth > 0 && open_[depth - 1].is_objects && open_[depth - 1].end_tag != end_tag) --depth;
  if (depth == 0 || !open_[depth - 1].is_objects) {
    text(TextKind::normal, source);
    return;
  }
  while (open_.size() >= depth) {
    output_.html += open_.back().end_tag;
    open_.pop_back();
  }
}

}  // namespace inkstone
