// The families, and what makes a text of each.
#include "families.h"

#include <utility>

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

/// One piece over and over, between a beginning and an end.
Maker run_of(std::string_view piece, std::string_view before = {}, std::string_view after = {}) {
  return [=](std::size_t bytes) {
    return std::string(before) + repeated(piece, bytes) + std::string(after);
  };
}

/// Half of the text opens, half closes.
Maker nested(std::string_view open, std::string_view middle, std::string_view close,
             std::string_view before = {}, std::string_view after = {}) {
  return [=](std::size_t bytes) {
    std::string text(before);
    std::size_t const count = bytes / (open.size() + close.size());
    for (std::size_t i = 0; i < count; ++i) text += open;
    text += middle;
    for (std::size_t i = 0; i < count; ++i) text += close;
    return text + std::string(after);
  };
}

/// Pieces that are each told their number.
Maker numbered(std::function<std::string(std::size_t index)> piece, std::string_view before = {},
               std::string_view after = {}) {
  return [=](std::size_t bytes) {
    std::string text(before);
    for (std::size_t i = 0; text.size() < bytes; ++i) text += piece(i);
    return text + std::string(after);
  };
}

/// Like numbered(), but the pieces grow: their number is about the root of twice the size.
Maker growing(std::string_view unit, std::string_view between) {
  return numbered([=](std::size_t index) {
    return repeated(unit, (index + 1) * unit.size()) + std::string(between);
  });
}

/// A text that ends in references to what its first half defines.
Maker references(std::function<std::string(std::size_t index)> definition,
                 std::function<std::string(std::size_t index)> reference) {
  return [=](std::size_t bytes) {
    std::string text;
    std::size_t count = 0;
    while (text.size() < bytes / 2) text += definition(count++);
    for (std::size_t i = 0; i < count; ++i) text += reference(i);
    return text;
  };
}

/// Deep containers, one level more on each line: the text is quadratic in the depth, which the
/// exponent leaves out.
Maker staircase(std::string_view marker) {
  return numbered([=](std::size_t index) {
    return std::string(index * marker.size(), ' ') + std::string(marker) + "a\n";
  });
}

}  // namespace

