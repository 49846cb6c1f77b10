// The only file that includes md4c: its callbacks become HTML, headings and diagnostics.
#include "markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <functional>
#include <new>
#include <optional>
#include <utility>

#include "bold_headings.h"
#include "headings.h"
#include "html.h"
#include "prepare.h"
#include "reading_counter.h"
#include "unicode.h"
#include "url.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// After so many refused URLs the rest is only counted: reports must not cost more than the text.
constexpr std::size_t most_url_reports = 100;

/// `html` without its comments; an unclosed one stays.
std::string without_comments(std::string_view html) {
  std::string rest;
  for (;;) {
    std::size_t const begin = html.find("<!--");
    std::size_t const end = begin == std::string_view::npos ? begin : html.find("-->", begin + 2);
    if (end == std::string_view::npos) break;
    rest += html.substr(0, begin);
    html.remove_prefix(end + 3);
  }
  rest += html;
  return rest;
}

/// Writes what md4c reports. md4c is C: no exception may pass through it, so the callbacks at the
/// end of the class stop it instead.
class Writer {
 public:
  Writer(std::string_view body, RenderOptions const& options, PositionFinder& positions,
         std::vector<Diagnostic>& diagnostics)
      : source_(body),
        prepared_(body, options),
        body_(prepared_.text()),
        options_(options),
        positions_(positions),
        diagnostics_(diagnostics),
        headings_(options.heading_ids),
        last_text_(body_.data()) {}

