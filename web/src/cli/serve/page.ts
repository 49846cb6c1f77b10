// Pages on their way to the browser: they get the script that hears of changes, and, where the site's page is served for a
// route, URLs that lead there from that route.

import {
	type DefaultTreeAdapterMap,
	type DefaultTreeAdapterTypes,
	parse,
	serialize,
} from "parse5";

type Element = DefaultTreeAdapterMap["element"];
type ParentNode = DefaultTreeAdapterMap["parentNode"];

const script = "/@inkstone/live.js";
const urlAttributes = new Set(["href", "src", "config"]);

/**
 * Fits a page.
 * @param html the file's text
 * @param depth how many folders below its own the page is served; 0: it is where it belongs
 */
export function livePage(html: string, depth: number): string {
	const document = parse(html);
	for (const element of elementsIn(document)) {
		if (depth > 0) {
			for (const attribute of element.attrs) {
				if (urlAttributes.has(attribute.name) && isRelative(attribute.value)) {
					attribute.value = "../".repeat(depth) + attribute.value;
				}
			}
		}
		if (element.tagName === "head") {
			element.childNodes.push(scriptIn(element));
		}
	}
	return serialize(document);
}

function* elementsIn(node: ParentNode): Generator<Element> {
	for (const child of node.childNodes) {
		if ("tagName" in child) {
			yield child;
			yield* elementsIn(child);
		}
	}
}

function isRelative(url: string): boolean {
	return url !== "" && !/^([a-z][a-z\d+.-]*:|[/#?])/i.test(url);
}

function scriptIn(parent: Element): DefaultTreeAdapterTypes.Element {
	return {
		nodeName: "script",
		tagName: "script",
		attrs: [
			{ name: "type", value: "module" },
			{ name: "src", value: script },
		],
		namespaceURI: parent.namespaceURI,
		childNodes: [],
		parentNode: parent,
	};
}
