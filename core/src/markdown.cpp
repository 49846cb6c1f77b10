// The only file that includes md4c: what it reports goes to the writer, its types go no further.
#include "markdown.h"

#include <md4c.h>

#include <array>
#include <functional>
#include <new>
#include <optional>
#include <utility>

#include "body_writer.h"
#include "html.h"
#include "places.h"
#include "prepare.h"

namespace inkstone {

namespace {

/// Translates what md4c reports. md4c is C: no exception may pass through it, so the callbacks stop
/// it instead.
class Translator {
 public:
  Translator(std::string_view body, RenderOptions const& options, FormulaSyntax formulas,
             PositionFinder& positions, std::vector<Diagnostic>& diagnostics,
             bool keeps_prose = false)
      : prepared_(body, options, formulas),
        text_(prepared_.text()),
        options_(options),
        places_(body, prepared_, positions),
        writer_(prepared_, places_, options, formulas != FormulaSyntax::none, diagnostics,
                keeps_prose) {}

  RenderedMarkdown run() {
    MD_PARSER parser{};
    // Bare links are found before md4c reads anything: see bare_links.h.
    parser.flags = options_.gfm ? MD_DIALECT_GITHUB & ~unsigned{MD_FLAG_PERMISSIVEAUTOLINKS}
                                : MD_DIALECT_COMMONMARK;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Translator& translator) {
        translator.writer_.enter(block_of(type), translator.detail_of(type, detail));
      });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Translator& translator) {
        translator.writer_.leave(block_of(type), detail_of_end(type, detail));
      });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Translator& translator) { translator.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Translator& translator) { translator.leave_span(type, detail); });
    };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
      return guarded(self, [&](Translator& translator) { translator.text(type, {text, size}); });
    };
    // md4c fails for one reason of its own, memory; so does the writer, unless it is full.
    int const result = md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
    if (result != 0 && !writer_.is_full()) throw std::bad_alloc();
    RenderedMarkdown rendered;
    rendered.html = writer_.finish(rendered.summary);
    rendered.headings = std::move(writer_.headings());
    rendered.counts = writer_.counts();
    return rendered;
  }

  /// All the text of the paragraphs.
  [[nodiscard]] std::string const& prose() const { return writer_.prose(); }

 private:
  template <class Call>
  static int guarded(void* self, Call call) noexcept {
    try {
      auto& translator = *static_cast<Translator*>(self);
      call(translator);
      return translator.writer_.is_full() ? 1 : 0;
    } catch (std::bad_alloc const&) {
      return 1;
    }
  }

  static Block block_of(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return Block::quote;
      case MD_BLOCK_UL:
        return Block::bullet_list;
      case MD_BLOCK_OL:
        return Block::ordered_list;
      case MD_BLOCK_LI:
        return Block::item;
      case MD_BLOCK_HR:
        return Block::rule;
      case MD_BLOCK_H:
        return Block::heading;
      case MD_BLOCK_CODE:
        return Block::code;
      case MD_BLOCK_HTML:
        return Block::html;
      case MD_BLOCK_P:
        return Block::paragraph;
      case MD_BLOCK_TABLE:
        return Block::table;
      case MD_BLOCK_THEAD:
        return Block::table_head;
      case MD_BLOCK_TBODY:
        return Block::table_body;
      case MD_BLOCK_TR:
        return Block::row;
      case MD_BLOCK_TH:
        return Block::header_cell;
      case MD_BLOCK_TD:
        return Block::cell;
      case MD_BLOCK_DOC:
        break;
    }
    return Block::document;
  }

  BlockDetail detail_of(MD_BLOCKTYPE type, void* detail) const {
    BlockDetail result = detail_of_end(type, detail);
    if (type == MD_BLOCK_OL) {
      result.number = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
    } else if (type == MD_BLOCK_LI) {
      auto const& item = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
      if (item.is_task != 0) result.task = item.task_mark;
    } else if (type == MD_BLOCK_TABLE) {
      result.number = static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count;
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      static constexpr std::array<char const*, 4> attributes{
          "", " align=\"left\"", " align=\"center\"", " align=\"right\""};
      result.align = attributes[static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align];
    } else if (type == MD_BLOCK_CODE) {
      auto const& code = *static_cast<MD_BLOCK_CODE_DETAIL*>(detail);
      result.is_fenced = code.fence_char != 0;
      result.has_language = code.lang.text != nullptr;
      if (result.has_language) {
        result.language = decode(code.lang);
        result.info = decode(code.info);
      }
    }
    return result;
  }

  /// What is needed of a block when it ends.
  static BlockDetail detail_of_end(MD_BLOCKTYPE type, void* detail) {
    BlockDetail result;
    if (type == MD_BLOCK_H) result.number = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
    return result;
  }

  static std::optional<Span> span_of(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM:
        return Span::emphasis;
      case MD_SPAN_STRONG:
        return Span::strong;
      case MD_SPAN_CODE:
        return Span::code;
      case MD_SPAN_DEL:
        return Span::deleted;
      default:  // spans of extensions that are not switched on
        return std::nullopt;
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    writer_.begin_inline();
    if (auto const span = span_of(type)) {
      writer_.inlines().enter_span(*span);
    } else if (type == MD_SPAN_A) {
      auto const& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
      writer_.inlines().enter_link(target_of(link.href, link.title, link.is_autolink != 0));
    } else if (type == MD_SPAN_IMG) {
      auto const& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      writer_.inlines().enter_image(target_of(image.src, image.title, false));
    }
  }

  void leave_span(MD_SPANTYPE type, void* detail) {
    writer_.end_inline();
    if (auto const span = span_of(type)) {
      writer_.inlines().leave_span(*span);
    } else if (type == MD_SPAN_A) {
      writer_.inlines().leave_link();
    } else if (type == MD_SPAN_IMG) {
      auto const& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      writer_.inlines().leave_image(target_of(image.src, image.title, false));
    }
  }

  [[nodiscard]] Target target_of(MD_ATTRIBUTE const& url, MD_ATTRIBUTE const& title,
                                 bool is_autolink) const {
    // md4c copies a URL that holds an escape; the text before it is then the nearest place.
    std::size_t const place = offset_of(url.text);
    Target target{
        decode(url), place == TextPiece::nowhere ? writer_.last_offset() : place, {}, is_autolink};
    if (title.text != nullptr) target.title = decode(title);
    return target;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    writer_.text({kind_of(type), text, offset_of(text.data())});
  }

  static TextKind kind_of(MD_TEXTTYPE type) {
    switch (type) {
      case MD_TEXT_BR:
        return TextKind::hard_break;
      case MD_TEXT_SOFTBR:
        return TextKind::soft_break;
      case MD_TEXT_ENTITY:
        return TextKind::reference;
      case MD_TEXT_CODE:
        return TextKind::code;
      case MD_TEXT_HTML:
        return TextKind::html;
      default:
        return TextKind::normal;
    }
  }

  /// The text of an attribute, its character references decoded and its edits taken back.
  [[nodiscard]] std::string decode(MD_ATTRIBUTE const& attribute) const {
    std::string text;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
      MD_OFFSET const begin = attribute.substr_offsets[i];
      std::string_view const part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
      if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
        append_character_reference(text, part);
      } else {
        if (prepared_.edits().empty()) {
          text += part;
          continue;
        }
        std::string restored(part);
        prepared_.restore(restored);
        text += restored;
      }
    }
    return text;
  }

  /// Where in the prepared body `place` is; `nowhere` if md4c gave a copy of its own.
  std::size_t offset_of(char const* place) const {
    std::less<> const before;  // orders pointers that < may not compare
    bool const is_inside = place != nullptr && !before(place, text_.data()) &&
                           !before(text_.data() + text_.size(), place);
    return is_inside ? static_cast<std::size_t>(place - text_.data()) : TextPiece::nowhere;
  }

  PreparedBody prepared_;
  std::string_view text_;  ///< what md4c reads
  RenderOptions const& options_;
  Places places_;
  BodyWriter writer_;
};

}  // namespace

RenderedMarkdown render_markdown(std::string_view body, RenderOptions const& options,
                                 FormulaSyntax formulas, PositionFinder& positions,
                                 std::vector<Diagnostic>& diagnostics) {
  return Translator(body, options, formulas, positions, diagnostics).run();
}

Summary render_summary(std::string_view text, RenderOptions const& options, FormulaSyntax formulas,
                       std::vector<Diagnostic>& diagnostics) {
  RenderOptions inside = options;
  inside.heading_ids = false;
  inside.bold_headings = BoldHeadings::off;
  inside.footnotes = false;
  inside.more = false;
  inside.source_lines = false;
  PositionFinder positions(text);
  Translator translator(text, inside, formulas, positions, diagnostics, true);
  std::string html = translator.run().html;
  constexpr std::string_view begin = "<p>";
  constexpr std::string_view end = "</p>\n";
  bool const is_paragraph = html.starts_with(begin) && html.find(end) + end.size() == html.size();
  if (is_paragraph) html = html.substr(begin.size(), html.size() - begin.size() - end.size());
  return {translator.prose(), std::move(html)};
}

}  // namespace inkstone
