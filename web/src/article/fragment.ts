// Links within an article: what the browser does with them by itself, done where it cannot.

import { fragmentOf } from "./address.js";

/**
 * Goes to what the page's address names, which was too early for the article when the page had loaded.
 * @param root where the article stands
 */
export function goToFragment(root: Document | ShadowRoot): void {
	const id = fragmentOf(document.URL);
	const target = id ? root.getElementById(id) : null;
	if (!target) {
		return;
	}
	if (root instanceof ShadowRoot) {
		goInShadow(root, id);
		return;
	}
	markTarget(root, id);
	target.scrollIntoView();
}

/**
 * What the address has led to, as styles see it.
 * @param root where it is looked for
 */
export function targetOf(root: Document | ShadowRoot): Element | null {
	return root.querySelector(
		root instanceof ShadowRoot ? ".ink-target" : ":target",
	);
}

/**
 * Lets styles see what the page's address has led to. In the document this scrolls there.
 * @param root where it stands
 * @param id its id; in the document only that which the address names can be marked
 */
export function markTarget(root: Document | ShadowRoot, id: string): void {
	if (!(root instanceof ShadowRoot)) {
		if (id && id === fragmentOf(document.URL)) {
			// The same address again: no entry in the history, but `:target` and the next focus are there.
			location.replace(location.hash);
		}
		return;
	}
	for (const marked of root.querySelectorAll(".ink-target")) {
		marked.classList.remove("ink-target");
	}
	root.getElementById(id)?.classList.add("ink-target");
}

/**
 * Makes links within an article work in a shadow root, where the browser does not find what they lead to.
 * @param root the shadow root
 * @param host the element with the article: the root itself, or in it
 * @param signal ends it
 */
export function followLinksInShadow(
	root: ShadowRoot,
	host: Element,
	signal: AbortSignal,
): void {
	(host.shadowRoot ?? host).addEventListener(
		"click",
		(event) => {
			const click = event as MouseEvent;
			const link = (click.target as Element).closest?.("a");
			const href = link?.getAttribute("href");
			const isPlain = !(
				click.defaultPrevented ||
				click.button ||
				click.ctrlKey ||
				click.metaKey ||
				click.shiftKey ||
				click.altKey
			);
			if (!href?.startsWith("#") || !isPlain) {
				return;
			}
			const id = fragmentOf(new URL(href, document.URL).href);
			if (root.getElementById(id)) {
				click.preventDefault();
				if (location.hash !== href) {
					history.pushState(history.state, "", href);
				}
				goInShadow(root, id);
			}
		},
		{ signal },
	);
	addEventListener(
		"popstate",
		() => goInShadow(root, fragmentOf(document.URL)),
		{ signal },
	);
}

function goInShadow(root: ShadowRoot, id: string): void {
	markTarget(root, id);
	const target = root.getElementById(id);
	if (target) {
		target.scrollIntoView();
		focusAt(target);
	}
}

// So that the next Tab goes on from there.
function focusAt(target: HTMLElement): void {
	if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
		target.setAttribute("tabindex", "-1");
		target.addEventListener("blur", () => target.removeAttribute("tabindex"), {
			once: true,
		});
	}
	target.focus({ preventScroll: true });
}
