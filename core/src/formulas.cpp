#include "formulas.h"

#include <algorithm>

#include "ascii.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Where the text of a line begins, behind the marks of block quotes.
std::size_t text_of_line(std::string_view body, std::size_t line_begin) {
  return std::min(body.find_first_not_of(" \t>", line_begin), body.size());
}

/// Whether a list's item begins here.
bool is_list_marker(std::string_view text) {
  std::size_t const digits = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string_view const marks = digits > 0 ? ".)" : "-+*";
  return text.size() > digits + 1 && marks.find(text[digits]) != std::string_view::npos &&
         is_blank(text[digits + 1]);
}

/// Where a formula must have ended: at a blank line, at the end of the body, where other blocks
/// begin.
class ParagraphLimit {
 public:
  /// \param begin where the formula begins
  ParagraphLimit(std::string_view body, std::size_t begin, bool is_one_line, bool is_display)
      : body_(body), begin_(begin), is_one_line_(is_one_line), is_display_(is_display) {}

  /// Whether the line break at `place` is such an end.
  [[nodiscard]] bool is_at(std::size_t place) {
    if (is_one_line_) return true;
    std::size_t const next = text_of_line(body_, place + 1);
    if (next == body_.size() || body_[next] == '\n') return true;
    std::string_view const text = body_.substr(next);
    if (!is_display_) return std::string_view("-+*#|`~=").find(text[0]) != std::string_view::npos;
    // A formula on lines of its own may have any of them, but for code and the list's next item.
    return text.starts_with("```") || text.starts_with("~~~") ||
           (is_list_marker(text) && next - place - 1 < item_end());
  }

 private:
  /// Before which column the next item of the list would begin that the formula's line begins with
  /// an item of; 0 if it begins with none.
  std::size_t item_end() {
    if (!item_end_) {
      std::size_t const line_begin = begin_ == 0 ? 0 : body_.rfind('\n', begin_ - 1) + 1;
      std::size_t const text = text_of_line(body_, line_begin);
      bool const is_in_item = text < begin_ && is_list_marker(body_.substr(text));
      item_end_ = is_in_item ? text - line_begin + 2 : 0;
    }
    return *item_end_;
  }

  std::string_view body_;
  std::size_t begin_;
  bool is_one_line_;
  bool is_display_;
  std::optional<std::size_t> item_end_;
};

