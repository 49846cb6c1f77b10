// Raw HTML in articles for pages that are made in Node, where there is no browser to sanitize it: parse5 reads it as
// browsers do, hast-util-sanitize keeps what the page's own sanitizer would keep, and elements are made one by one.

import type { Element as HastElement, Nodes, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { sanitize } from "hast-util-sanitize";
import { parseFragment } from "parse5";
import { find, html } from "property-information";
import {
	allowedAttributes,
	allowedElements,
	tamed,
} from "../../article/allowed.js";
import type { Sanitize } from "../../article/sanitize.js";

const elements = new Set(allowedElements);
const attributes = new Set(allowedAttributes);

const schema = {
	tagNames: allowedElements,
	attributes: {
		"*": [
			...allowedAttributes.map((name) => find(html, name).property),
			"data*",
		],
	},
	// The core decides about schemes, and `urlSchemes` may have added some; `tamed` refuses scripts all the same.
	protocols: {},
	// Ids are the core's, and without `name` none can shadow anything.
	clobber: [],
	ancestors: {},
	required: {},
};

/** Sanitizes as the element does in a browser. */
export const sanitizeHtml: Sanitize = (text) => {
	const tree = read(text);
	const forbidden = new Set<string>();
	collect(tree, (name) => {
		if (!elements.has(name)) {
			forbidden.add(name);
		}
	});
	// What is not allowed goes with all that is in it.
	const clean = sanitize(tree, { ...schema, strip: [...forbidden] }) as Root;
	return tamed(
		build(clean, (name) => attributes.has(name) || name.startsWith("data-")),
	);
};

/** Passes HTML that the page's author trusts. */
export const parseTrustedHtml: Sanitize = (text) =>
	build(read(text), () => true);

function read(text: string): Root {
	// Without scripts, what stands in `noscript` counts: the page may be read that way.
	return fromParse5(parseFragment(text, { scriptingEnabled: false })) as Root;
}

function collect(node: Nodes, see: (name: string) => void): void {
	if (node.type === "element") {
		see(node.tagName);
	}
	if ("children" in node) {
		for (const child of node.children) {
			collect(child, see);
		}
	}
}

function build(
	root: Root,
	isAllowed: (attribute: string) => boolean,
): HTMLElement {
	const container = document.createElement("div");
	fill(container, root.children, isAllowed);
	return container;
}

function fill(
	parent: Node,
	children: readonly Nodes[],
	isAllowed: (attribute: string) => boolean,
): void {
	for (const child of children) {
		if (child.type === "text") {
			parent.appendChild(document.createTextNode(child.value));
		} else if (child.type === "element") {
			const element = elementOf(child, isAllowed);
			fill(element, child.content?.children ?? child.children, isAllowed);
			parent.appendChild(element);
		}
	}
}

function elementOf(
	{ tagName, properties }: HastElement,
	isAllowed: (attribute: string) => boolean,
): Element {
	const element = document.createElement(tagName);
	for (const [property, value] of Object.entries(properties)) {
		const { attribute, commaSeparated } = find(html, property);
		if (value === null || value === undefined || value === false) {
			continue;
		}
		if (isAllowed(attribute)) {
			const text = Array.isArray(value)
				? value.join(commaSeparated ? ", " : " ")
				: String(value === true ? "" : value);
			element.setAttribute(attribute, text);
		}
	}
	return element;
}
