// Protects: the marks that help md4c to read emphasis change nothing else, and all come off again.
// The settings are the options.
#include "input.h"
#include "prepare.h"
#include "source.h"

using namespace inkstone;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::Input const input(data, size);
  std::string storage;
  std::vector<Diagnostic> diagnostics;
  std::string_view const body = normalize_source(input.text, storage, diagnostics);

  PreparedBody const prepared(body, input.options());
  std::string_view const text = prepared.text();
  fuzz::require_clean(text, "a prepared body is UTF-8");

  std::string restored(text);
  prepared.restore(restored);
  require(restored == body, "restoring gives the body back", body);

  std::size_t offset = 0;
  std::size_t source_offset = 0;
  for (auto const& [at, source_at, mark] : prepared.marks()) {
    require(at >= offset && source_at >= source_offset, "marks stand in their order", body);
    std::size_t const passed = at - offset;
    std::size_t const dropped = mark == Mark::dropped_star ? 1 : 0;
    require(text.substr(offset, passed) == body.substr(source_offset, passed),
            "between marks stands the body", body);
    require(source_at == source_offset + passed + dropped, "a mark knows what follows it", body);
    require(dropped == 0 || body[source_at - 1] == '*', "only asterisks are dropped", body);
    std::string_view const character = text.substr(at, PreparedBody::mark_size);
    require(body.find(character) == std::string_view::npos, "the body has no mark of its own",
            body);
    offset = at + PreparedBody::mark_size;
    source_offset = source_at;
    require(prepared.source_offset(offset) == source_offset, "offsets lead back", body);
  }
  require(text.substr(offset) == body.substr(source_offset), "behind them too", body);
  require(prepared.source_offset(text.size()) == body.size(), "the ends are one place", body);
  return 0;
}