/// The first place from `from` on where `closing` stands; npos if the paragraph ends before, or
/// another formula of the kind begins. A backslash takes the next character with it.
std::size_t find_closing(std::string_view body, std::size_t from, std::string_view closing,
                         std::string_view opening, ParagraphLimit& limit) {
  for (std::size_t place = from; place < body.size(); ++place) {
    std::string_view const here = body.substr(place, 2);
    if (here.starts_with(closing)) return place;
    if (!opening.empty() && here == opening) return std::string_view::npos;
    if (body[place] == '\\' && !here.ends_with('\n')) {
      ++place;
    } else if (body[place] == '\n' && limit.is_at(place)) {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

bool has_command(std::string_view tex) {
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (tex[i] == '\\' && is_ascii_letter(tex[++i])) return true;
  }
  return false;
}

/// Whether what stands between escaped brackets is TeX rather than a note in brackets.
bool looks_like_tex(std::string_view text) {
  // A footnote's label is no exponent.
  if (text.starts_with('^')) return false;
  if (has_command(text)) return true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;  // an escaped character says nothing
    } else if (std::string_view("^_={}").find(text[i]) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool holds_cjk(std::string_view text) {
  while (!text.empty()) {
    Decoded const decoded = decode_utf8(text);
    if (is_cjk(decoded.code_point)) return true;
    text.remove_prefix(decoded.length);
  }
  return false;
}

/// How many bytes of `body` from `begin` on are a container's: `quotes` block quote marks, and
/// blanks up to column `indent`.
std::size_t container_end(std::string_view body, std::size_t begin, std::size_t quotes,
                          std::size_t indent) {
  std::size_t place = begin;
  std::size_t column = 0;
  while (place < body.size()) {
    if (body[place] == '>' && quotes > 0) {
      --quotes;
    } else if (is_blank(body[place]) && body[place] != '\n') {
      if (quotes == 0 && column >= indent) break;
    } else {
      break;
    }
    column = body[place] == '\t' ? column + 4 - column % 4 : column + 1;
    ++place;
  }
  return place;
}

std::optional<FormulaPlace> find_in_dollars(std::string_view body, std::size_t begin,
                                            ParagraphLimit& limit) {
  if (begin > 0 && (is_ascii_alphanumeric(body[begin - 1]) || body[begin - 1] == '$')) return {};
  std::size_t const content = begin + 1;
  if (body.substr(content).starts_with('`')) {
    std::size_t const end = find_closing(body, content + 1, "`$", "$`", limit);
    if (end == std::string_view::npos || end == content + 1) return {};
    return FormulaPlace{end + 2, content + 1, end, false};
  }
  if (content == body.size() || is_blank(body[content])) return {};
  std::size_t const end = find_closing(body, content, "$", {}, limit);
  if (end == std::string_view::npos || end == content || is_blank(body[end - 1])) return {};
  bool const goes_on =
      end + 1 < body.size() && (is_ascii_alphanumeric(body[end + 1]) || body[end + 1] == '$');
  if (goes_on) return {};
  std::string_view const tex = body.substr(content, end - content);
  if (holds_cjk(tex) && !has_command(tex)) return {};
  return FormulaPlace{end + 1, content, end, false};
}

}  // namespace

std::optional<FormulaPlace> find_formula(std::string_view body, std::size_t begin,
                                         FormulaSyntax syntax, bool is_one_line) {
  if (syntax == FormulaSyntax::none) return {};
  std::string_view const opening = body.substr(begin, 2);
  bool const is_display = opening == "$$" || opening == "\\[";
  ParagraphLimit limit(body, begin, is_one_line, is_display);
  std::string_view closing;
  if (opening == "$$") {
    closing = "$$";
  } else if (opening == "\\(") {
    closing = "\\)";
  } else if (opening == "\\[") {
    closing = "\\]";
  } else {
    return find_in_dollars(body, begin, limit);
  }
  std::size_t const content = begin + opening.size();
  std::size_t const end =
      find_closing(body, content, closing, opening == closing ? "" : opening, limit);
  if (end == std::string_view::npos) return {};
  std::string_view const tex = body.substr(content, end - content);
  if (std::all_of(tex.begin(), tex.end(), is_blank)) return {};
  if (opening == "\\[" && syntax == FormulaSyntax::careful && !looks_like_tex(tex)) return {};
  return FormulaPlace{end + closing.size(), content, end, is_display};
}

std::string without_container_marks(std::string_view body, std::size_t begin, std::size_t end) {
  std::string_view const text = body.substr(begin, end - begin);
  std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return std::string(text);

  std::size_t const line_begin = begin == 0 ? 0 : body.rfind('\n', begin - 1) + 1;
  std::size_t quotes = 0;
  std::size_t indent = 0;
  for (std::size_t i = line_begin; i < begin; ++i) {
    if (body[i] == '>') {
      ++quotes;
    } else if (!is_blank(body[i])) {
      // A list's marker is indentation on the lines that follow; other text is not.
      if (!is_list_marker(body.substr(i, begin - i))) break;
      std::size_t const last = body.find_first_not_of("0123456789", i);
      indent += last - i;
      i = last;
    }
    indent = body[i] == '\t' ? indent + 4 - indent % 4 : indent + 1;
  }
  std::string stripped;
  std::size_t copied = begin;
  while (line_end != std::string_view::npos) {
    std::size_t const next = begin + line_end + 1;
    stripped.append(body, copied, next - copied);
    copied = std::min(container_end(body, next, quotes, indent), end);
    line_end = text.find('\n', copied - begin);
  }
  stripped.append(body, copied, end - copied);
  return stripped;
}

}  // namespace inkstone
