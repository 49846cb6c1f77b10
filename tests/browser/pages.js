// @ts-check
// The pages that tests in browsers are made of: their HTML, what a server says of them, and what becomes of them.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder that is served. */
export const examples = fileURLToPath(
	new URL("../../examples", import.meta.url),
);

/** The strictest policy that the element runs under. */
export const strictPolicy =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; require-trusted-types-for 'script'";

/**
 * A page's HTML with the theme and the elements.
 * @param {string} body
 * @param {string} [lang]
 * @param {string} [head] what comes before the elements' script
 */
export function pageWith(body, lang = "en", head = "") {
	return `<!doctype html>
		<html lang="${lang}">
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width">
		<title>Before</title>
		<link rel="icon" href="/static/icon.svg">
		<link rel="stylesheet" href="/static/inkstone/themes/default.css">
		${head}
		<script type="module" src="/static/inkstone/define.js"></script>
		<body>${body}`;
}

/**
 * Something that is held back until it is let go.
 */
export function gate() {
	/** @type {() => void} */
	let open = () => {};
	/** @type {Promise<void>} */
	const opened = new Promise((resolve) => {
		open = resolve;
	});
	return { opened, open };
}

/**
 * The path of a file to be looked at after the tests.
 * @param {string} name
 */
export function artifact(name) {
	const folder = new URL("../../artifacts/", import.meta.url);
	mkdirSync(folder, { recursive: true });
	return fileURLToPath(new URL(name, folder));
}

/**
 * The media type of a file that a test gives.
 * @param {string} path
 */
export function typeOf(path) {
	const types = {
		html: "text/html; charset=utf-8",
		js: "text/javascript; charset=utf-8",
		css: "text/css; charset=utf-8",
		json: "application/json",
		md: "text/markdown; charset=utf-8",
		svg: "image/svg+xml",
		png: "image/png",
	};
	const [extension] = path.match(/[^.]*$/) ?? [];
	return Object.entries(types).find(([name]) => name === extension)?.[1];
}
