// Ids that the page's modules count up, counted anew in each page: the same page is then the same file, whichever was
// made before.

/** What is counted, its number, and what of it the element is, as in `ink:widget:3:results`. */
const counted = /^ink:([\w-]+):(\d+)((?::[\w-]+)?)$/;
const idLists = [
	"aria-controls",
	"aria-describedby",
	"aria-labelledby",
	"aria-owns",
	"for",
	"list",
];

/**
 * Counts the ids of a page from 1.
 * @param root is changed
 */
export function numberIds(root: ParentNode): void {
	/** How many there are of each kind. */
	const counts = new Map<string, number>();
	const numbers = new Map<string, number>();
	const renamed = new Map<string, string>();
	for (const element of root.querySelectorAll("[id]")) {
		const [, kind, old, part = ""] = counted.exec(element.id) ?? [];
		if (kind) {
			const thing = `${kind}:${old}`;
			const number = numbers.get(thing) ?? (counts.get(kind) ?? 0) + 1;
			if (!numbers.has(thing)) {
				numbers.set(thing, number);
				counts.set(kind, number);
			}
			const id = `ink:${kind}:${number}${part}`;
			renamed.set(element.id, id);
			element.id = id;
		}
	}
	for (const name of idLists) {
		for (const element of root.querySelectorAll(`[${name}]`)) {
			const ids = element.getAttribute(name)?.split(/\s+/) ?? [];
			element.setAttribute(
				name,
				ids.map((id) => renamed.get(id) ?? id).join(" "),
			);
		}
	}
	for (const link of root.querySelectorAll('a[href*="#ink"]')) {
		const href = link.getAttribute("href") ?? "";
		const at = href.indexOf("#");
		const id = renamed.get(decodeURIComponent(href.slice(at + 1)));
		if (id) {
			link.setAttribute(
				"href",
				`${href.slice(0, at)}#${encodeURIComponent(id)}`,
			);
		}
	}
}
