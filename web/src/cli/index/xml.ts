// Writes XML: the one place that decides what becomes markup. Feeds hold titles and tags of every kind.

/** An element: a name, attributes, and text or elements inside. Empty texts and undefined are left out. */
export type XmlElement = [
	name: string,
	attributes: Record<string, string>,
	...content: (XmlElement | string | undefined)[],
];

/**
 * Writes a document, one element a line.
 * @param root its element
 */
export function writeXml(root: XmlElement): string {
	return `<?xml version="1.0" encoding="utf-8"?>\n${write(root, "")}`;
}

function write(
	[name, attributes, ...content]: XmlElement,
	indent: string,
): string {
	const start = `${name}${Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${escaped(value)}"`)
		.join("")}`;
	const inside = content.filter((one) => one !== undefined && one !== "");
	if (inside.length === 0) {
		return `${indent}<${start}/>\n`;
	}
	if (inside.every((one) => typeof one === "string")) {
		return `${indent}<${start}>${inside.map(escaped).join("")}</${name}>\n`;
	}
	const lines = inside.map((one) =>
		typeof one === "string"
			? `${indent}\t${escaped(one)}\n`
			: write(one as XmlElement, `${indent}\t`),
	);
	return `${indent}<${start}>\n${lines.join("")}${indent}</${name}>\n`;
}

function escaped(text: string): string {
	return (
		text
			// XML has no way to write these.
			.replace(
				// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
				/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu,
				"\uFFFD",
			)
			.replaceAll("&", "&amp;")
			.replaceAll("<", "&lt;")
			.replaceAll(">", "&gt;")
			.replaceAll('"', "&quot;")
	);
}
