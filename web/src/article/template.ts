// Templates: a page's author writes a part in HTML, and says with attributes what of the article goes where.

import type { PageContext } from "./context.js";

/** What templates can name; plain values, by the names that `metadata` has. */
function dataOf(context: PageContext): Record<string, unknown> {
	const { article, values, title, url } = context;
	return {
		...values,
		title,
		url,
		summary: article.summary.text,
		...article.counts,
		frontMatter: article.frontMatter,
	};
}

/**
 * Makes a part from a template. `data-text="title"` gives an element the text of a value, `data-href` and
 * `data-src` a URL, `data-each="tags"` repeats it for each of a list (whose item is then `item`), `data-if` keeps
 * it only where there is a value. Names reach into mappings with dots. A value that the article does not have
 * leaves the element away.
 * @param template the child `<template>` of the element
 * @param context of the page
 */
export function fillTemplate(
	template: HTMLTemplateElement,
	context: PageContext,
): DocumentFragment {
	const content = document.importNode(template.content, true);
	fill(content, dataOf(context), context.url);
	return content;
}

function fill(parent: ParentNode, data: unknown, base: string): void {
	for (const element of [...parent.children]) {
		const { each, ...rest } = (element as HTMLElement).dataset;
		if (each === undefined) {
			fillElement(element, rest, data, base);
			continue;
		}
		const list = pick(data, each);
		for (const item of Array.isArray(list) ? list : []) {
			const copy = element.cloneNode(true) as Element;
			element.before(copy);
			copy.removeAttribute("data-each");
			fillElement(copy, rest, { ...(data as object), item }, base);
		}
		element.remove();
	}
}

function fillElement(
	element: Element,
	wants: DOMStringMap,
	data: unknown,
	base: string,
): void {
	if (element.matches("script, style, link, iframe, object, embed")) {
		// What an article says must never become code.
		return;
	}
	const keys = ["if", "text", "href", "src"] as const;
	for (const key of keys) {
		const path = wants[key];
		if (path === undefined) {
			continue;
		}
		element.removeAttribute(`data-${key}`);
		const text = textOf(pick(data, path));
		if (text === "") {
			element.remove();
			return;
		}
		if (key === "text") {
			element.textContent = text;
		} else if (key !== "if") {
			setUrl(element, key, text, base);
		}
	}
	if (wants.text === undefined) {
		fill(element, data, base);
	}
}

// The core has let only allowed schemes into its own values; a template may name any other.
function setUrl(
	element: Element,
	attribute: "href" | "src",
	text: string,
	base: string,
): void {
	const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
	if (url && /^(https?|mailto):$/.test(url.protocol)) {
		element.setAttribute(attribute, url.href);
	}
}

function pick(data: unknown, path: string): unknown {
	return path
		.split(".")
		.reduce<unknown>(
			(value, key) =>
				typeof value === "object" && value !== null && Object.hasOwn(value, key)
					? (value as Record<string, unknown>)[key]
					: undefined,
			data,
		);
}

function textOf(value: unknown): string {
	if (Array.isArray(value)) {
		return value.map(textOf).filter(Boolean).join(", ");
	}
	return ["string", "number"].includes(typeof value)
		? String(value)
		: value === true
			? "true"
			: "";
}
