// The page of a site as its author has written it, into which the pages that are made ahead of time are put: with its
// style sheets, scripts and whatever else it has.

import { type DefaultTreeAdapterMap, parse } from "parse5";

type ParsedNode = DefaultTreeAdapterMap["childNode"];
type ParsedElement = DefaultTreeAdapterMap["element"];

const urlAttributes = ["config", "href", "poster", "src"];

/** What stays in the element, because nobody sees it. */
const kept = "script, template, link, style";

/**
 * Fills the open document with a site's page. Its relative URLs become absolute.
 * @param html the page
 * @param folder the URL of the folder that it stands in, absolute
 * @returns the `<inkstone-site>` in it, without what it says while there is no site; nothing where it has none
 */
export function fillDocument(
	html: string,
	folder: string,
): HTMLElement | undefined {
	const root = parse(html).childNodes.find(
		(node): node is ParsedElement => node.nodeName === "html",
	);
	copyAttributes(root, document.documentElement);
	for (const child of root?.childNodes ?? []) {
		const target =
			child.nodeName === "head"
				? document.head
				: child.nodeName === "body"
					? document.body
					: undefined;
		if (target && "attrs" in child) {
			copyAttributes(child, target);
			target.replaceChildren(...child.childNodes.flatMap(nodeOf));
		}
	}
	for (const name of urlAttributes) {
		for (const element of document.querySelectorAll(`[${name}]`)) {
			const value = element.getAttribute(name) ?? "";
			if (value && !value.startsWith("#") && URL.canParse(value, folder)) {
				element.setAttribute(name, new URL(value, folder).href);
			}
		}
	}
	const site = document.querySelector<HTMLElement>("inkstone-site");
	for (const child of [...(site?.childNodes ?? [])]) {
		if (!(child instanceof Element && child.matches(kept))) {
			child.remove();
		}
	}
	return site ?? undefined;
}

function copyAttributes(from: ParsedElement | undefined, to: Element): void {
	for (const { name, value } of from?.attrs ?? []) {
		to.setAttribute(name, value);
	}
}

function nodeOf(node: ParsedNode): Node[] {
	if (node.nodeName === "#text" && "value" in node) {
		return [document.createTextNode(node.value)];
	}
	if (node.nodeName === "#comment" && "data" in node) {
		return [document.createComment(node.data)];
	}
	if (!("attrs" in node)) {
		return [];
	}
	const element = document.createElement(node.tagName);
	copyAttributes(node, element);
	const children =
		"content" in node ? node.content.childNodes : node.childNodes;
	for (const child of children.flatMap(nodeOf)) {
		element.appendChild(child);
	}
	return [element];
}
