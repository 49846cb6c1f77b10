// The only file that knows Emscripten exists: addresses and lengths for JavaScript, nothing more.
// JavaScript writes bytes into input(), calls render() and reads two texts back; every buffer is
// this side's, so the caller has nothing to free.
#include <emscripten/bind.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>

#include "inkstone/json.h"

namespace {

/// What a caller filled in and what it may read, until its next call.
struct Exchange {
  std::unique_ptr<char[]> input;
  inkstone::ArticleTexts output;
  std::array<std::uint32_t, 4> addresses{};  ///< HTML and its length, JSON and its length
};

Exchange& exchange() {
  static Exchange buffers;
  return buffers;
}

std::uintptr_t address_of(void const* place) { return reinterpret_cast<std::uintptr_t>(place); }

/// Room for `size` bytes. 0 where there is no memory for them.
std::uintptr_t input(std::size_t size) {
  Exchange& buffers = exchange();
  buffers.output = {};
  // Whoever asked fills it: no string, which would be filled with zeros first.
  buffers.input.reset(new (std::nothrow) char[size]);
  return address_of(buffers.input.get());
}

/// The address of `addresses`, filled in for `output`.
std::uintptr_t give(inkstone::ArticleTexts output) {
  Exchange& buffers = exchange();
  buffers.input = {};
  buffers.output = std::move(output);
  auto const& [html, json] = buffers.output;
  buffers.addresses = {address_of(html.data()), html.size(), address_of(json.data()), json.size()};
  return address_of(buffers.addresses.data());
}

std::uintptr_t render(std::size_t source_size, std::size_t options_size) {
  char const* const given = exchange().input.get();
  return give(inkstone::render_to_texts({given, source_size}, {given + source_size, options_size}));
}

std::uintptr_t read_site(std::size_t source_size) {
  return give({{}, inkstone::read_site_to_json({exchange().input.get(), source_size})});
}

std::uintptr_t describe() { return give({{}, inkstone::describe_to_json()}); }

}  // namespace

EMSCRIPTEN_BINDINGS(inkstone) {
  emscripten::function("input", &input);
  emscripten::function("render", &render);
  emscripten::function("readSite", &read_site);
  emscripten::function("describe", &describe);
}
