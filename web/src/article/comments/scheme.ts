// Whether the page is light or dark around the comments, so that these can be the same.

/** The page's colours. */
export type Scheme = "light" | "dark";

const prefersDark = "(prefers-color-scheme: dark)";

/**
 * Says which colours the page has at an element: those that the reader chose (`data-ink-scheme` on the
 * document's element), else those that its style sheets allow, else those of the system.
 * @param element in the page
 */
export function schemeOf(element: Element): Scheme {
	const chosen = document.documentElement.getAttribute("data-ink-scheme");
	if (chosen === "light" || chosen === "dark") {
		return chosen;
	}
	const allowed = getComputedStyle(element).colorScheme.split(" ");
	if (!allowed.includes("dark")) {
		return "light";
	}
	return !allowed.includes("light") || matchMedia(prefersDark).matches
		? "dark"
		: "light";
}

/**
 * Calls back whenever the colours at an element change.
 * @param element in the page
 * @param listener is told the new ones
 * @param signal ends it
 */
export function watchScheme(
	element: Element,
	listener: (scheme: Scheme) => void,
	signal: AbortSignal,
): void {
	let last = schemeOf(element);
	const look = () => {
		const now = schemeOf(element);
		if (now !== last) {
			last = now;
			listener(now);
		}
	};
	matchMedia(prefersDark).addEventListener("change", look, { signal });
	// Pages have switches of their own; all of them leave their mark on the document's element.
	const attributes = new MutationObserver(look);
	attributes.observe(document.documentElement, { attributes: true });
	signal.addEventListener("abort", () => attributes.disconnect());
}
