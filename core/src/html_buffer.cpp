#include "html_buffer.h"

namespace inkstone {

void HtmlBuffer::reserve(std::size_t size) {
  if (size + slack <= capacity_) return;
  auto data = std::make_unique_for_overwrite<char[]>(size + slack);
  if (size_ > 0) std::memcpy(data.get(), data_.get(), size_);
  data_ = std::move(data);
  capacity_ = size + slack;
}

}  // namespace inkstone
