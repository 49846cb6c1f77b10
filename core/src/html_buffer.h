/// Text while it is written, in small pieces: std::string makes a call for each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace inkstone {

/// A string that grows at its end.
class HtmlBuffer {
 public:
  /// So many bytes can always be written behind its end, where they mean nothing.
  static constexpr std::size_t slack = 16;

  HtmlBuffer() = default;
  HtmlBuffer(HtmlBuffer&& other) noexcept { swap(other); }
  HtmlBuffer& operator=(HtmlBuffer&& other) noexcept {
    swap(other);
    return *this;
  }
  HtmlBuffer& operator=(std::string_view text) {
    size_ = 0;
    append(text);
    return *this;
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::string_view view() const noexcept { return {data_.get(), size_}; }
  [[nodiscard]] bool ends_with(std::string_view ending) const noexcept {
    return view().ends_with(ending);
  }

  HtmlBuffer& append(std::string_view text) {
    if (text.empty()) return *this;
    std::memcpy(grow(text.size()), text.data(), text.size());
    size_ += text.size();
    return *this;
  }
  HtmlBuffer& operator+=(std::string_view text) { return append(text); }
  HtmlBuffer& operator+=(char c) {
    *grow(1) = c;
    ++size_;
    return *this;
  }
  /// \param place the end, if it is behind that
  void insert(std::size_t place, std::string_view text) {
    place = std::min(place, size_);
    char* const end = grow(text.size());
    std::memmove(end - (size_ - place) + text.size(), end - (size_ - place), size_ - place);
    std::memcpy(data_.get() + place, text.data(), text.size());
    size_ += text.size();
  }

  /// Makes room for so many bytes more.
  /// \return its end; what is written there belongs to it once set_end() says so
  [[nodiscard]] char* grow(std::size_t more) {
    // Also where there is nothing yet, whatever is asked for.
    if (capacity_ - size_ <= more + slack) reserve(std::max(size_ + more, 2 * size_));
    return data_.get() + size_;
  }
  /// \param end within the room that was made
  void set_end(char const* end) noexcept { size_ = static_cast<std::size_t>(end - data_.get()); }
  void reserve(std::size_t size);
  /// Takes bytes back until there are no more than `size`.
  void shrink(std::size_t size) noexcept { size_ = std::min(size_, size); }

 private:
  void swap(HtmlBuffer& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace inkstone
