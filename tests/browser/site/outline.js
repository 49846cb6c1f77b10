// @ts-check
// What stands in a site's element, line by line, so that two states of a page can be compared.

/**
 * The elements, attributes and texts of the site, but what only a script fills and numbers that ids are counted by.
 * Runs in the page.
 * @returns {string[]} a line for each
 */
export function outline() {
	/** @type {string[]} */
	const lines = [];
	// The last one is no attribute in WebKitGTK.
	const hidden = ["data-ink-made", "aria-busy", "enterkeyhint"];
	const visit = (/** @type {Node} */ node, /** @type {string} */ indent) => {
		if (node instanceof Text) {
			const text = node.data.replace(/\s+/g, " ").trim();
			if (text) {
				lines.push(indent + text);
			}
		} else if (node instanceof Element) {
			const attributes = Array.from(node.attributes, ({ name, value }) => {
				if (
					hidden.includes(name) ||
					(node.localName === "inkstone-article" && name === "src")
				) {
					return "";
				}
				return ["href", "src", "action"].includes(name)
					? ` ${name}=${decodeURI(new URL(value, document.baseURI).href).replace(/(ink%3A|ink:)(\w+)(%3A|:)\d+/, "ink:$2")}`
					: ` ${name}=${value.replace(/(ink:\w+):\d+/g, "$1")}`;
			});
			lines.push(indent + node.localName + attributes.sort().join(""));
			if (node.localName !== "inkstone-scheme") {
				for (const child of node.childNodes) {
					visit(child, `${indent} `);
				}
			}
		}
	};
	visit(/** @type {Node} */ (document.querySelector("inkstone-site")), "");
	return lines.map((line) => line.replaceAll(location.origin, "http://site"));
}

/**
 * How two outlines differ.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {string[]} the first lines that do, those of `before` with a minus sign
 */
export function outlineDifference(before, after) {
	const at = before.findIndex((line, index) => line !== after[index]);
	return at < 0 && before.length === after.length
		? []
		: [
				...before
					.slice(Math.max(at, 0))
					.slice(0, 5)
					.map((line) => `-${line}`),
				...after
					.slice(Math.max(at, 0))
					.slice(0, 5)
					.map((line) => `+${line}`),
			];
}
