// An article in a shadow root: the page's own style does not reach it, so it brings its style sheets.

/**
 * Opens the shadow root of an element that wants one, and keeps its style sheets.
 * @param host the element; `theme` names the style sheets, by URLs separated by blanks. Without it they are
 * those of the page's `<link>`s that lead into a folder `themes`.
 * @returns where the page goes, and when it may be seen
 */
export function openShadow(host: Element): {
	root: ShadowRoot;
	isStyled: Promise<unknown>;
} {
	const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
	const wanted = themesOf(host);
	const links = styleSheetsIn(root);
	for (const link of links) {
		if (!wanted.includes(link.href)) {
			link.remove();
		}
	}
	const added = wanted
		.filter((href) => !links.some((link) => link.href === href))
		.map((href) => {
			const link = document.createElement("link");
			link.rel = "stylesheet";
			link.href = href;
			const settled = new Promise((resolve) => {
				link.addEventListener("load", resolve);
				// Without its style an article can still be read.
				link.addEventListener("error", resolve);
			});
			root.prepend(link);
			return settled;
		});
	return { root, isStyled: Promise.all(added) };
}

/**
 * The style sheets that stand in a shadow root beside its page. Not by `:scope`, which in a shadow root matches nothing.
 * @param root of an article
 */
export function styleSheetsIn(root: ShadowRoot): HTMLLinkElement[] {
	return [...root.children].filter((child) => child instanceof HTMLLinkElement);
}

function themesOf(host: Element): string[] {
	const given = host.getAttribute("theme")?.split(/\s+/).filter(Boolean);
	return given
		? given.map((url) => new URL(url, host.baseURI).href)
		: [...document.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]")]
				.map(({ href }) => href)
				.filter((href) => /\/themes\/[^/]*\.css$/.test(href));
}
