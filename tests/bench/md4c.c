// Stock md4c and its HTML renderer as a WebAssembly module of three functions: what nothing that goes through md4c in
// WebAssembly can be much quicker than. stacks/md4c-wasm.js is its JavaScript.
#include <emscripten/emscripten.h>
#include <stdlib.h>
#include <string.h>

#include "md4c-html.h"

static char* source;
static size_t source_room;
static char* html;
static size_t html_size;
static size_t html_room;

// Room for `size` bytes of Markdown.
EMSCRIPTEN_KEEPALIVE char* input(size_t size) {
  if (size > source_room) {
    free(source);
    source = malloc(size);
    source_room = size;
  }
  return source;
}

static void append(MD_CHAR const* text, MD_SIZE size, void* unused) {
  (void)unused;
  if (html_size + size > html_room) {
    html_room = 2 * (html_size + size);
    html = realloc(html, html_room);
  }
  memcpy(html + html_size, text, size);
  html_size += size;
}

// Renders the first `size` bytes of the input. Returns the length of the output.
EMSCRIPTEN_KEEPALIVE size_t render(size_t size) {
  html_size = 0;
  md_html(source, (MD_SIZE)size, append, NULL, MD_DIALECT_GITHUB, 0);
  return html_size;
}

EMSCRIPTEN_KEEPALIVE char* output(void) { return html; }
