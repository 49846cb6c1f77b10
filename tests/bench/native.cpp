// A renderer in a process of its own that is measured whenever it is asked to be, so that native
// programs and Node's can take turns; worker.js is the same for JavaScript. Each line of the input
// is a request, its words separated by tabs, and is answered by a line:
//
// - `measure TASK FILE MILLISECONDS CLOCK` renders for so long, and answers with the seconds that
//   one rendering took. The clock is `wall`, or `cpu`, which stands still while others have the
//   processor.
// - `output TASK FILE` answers with the length of the HTML in bytes, and behind the line that HTML.
//
// With the arguments `--once TASK FILE`, it renders twice, the second time in measured_render(),
// for callgrind.
#include "native.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

namespace {

Task task_named(std::string_view word) { return word == "article" ? Task::article : Task::html; }

std::string const& content_of(std::string const& file) {
  static std::map<std::string, std::string> contents;
  auto const [entry, is_new] = contents.try_emplace(file);
  if (is_new) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
      std::cerr << "cannot read " << file << '\n';
      std::exit(1);
    }
    entry->second.assign(std::istreambuf_iterator<char>(stream), {});
  }
  return entry->second;
}

double seconds_of_wall() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double seconds_of_processor() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double measure(std::string_view source, Task task, double milliseconds, std::string_view clock) {
  auto const now = clock == "cpu" ? &seconds_of_processor : &seconds_of_wall;
  double const started = now();
  for (int count = 1;; ++count) {
    if (render(source, task).empty()) {
      return 0;
    }
    double const passed = now() - started;
    if (passed * 1000 >= milliseconds) {
      return passed / count;
    }
  }
}

}  // namespace

/// The call whose instructions are counted; by its name callgrind knows it.
extern "C" __attribute__((noinline)) std::size_t measured_render(std::string const& source,
                                                                 Task task) {
  return render(source, task).size();
}

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--once") {
    Task const task = task_named(argv[2]);
    std::string const& source = content_of(argv[3]);
    // What is made at the first use is no part of it.
    std::size_t const first = render(source, task).size();
    return measured_render(source, task) == first ? 0 : 1;
  }
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    std::string task;
    std::string file;
    std::string milliseconds;
    std::string clock;
    std::getline(words, what, '\t');
    std::getline(words, task, '\t');
    std::getline(words, file, '\t');
    std::getline(words, milliseconds, '\t');
    std::getline(words, clock, '\t');
    std::string const& source = content_of(file);
    if (what == "output") {
      std::string const html = render(source, task_named(task));
      std::cout << html.size() << '\n' << html << std::flush;
    } else {
      double const seconds = measure(source, task_named(task), std::stod(milliseconds), clock);
      std::cout << seconds << std::endl;
    }
  }
  return 0;
}
