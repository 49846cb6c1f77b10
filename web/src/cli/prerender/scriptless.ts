// What is left of a page where no script will ever run.

/** What does nothing without a script, and holds nothing that is the article's. */
const dead =
	".ink-copy, .ink-code-status, .ink-progress, .ink-widget-search, inkstone-scheme, .ink-menu-button";

/**
 * Takes out of a page what only a script would bring to life. For pages that no script takes over; others keep it,
 * so that nothing moves when their script comes, and the themes hide it until then.
 * @param page is changed
 */
export function withoutControls(page: Element): void {
	for (const control of page.querySelectorAll(dead)) {
		control.remove();
	}
	for (const bar of page.querySelectorAll(".ink-code-bar")) {
		if (bar.childElementCount === 0) {
			bar.remove();
		}
	}
}
