// Inkstone with all that goes beyond GitHub's Markdown off: the work that the plain renderers do.
import { load as loadInkstone } from "../../../dist/index.js";

const plain = {
	frontMatter: false,
	html: "trusted",
	headingIds: false,
	math: false,
	cjkFriendly: false,
	repairEmphasis: false,
	joinCjkLines: false,
	boldHeadings: "off",
	lazyImages: false,
	codeInfo: false,
	footnotes: false,
	alerts: false,
	definitionLists: false,
	headingAttributes: false,
	more: false,
	mark: false,
};

export async function load() {
	const inkstone = await loadInkstone();
	return { html: (source) => inkstone.render(source, plain).html };
}
