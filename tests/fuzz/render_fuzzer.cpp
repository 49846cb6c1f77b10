// Protects: what every caller of render() may rely on, under every combination of options.
// The settings are the options.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "ascii.h"
#include "inkstone/json.h"
#include "inkstone/render.h"
#include "input.h"
#include "prepare.h"
#include "source.h"
#include "split.h"
#include "utf8.h"

using namespace inkstone;
using fuzz::require;

namespace {

/// What we write between double quotes, as a browser reads it.
std::string unescaped(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 4> references{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
  std::string result;
  while (!text.empty()) {
    auto const found =
        std::find_if(references.begin(), references.end(),
                     [text](auto const& reference) { return text.starts_with(reference.first); });
    result += found == references.end() ? text.front() : found->second;
    text.remove_prefix(found == references.end() ? 1 : found->first.size());
  }
  return result;
}

/// A fragment as a browser compares it with ids.
std::string decoded(std::string_view url) {
  std::string result;
  for (std::size_t i = 0; i < url.size(); ++i) {
    unsigned value = 0;
    bool const is_encoded =
        url[i] == '%' && i + 2 < url.size() &&
        std::from_chars(url.data() + i + 1, url.data() + i + 3, value, 16).ptr ==
            url.data() + i + 3;
    result += is_encoded ? static_cast<char>(value) : url[i];
    if (is_encoded) i += 2;
  }
  return result;
}

/// A second opinion on URLs, which shares nothing with url.cpp: the scheme as browsers find it.
void check_url(std::string_view name, std::string_view attribute) {
  std::string url;
  for (char const c : unescaped(attribute)) {
    if (url.empty() && static_cast<unsigned char>(c) <= 0x20) continue;
    if (c != '\t' && c != '\n' && c != '\r') url += ascii_lower(c);
  }
  for (std::string_view const scheme :
       {"javascript:", "vbscript:", "data:", "file:", "blob:", "filesystem:", "about:"}) {
    bool const is_picture = name == "src" && url.starts_with("data:image/") &&
                            !std::string_view(url).substr(11).starts_with("svg");
    require(!url.starts_with(scheme) || is_picture, "no URL runs code", url);
  }
}

/// Reads HTML of our own writing, where each `<` begins a tag and each `"` belongs to one.
class HtmlCheck {
 public:
  /// \param is_whole whether nothing was cut off at its end
  HtmlCheck(std::string_view html, bool is_whole) : html_(html), is_whole_(is_whole) {}

  void check() {
    std::string_view rest = html_;
    while (!rest.empty()) {
      if (rest.front() == '<') {
        std::size_t const size = check_tag(rest);
        rest.remove_prefix(size);
      } else {
        require(rest.front() != '>' && rest.front() != '"', "text is escaped", html_);
        rest.remove_prefix(1);
      }
    }
    require(open_.empty(), "every element is closed", html_);
    if (!is_whole_) return;
    for (std::string const& fragment : fragments_) {
      require(ids_.contains(fragment), "a footnote's link leads somewhere", fragment);
    }
  }

  [[nodiscard]] bool has_id(std::string const& id) const { return ids_.contains(id); }

 private:
  /// \return the tag's length
  std::size_t check_tag(std::string_view rest) {
    std::size_t at = 1;
    bool const is_end = rest.substr(at).starts_with('/');
    if (is_end) ++at;
    std::string_view const name = word(rest, at);
    require(!name.empty(), "a tag has a name", html_);
    at += name.size();
    std::string_view href;
    bool is_footnotes = false;
    while (!rest.substr(at).starts_with('>')) {
      require(!is_end && rest.substr(at).starts_with(' '), "a tag holds attributes", html_);
      ++at;
      std::string_view const attribute = word(rest, at);
      require(!attribute.empty(), "an attribute has a name", html_);
      at += attribute.size();
      if (!rest.substr(at).starts_with("=\"")) {
        check_attribute(attribute, "");
        continue;
      }
      at += 2;
      std::size_t const end = rest.find('"', at);
      require(end != std::string_view::npos, "an attribute ends", html_);
      std::string_view const value = rest.substr(at, end - at);
      check_attribute(attribute, value);
      if (attribute == "href") href = value;
      is_footnotes = is_footnotes ||
                     (attribute == "role" && (value == "doc-noteref" || value == "doc-backlink"));
      at = end + 1;
    }
    if (is_footnotes) {
      require(href.starts_with('#'), "a footnote's link is a fragment", html_);
      fragments_.push_back(decoded(unescaped(href.substr(1))));
    }
    follow(name, is_end);
    return at + 1;
  }

  static std::string_view word(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() &&
           (is_ascii_letter(text[end]) || is_ascii_digit(text[end]) || text[end] == '-')) {
      ++end;
    }
    return text.substr(begin, end - begin);
  }

  void check_attribute(std::string_view name, std::string_view value) {
    require(value.find_first_of("<>") == std::string_view::npos, "attributes are escaped", html_);
    require(name != "style" && !name.starts_with("on"), "nothing inline that a CSP would stop",
            html_);
    if (name == "href" || name == "src") check_url(name, value);
    if (name != "id") return;
    require(!value.empty(), "an id has a name", html_);
    require(ids_.insert(unescaped(value)).second, "ids are unique", html_);
  }

  void follow(std::string_view name, bool is_end) {
    require(name != "script" && name != "style" && name != "iframe", "no element runs code", html_);
    if (name == "br" || name == "hr" || name == "img" || name == "input") return;
    if (!is_end) {
      open_.push_back(name);
      return;
    }
    require(!open_.empty() && open_.back() == name, "elements are closed in their order", html_);
    open_.pop_back();
  }

  std::string_view html_;
  bool is_whole_;
  std::vector<std::string_view> open_;
  std::set<std::string> ids_;
  std::vector<std::string> fragments_;  ///< where links of footnotes lead
};

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (char const byte : text) {
    encoded += '%';
    encoded += hex[static_cast<unsigned char>(byte) >> 4];
    encoded += hex[static_cast<unsigned char>(byte) & 0xF];
  }
  return encoded;
}

