// @ts-check
// Writes the table of the theme's custom properties in examples/docs/reference/theme.md from the style sheets and their comments, so
// that it cannot go stale.
import { readFileSync } from "node:fs";

const themes = new URL("../../web/src/theme/", import.meta.url);
/** The style sheets that define properties, in the order of the table, and what they are about. */
const sources = {
	"default.css": "Colours, typefaces, sizes",
	"layout.css": "Measures, in both themes",
	"code.css": "Code",
	"math.css": "Formulas",
};

/**
 * A custom property of the theme.
 * @typedef {object} Property
 * @property {string} name
 * @property {string} value as it is written, on one line
 * @property {string} meaning from the comment before it; "" where there is none
 */

/**
 * The custom properties that a style sheet defines.
 * @param {string} css
 * @returns {Property[]}
 */
export function propertiesOf(css) {
	const definitions = css.matchAll(
		/(?:\/\*((?:[^*]|\*(?!\/))*)\*\/\s*)?(--ink-[\w-]+):\s*([^;]+);/g,
	);
	return [...definitions].map(([, comment = "", name = "", value = ""]) => ({
		name,
		value: squeeze(value),
		meaning: squeeze(comment),
	}));
}

/** All custom properties of the themes, in the order of their tables. */
export function themeProperties() {
	return Object.keys(sources).flatMap((file) =>
		propertiesOf(readFileSync(new URL(file, themes), "utf8")),
	);
}

/** The tables of all properties, in Markdown. */
export function propertyTables() {
	const tables = Object.entries(sources).map(([file, title]) => {
		const rows = propertiesOf(readFileSync(new URL(file, themes), "utf8")).map(
			({ name, value, meaning }) =>
				`| \`${name}\` | \`${value}\` | ${meaning} |`,
		);
		return [
			`### ${title}\n`,
			"| property | default | meaning |",
			"|---|---|---|",
			...rows,
		].join("\n");
	});
	return `\n${tables.join("\n\n")}\n`;
}

/** @param {string} text */
function squeeze(text) {
	return text.trim().replace(/\s+/g, " ");
}
