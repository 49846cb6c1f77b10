// The core, as a C++ program uses it.
#include "inkstone/render.h"
#include "native.h"

std::string render(std::string_view source, Task task) {
  inkstone::RenderOptions options;
  options.front_matter = task == Task::article;
  return inkstone::render(source, options).html;
}
