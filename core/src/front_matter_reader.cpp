// The only file that includes yaml-cpp. Its event interface is used, not its node tree: the tree
// here is ordered, typed by one schema, bounded, and knows where each value stands.
#include "front_matter_reader.h"

// First: yaml-cpp's headers are to see its streams.
#include "yaml_streams.h"
// clang-format keeps the order of blocks that a comment parts.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "core_schema.h"
#include "json_writer.h"
#include "plain_yaml.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// Ends the reading from inside a handler: yaml-cpp has no other way to be stopped.
struct Stop {
  Diagnostic diagnostic;
};

/// What a value weighs once every alias in it is written out.
struct Weight {
  std::size_t nodes = 1;
  std::size_t bytes = 0;
  std::size_t depth = 0;  ///< 0 for a scalar
};

struct Weighed {
  Value value;
  Weight weight;
};

/// Builds the tree from events. What was finished before a fault can still be taken.
class TreeBuilder final : public YAML::EventHandler {
 public:
  /// \param text what yaml-cpp reads of the file, to turn its marks into positions
  /// \param first_line the line of the file on which it begins
  TreeBuilder(std::string_view text, std::uint32_t first_line, FrontMatterLimits const& limits,
              std::vector<Diagnostic>& diagnostics, std::string_view name)
      : positions_(text),
        first_line_(first_line),
        limits_(limits),
        diagnostics_(diagnostics),
        subject_("The " + std::string(name)) {}

