// @ts-check
// What tests of the article page share: a page in which they make elements, and what they need there to do so.

import { pageWith } from "./pages.js";

/**
 * @typedef {import("../../web/src/element.js").InkstoneArticle & { findings: import("../../web/src/types.js").Diagnostic[] }} Made
 * an element that keeps what it has told of, in `findings`
 */

/**
 * @typedef {object} Lab `window.lab` of the page
 * @property {(markdown: string, attributes?: Record<string, string>, children?: string) => Made} make makes an element with
 * inline Markdown, or without where it is empty, and with children in HTML
 * @property {(element: Element) => Promise<void>} show puts it into the page in the place of the one before, and waits
 * @property {(element: Element) => Promise<void>} settled waits for its next article, or its failure
 * @property {() => Promise<void>} frame waits until the page has been painted
 */

/** The page's script, which has to come as a file. */
export const labScript = `(${inPage})()`;

/**
 * The page.
 * @param {string} [body]
 * @param {string} [head]
 */
export function labPage(body = '<div id="place"></div>', head = "") {
	return pageWith(body, "en", `<script src="lab.js"></script>${head}`);
}

function inPage() {
	/** @type {Lab} */
	const lab = {
		make(markdown, attributes = {}, children = "") {
			const element = /** @type {Made} */ (
				document.createElement("inkstone-article")
			);
			for (const [name, value] of Object.entries(attributes)) {
				element.setAttribute(name, value);
			}
			if (children) {
				element.insertAdjacentHTML("beforeend", children);
			}
			if (markdown) {
				const script = document.createElement("script");
				script.type = "text/markdown";
				script.textContent = markdown;
				element.append(script);
			}
			element.findings = [];
			element.addEventListener("inkstone-diagnostics", ({ detail }) => {
				element.findings.push(...detail.diagnostics);
			});
			return element;
		},
		async show(element) {
			const settled = lab.settled(element);
			document.querySelector("#place")?.replaceChildren(element);
			await settled;
		},
		settled: (element) =>
			new Promise((resolve) => {
				const ending = new AbortController();
				for (const type of ["inkstone-load", "inkstone-error"]) {
					element.addEventListener(
						type,
						() => {
							ending.abort();
							resolve();
						},
						{ signal: ending.signal },
					);
				}
			}),
		frame: () =>
			new Promise((resolve) =>
				requestAnimationFrame(() => setTimeout(resolve)),
			),
	};
	Object.assign(window, { lab });
}
