// Protects: with every feature off, the HTML is that of md4c's own renderer to the byte.
// The first setting: odd means without GitHub's extensions.
//
// Where Inkstone means to differ, an input is passed over, and nothing wider than that:
// - the core reports something (a refused URL): it did something else on purpose;
// - a character reference names a surrogate: md4c writes invalid UTF-8;
// - raw HTML stands in an image's text: md4c lets it out of the attribute;
// - md4c ends a link that it never began, `[]([)]()`: we do not;
// - md4c begins a link inside a link, `[<a@b.c>](u)`: we do not;
// - a table is read as GitHub's specification has it, by marks that the body needs for that, or
//   because a pipe in its code loses the backslash before it.
// Bare links are Inkstone's own, so md4c is told to find none.
// Bytes that are normalized before md4c sees them are normalized for both.
#include <md4c.h>

#include <charconv>

#include "inkstone/render.h"
#include "input.h"
#include "md4c_reference.h"
#include "prepare.h"
#include "source.h"

using namespace inkstone;
using fuzz::require;

namespace {

bool names_a_surrogate(std::string_view text) {
  for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at)) {
    at += 2;
    bool const is_hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
    unsigned value = 0;
    std::from_chars(text.data() + at + (is_hex ? 1 : 0), text.data() + text.size(), value,
                    is_hex ? 16 : 10);
    if (value >= 0xD800 && value <= 0xDFFF) return true;
  }
  return false;
}

/// Whether md4c reports raw HTML inside an image, the end of a link that has no beginning, a link
/// inside a link, or an escaped pipe in a table's code.
bool is_reported_wrongly(std::string_view text, unsigned flags) {
  struct State {
    int image_depth = 0;
    int link_depth = 0;
    bool is_in_table = false;
    bool found = false;
  } state;
  MD_PARSER parser{};
  parser.flags = flags;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
    if (type == MD_BLOCK_TABLE) static_cast<State*>(self)->is_in_table = true;
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    if (type == MD_BLOCK_TABLE) static_cast<State*>(self)->is_in_table = false;
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
    State& seen = *static_cast<State*>(self);
    if (type == MD_SPAN_IMG) ++seen.image_depth;
    if (type == MD_SPAN_A && ++seen.link_depth > 1) seen.found = true;
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    State& seen = *static_cast<State*>(self);
    if (type == MD_SPAN_IMG) --seen.image_depth;
    if (type == MD_SPAN_A) --seen.link_depth;
    if (seen.link_depth < 0) seen.found = true;
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
    State& seen = *static_cast<State*>(self);
    bool const has_escape = std::string_view(text, size).find("\\|") != std::string_view::npos;
    if (type == MD_TEXT_CODE && seen.is_in_table && has_escape) seen.found = true;
    if (type == MD_TEXT_HTML && seen.image_depth > 0) seen.found = true;
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &state);
  return state.found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::Input const input(data, size);
  bool const gfm = input.setting(0) % 2 == 0;
  unsigned const flags = md4c_flags(gfm);
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const text = normalize_source(input.text, storage, diagnostics);

  // A second byte order mark is text, but render() would take it for the first.
  if (text.starts_with("\xEF\xBB\xBF")) return 0;
  if (names_a_surrogate(text) || is_reported_wrongly(text, flags)) return 0;
  RenderOptions const options = plain_options(gfm);
  if (!PreparedBody(text, options, FormulaSyntax::none).edits().empty()) return 0;
  Article const article = render(text, options);
  if (!article.diagnostics.empty()) return 0;
  std::string const expected = html_of_md4c(text, flags);
  require(article.html == expected, "the HTML is that of md4c",
          "inkstone:\n" + article.html + "\nmd4c:\n" + expected);
  return 0;
}