  void OnDocumentStart(YAML::Mark const&) override {}
  void OnDocumentEnd() override {}

  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    add_scalar(mark, anchor, Value::Kind::null, {});
  }

  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& text) override {
    std::string const clean = cleaned(text);
    add_scalar(mark, anchor, kind_of(tag, clean), clean);
  }

  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    auto const found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw Stop{{DiagnosticCode::front_matter_cycle, position(mark),
                  "This alias stands inside the value that it names, which would never end."}};
    }
    count_node(mark);
    add(mark, found->second);
  }

  void OnSequenceStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, false);
  }

  void OnMapStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, true);
  }

  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  /// Takes the events of a whole document that yaml-cpp need not read.
  void replay(std::vector<YamlEvent> const& events) {
    for (YamlEvent const& event : events) {
      YAML::Mark mark;
      mark.pos = static_cast<int>(event.offset);
      switch (event.kind) {
        case YamlEvent::Kind::null:
          OnNull(mark, 0);
          break;
        case YamlEvent::Kind::plain: {
          Value::Kind const kind = resolve_plain_scalar(event.text);
          add_scalar(mark, 0, kind, kind == Value::Kind::null ? std::string_view() : event.text);
          break;
        }
        case YamlEvent::Kind::quoted:
          add_scalar(mark, 0, Value::Kind::string, event.text);
          break;
        case YamlEvent::Kind::sequence:
          open(mark, 0, false);
          break;
        case YamlEvent::Kind::mapping:
          open(mark, 0, true);
          break;
        case YamlEvent::Kind::end:
          close();
      }
    }
  }

  /// The document's value. After a fault: the root mapping with the members finished before it.
  [[nodiscard]] Value take() {
    if (root_) return std::move(root_->value);
    if (frames_.empty() || !frames_.front().is_mapping) return {};
    Frame& outermost = frames_.front();
    return {std::move(outermost.members), outermost.where};
  }

  /// The place in the file of a place in the front matter.
  [[nodiscard]] Position position(YAML::Mark const& mark) {
    Position const place = positions_.at(static_cast<std::size_t>(std::max(mark.pos, 0)));
    return {place.line + first_line_ - 1, place.column};
  }

  /// The place of a fault. One at the very end means that something before it was not finished:
  /// that is what the author must look at.
  [[nodiscard]] Position fault_position(YAML::Mark const& mark, std::size_t text_size) {
    bool const is_at_end = static_cast<std::size_t>(std::max(mark.pos, 0)) + 1 >= text_size;
    if (!is_at_end) return position(mark);
    if (frames_.empty()) return {first_line_, 1};
    Frame const& innermost = frames_.back();
    return innermost.pending ? innermost.pending->key_where : innermost.where;
  }

 private:
  /// A sequence or mapping whose end has not come yet.
  struct Frame {
    bool is_mapping;
    Position where;
    YAML::anchor_t anchor;
    Weight weight;
    std::vector<Value> items;
    std::vector<Member> members;
    /// Of members by key. No hash table: keys can be made whose hashes are all the same.
    std::map<std::string, std::size_t> indices;
    std::optional<Member> pending;  ///< a key that waits for its value
  };

  /// A scalar as UTF-8: yaml-cpp writes `\N` and `\_` as the single bytes 85 and A0, and `\0` as
  /// NUL.
  static std::string cleaned(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
      Decoded const decoded = decode_utf8(text);
      auto const byte = static_cast<unsigned char>(text.front());
      if (decoded.valid && byte != 0) {
        clean += text.substr(0, decoded.length);
      } else {
        append_utf8(clean, decoded.length == 1 ? byte : decoded.code_point);
      }
      text.remove_prefix(decoded.length);
    }
    return clean;
  }

  static Value::Kind kind_of(std::string const& tag, std::string const& text) {
    // "?" is a plain scalar, "!" a quoted one or a block; an unknown tag says nothing of the kind.
    if (tag == "!" || tag == "tag:yaml.org,2002:str") return Value::Kind::string;
    return resolve_plain_scalar(text);
  }

  void count_node(YAML::Mark const& mark) {
    if (++nodes_ > limits_.nodes) stop_at_too_many_nodes(mark);
  }

  [[noreturn]] void stop_at_too_many_nodes(YAML::Mark const& mark) {
    throw Stop{
        {DiagnosticCode::front_matter_too_many_nodes, position(mark),
         subject_ + " holds more than " + std::to_string(limits_.nodes) + " values from here on."}};
  }

  void add_scalar(YAML::Mark const& mark, YAML::anchor_t anchor, Value::Kind kind,
                  std::string_view text) {
    count_node(mark);
    Weighed scalar{Value(kind, std::string(text), position(mark)), {1, text.size(), 0}};
    if (anchor != 0) anchors_.insert_or_assign(anchor, scalar);
    add(mark, std::move(scalar));
  }

  void open(YAML::Mark const& mark, YAML::anchor_t anchor, bool is_mapping) {
    count_node(mark);
    if (frames_.size() == limits_.depth) stop_at_too_deep(position(mark));
    frames_.push_back({is_mapping, position(mark), anchor, {}, {}, {}, {}, {}});
  }

  [[noreturn]] void stop_at_too_deep(Position where) const {
    throw Stop{
        {DiagnosticCode::front_matter_too_deep, where,
         subject_ + " is nested deeper than " + std::to_string(limits_.depth) + " levels here."}};
  }

  [[noreturn]] void stop_at_too_much(Position where, std::size_t limit,
                                     std::string_view unit) const {
    throw Stop{{DiagnosticCode::front_matter_too_many_nodes, where,
                subject_ + " would hold more than " + std::to_string(limit) + std::string(unit) +
                    " from here on, once its aliases are written out."}};
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    Weighed closed{frame.is_mapping ? Value(std::move(frame.members), frame.where)
                                    : Value(std::move(frame.items), frame.where),
                   frame.weight};
    if (frame.anchor != 0) anchors_.insert_or_assign(frame.anchor, closed);
    add(std::move(closed), frame.where);
  }

  void add(YAML::Mark const& mark, Weighed value) { add(std::move(value), position(mark)); }

  /// Puts a finished value where it belongs: in the innermost open frame, or at the root.
  void add(Weighed added, Position where) {
    if (frames_.empty()) {
      root_ = std::move(added);
      return;
    }
    Frame& frame = frames_.back();
    bool const is_key = frame.is_mapping && !frame.pending;
    std::string key = is_key ? key_text(added.value, where) : std::string();
    // A key within a key doubles the backslashes each time, so what counts is what was written.
    if (is_key) added.weight.bytes = key.size();
    frame.weight.nodes += added.weight.nodes;
    frame.weight.bytes += added.weight.bytes;
    frame.weight.depth = std::max(frame.weight.depth, added.weight.depth + 1);
    if (frames_.size() - 1 + frame.weight.depth > limits_.depth) stop_at_too_deep(where);
    if (frame.weight.nodes > limits_.expanded_nodes) {
      stop_at_too_much(where, limits_.expanded_nodes, " values");
    }
    if (frame.weight.bytes > limits_.expanded_bytes) {
      stop_at_too_much(where, limits_.expanded_bytes, " bytes of text");
    }
    if (!frame.is_mapping) {
      frame.items.push_back(std::move(added.value));
    } else if (is_key) {
      frame.pending = Member{std::move(key), where, {}};
    } else {
      frame.pending->value = std::move(added.value);
      add_member(frame, std::move(*frame.pending));
      frame.pending.reset();
    }
  }

  std::string key_text(Value const& key, Position where) {
    if (!key.is(Value::Kind::sequence) && !key.is(Value::Kind::mapping)) {
      return std::string(key.text());
    }
    std::string text;
    write_json(text, key);
    // Keys within keys are long, and each has its report.
    std::string const kept = text.size() <= 100 ? '`' + text + '`' : "its JSON text";
    diagnostics_.push_back({DiagnosticCode::front_matter_complex_key, where,
                            "A key should be a word; this one is kept as " + kept + '.'});
    return text;
  }

  void add_member(Frame& frame, Member member) {
    auto const [found, is_new] = frame.indices.try_emplace(member.key, frame.members.size());
    if (is_new) {
      frame.members.push_back(std::move(member));
      return;
    }
    diagnostics_.push_back({DiagnosticCode::front_matter_duplicate_key, member.key_where,
                            "The key `" + member.key + "` stands on line " +
                                std::to_string(frame.members[found->second].key_where.line) +
                                " already; this later value counts."});
    frame.members[found->second] = std::move(member);
  }

  PositionFinder positions_;
  std::uint32_t first_line_;
  FrontMatterLimits const& limits_;
  std::vector<Diagnostic>& diagnostics_;
  std::string subject_;  ///< of messages
  std::vector<Frame> frames_;
  std::unordered_map<YAML::anchor_t, Weighed> anchors_;
  std::optional<Weighed> root_;
  std::size_t nodes_ = 0;
};

