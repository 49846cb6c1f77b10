// Where the reader of a page is: so that a page that is made anew, of the same article, does not lose them.

import { markTarget, targetOf } from "./fragment.js";

/** A way from a page down to an element: names, and which of the siblings that are called so. */
type Path = { selector: string; index: number }[];

/**
 * Remembers the focus, what is open, what is being read and what the address has led to.
 * @param page the page that is about to go
 * @param root where its ids count and the focus is known
 * @returns to be called with the page that has come, in the document
 */
export function rememberReader(
	page: Element,
	root: Document | ShadowRoot,
): (next: Element) => void {
	const focused = root.activeElement;
	const focusPath =
		focused && page.contains(focused) ? pathTo(focused, page) : undefined;
	const folds = [...page.querySelectorAll("details")].map((details) => ({
		path: pathTo(details, page),
		open: details.open,
	}));
	const reading = topBlock(page);
	const target = targetOf(root);
	const targetId = target && page.contains(target) ? target.id : "";
	const [left, top] = [scrollX, scrollY];
	return (next) => {
		for (const { path, open } of folds) {
			const details = follow(path, next);
			if (details instanceof HTMLDetailsElement) {
				details.open = open;
			}
		}
		if (targetId) {
			markTarget(root, targetId);
			// Chromium goes there only with the next layout.
			next.getBoundingClientRect();
			scrollTo({ left, top, behavior: "instant" });
		}
		const block = reading && follow(reading.path, next);
		if (block) {
			scrollBy({
				top: block.getBoundingClientRect().top - reading.top,
				behavior: "instant",
			});
		}
		if (focusPath && focused !== root.activeElement) {
			const target = focused?.isConnected
				? focused
				: (focused?.id && root.getElementById(focused.id)) ||
					follow(focusPath, next);
			if (target instanceof HTMLElement) {
				target.focus({ preventScroll: true });
			}
		}
	};
}

// The first block of the text that reaches into the window; nothing for those who have not begun to scroll.
function topBlock(page: Element): { path: Path; top: number } | undefined {
	if (scrollY <= 0) {
		return undefined;
	}
	for (const block of page.querySelectorAll(".ink-body > *")) {
		const { top, bottom } = block.getBoundingClientRect();
		if (bottom > 0) {
			return top < innerHeight ? { path: pathTo(block, page), top } : undefined;
		}
	}
	return undefined;
}

function pathTo(element: Element, page: Element): Path {
	const path: Path = [];
	for (
		let at = element;
		at !== page && at.parentElement;
		at = at.parentElement
	) {
		const [first] = at.classList;
		const selector = `${at.localName}${first ? `.${CSS.escape(first)}` : ""}`;
		path.unshift({
			selector,
			index: alike(at.parentElement, selector).indexOf(at),
		});
	}
	return path;
}

function follow(path: Path, page: Element): Element | undefined {
	return path.reduce<Element | undefined>(
		(at, { selector, index }) => at && alike(at, selector)[index],
		page,
	);
}

function alike(parent: Element, selector: string): Element[] {
	return [...parent.children].filter((child) => child.matches(selector));
}
