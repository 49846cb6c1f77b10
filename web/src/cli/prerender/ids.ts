// Ids that the page's modules count up, counted anew in each page: the same page is then the same file, whichever was
// made before.

const counted = /^ink:([\w-]+):\d+$/;
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
	const numbers = new Map<string, number>();
	const renamed = new Map<string, string>();
	for (const element of root.querySelectorAll("[id]")) {
		const kind = counted.exec(element.id)?.[1];
		if (kind) {
			const number = (numbers.get(kind) ?? 0) + 1;
			numbers.set(kind, number);
			renamed.set(element.id, `ink:${kind}:${number}`);
			element.id = `ink:${kind}:${number}`;
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
