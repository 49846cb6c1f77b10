// @ts-check
// HTML in one spelling, so that two texts compare equal exactly if they are the same document: the
// specification's own test runner lets the same differences pass.
import { parseFragment } from "parse5";

const blocks = new Set(
	`address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure
	footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre script section style
	summary table tbody td tfoot th thead title tr ul`.split(/\s+/),
);

/** @param {any} node */
const isBlock = (node) => node === undefined || blocks.has(node.nodeName);

/**
 * @param {any} parent
 * @param {boolean} isPreformatted
 * @returns {string}
 */
function write(parent, isPreformatted) {
	const nodes = parent.childNodes;
	return nodes
		.map((/** @type {any} */ node, /** @type {number} */ index) => {
			if (node.nodeName === "#comment") return `<!--${node.data}-->`;
			if (node.nodeName === "#text") {
				if (isPreformatted) return JSON.stringify(node.value);
				let text = node.value.replace(/[ \t\n]+/g, " ");
				if (isBlock(nodes[index - 1]) && (index > 0 || isBlock(parent)))
					text = text.trimStart();
				if (
					isBlock(nodes[index + 1]) &&
					(index < nodes.length - 1 || isBlock(parent))
				) {
					text = text.trimEnd();
				}
				return text === "" ? "" : JSON.stringify(text);
			}
			const attributes = node.attrs
				.map(
					(/** @type {any} */ { name, value }) =>
						` ${name}=${JSON.stringify(value)}`,
				)
				.sort()
				.join("");
			const inside = write(node, isPreformatted || node.nodeName === "pre");
			return `<${node.nodeName}${attributes}>${inside}</${node.nodeName}>`;
		})
		.join("");
}

/**
 * A fragment's canonical text: attributes sorted, whitespace between blocks gone, other whitespace
 * folded except in `pre`.
 * @param {string} html
 */
export function canonical(html) {
	return write(parseFragment(html), false);
}
