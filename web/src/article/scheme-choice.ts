// The reader's choice between light and dark, as it is kept: what the switch and the script before the first
// paint have in common.

/** What can be chosen; `system` is where nothing was. */
export const schemes = ["system", "light", "dark"] as const;

/** A choice. */
export type Scheme = (typeof schemes)[number];

/** Where it is kept in the browser's local storage. */
export const storageKey = "inkstone-scheme";

/** The choice that was kept, or where storage is forbidden the one that the page has now. */
export function keptScheme(): Scheme {
	try {
		return asScheme(localStorage.getItem(storageKey));
	} catch {
		return shownScheme();
	}
}

/** The choice that the page shows. */
export function shownScheme(): Scheme {
	return asScheme(document.documentElement.dataset.inkScheme);
}

/**
 * Shows a choice, which the themes follow.
 * @param scheme the choice
 */
export function showScheme(scheme: Scheme): void {
	if (scheme === "system") {
		delete document.documentElement.dataset.inkScheme;
	} else {
		document.documentElement.dataset.inkScheme = scheme;
	}
}

/**
 * Reads a choice.
 * @param text as it is kept
 * @returns `system` for whatever is none
 */
export function asScheme(text: string | null | undefined): Scheme {
	return schemes.find((scheme) => scheme === text) ?? "system";
}