std::vector<Family> families() {
  auto const number = [](std::size_t index) { return std::to_string(index); };
  std::vector<Family> all{
      // Emphasis, by md4c and by what prepares a body for it.
      {"nested strong, **a **a … a** a**", nested("**a ", "b", " a**")},
      {"emphasis that only opens, *a *a", run_of("*a ")},
      {"emphasis that only closes, a* a*", run_of("a* ")},
      {"openers of two kinds, *a **a", run_of("*a **a ")},
      {"openers and closers mixed, *a_ ", run_of("*a_ ")},
      {"all three runs, a***b**c*", run_of("a***b**c*")},
      {"underscores, _a __a", run_of("_a __a ")},
      {"strikethrough, ~~a ~b", run_of("~~a ~b ")},
      {"stars only", run_of("*", "a")},
      {"long runs in CJK text, ****甲", run_of("****甲")},
      {"CJK text, **甲。**乙", run_of("**甲。**乙")},
      {"repairs, **A****B", run_of("**A****B")},
      {"masks, 1****2 **a**", run_of("1****2 **a** ")},
      {"runs of growing length", growing("*", " a ")},
      {"variation selectors before a star", run_of("甲\uFE00*")},
      // Links.
      {"[", run_of("[")},
      {"](", run_of("](")},
      {"[a](", run_of("[a](")},
      {"[a](<b", run_of("[a](<b")},
      {"[a](b \"", run_of("[a](b \"")},
      {"![", run_of("![")},
      {"nested links, [ … ](u)", nested("[", "a", "](u)")},
      {"nested images, ![ … ](u)", nested("![", "a", "](u)")},
      {"links, [a](u)", run_of("[a](u) ")},
      {"parentheses in a URL", nested("(", "a", ")", "[a](", ")")},
      {"escaped, \\[", run_of("\\[")},
      {"footnote-like, [^a]", run_of("[^a]")},
      {"labels without definition, [a]", run_of("[a] ")},
      {"definitions, each used",
       references([=](std::size_t i) { return "[r" + number(i) + "]: /u\n"; },
                  [=](std::size_t i) { return "[r" + number(i) + "]\n"; })},
      {"one definition, much used",
       [](std::size_t bytes) {
         return "[a]: /" + repeated("u", bytes / 2) + "\n\n" + repeated("[a] ", bytes / 2);
       }},
      {"equal definitions", run_of("[a]: u\n")},
      {"labels to case-fold, [ẞ]",
       references([=](std::size_t i) { return "[ẞ" + number(i) + "]: /u\n"; },
                  [=](std::size_t i) { return "[ss" + number(i) + "]\n"; })},
      {"refused URLs", run_of("[a](javascript:b)\n")},
      {"refused URLs in copies", run_of("[a](javascript\\:b)\n")},
      {"autolinks, <https://a.b>", run_of("<https://a.b> ")},
      {"bare links, https://a.b/", run_of("https://a.b/ ")},
      {"one bare link, a.a.a", run_of("a.", "www.")},
      {"addresses, a@a.b", run_of("a@a.b ")},
      {"an address that never ends, a@a@", run_of("a@")},
      {"www.", run_of("www.")},
      {"://", run_of("://")},
      {"bare links in domains, *www.a_b", run_of("*www.a_b")},
      {"bare links, https://", run_of("https://")},
      {"bare links with brackets, https://a[", run_of("https://a[")},
      {"bare links in quotation marks", run_of("\"https://a/b后")},
      {"no addresses, a_a_", run_of("a_")},
      {"delimiter rows that do not fit", run_of("a\n|-|-|\n")},
      {"empty cells", run_of("|", "|a|b|\n|-|-|\n")},
      // What md4c does not know.
      {"dollars, $a $a", run_of("$a ")},
      {"dollars, a$ a$", run_of("a$ ")},
      {"formulas, $a$", run_of("$a$ ")},
      {"formulas, each another", numbered([=](std::size_t i) { return "$a" + number(i) + "$ "; })},
      {"dollars only", run_of("$", "a")},
      {"display formulas that never end, $$a", run_of("$$a\n\n")},
      {"a display formula of many lines", run_of("a\n", "$$\n", "$$\n")},
      {"formulas over two lines each", run_of("$$\na$$ b ")},
      {"\\(", run_of("\\(")},
      {"\\[a", run_of("\\[a")},
      {"\\[1\\]", run_of("\\[1\\] ")},
      {"$`", run_of("$`a ")},
      {"footnotes, each used",
       references([=](std::size_t i) { return "[^r" + number(i) + "]: u\n\n"; },
                  [=](std::size_t i) { return "[^r" + number(i) + "] "; })},
      {"footnotes, none used",
       numbered([=](std::size_t i) { return "[^r" + number(i) + "]: u\n"; })},
      {"footnotes, all equal", run_of("[^a]: u\n", "[^a]\n\n")},
      {"one footnote, much used", run_of("[^a] ", "[^a]: u\n\n")},
      {"footnotes that refer to the next",
       numbered(
           [=](std::size_t i) { return "[^" + number(i) + "]: a[^" + number(i + 1) + "]\n\n"; },
           "[^0]\n\n")},
      {"a footnote of many lines", run_of("    a\n", "[^a]\n\n[^a]: b\n")},
      {"a footnote of many paragraphs", run_of("\n    a\n", "[^a]\n\n[^a]: b\n")},
      {"a footnote and blank lines", run_of("\n", "[^a]\n\n[^a]: b\n")},
      {"footnotes in footnotes", numbered([=](std::size_t i) {
         return std::string(4 * i, ' ') + "[^" + number(i) + "]: a\n\n";
       })},
      {"long labels, [^aaa", run_of("a", "[^")},
      {"definitions of one term", run_of(": a\n", "b\n")},
      {"terms and definitions", run_of("a\n: b\n\n")},
      {"one definition of many paragraphs", run_of("\n  a\n", "b\n: a\n")},
      {"terms without end", run_of("a\n", "", ": b\n")},
      {"alerts", run_of("> [!NOTE]\n> a\n\n")},
      {"alerts in one quote", run_of("> [!NOTE]\n")},
      {"==a", run_of("==a ")},
      {"==a==", run_of("==a== ")},
      {"== in == each other", run_of("==a **b== c** ")},
      {"^a^", run_of("x^a^ ")},
      {"^a ^a", run_of("x^a ")},
      {"~a~", run_of("x~a~ ")},
      {":+1:", run_of(":+1:")},
      {":aaaa", run_of("a", ":")},
      {":a:a", run_of(":a")},
      {"quotes of both kinds, \"a 'b", run_of("\"a 'b ")},
      {"hyphens", run_of("-", "a", "a")},
      {"dots", run_of(".", "a")},
      {"headings with attributes", run_of("# a {#b .c}\n")},
      {"headings with attributes, {#a {#a", run_of("{#a ", "# ")},
      {"<!--more-->", run_of("<!--more-->\n\na\n\n")},
      {"rules without text, for data-line", run_of("***\n\n")},
      {"rules that look like none", run_of("> - ***\n")},
      // Code, HTML, character references.
      {"backticks of growing length", growing("`", " a ")},
      {"backticks of growing length, one line each", growing("`", "\n")},
      {"backtick pairs that cross, `a``b", run_of("`a``b")},
      {"<", run_of("<")},
      {"<a", run_of("<a")},
      {"<a b=\"", run_of("<a b=\"")},
      {"<!--", run_of("<!--")},
      {"<!-- on its line", run_of("<!-- \n\n")},
      {"comments, <!-- a -->", run_of("<!-- a --> ")},
      {"<?", run_of("<?")},
      {"<![CDATA[", run_of("<![CDATA[")},
      {"<!A", run_of("<!A ")},
      {"</a", run_of("</a ")},
      {"&amp;", run_of("&amp;")},
      {"&", run_of("&")},
      {"&#1234567", run_of("&#1234567")},
      {"backslashes", run_of("\\")},
      // Blocks.
      {"block quotes, one line", run_of("> ", "", "a")},
      {"block quotes, each line", staircase("> ")},
      {"block quotes, lazy", run_of("> a\nb\n")},
      {"lists, one line, then blank lines",
       [](std::size_t bytes) {
         return repeated("- ", bytes / 2) + "a\n" + repeated("\n", bytes / 2);
       }},
      {"lists, one line", run_of("- ", "", "a")},
      {"lists, a level on each line", staircase("- ")},
      {"lists, a level on each line, then blank lines",
       [](std::size_t bytes) { return staircase("- ")(bytes / 2) + repeated("\n", bytes / 2); }},
      {"block quotes, one line, then lazy lines",
       [](std::size_t bytes) {
         return repeated("> ", bytes / 2) + "a\n" + repeated("b\n", bytes / 2);
       }},
      {"task list items", run_of("- [x] a\n")},
      {"list items", run_of("- a\n")},
      {"loose list items", run_of("- a\n\n")},
      {"empty list items", run_of("-\n")},
      {"ordered items, each another start",
       numbered([=](std::size_t i) { return number(i % 1000000) + ". a\n\nb\n\n"; })},
      {"quotes and lists by turns", run_of("> - ", "", "a")},
      {"headings, all equal", run_of("# a\n")},
      {"headings, all different",
       numbered([=](std::size_t i) { return "# a" + number(i) + "\n"; })},
      {"bold lines for headings", run_of("**a**\n\n")},
      {"headings that look numbered",
       numbered([=](std::size_t i) { return "# a-" + number(i % 100) + "\n# a\n"; })},
      {"one long heading", run_of("a *b* ", "# ")},
      {"setext underlines", run_of("a\n=\n")},
      {"thematic breaks", run_of("***\n")},
      {"fences", run_of("```\n")},
      {"fences of growing length", growing("`", "x\n")},
      {"fences in quotes", run_of("> ```\n")},
      {"a table's cells", run_of("|a", "|a|\n|-|\n")},
      {"a table's rows", run_of("|a|b|\n", "|a|b|\n|-|-|\n")},
      {"a table's columns",
       [](std::size_t bytes) {
         return repeated("|a", bytes / 2) + "|\n" + repeated("|-", bytes / 2) + "|\n";
       }},
      {"128 columns, short rows",
       [](std::size_t bytes) {
         return repeated("|", 129) + "\n" + repeated("|-", 256) + "|\n" + repeated("|\n", bytes);
       }},
      {"tables without end, a|b", run_of("a|b\n-|-\n\n")},
      // Text.
      {"one long line", run_of("a ")},
      {"one long word", run_of("a")},
      {"one long word of CJK", run_of("甲")},
      {"lines", run_of("a\n")},
      {"blank lines", run_of("\n")},
      {"hard breaks", run_of("a  \n")},
      {"spaces", run_of(" ", "a")},
      {"tabs", run_of("\t")},
      {"invalid UTF-8", run_of("\xFF")},
      {"truncated UTF-8", run_of("\xE7\x94")},
      {"NUL", run_of(std::string_view("\0", 1))},
      {"CR", run_of("a\r")},
      // Front matter; it is bounded to 256 KiB, so its families are smaller.
      {"yaml: flow nesting, [", run_of("[", "---\na: ", "\n---\n")},
      {"yaml: flow nesting, {a: ", run_of("{a: ", "---\na: ", "\n---\n")},
      {"yaml: block nesting, - -", run_of("- ", "---\na:\n  ", "b\n---\n")},
      {"yaml: empty entries, ,,,", run_of(",", "---\na: [", "]\n---\n")},
      {"yaml: entries, a, a", run_of("a, ", "---\na: [", "]\n---\n")},
      {"yaml: aliases", run_of("*a , ", "---\nb: &a c\nd: [", "]\n---\n")},
      {"yaml: alias-like, ****", run_of("*", "---\na: ", "\n---\n")},
      {"yaml: anchors",
       numbered([=](std::size_t i) { return "k" + number(i) + ": &a" + number(i) + " b\n"; },
                "---\n", "---\n")},
      {"yaml: doubling aliases, 20 levels",
       [=](std::size_t bytes) {
         std::string text = "---\na0: &a0 " + repeated("x", bytes) + "\n";
         for (std::size_t i = 1; i < 20; ++i) {
           std::string const last = "*a" + number(i - 1);
           text += "a" + number(i) + ": &a" + number(i) + " [" + last + ", " + last + "]\n";
         }
         return text + "---\n";
       }},
      {"yaml: tags, none a text", run_of("[],", "---\ntags: [", "]\n---\n")},
      {"yaml: tags, each another",
       numbered([=](std::size_t i) { return number(i) + ", "; }, "---\ntags: [", "]\n---\n")},
      {"yaml: one mapping as many menus",
       [=](std::size_t bytes) {
         std::string text = "---\na: &a {x: 1, weight: 1}\nmenu:\n";
         for (std::size_t i = 0; text.size() < bytes; ++i) text += "  m" + number(i) + ": *a\n";
         return text + "---\n";
       }},
      {"yaml: a date's digits", run_of("1", "---\ndate: 2025-02-12T18:55:15.", "\n---\n")},
      {"yaml: duplicate keys", run_of("a: b\n", "---\n", "---\n")},
      {"yaml: keys",
       numbered([=](std::size_t i) { return "k" + number(i) + ": b\n"; }, "---\n", "---\n")},
      {"yaml: keys without value",
       numbered([=](std::size_t i) { return "k" + number(i) + ":\n"; }, "---\n", "---\n")},
      {"yaml: complex keys",
       numbered([=](std::size_t i) { return "? [a, " + number(i) + "]\n: b\n"; }, "---\n",
                "---\n")},
      {"yaml: complex keys, nested", run_of("? ", "---\n", "a\n---\n")},
      {"yaml: one long plain scalar", run_of("a ", "---\na: ", "\n---\n")},
      {"yaml: one long quoted scalar", run_of("a", "---\na: \"", "\"\n---\n")},
      {"yaml: escapes", run_of("\\u1234", "---\na: \"", "\"\n---\n")},
      {"yaml: one long block scalar", run_of("  a\n", "---\na: |\n", "---\n")},
      {"yaml: folded lines", run_of("  a\n\n", "---\na: >\n", "---\n")},
      {"yaml: lines of one plain scalar", run_of("  a\n", "---\na:\n", "---\n")},
      {"yaml: list items", run_of("- a\n", "---\na:\n", "---\n")},
      {"yaml: comments", run_of("# a\n", "---\n", "a: b\n---\n")},
      {"yaml: quotes that end at once, ''", run_of("'", "---\na: ", "\n---\n")},
      {"yaml: never closed", run_of("a: b\n", "---\n")},
      {"yaml: control characters", run_of("\x01", "---\na: ", "\n---\n")},
      {"json: members",
       numbered([=](std::size_t i) { return "\"k" + number(i) + "\":1,"; }, "{", "\"z\":0}\n")},
      {"json: nesting", run_of("[", "{\"a\":", "\n")},
      {"json: surrogates", run_of("\\ud83d\\ude00", "{\"a\":\"", "\"}\n")},
  };
  return all;
}
