/// What the fuzz targets share: how an input says which options it wants, and how a broken promise
/// ends the process so that libFuzzer keeps the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inkstone/diagnostic.h"
#include "inkstone/options.h"

namespace inkstone::fuzz {

/// An input as every target reads it, so that seeds are text that people can read: the first line
/// holds settings, one byte each, of which the low four bits count (`0` to `?`); missing ones are
/// 0. The rest is the text under test.
struct Input {
  std::string_view settings;
  std::string_view text;

  Input(std::uint8_t const* data, std::size_t size);

  /// The setting at `index`, 0 to 15.
  [[nodiscard]] unsigned setting(std::size_t index) const noexcept;

  /// The options that the settings ask for, in the order of for_each_option(): 0 is always the
  /// default, so that an empty first line means what an article page wants.
  [[nodiscard]] RenderOptions options() const;
};

/// Prints `promise` and `detail` and aborts, unless `holds`.
void require(bool holds, std::string_view promise, std::string_view detail = {});

/// Requires valid UTF-8 without NUL.
void require_clean(std::string_view text, std::string_view promise);

/// Requires that every diagnostic has a message and stands on a character of `text` or behind the
/// last one of its line.
/// \param text normalized
void require_within(std::string_view text, std::vector<Diagnostic> const& diagnostics);

}  // namespace inkstone::fuzz
