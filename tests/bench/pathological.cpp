// What hostile text costs: for each known family of it, the time of render() at three sizes, each
// twice the one before, and the exponent of time over size. 1 is linear, 2 quadratic.
// pathological.js builds and runs this, and can have a profiler count instructions instead.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "families.h"
#include "inkstone/render.h"

using namespace inkstone;

namespace {

/// Everything that can be switched on, is.
RenderOptions const& everything() {
  static RenderOptions const options = [] {
    RenderOptions all;
    all.superscript = all.subscript = all.emoji = true;
    all.smart_punctuation = all.source_lines = true;
    return all;
  }();
  return options;
}

}  // namespace

/// What a profiler looks at: its name is one that can be told on a command line, and it is called
/// for good, or there would be nothing to see.
/// \return the HTML's size
extern "C" [[gnu::noinline]] std::size_t pathological_render(std::string const* text) {
  return render(*text, everything()).html.size();
}

namespace {

constexpr std::size_t rounds = 5;
/// What is far from linear must not take all day: where n takes longer, n is made smaller.
constexpr double most_milliseconds = 30;

/// Writes a name as JSON.
std::string quoted(std::string_view name) {
  std::string json = "\"";
  for (char const c : name) {
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

/// n for a family, where nothing argues for less.
std::size_t first_size(Family const& family, std::size_t bytes) {
  // 4n of front matter must stay below its bound; of Markdown it may be more.
  bool const is_front_matter = family.name.starts_with("yaml") || family.name.starts_with("json");
  return is_front_matter ? std::min(bytes, std::size_t{60} << 10) : bytes;
}

/// The processor's time, so that what else the machine does counts little.
double milliseconds_of(std::string const& text) {
  std::clock_t const begin = std::clock();
  Article const article = render(text, everything());
  std::clock_t const end = std::clock();
  // What is written must be used, or the compiler might leave it out.
  if (article.html.size() == static_cast<std::size_t>(-1)) std::abort();
  return 1000.0 * static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

struct Result {
  std::array<double, 3> milliseconds;
  double exponent;       ///< from n to 4n
  std::size_t bytes;     ///< at 4n
  double output_factor;  ///< bytes of HTML for a byte of source, at 4n
};

/// Sizes take turns, so that whatever else the machine does falls on all of them.
Result measure(Family const& family, std::size_t n) {
  std::array<std::string, 3> const texts{family.make(n), family.make(2 * n), family.make(4 * n)};
  std::array<std::vector<double>, 3> times;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) times[i].push_back(milliseconds_of(texts[i]));
  }
  Result result{};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // The least is what the text costs; all else was added to it.
    result.milliseconds[i] = *std::min_element(times[i].begin(), times[i].end());
  }
  double const growth = static_cast<double>(texts[2].size()) / static_cast<double>(texts[0].size());
  result.exponent = std::log(result.milliseconds[2] / result.milliseconds[0]) / std::log(growth);
  result.bytes = texts[2].size();
  result.output_factor = static_cast<double>(render(texts[2], everything()).html.size()) /
                         static_cast<double>(texts[2].size());
  return result;
}

/// Renders a family once at each of its three sizes, for a profiler that counts what render()
/// takes. Profilers are slow, and counting needs no large numbers.
void render_once(Family const& family) {
  std::size_t const n = first_size(family, std::size_t{1} << 14);
  std::array<std::string, 3> const texts{family.make(n), family.make(2 * n), family.make(4 * n)};
  std::size_t output = 0;
  for (std::string const& text : texts) output = pathological_render(&text);
  std::printf("{\"name\":%s,\"sizes\":[%zu,%zu,%zu],\"output\":%.2f}\n",
              quoted(family.name).c_str(), texts[0].size(), texts[1].size(), texts[2].size(),
              static_cast<double>(output) / static_cast<double>(texts[2].size()));
  std::fflush(stdout);
}

}  // namespace

/// pathological [--once] [WORD]: the families whose names hold WORD; all without. One line of JSON
/// for each. With --once nothing is timed.
int main(int argc, char** argv) {
  constexpr std::size_t most_bytes = std::size_t{1} << 18;
  std::vector<std::string_view> arguments(argv + 1, argv + argc);
  bool const is_once = !arguments.empty() && arguments.front() == "--once";
  if (is_once) arguments.erase(arguments.begin());
  for (Family const& family : families()) {
    if (!arguments.empty() && family.name.find(arguments[0]) == std::string_view::npos) continue;
    if (is_once) {
      render_once(family);
      continue;
    }
    std::size_t n = first_size(family, most_bytes);
    while (n > 2048 && milliseconds_of(family.make(n)) > most_milliseconds) n /= 2;
    Result const result = measure(family, n);
    std::printf(
        "{\"name\":%s,\"bytes\":%zu,\"ms\":[%.3f,%.3f,%.3f],\"exponent\":%.3f,"
        "\"output\":%.2f}\n",
        quoted(family.name).c_str(), result.bytes, result.milliseconds[0], result.milliseconds[1],
        result.milliseconds[2], result.exponent, result.output_factor);
    std::fflush(stdout);
  }
  return 0;
}
