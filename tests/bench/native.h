// What a program of this folder measures: native.cpp asks for it, native_core.cpp and
// native_md4c.cpp are it.
#pragma once

#include <string>
#include <string_view>

/// The work for a benchmark's task.
enum class Task {
  html,     ///< Markdown to HTML, no front matter
  article,  ///< the whole job: front matter, HTML with heading ids, table of contents
};

/// Renders. Keeps nothing.
/// \returns the HTML
std::string render(std::string_view source, Task task);
