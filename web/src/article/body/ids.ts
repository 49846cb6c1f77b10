// Keeps the ids of an article apart from those of the page around it, which may hold more articles.

import { fragmentTarget } from "./fragment.js";

/** Marks what goes when the article comes, so that its ids are free. */
export const leaving = "data-ink-leaving";

/** Attributes that name elements by their ids, separated by spaces. */
const idLists = ["aria-describedby", "aria-labelledby", "headers"];

/**
 * Renames the ids that are taken, by `-2`, `-3`, …, and everything in the body that refers to them.
 * @param body is changed
 * @param isTaken whether something outside of the article has an id; {@link takenOutside} makes one
 * @returns the new ids by the old ones; others have not changed
 */
export function uniqueIds(
	body: Element,
	isTaken: (id: string) => boolean,
): Map<string, string> {
	const elements = [...body.querySelectorAll("[id]")];
	const own = new Set(elements.map(({ id }) => id));
	const renamed = new Map<string, string>();
	for (const id of own) {
		if (isTaken(id)) {
			let number = 2;
			while (isTaken(`${id}-${number}`) || own.has(`${id}-${number}`)) {
				number++;
			}
			renamed.set(id, `${id}-${number}`);
			own.add(`${id}-${number}`);
		}
	}
	if (renamed.size > 0) {
		rename(body, elements, renamed);
	}
	return renamed;
}

/** Pages that may not be in the document yet, though their ids are settled. */
const announced = new Set<{
	root: Document | ShadowRoot;
	article: Element;
	page: Element;
}>();

/**
 * Keeps the ids of a page for it while it waits to be shown: several articles may come at the same time.
 * @param root where its ids count
 * @param article what the page will stand in
 * @param page the page
 * @param signal ends with the page
 */
export function announceIds(
	root: Document | ShadowRoot,
	article: Element,
	page: Element,
	signal: AbortSignal,
): void {
	const entry = { root, article, page };
	announced.add(entry);
	signal.addEventListener("abort", () => announced.delete(entry));
}

/**
 * Tells which ids are taken when an article comes into a page.
 * @param root where its ids count
 * @param article what the article stands in; what it holds now will be replaced
 */
export function takenOutside(
	root: Document | ShadowRoot,
	article: Element,
): (id: string) => boolean {
	const taken = new Set<string>();
	// A shadow root of its own holds nothing else.
	const others =
		root === article.shadowRoot ? [] : root.querySelectorAll("[id]");
	for (const element of others) {
		if (
			(!article.contains(element) || element === article) &&
			!element.closest(`[${leaving}]`)
		) {
			taken.add(element.id);
		}
	}
	for (const other of announced) {
		if (other.root === root && other.article !== article) {
			for (const { id } of other.page.querySelectorAll("[id]")) {
				taken.add(id);
			}
		}
	}
	return (id) => taken.has(id);
}

function rename(
	body: Element,
	elements: Element[],
	renamed: Map<string, string>,
): void {
	for (const element of elements) {
		element.id = renamed.get(element.id) ?? element.id;
	}
	for (const link of body.querySelectorAll('a[href^="#"]')) {
		const id = renamed.get(fragmentTarget(link));
		if (id) {
			link.setAttribute("href", `#${encodeURIComponent(id)}`);
		}
	}
	for (const attribute of idLists) {
		for (const element of body.querySelectorAll(`[${attribute}]`)) {
			const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
			element.setAttribute(
				attribute,
				ids.map((id) => renamed.get(id) ?? id).join(" "),
			);
		}
	}
}
