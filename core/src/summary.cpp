#include "summary.h"

#include <utility>

#include "reading_counter.h"
#include "unicode.h"
#include "utf8.h"

namespace inkstone {

namespace {

/// A word and a CJK character weigh so much of the whole.
constexpr std::size_t word_weight = 2;
constexpr std::size_t character_weight = 1;
constexpr std::size_t whole_weight = 140;

/// No first sentences take so many bytes, but where words are none.
constexpr std::size_t more_than_enough = 4096;

std::size_t weight_of(ReadingCounter const& counter) {
  return counter.words() * word_weight + counter.characters() * character_weight;
}

}  // namespace

std::string first_sentences(std::string_view text) {
  ReadingCounter counter;
  std::size_t weight = 0;
  std::size_t word_end = 0;      // of the last word within the limit
  std::size_t sentence_end = 0;  // of the last sentence within the limit
  std::size_t sentence_weight = 0;
  std::size_t next_sentence_end = 0;  // of the first sentence that ends not far beyond it
  bool is_at_end = false;             // whether a full stop was passed
  bool needs_space = false;           // … of the kind that may stand inside a word too
  std::size_t offset = 0;
  while (offset < text.size() && 2 * weight <= 3 * whole_weight && next_sentence_end == 0) {
    Decoded const decoded = decode_utf8(text.substr(offset));
    char32_t const c = decoded.code_point;
    bool const is_letter = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 'a' && c <= 'z');
    // Quotes and brackets that close behind a full stop are the sentence's own.
    bool const closes = !is_letter && is_one_of(c, U"”’」』）】》\"')]");
    if (is_at_end && !closes && (!needs_space || is_whitespace(c))) {
      if (weight <= whole_weight) {
        sentence_end = offset;
        sentence_weight = weight;
      } else {
        next_sentence_end = offset;
      }
    }
    if (!closes) {
      is_at_end = !is_letter && is_one_of(c, U"。！？!?….");
      needs_space = c == U'.' || c == U'!' || c == U'?';
    }
    bool const may_break = is_whitespace(c) || (is_cjk(c) && !is_hangul(c));
    if (may_break && weight <= whole_weight) word_end = offset;
    counter.add(c);
    weight = weight_of(counter);
    offset += decoded.length;
  }
  if (weight <= whole_weight) return std::string(text);
  std::size_t end = sentence_end;
  if (2 * sentence_weight < whole_weight) end = next_sentence_end;
  if (end == 0 && offset == text.size() && 2 * weight <= 3 * whole_weight) end = offset;
  std::string cut(text.substr(0, end > 0 ? end : word_end > 0 ? word_end : offset));
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  if (end == 0) cut += "…";
  return cut;
}

void SummaryCollector::append(std::string_view text) {
  if (std::exchange(has_ended_block_, false) && !text_.empty()) text_ += ' ';
  text_ += text;
  takes_more_ = keeps_all_ || text_.size() <= more_than_enough;
}

std::string SummaryCollector::text() const { return is_divided_ ? text_ : first_sentences(text_); }

}  // namespace inkstone