  RenderedMarkdown run() {
    result_.html.reserve(body_.size() + body_.size() / 4);
    MD_PARSER parser{};
    parser.flags = options_.gfm ? MD_DIALECT_GITHUB : MD_DIALECT_COMMONMARK;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Writer& writer) { writer.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Writer& writer) { writer.leave_block(type, detail); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Writer& writer) { writer.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Writer& writer) { writer.leave_span(type, detail); });
    };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
      return guarded(self, [&](Writer& writer) { writer.text(type, {text, size}); });
    };
    // md4c fails for one reason of its own, memory; so does the writer.
    if (md_parse(body_.data(), static_cast<MD_SIZE>(body_.size()), &parser, this) != 0) {
      throw std::bad_alloc();
    }
    report_uncounted_urls();
    if (headings_.entries().empty() && options_.bold_headings == BoldHeadings::automatic) {
      bold_headings_.finish(headings_, result_.html);
    }
    result_.headings = std::move(headings_.entries());
    result_.counts = counter_.counts();
    return std::move(result_);
  }

 private:
  template <class Call>
  static int guarded(void* self, Call call) noexcept {
    try {
      call(*static_cast<Writer*>(self));
      return 0;
    } catch (std::bad_alloc const&) {
      return 1;
    }
  }

  /// The opening and the closing tag of a block; empty where they depend on more than its type.
  static std::pair<std::string_view, std::string_view> block_tags(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return {"<blockquote>\n", "</blockquote>\n"};
      case MD_BLOCK_UL:
        return {"<ul>\n", "</ul>\n"};
      case MD_BLOCK_OL:
        return {"", "</ol>\n"};
      case MD_BLOCK_LI:
        return {"", "</li>\n"};
      case MD_BLOCK_HR:
        return {"<hr>\n", ""};
      case MD_BLOCK_CODE:
        return {"", "</code></pre>\n"};
      case MD_BLOCK_P:
        return {"<p>", "</p>\n"};
      case MD_BLOCK_TABLE:
        return {"<table>\n", "</table>\n"};
      case MD_BLOCK_THEAD:
        return {"<thead>\n", "</thead>\n"};
      case MD_BLOCK_TBODY:
        return {"<tbody>\n", "</tbody>\n"};
      case MD_BLOCK_TR:
        return {"<tr>\n", "</tr>\n"};
      case MD_BLOCK_TH:
        return {"", "</th>\n"};
      case MD_BLOCK_TD:
        return {"", "</td>\n"};
      case MD_BLOCK_DOC:
      case MD_BLOCK_H:
      case MD_BLOCK_HTML:
        break;
    }
    return {};
  }

  static bool is_container(MD_BLOCKTYPE type) {
    return type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    if (is_container(type)) ++container_depth_;
    result_.html += block_tags(type).first;
    switch (type) {
      case MD_BLOCK_OL:
        open_ordered_list(*static_cast<MD_BLOCK_OL_DETAIL*>(detail));
        break;
      case MD_BLOCK_LI:
        open_list_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        break;
      case MD_BLOCK_H:
        open_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        open_code_block(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        break;
      case MD_BLOCK_HTML:
        in_html_block_ = true;
        break;
      case MD_BLOCK_P:
        // Inside quotes and lists a bold line is no section's title.
        if (container_depth_ == 0) bold_headings_.enter_paragraph(result_.html.size() - 1);
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        open_cell(type == MD_BLOCK_TH ? "<th" : "<td",
                  static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type, void* detail) {
    if (is_container(type)) --container_depth_;
    end_line(0);
    counter_.end_block();
    result_.html += block_tags(type).second;
    if (type == MD_BLOCK_H) {
      close_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    } else if (type == MD_BLOCK_HTML) {
      close_html_block();
    } else if (type == MD_BLOCK_P) {
      bold_headings_.leave_paragraph();
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    // An image's text becomes its alt attribute, so spans in it leave their text only.
    if (type == MD_SPAN_IMG && image_depth_ == 0) {
      end_line(0);
      bold_headings_.add_other();
    }
    if (type == MD_SPAN_STRONG) ++strong_depth_;
    if (type == MD_SPAN_IMG && ++image_depth_ == 1) {
      open_image(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
    }
    if (image_depth_ > 0) return;
    if (type == MD_SPAN_A) {
      open_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
    } else {
      result_.html += span_tags(type).first;
    }
  }

  void leave_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) end_line(0);
    if (type == MD_SPAN_IMG && --image_depth_ == 0) {
      close_image(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
      return;
    }
    if (type == MD_SPAN_STRONG) --strong_depth_;
    if (image_depth_ > 0) return;
    if (type == MD_SPAN_A) {
      // md4c ends a link that it never began where the beginning stands in another's URL.
      if (link_depth_ == 0) return;
      --link_depth_;
      is_in_autolink_ = false;
    }
    result_.html += span_tags(type).second;
  }

  /// The opening and the closing tag of a span without attributes; only the closing one for links.
  static std::pair<std::string_view, std::string_view> span_tags(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM:
        return {"<em>", "</em>"};
      case MD_SPAN_STRONG:
        return {"<strong>", "</strong>"};
      case MD_SPAN_CODE:
        return {"<code>", "</code>"};
      case MD_SPAN_DEL:
        return {"<del>", "</del>"};
      case MD_SPAN_A:
        return {"", "</a>"};
      default:  // spans of extensions that are not switched on
        return {};
    }
  }

  /// Hands on what md4c reports, without the marks that were put into it.
  void text(MD_TEXTTYPE type, std::string_view text) {
    if (is_in_body(text.data())) {
      last_text_ = text.data();
      std::size_t const begin = offset_of(text.data());
      auto const& marks = prepared_.marks();
      auto mark =
          std::partition_point(marks.begin(), marks.end(),
                               [begin](PlacedMark const& placed) { return placed.offset < begin; });
      std::size_t written = 0;
      for (; mark != marks.end() && mark->offset < begin + text.size(); ++mark) {
        write_text(type, text.substr(written, mark->offset - begin - written));
        // Where asterisks are no emphasis, each stays.
        bool const is_verbatim = type == MD_TEXT_CODE || type == MD_TEXT_HTML || is_in_autolink_;
        if (mark->mark == Mark::dropped_star && is_verbatim) write_text(type, "*");
        written = mark->offset - begin + PreparedBody::mark_size;
      }
      text.remove_prefix(written);
      if (written > 0 && text.empty()) return;
    }
    write_text(type, text);
  }

  void write_text(MD_TEXTTYPE type, std::string_view text) {
    if (text.empty()) return;
    std::string& html = result_.html;
    if (type == MD_TEXT_SOFTBR) {
      // Whether it is a space is known when the next character comes.
      end_line(0);
      line_break_ = html.size();
      return;
    }
    end_line(decode_utf8(text).code_point);
    last_character_ = decode_last_utf8(text).code_point;
    switch (type) {
      case MD_TEXT_BR:
        html += image_depth_ == 0 ? "<br>\n" : " ";
        note_text(" ");
        break;
      case MD_TEXT_HTML:
        raw_html(text);
        break;
      case MD_TEXT_ENTITY: {
        std::string decoded;
        append_character_reference(decoded, text);
        append_escaped(html, decoded);
        note_text(decoded);
        break;
      }
      default:
        append_escaped(html, text);
        note_text(text);
    }
  }

  /// Writes a soft line break that was put off until now.
  /// \param next the character behind it; 0 where something else stands there
  void end_line(char32_t next) {
    if (!line_break_) return;
    std::size_t const place = *std::exchange(line_break_, std::nullopt);
    auto const joins = [](char32_t c) { return is_cjk(c) && !is_hangul(c); };
    if (options_.join_cjk_lines && joins(last_character_) && joins(next)) return;
    // Tags may have been opened since, no more than stand between two characters.
    result_.html.insert(place, image_depth_ == 0 ? "\n" : " ");
    note_text(" ");
  }

  /// Raw HTML between or inside blocks. As an image's text it is only text, whatever the options.
  void raw_html(std::string_view text) {
    if (image_depth_ > 0) {
      append_escaped(result_.html, text);
    } else if (options_.html == HtmlPolicy::allow) {
      result_.html += text;
    } else if (in_html_block_) {
      html_block_ += text;
    } else {
      // md4c reports a comment line by line, and only one that is closed.
      in_comment_ = in_comment_ || text.starts_with("<!--");
      if (!in_comment_) append_escaped(result_.html, text);
      if (text.ends_with("-->")) in_comment_ = false;
    }
  }

  void close_html_block() {
    in_html_block_ = false;
    if (options_.html == HtmlPolicy::allow) return;
    std::string const shown = without_comments(std::exchange(html_block_, {}));
    std::size_t const last = shown.find_last_not_of(" \t\n");
    if (last == std::string::npos) return;
    result_.html += "<p>";
    append_escaped(result_.html, std::string_view(shown).substr(0, last + 1));
    result_.html += "</p>\n";
  }

  void open_ordered_list(MD_BLOCK_OL_DETAIL const& list) {
    if (list.start == 1) {
      result_.html += "<ol>\n";
    } else {
      result_.html += "<ol start=\"" + std::to_string(list.start) + "\">\n";
    }
  }

  void open_list_item(MD_BLOCK_LI_DETAIL const& item) {
    if (item.is_task == 0) {
      result_.html += "<li>";
      return;
    }
    result_.html +=
        "<li class=\"task-list-item\">"
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled";
    result_.html += item.task_mark == ' ' ? ">" : " checked>";
  }

  void open_heading(unsigned level) {
    result_.html += "<h";
    result_.html += static_cast<char>('0' + level);
    headings_.enter(result_.html.size());
    result_.html += '>';
  }

  void close_heading(unsigned level) {
    headings_.leave(level, result_.html);
    result_.html += "</h";
    result_.html += static_cast<char>('0' + level);
    result_.html += ">\n";
  }

  /// Text that readers see, for those who name things by it.
  void note_text(std::string_view text) {
    headings_.add_text(text, image_depth_ > 0);
    bold_headings_.add_text(text, strong_depth_ > 0);
    if (image_depth_ == 0) counter_.add(text);
  }

  void open_code_block(MD_BLOCK_CODE_DETAIL const& block) {
    std::string& html = result_.html;
    html += "<pre><code";
    if (block.lang.text != nullptr) {
      std::string const language = decode(block.lang);
      html += " class=\"";
      if (!language.starts_with("language-")) html += "language-";
      append_escaped(html, language);
      html += '"';
      std::string const info = decode(block.info);
      if (options_.code_info && info != language) {
        html += " data-info=\"";
        append_escaped(html, info);
        html += '"';
      }
    }
    html += '>';
  }

  void open_cell(std::string_view tag, MD_ALIGN align) {
    static constexpr std::array<std::string_view, 4> attributes{
        ">", " align=\"left\">", " align=\"center\">", " align=\"right\">"};
    result_.html += tag;
    result_.html += attributes[align];
  }

  void open_link(MD_SPAN_A_DETAIL const& link) {
    is_in_autolink_ = link.is_autolink != 0;
    ++link_depth_;
    result_.html += "<a";
    append_url("href", link.href, UrlUse::link);
    append_title(link.title);
    result_.html += '>';
  }

  void open_image(MD_SPAN_IMG_DETAIL const& image) {
    result_.html += "<img";
    append_url("src", image.src, UrlUse::image);
    result_.html += " alt=\"";
  }

  void close_image(MD_SPAN_IMG_DETAIL const& image) {
    result_.html += '"';
    append_title(image.title);
    if (options_.lazy_images) result_.html += " loading=\"lazy\" decoding=\"async\"";
    result_.html += '>';
  }

  /// The text of an attribute, its character references decoded and its marks taken off.
  std::string decode(MD_ATTRIBUTE const& attribute) const {
    std::string text;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
      MD_OFFSET const begin = attribute.substr_offsets[i];
      std::string_view const part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
      if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
        append_character_reference(text, part);
      } else {
        std::string restored(part);
        prepared_.restore(restored);
        text += restored;
      }
    }
    return text;
  }

  void append_title(MD_ATTRIBUTE const& title) {
    if (title.text == nullptr) return;
    result_.html += " title=\"";
    append_escaped(result_.html, decode(title));
    result_.html += '"';
  }

  void append_url(std::string_view name, MD_ATTRIBUTE const& attribute, UrlUse use) {
    std::string const url = decode(attribute);
    if (!is_allowed_url(url, use, options_.url_schemes)) {
      report_refused_url(attribute, url);
      return;
    }
    result_.html += ' ';
    result_.html += name;
    result_.html += "=\"";
    append_escaped_url(result_.html, url);
    result_.html += '"';
  }

  void report_refused_url(MD_ATTRIBUTE const& attribute, std::string_view url) {
    if (++refused_urls_ > most_url_reports) return;
    // md4c copies a URL that holds an escape; the text before it is then the nearest place.
    bool const is_in_place = attribute.text != nullptr && is_in_body(attribute.text);
    std::string_view const scheme = url.substr(0, url.find(':') + 1);
    diagnostics_.push_back({DiagnosticCode::url_refused,
                            position_of(is_in_place ? attribute.text : last_text_),
                            "URLs that begin with `" + std::string(scheme) +
                                "` are not allowed; the text is kept, the URL is left out."});
  }

  void report_uncounted_urls() {
    if (refused_urls_ <= most_url_reports) return;
    diagnostics_.push_back({DiagnosticCode::url_refused, position_of(body_.data() + body_.size()),
                            std::to_string(refused_urls_ - most_url_reports) +
                                " more URLs are not allowed and left out."});
  }

  std::size_t offset_of(char const* place) const {
    return static_cast<std::size_t>(place - body_.data());
  }

  /// Where in the file a place in the body stands.
  Position position_of(char const* place) {
    return positions_.at(source_.data() + prepared_.source_offset(offset_of(place)));
  }

  /// Whether md4c gave a place in the body, and not in a copy of its own.
  bool is_in_body(char const* place) const {
    std::less<> const before;  // orders pointers that < may not compare
    return !before(place, body_.data()) && !before(body_.data() + body_.size(), place);
  }

  std::string_view source_;
  PreparedBody prepared_;
  std::string_view body_;  ///< what md4c reads
  RenderOptions const& options_;
  PositionFinder& positions_;
  std::vector<Diagnostic>& diagnostics_;
  RenderedMarkdown result_;
  HeadingCollector headings_;
  char const* last_text_;  ///< the last place in the body that md4c reported
  std::size_t refused_urls_ = 0;
  BoldHeadingFinder bold_headings_;
  ReadingCounter counter_;
  std::size_t container_depth_ = 0;  ///< of block quotes and lists
  std::size_t strong_depth_ = 0;
  std::optional<std::size_t> line_break_;  ///< where in the HTML a soft line break waits
  char32_t last_character_ = 0;            ///< of the text written so far
  std::size_t image_depth_ = 0;
  std::size_t link_depth_ = 0;
  bool is_in_autolink_ = false;
  bool in_html_block_ = false;
  bool in_comment_ = false;
  std::string html_block_;
};

}  // namespace

RenderedMarkdown render_markdown(std::string_view body, RenderOptions const& options,
                                 PositionFinder& positions, std::vector<Diagnostic>& diagnostics) {
  return Writer(body, options, positions, diagnostics).run();
}

}  // namespace inkstone
