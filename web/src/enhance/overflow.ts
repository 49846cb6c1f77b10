// What scrolls sideways must be reachable by the keyboard; what does not must not hold up who tabs through the page.

/**
 * Makes elements a stop of the Tab key as long as they are narrower than what is in them.
 * @param elements which scroll sideways; they need not be in the document yet
 * @param label names the stop
 * @param signal ends the watching
 */
export function reachableWhereScrolling(
	elements: Iterable<Element>,
	label: string,
	signal: AbortSignal,
): void {
	const observer = new ResizeObserver((entries) => {
		for (const { target } of entries) {
			if (target.scrollWidth > target.clientWidth) {
				target.setAttribute("tabindex", "0");
				target.setAttribute("role", "group");
				target.setAttribute("aria-label", label);
			} else {
				for (const attribute of ["tabindex", "role", "aria-label"]) {
					target.removeAttribute(attribute);
				}
			}
		}
	});
	for (const element of elements) {
		observer.observe(element);
	}
	signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
