// What yaml-cpp needs of iostreams, without their locales: those are three times as large as
// yaml-cpp itself. Included before every other line of yaml-cpp (cmake/dependencies.cmake), whose
// sources stay as they are. Its namespace is renamed, so that a program that links a yaml-cpp of
// its own keeps that one.
#pragma once

// Before the names below become other words, so that the standard's own headers never see those.
#include <algorithm>
#include <charconv>
#include <deque>
#include <iostream>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// yaml-cpp writes `std::istream`, so here is where they must be.
namespace std {

/// Reads a text that somebody else keeps. It is its own buffer.
class inkstone_istream {
 public:
  using traits_type = char_traits<char>;
  using int_type = traits_type::int_type;

  explicit inkstone_istream(string_view text) noexcept : text_(text) {}

  [[nodiscard]] bool good() const noexcept { return state_ == ios_base::goodbit; }
  [[nodiscard]] bool operator!() const noexcept {
    return (state_ & (ios_base::failbit | ios_base::badbit)) != 0;
  }
  void clear() noexcept { state_ = ios_base::goodbit; }
  void setstate(ios_base::iostate bits) noexcept { state_ |= bits; }

  [[nodiscard]] inkstone_istream* rdbuf() noexcept { return this; }

  /// Copies up to `size` bytes to `target`. \return how many
  streamsize sgetn(char* target, streamsize size) noexcept {
    size_t const copied = text_.copy(target, static_cast<size_t>(size), next_);
    next_ += copied;
    return static_cast<streamsize>(copied);
  }

  /// The next byte, which stays; the end's sign where there is none.
  int_type peek() noexcept {
    if (good() && next_ < text_.size()) return traits_type::to_int_type(text_[next_]);
    setstate(ios_base::eofbit);
    return traits_type::eof();
  }

  /// Takes the next byte.
  int_type get() noexcept {
    int_type const taken = peek();
    if (taken == traits_type::eof()) {
      setstate(ios_base::failbit);
    } else {
      ++next_;
    }
    return taken;
  }

  /// Takes back the byte that was taken last; it can be no other.
  void putback(char) noexcept { --next_; }

  /// Takes a decimal number with or without its sign; 0 where there is none.
  inkstone_istream& operator>>(int& number) noexcept {
    if (!good()) {
      setstate(ios_base::failbit);
      return *this;
    }
    string_view rest = text_.substr(next_);
    // Of both signs from_chars knows one.
    size_t const sign = rest.starts_with('+') && !rest.starts_with("+-") ? 1 : 0;
    rest.remove_prefix(sign);
    auto const [end, error] = from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != errc{}) {
      number = 0;
      setstate(ios_base::failbit);
    }
    next_ += sign + static_cast<size_t>(end - rest.data());
    if (next_ == text_.size()) setstate(ios_base::eofbit);
    return *this;
  }

 private:
  string_view text_;
  size_t next_ = 0;
  ios_base::iostate state_ = ios_base::goodbit;
};

/// Collects what is written into it.
class inkstone_ostream {
 public:
  inkstone_ostream& operator<<(string_view text) {
    written_ += text;
    return *this;
  }
  inkstone_ostream& operator<<(int number) { return *this << string_view(to_string(number)); }
  inkstone_ostream& operator<<(unsigned number) { return *this << string_view(to_string(number)); }

  [[nodiscard]] string str() const { return written_; }

 private:
  string written_;
};

class inkstone_stringstream : public inkstone_istream, public inkstone_ostream {
 public:
  explicit inkstone_stringstream(string_view text = {}) noexcept : inkstone_istream(text) {}
};

}  // namespace std

#define istream inkstone_istream
#define ostream inkstone_ostream
#define streambuf inkstone_istream
#define stringstream inkstone_stringstream
#define YAML inkstone_yaml
