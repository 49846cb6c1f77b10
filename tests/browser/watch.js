// @ts-check
// Runs first in every page that a stage serves, in the browser, and notes what goes wrong there: not every browser
// tells its driver. Kept in the session, so that it outlives the page.

{
	const note = (/** @type {string} */ kind, /** @type {string} */ text) => {
		const notes = JSON.parse(sessionStorage.getItem("complaints") ?? "[]");
		notes.push({ kind, text });
		sessionStorage.setItem("complaints", JSON.stringify(notes));
	};
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
