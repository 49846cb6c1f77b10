// What those peers need that know nothing of front matter: js-yaml, called by a few lines that are quicker than
// gray-matter.
import { load } from "js-yaml";

const fenced = /^---\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** @param {string} source */
export function split(source) {
	const match = source.startsWith("---") ? fenced.exec(source) : null;
	return match
		? { frontMatter: load(match[1]) ?? {}, body: source.slice(match[0].length) }
		: { frontMatter: {}, body: source };
}
