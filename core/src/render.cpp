#include "inkstone/render.h"

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "front_matter_reader.h"
#include "markdown.h"
#include "metadata_reader.h"
#include "source.h"
#include "split.h"
#include "toc.h"

namespace inkstone {

namespace {

/// Reads the front matter that `parts` holds. Where it turns out to be none, the whole of `text`
/// becomes the body.
FrontMatter read_front_matter_of(SplitSource& parts, std::string_view text,
                                 RenderOptions const& options, PositionFinder& positions,
                                 std::vector<Diagnostic>& diagnostics) {
  FrontMatter nothing = Article().front_matter;
  Position const begin = positions.at(parts.front_matter.data());
  switch (parts.format) {
    case SplitSource::Format::none:
      return nothing;
    case SplitSource::Format::toml:
      diagnostics.push_back({DiagnosticCode::front_matter_toml, begin,
                             "This front matter is TOML, which is not read; write it as YAML "
                             "between `---` lines."});
      return nothing;
    case SplitSource::Format::yaml:
    case SplitSource::Format::json:
      break;
  }
  bool const is_json = parts.format == SplitSource::Format::json;
  if (auto front_matter = read_front_matter(parts.front_matter, is_json, begin,
                                            FrontMatterLimits(options), diagnostics)) {
    return *std::move(front_matter);
  }
  diagnostics.push_back({DiagnosticCode::front_matter_not_mapping, begin,
                         "This is not front matter, because it holds no `key: value` pairs; it is "
                         "read as text."});
  parts.body = text;
  return nothing;
}

/// Which formulas an article may hold: all where its front matter asks for them.
FormulaSyntax formulas_of(Metadata const& metadata, RenderOptions const& options) {
  if (!options.math || !metadata.mathjax.value_or(true)) return FormulaSyntax::none;
  return metadata.mathjax ? FormulaSyntax::all : FormulaSyntax::careful;
}

/// The summary that the front matter gives, which is Markdown too.
Summary read_summary(FrontMatter const& front_matter, Metadata const& metadata,
                     RenderOptions const& options, std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> faults;
  Summary summary =
      render_summary(metadata.summary, options, formulas_of(metadata, options), faults);
  for (Diagnostic& fault : faults) {
    fault.where = summary_place(front_matter);
    diagnostics.push_back(std::move(fault));
  }
  return summary;
}

/// The title of last resort: the first `h1`.
std::string first_title(std::vector<TocEntry> const& headings) {
  auto const first = std::find_if(headings.begin(), headings.end(),
                                  [](TocEntry const& heading) { return heading.level == 1; });
  return first == headings.end() ? std::string() : first->text;
}

Article render_or_throw(std::string_view source, RenderOptions const& options) {
  Article article;
  if (source.size() > static_cast<std::size_t>(options.max_source_bytes)) {
    article.diagnostics.push_back({DiagnosticCode::source_too_large,
                                   {},
                                   "The file has more than " +
                                       std::to_string(options.max_source_bytes) +
                                       " bytes; it is not rendered."});
    return article;
  }

  std::string storage;
  std::string_view const text = normalize_source(source, storage, article.diagnostics);
  PositionFinder positions(text);
  SplitSource parts{SplitSource::Format::none, {}, text};
  if (options.front_matter) {
    parts = split_source(text, positions, article.diagnostics);
    article.front_matter =
        read_front_matter_of(parts, text, options, positions, article.diagnostics);
  }

  article.metadata =
      read_metadata(article.front_matter, options, article.places, article.diagnostics);
  Metadata& metadata = article.metadata;
  RenderedMarkdown body = render_markdown(parts.body, options, formulas_of(metadata, options),
                                          positions, article.diagnostics);
  article.html = std::move(body.html);
  article.counts = body.counts;
  article.summary = metadata.summary.empty() ? std::move(body.summary)
                                             : read_summary(article.front_matter, metadata, options,
                                                            article.diagnostics);
  if (metadata.title.empty()) metadata.title = first_title(body.headings);
  std::erase_if(body.headings,
                [max = metadata.toc.max](TocEntry const& heading) { return heading.level > max; });
  article.toc = nest_headings(std::move(body.headings));

  sort_by_place(article.diagnostics);
  return article;
}

}  // namespace

Article render(std::string_view source, RenderOptions const& options) noexcept {
  try {
    return render_or_throw(source, options);
  } catch (std::bad_alloc const&) {
    // What was allocated is free again, so there is room for one diagnostic.
    Article article;
    article.diagnostics.push_back(
        {DiagnosticCode::out_of_memory, {}, "There was not enough memory to render this article."});
    return article;
  }
}

}  // namespace inkstone