/// Requires that nothing is left of what prepare.h puts in. Its characters are chosen so that the
/// body has none of them; a character reference could still write one.
void check_marks(std::string_view body, RenderOptions const& options, std::string_view html) {
  if (body.find('&') != std::string_view::npos) return;
  PreparedBody const prepared(body, options,
                              options.math ? FormulaSyntax::careful : FormulaSyntax::none);
  std::set<std::string_view> marks;
  for (PlacedEdit const& placed : prepared.edits()) {
    if (placed.edit.kind == EditKind::structure) continue;
    marks.insert(prepared.text().substr(placed.offset, 3));
  }
  for (std::string_view const mark : marks) {
    require(html.find(mark) == std::string_view::npos, "no mark is left", html);
    std::string const encoded = percent_encoded(mark);
    require(html.find(encoded) == std::string_view::npos ||
                body.find(encoded) != std::string_view::npos,
            "no mark is left in a URL", html);
  }
}

/// Requires that no noncharacter from U+FDD0 to U+FDEF comes from us: this needs nothing of
/// prepare.h.
void check_noncharacters(std::string_view source, std::string_view output) {
  // Character references, and the escapes of YAML and JSON.
  if (source.find("&#") != std::string_view::npos || source.find('\\') != std::string_view::npos) {
    return;
  }
  for (char32_t c = 0xFDD0; c <= 0xFDEF; ++c) {
    std::string character;
    append_utf8(character, c);
    require(output.find(character) == std::string_view::npos ||
                source.find(character) != std::string_view::npos,
            "noncharacters are the author's own", output);
  }
}

void check_toc(std::vector<TocEntry> const& entries, int level, RenderOptions const& options,
               HtmlCheck const* html) {
  for (TocEntry const& entry : entries) {
    require(entry.level > level && entry.level <= 6, "deeper entries have deeper levels");
    // An author may choose an id also where there are no others.
    require(!entry.id.empty() || !options.heading_ids, "an entry leads to its heading", entry.text);
    require(html == nullptr || entry.id.empty() || html->has_id(entry.id),
            "an entry leads somewhere", entry.id);
    check_toc(entry.children, entry.level, options, html);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::Input const input(data, size);
  RenderOptions const options = input.options();
  Article const article = render(input.text, options);

  std::string const json = to_json(article);
  fuzz::require_clean(article.html, "the HTML is UTF-8 without NUL");
  fuzz::require_clean(json, "the JSON is UTF-8 without NUL");
  require(std::all_of(json.begin(), json.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x20; }),
          "JSON has its control characters escaped", json);
  require(to_json(render(input.text, options)) == json, "the same twice", json);

  std::string storage;
  std::vector<Diagnostic> ignored;
  std::string_view const text = normalize_source(input.text, storage, ignored);
  fuzz::require_within(text, article.diagnostics);
  std::vector<Diagnostic> places;
  for (KeyPlace const& place : article.places) {
    places.push_back({DiagnosticCode::metadata_value, place.where, std::string(place.key)});
  }
  fuzz::require_within(text, places);
  require(std::is_sorted(article.diagnostics.begin(), article.diagnostics.end(),
                         [](Diagnostic const& a, Diagnostic const& b) {
                           return std::pair(a.where.line, a.where.column) <
                                  std::pair(b.where.line, b.where.column);
                         }),
          "diagnostics stand in the order of their places", json);

  // Front matter that proves to be none is body: whichever it was, marks of either are none of the
  // author's characters.
  PositionFinder positions(text);
  SplitSource const parts = split_source(text, positions, ignored);
  check_marks(options.front_matter && !article.front_matter.members().empty() ? parts.body : text,
              options, article.html);
  check_noncharacters(text, json);

  bool const is_cut = std::any_of(article.diagnostics.begin(), article.diagnostics.end(),
                                  [](Diagnostic const& diagnostic) {
                                    return diagnostic.code == DiagnosticCode::html_too_large;
                                  });
  if (options.html == HtmlPolicy::trusted) {
    check_toc(article.toc, 0, options, nullptr);
    return 0;
  }
  HtmlCheck html(article.html, !is_cut);
  html.check();
  check_toc(article.toc, 0, options, is_cut ? nullptr : &html);
  HtmlCheck(article.summary.html, false).check();
  return 0;
}