/// Appends the character that a JSON escape `\uXXXX`, or a surrogate pair of them, stands for.
/// yaml-cpp refuses surrogates. \return how many bytes of `text` were read, 0 if it does not
/// begin with a surrogate's escape
std::size_t append_surrogate(std::string& out, std::string_view text) {
  auto const unit_at = [text](std::size_t index) -> char32_t {
    std::string_view const escape = text.substr(std::min(index, text.size()), 6);
    unsigned unit = 0;
    if (escape.size() < 6 || !escape.starts_with("\\u")) return 0;
    auto const [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
    return error == std::errc{} && end == escape.data() + 6 ? unit : 0;
  };
  char32_t const first = unit_at(0);
  if (first < 0xD800 || first > 0xDFFF) return 0;
  if (auto const pair = combine_surrogates(first, unit_at(6))) {
    append_utf8(out, *pair);
    return 12;
  }
  out += replacement_character;
  return 6;
}

/// The text as yaml-cpp may read it. Control characters would steer its scanner (U+0004 is its
/// own end mark), and an unfinished quote in the last line would pass unnoticed without another
/// line behind it.
std::string prepare(std::string_view text, bool is_json, Position begin,
                    std::vector<Diagnostic>& diagnostics) {
  std::string prepared;
  prepared.reserve(text.size() + 2);
  bool reported = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) {
      if (!reported) {
        Position where = PositionFinder(text).at(i);
        where.line += begin.line - 1;
        diagnostics.push_back({DiagnosticCode::control_character, where,
                               "There is a control character here, which YAML does not allow; it "
                               "is read as U+FFFD."});
        reported = true;
      }
      prepared += replacement_character;
    } else if (is_json && byte == '\\') {
      std::size_t const read = append_surrogate(prepared, text.substr(i));
      if (read == 0) prepared += text.substr(i, 2);
      i += std::max<std::size_t>(read, 2) - 1;
    } else {
      prepared += text[i];
    }
  }
  if (!prepared.ends_with('\n')) prepared += '\n';
  prepared += '#';
  return prepared;
}

