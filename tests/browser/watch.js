// @ts-check
// Runs first in every page that a stage serves, in the browser, and notes what goes wrong there: not every browser
// tells its driver. The session keeps the notes when the page is left.

{
	const key = "complaints";
	/** @type {{ kind: string, text: string }[]} */
	const notes = JSON.parse(sessionStorage.getItem(key) ?? "[]");
	Object.defineProperty(window, Symbol.for(key), { value: notes });
	addEventListener("pagehide", () => {
		if (window === top) {
			sessionStorage.setItem(key, JSON.stringify(notes));
		}
	});

	const note = (/** @type {string} */ kind, /** @type {string} */ text) =>
		notes.push({ kind, text });
	addEventListener("error", (event) => note("error", event.message));
	addEventListener("unhandledrejection", ({ reason }) =>
		note("error", String(reason)),
	);
	document.addEventListener("securitypolicyviolation", (event) =>
		note(
			"violation",
			`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim(),
		),
	);
	for (const level of /** @type {const} */ (["error", "warn"])) {
		const original = console[level];
		console[level] = (...values) => {
			note("console", values.map(String).join(" "));
			original.apply(console, values);
		};
	}
}
