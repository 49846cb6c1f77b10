// How far one has read, as a bar at the top of the window.

import type { PageContext } from "./context.js";

/**
 * Makes the bar.
 * @param body the article's body, of which it shows how much has passed
 * @param context of the page
 */
export function progressBar(
	body: Element,
	{ words, signal }: PageContext,
): HTMLProgressElement {
	const bar = document.createElement("progress");
	bar.className = "ink-progress";
	bar.max = 1;
	bar.value = 0;
	bar.setAttribute("aria-label", words.progress);
	let isScheduled = false;
	const measure = () => {
		isScheduled = false;
		// In a site, a page that is not shown yet.
		if (body.getClientRects().length === 0) {
			return;
		}
		const { top, height } = body.getBoundingClientRect();
		// Read is what has passed the lower edge; an article that fits the window has been read.
		const way = height - innerHeight + Math.max(top + scrollY, 0);
		bar.value = way > 0 ? Math.min(Math.max(scrollY / way, 0), 1) : 1;
	};
	const schedule = () => {
		if (!isScheduled) {
			isScheduled = true;
			requestAnimationFrame(measure);
		}
	};
	addEventListener("scroll", schedule, { passive: true, signal });
	addEventListener("resize", schedule, { passive: true, signal });
	// Images and comments come later than the text.
	const observer = new ResizeObserver(schedule);
	observer.observe(body);
	signal.addEventListener("abort", () => observer.disconnect());
	return bar;
}
