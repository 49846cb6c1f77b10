// Links within an article: what the browser does with them by itself, done where it cannot.

import { fragmentOf, isRoute } from "../address.js";
import { fragmentTarget } from "./body/fragment.js";
import type { Site } from "./site.js";

/**
 * The address of a place in an article's page.
 * @param id of an element
 * @param site that the article stands in
 */
export function fragmentHref(id: string, site: Site | undefined): string {
	return site?.fragmentUrl?.(id) ?? `#${encodeURIComponent(id)}`;
}

/**
 * Makes links within a page lead where its site has the page.
 * @param content is changed
 * @param site that the article stands in
 */
export function fitFragments(content: Element, site: Site | undefined): void {
	if (site?.fragmentUrl) {
		for (const link of content.querySelectorAll('a[href^="#"]')) {
			const id = fragmentTarget(link);
			if (id) {
				link.setAttribute("href", fragmentHref(id, site));
			}
		}
	}
}

/**
 * Goes to what the page's address names, which was too early for the article when the page had loaded.
 * @param root where the article stands
 * @returns whether there is such a thing
 */
export function goToFragment(root: Document | ShadowRoot): boolean {
	const id = fragmentOf(document.URL);
	const target = id ? root.getElementById(id) : null;
	if (!target) {
		return false;
	}
	if (isOurs(root)) {
		goTo(root, id);
	} else {
		markTarget(root, id);
		target.scrollIntoView();
	}
	return true;
}

/**
 * What the address has led to, as styles see it.
 * @param root where it is looked for
 */
export function targetOf(root: Document | ShadowRoot): Element | null {
	return root.querySelector(isOurs(root) ? ".ink-target" : ":target");
}

/**
 * Lets styles see what the page's address has led to. In the document this scrolls there.
 * @param root where it stands
 * @param id its id; in the document only that which the address names can be marked
 */
export function markTarget(root: Document | ShadowRoot, id: string): void {
	if (!isOurs(root)) {
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
				goTo(root, id);
			}
		},
		{ signal },
	);
	addEventListener("popstate", () => goTo(root, fragmentOf(document.URL)), {
		signal,
	});
}

// Where the browser does not find what an address leads to.
function isOurs(root: Document | ShadowRoot): boolean {
	return root instanceof ShadowRoot || isRoute(location.hash);
}

function goTo(root: Document | ShadowRoot, id: string): void {
	markTarget(root, id);
	const target = root.getElementById(id);
	if (target) {
		target.scrollIntoView();
		focusAt(target);
	}
}

/**
 * Moves the focus to an element, so that the next Tab goes on from there. Does not scroll.
 * @param target need not take the focus by itself
 */
export function focusAt(target: HTMLElement): void {
	if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
		target.setAttribute("tabindex", "-1");
		target.addEventListener("blur", () => target.removeAttribute("tabindex"), {
			once: true,
		});
	}
	target.focus({ preventScroll: true });
}
