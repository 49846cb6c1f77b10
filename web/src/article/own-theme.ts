// The theme that a script brings along, for pages that link to none.

let sheet: CSSStyleSheet | undefined;

/**
 * Gives the page a theme.
 * @param css rules, without `@import`
 */
export function bringTheme(css: string): void {
	sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	wearOwnTheme(document);
}

/** Whether there is one. */
export function hasOwnTheme(): boolean {
	return sheet !== undefined;
}

/**
 * Lets a shadow root look as the page does.
 * @param root a document or shadow root; nothing happens to it where no theme was brought
 */
export function wearOwnTheme(root: Document | ShadowRoot): void {
	if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
		// Before what others have adopted, which counts more.
		root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
	}
}

/**
 * Takes it off again.
 * @param root a document or shadow root
 */
export function doffOwnTheme(root: Document | ShadowRoot): void {
	if (sheet && root.adoptedStyleSheets.includes(sheet)) {
		root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
			(other) => other !== sheet,
		);
	}
}
