// @ts-check
// Replaces the part of a document that is written by a tool, which stands between two comments.

/**
 * A document with its written part anew.
 * @param {string} document
 * @param {string} name the part's, as in `<!-- options: written by tools/docs.js -->` … `<!-- /options -->`
 * @param {string} part
 * @param {string} [by] the command that writes it
 * @throws {Error} if the marks that the part stands between are gone
 */
export function withMarkedPart(document, name, part, by = "tools/docs.js") {
	const begin = `<!-- ${name}: written by ${by} -->`;
	const end = `<!-- /${name} -->`;
	const from = document.indexOf(begin);
	const to = document.indexOf(end);
	if (from < 0 || to < from) {
		throw new Error(`A document lacks the marks ${begin} and ${end}`);
	}
	return `${document.slice(0, from + begin.length)}\n${part}\n${document.slice(to)}`;
}
