// An article in a shadow root: the page's own style does not reach it, so it brings its style sheets.

import { doffOwnTheme, wearOwnTheme } from "./own-theme.js";

/** Style sheets of shadow roots, and when they are there, or known not to come. */
const settled = new WeakMap<HTMLLinkElement, Promise<unknown>>();

/** What each shadow root wants now. */
const wanted = new WeakMap<ShadowRoot, Set<HTMLLinkElement>>();

/**
 * Opens the shadow root of an element that wants one, and keeps its style sheets.
 * @param host the element; `theme` names the style sheets, by URLs separated by blanks, of which later ones count
 * more. Without it they are those of the page's `<link>`s that lead into a folder `themes`, and the theme that a script
 * brought.
 * @returns where the page goes, and when it may be seen
 */
export function openShadow(host: Element): {
	root: ShadowRoot;
	isStyled: Promise<unknown>;
} {
	const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
	const known = styleSheetsOf(root);
	const links = new Set<HTMLLinkElement>();
	let last: HTMLLinkElement | undefined;
	for (const href of themesOf(host)) {
		// One that stands too early would be loaded anew if it were moved: it makes room for another like it.
		const index = known.findIndex((link) => link.href === href);
		const link =
			index < 0 ? styleSheet(href) : (known[index] as HTMLLinkElement);
		if (index >= 0) {
			known.splice(0, index + 1);
		} else if (last) {
			last.after(link);
		} else {
			root.prepend(link);
		}
		links.add(link);
		last = link;
	}
	if (host.hasAttribute("theme")) {
		doffOwnTheme(root);
	} else {
		wearOwnTheme(root);
	}
	wanted.set(root, links);
	const isStyled = Promise.all(
		[...links].map((link) => settled.get(link)),
	).then(() => {
		// Those of before go only now, so that what is there is never without its style.
		if (wanted.get(root) === links) {
			for (const link of styleSheetsOf(root)) {
				if (!links.has(link)) {
					link.remove();
				}
			}
		}
	});
	return { root, isStyled };
}

// Not by `:scope`, which matches no shadow root.
function styleSheetsOf(root: ShadowRoot): HTMLLinkElement[] {
	return [...root.children].filter((child) => child instanceof HTMLLinkElement);
}

function styleSheet(href: string): HTMLLinkElement {
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = href;
	settled.set(
		link,
		new Promise((resolve) => {
			link.addEventListener("load", resolve);
			// Without its style an article can still be read.
			link.addEventListener("error", resolve);
		}),
	);
	return link;
}

function themesOf(host: Element): string[] {
	const given = host.getAttribute("theme")?.split(/\s+/).filter(Boolean);
	return given
		? given
				.filter((url) => URL.canParse(url, host.baseURI))
				.map((url) => new URL(url, host.baseURI).href)
		: [...document.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]")]
				.map(({ href }) => href)
				.filter((href) => /\/themes\/[^/]*\.css$/.test(href));
}
