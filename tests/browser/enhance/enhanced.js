// @ts-check
// What the tests of the enhancements share: an article in a page, enhanced by what web/src/enhance exports.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { load } from "../../../dist/index.js";
import { give, openPage } from "../browser.js";

/** The policy that articles are shown under, at its strictest. */
export const strictest =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; require-trusted-types-for 'script'";

const project = fileURLToPath(new URL("../../..", import.meta.url));

// Stands in for <inkstone-article>, as far as it gives a body its enhancements.
const entry = `
	import { enhanceCode } from "./web/src/enhance/code.js";
	import { enhanceDiagrams } from "./web/src/enhance/diagrams.js";
	import { enhanceMath } from "./web/src/enhance/math.js";
	import { wordsFor } from "./web/src/article/words.js";

	const reports = [];
	const abort = new AbortController();
	const enhance = async (body) => {
		const context = {
			settings: JSON.parse(document.documentElement.dataset.settings),
			lang: document.documentElement.lang,
			words: wordsFor("en"),
			root: document,
			signal: abort.signal,
			report: (code, key, message) => reports.push({ code, key, message }),
		};
		await Promise.all(
			[enhanceMath, enhanceCode, enhanceDiagrams].map((act) => act(body, context)),
		);
	};
	const bodies = [...document.querySelectorAll(".ink-body")];
	Object.assign(window, {
		reports,
		abort: () => abort.abort(),
		enhance: () => Promise.all(bodies.map(enhance)),
	});
	await Promise.all(
		bodies.map(async (body) => {
			// As the page does it, before the body is in the document.
			const place = body.parentElement;
			body.remove();
			const enhanced = enhance(body);
			if ("late" in document.documentElement.dataset) {
				await enhanced;
				place.append(body);
			} else {
				place.append(body);
				await enhanced;
			}
		}),
	);
	document.documentElement.dataset.enhanced = "";
`;

/** @type {Promise<{ path: string, contents: Uint8Array }[]> | undefined} */
let modules;

function bundle() {
	modules ??= build({
		stdin: { contents: entry, resolveDir: project, sourcefile: "entry.js" },
		outdir: project,
		write: false,
		bundle: true,
		splitting: true,
		format: "esm",
		target: "es2022",
		chunkNames: "[name]-[hash]",
	}).then(({ outputFiles }) => outputFiles);
	return modules;
}

/**
 * Shows articles, each with its enhancements.
 * @param {string | string[]} markdown one article or several
 * @param {object} [options]
 * @param {import("../../../web/src/article/settings.js").PageSettings} [options.settings]
 * @param {string} [options.policy] "" for none
 * @param {Record<string, string>} [options.modules] scripts beside Inkstone's own, by their paths
 * @param {RegExp} [options.missing] paths that there is nothing at
 * @param {string} [options.folder] files that stand beside Inkstone's own
 * @param {string} [options.head] HTML
 * @param {string} [options.lang]
 * @param {boolean} [options.late] whether the body gets into the document only when it has all of its enhancements
 * @param {import("../browser.js").ContextOptions} [options.browser]
 */
export async function showEnhanced(
	markdown,
	{
		settings = {},
		policy = strictest,
		modules = {},
		missing,
		folder,
		head = "",
		lang = "en",
		late = false,
		browser = {},
	} = {},
) {
	const inkstone = await load();
	const bodies = [markdown]
		.flat()
		.map(
			(text) =>
				`<article class="ink-article" lang="${lang}"><div class="ink-body">${inkstone.render(text).html}</div></article>`,
		);
	const { page, complaints } = await openPage(browser);
	/** @type {string[]} */
	const requests = [];
	page.on("request", (request) => {
		requests.push(new URL(request.url()).pathname);
	});
	await page.addInitScript(() => {
		const violations = Object.assign(window, {
			violations: /** @type {string[]} */ ([]),
		}).violations;
		document.addEventListener("securitypolicyviolation", (event) =>
			violations.push(`${event.effectiveDirective} ${event.sample}`),
		);
	});
	const scripts = Object.fromEntries(
		(await bundle()).map(({ path, contents }) => [
			`enhanced/${path.slice(project.length).replace(/^\//, "").replace("stdin", "entry")}`,
			Buffer.from(contents).toString(),
		]),
	);
	for (const [path, script] of Object.entries({ ...scripts, ...modules })) {
		await give(page, {
			[path]: (route) =>
				route.fulfill({ body: script, contentType: "text/javascript" }),
		});
	}
	if (missing) {
		await page.route(missing, (route) => route.fulfill({ status: 404 }));
	}
	if (folder) {
		await page.route(/\/static\/enhanced\/mermaid\//, (route) =>
			route.fulfill({
				body: readFileSync(
					`${folder}/${new URL(route.request().url()).pathname.split("/mermaid/")[1]}`,
				),
				contentType: "text/javascript",
			}),
		);
	}
	await give(page, {
		"test.html": (route) =>
			route.fulfill({
				body: `<!doctype html>
					<html lang="${lang}" data-settings='${JSON.stringify(settings)}' ${late ? "data-late" : ""}>
					<meta charset="utf-8">
					<meta name="viewport" content="width=device-width">
					<title>Test</title>
					<link rel="icon" href="/static/icon.svg">
					<link rel="stylesheet" href="/static/inkstone/themes/default.css">
					${head}
					<script type="module" src="/static/enhanced/entry.js"></script>
					<inkstone-article>${bodies.join("")}</inkstone-article>`,
				contentType: "text/html; charset=utf-8",
				headers: policy ? { "content-security-policy": policy } : {},
			}),
	});
	await page.goto("static/test.html");
	await page.waitForSelector("[data-enhanced]", { state: "attached" });
	return {
		page,
		complaints,
		/** Paths of all that was requested. */
		requests,
		violations: () =>
			page.evaluate(
				() => /** @type {string[]} */ (Reflect.get(window, "violations")),
			),
		reports: () =>
			page.evaluate(
				() =>
					/** @type {{ code: string, key: string, message: string }[]} */ (
						Reflect.get(window, "reports")
					),
			),
		/** Enhances once more. */
		again: () => page.evaluate(() => Reflect.get(window, "enhance")()),
	};
}
