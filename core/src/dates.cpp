#include "dates.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ascii.h"

namespace inkstone {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// What was read, not yet compared with the calendar.
struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;
  bool has_time = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string zone;  ///< as HTML has it: `Z`, `+08:00` or nothing
};

/// Takes a text apart from its beginning. What is not there fails once and for all, so that only
/// the end has to look.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  /// Whether all of the text was taken, and nothing failed.
  [[nodiscard]] bool is_done() const { return !failed_ && rest_.empty(); }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
  [[nodiscard]] bool is_at_digit() const { return !rest_.empty() && is_ascii_digit(rest_.front()); }
  [[nodiscard]] bool is_at_letter() const {
    return !rest_.empty() && is_ascii_letter(rest_.front());
  }
  [[nodiscard]] std::size_t size() const { return rest_.size(); }

  bool take(char c) {
    bool const is_there = !rest_.empty() && rest_.front() == c;
    if (is_there) rest_.remove_prefix(1);
    return is_there;
  }

  void expect(bool is_there) { failed_ = failed_ || !is_there; }

  bool take_blanks() {
    std::size_t const size = rest_.size();
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), size));
    return rest_.size() < size;
  }

  /// A decimal number of so many digits.
  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    for (; count < most && is_at_digit(); ++count) {
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    expect(count >= least);
    return value;
  }

  std::string_view letters() {
    std::size_t count = 0;
    while (count < rest_.size() && is_ascii_letter(rest_[count])) ++count;
    std::string_view const word = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return word;
  }

  void drop_digits() {
    expect(is_at_digit());
    while (is_at_digit()) rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

/// Where `word` stands in `words`, counted from 1; 0 if it is none of them.
template <std::size_t N>
int number_of(std::string_view word, std::array<std::string_view, N> const& words) {
  auto const found = std::find_if(words.begin(), words.end(), [word](std::string_view one) {
    return equals_ignoring_case(word, one);
  });
  return found == words.end() ? 0 : static_cast<int>(found - words.begin()) + 1;
}

void append_number(std::string& out, int number, std::size_t width) {
  std::string const digits = std::to_string(number);
  out.append(width - std::min(width, digits.size()), '0').append(digits);
}

/// `-00:00` means UTC where nobody says what the clocks show there (RFC 3339, section 4.3), and
/// HTML has no such zone.
std::string zone_text(bool is_west, int hours, int minutes) {
  if (is_west && hours == 0 && minutes == 0) return "Z";
  std::string zone(1, is_west ? '-' : '+');
  append_number(zone, hours, 2);
  zone += ':';
  append_number(zone, minutes, 2);
  return zone;
}

void read_zone(Scanner& scanner, Moment& moment) {
  scanner.take_blanks();
  if (scanner.is_at_letter()) {
    static constexpr std::array<std::string_view, 4> names{"Z", "UTC", "GMT", "UT"};
    scanner.expect(number_of(scanner.letters(), names) != 0);
    moment.zone = "Z";
    return;
  }
  bool const is_west = scanner.take('-');
  scanner.expect(is_west || scanner.take('+'));
  int const hours = scanner.number(2, 2);
  bool const has_minutes = scanner.take(':') || !scanner.is_at_end();
  int const minutes = has_minutes ? scanner.number(2, 2) : 0;
  scanner.expect(hours <= 23 && minutes <= 59);
  moment.zone = zone_text(is_west, hours, minutes);
}

/// The rest of the text: a time and perhaps a zone.
/// \param has_colons as in ISO 8601's extended format, else basic
void read_time(Scanner& scanner, Moment& moment, bool has_colons) {
  moment.has_time = true;
  moment.hour = scanner.number(2, 2);
  if (has_colons) scanner.expect(scanner.take(':'));
  moment.minute = scanner.number(2, 2);
  if (has_colons ? scanner.take(':') : scanner.is_at_digit()) {
    moment.second = scanner.number(2, 2);
    if (scanner.take('.') || scanner.take(',')) scanner.drop_digits();
  }
  if (!scanner.is_at_end()) read_zone(scanner, moment);
}

/// `2025-02-12`, `2025/02/12` or `20250212`, and what may follow.
Moment read_year_first(Scanner& scanner) {
  Moment moment;
  moment.year = scanner.number(4, 4);
  char separator = '\0';
  for (char const c : {'-', '/'}) {
    if (scanner.take(c)) separator = c;
  }
  moment.month = scanner.number(2, 2);
  if (separator != '\0') scanner.expect(scanner.take(separator));
  moment.day = scanner.number(2, 2);
  if (scanner.is_at_end()) return moment;
  scanner.expect(scanner.take('T') || scanner.take('t') || scanner.take_blanks());
  read_time(scanner, moment, separator != '\0');
  return moment;
}

/// `Wed, 12 Feb 2025`, with or without the weekday, and what may follow.
Moment read_day_first(Scanner& scanner) {
  Moment moment;
  if (scanner.is_at_letter()) {
    scanner.expect(number_of(scanner.letters(), weekdays) != 0 && scanner.take(','));
    scanner.take_blanks();
  }
  moment.day = scanner.number(1, 2);
  scanner.expect(scanner.take_blanks());
  moment.month = number_of(scanner.letters(), months);
  scanner.expect(scanner.take_blanks());
  std::size_t const size = scanner.size();
  moment.year = scanner.number(2, 4);
  std::size_t const digits = size - scanner.size();
  scanner.expect(digits != 3);
  if (digits == 2) moment.year += moment.year < 50 ? 2000 : 1900;  // RFC 5322, section 4.3
  if (scanner.is_at_end()) return moment;
  scanner.expect(scanner.take_blanks());
  read_time(scanner, moment, true);
  return moment;
}

int days_in(int month, int year) {
  static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days.at(static_cast<std::size_t>(month) - 1) + (month == 2 && is_leap_year ? 1 : 0);
}

/// Whether the calendar has the day, and the clock the time.
bool exists(Moment const& moment) {
  return moment.year >= 1 && moment.month >= 1 && moment.month <= 12 && moment.day >= 1 &&
         moment.day <= days_in(moment.month, moment.year) && moment.hour <= 23 &&
         moment.minute <= 59 && moment.second <= 59;
}

std::string html_text(Moment const& moment) {
  std::string text;
  append_number(text, moment.year, 4);
  text += '-';
  append_number(text, moment.month, 2);
  text += '-';
  append_number(text, moment.day, 2);
  if (!moment.has_time) return text;
  text += 'T';
  append_number(text, moment.hour, 2);
  text += ':';
  append_number(text, moment.minute, 2);
  text += ':';
  append_number(text, moment.second, 2);
  return text + moment.zone;
}

}  // namespace

std::optional<std::string> normalize_date(std::string_view text) {
  std::size_t const digits = std::min(text.find_first_not_of("0123456789"), text.size());
  Scanner scanner(text);
  Moment const moment = digits >= 4 ? read_year_first(scanner) : read_day_first(scanner);
  if (!scanner.is_done() || !exists(moment)) return std::nullopt;
  return html_text(moment);
}

}  // namespace inkstone