/// What yaml-cpp's terse message means to somebody who writes an article.
std::string explain(std::string_view fault) {
  struct Explanation {
    std::string_view fault;
    std::string_view meaning;
  };
  static Explanation const explanations[] = {
      {YAML::ErrorMsg::MAP_VALUE, "a `: ` stands inside a value; put the value in quotes"},
      {YAML::ErrorMsg::END_OF_MAP, "a line is no `key: value`, or its indent does not fit"},
      {YAML::ErrorMsg::END_OF_SEQ,
       "a line of this list does not begin with `- `, or its indent does not fit"},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, "a `{` is not closed by `}`"},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a `[` is not closed by `]`"},
      {YAML::ErrorMsg::EOF_IN_SCALAR, "a quote that is opened is never closed"},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, "the indent is a tab; YAML takes spaces only"},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, "this character needs quotes around the value"},
      {YAML::ErrorMsg::BLOCK_ENTRY,
       "a list begins where none may stand; give it a line of its own"},
  };
  for (Explanation const& explanation : explanations) {
    if (fault == explanation.fault) return std::string(explanation.meaning);
  }
  // It would name one byte, which may be a part of a character.
  if (fault.starts_with(YAML::ErrorMsg::INVALID_ESCAPE)) {
    return "a backslash inside double quotes begins an escape that YAML does not know";
  }
  return std::string(fault);
}

}  // namespace

FrontMatterLimits::FrontMatterLimits(RenderOptions const& options) noexcept
    : bytes(static_cast<std::size_t>(options.max_front_matter_bytes)),
      depth(static_cast<std::size_t>(options.max_front_matter_depth)),
      nodes(static_cast<std::size_t>(options.max_front_matter_nodes)),
      expanded_nodes(10 * nodes),
      expanded_bytes(16 * bytes) {}

std::optional<FrontMatter> read_front_matter(std::string_view text, bool is_json, Position begin,
                                             FrontMatterLimits const& limits,
                                             std::vector<Diagnostic>& diagnostics,
                                             std::string_view name) {
  FrontMatter const nothing{std::vector<Member>{}, begin};
  if (text.size() > limits.bytes) {
    diagnostics.push_back({DiagnosticCode::front_matter_too_large, begin,
                           "The " + std::string(name) + " has more than " +
                               std::to_string(limits.bytes) + " bytes; it is left out."});
    return nothing;
  }

  auto const plain = limits.may_be_plain ? read_plain_yaml(text) : std::nullopt;
  std::string const prepared = plain ? "" : prepare(text, is_json, begin, diagnostics);
  // What was put behind the text is nowhere in the file.
  std::string_view const own_text =
      plain
          ? text
          : std::string_view(prepared).substr(0, prepared.size() - (text.ends_with('\n') ? 1 : 2));
  TreeBuilder builder(own_text, begin.line, limits, diagnostics, name);
  bool complete = plain.has_value();
  try {
    if (plain) {
      builder.replay(*plain);
    } else {
      std::istream stream(prepared);
      YAML::Parser parser(stream);
      // One document only: asking for more after a fault may never end.
      complete = !parser.HandleNextDocument(builder) || !parser;
      if (!complete) {
        diagnostics.push_back({DiagnosticCode::front_matter_trailing, begin,
                               "There is text behind the end of the " + std::string(name) +
                                   "'s `key: value` pairs; it is left out."});
      }
    }
  } catch (YAML::Exception const& fault) {
    diagnostics.push_back(
        {DiagnosticCode::front_matter_syntax, builder.fault_position(fault.mark, prepared.size()),
         "The " + std::string(name) + " cannot be read here: " + explain(fault.msg) + "."});
  } catch (Stop const& stop) {
    diagnostics.push_back(stop.diagnostic);
  }

  Value root = builder.take();
  if (root.is(Value::Kind::mapping)) return root;
  if (!complete || root.is(Value::Kind::null)) return nothing;
  return std::nullopt;
}

}  // namespace inkstone
