// markdown-wasm, which puts an anchor with an id into every heading, before its first text: without anything but ASCII in
// it, so that Chinese headings get an empty one, which is left to it.
import * as imported from "markdown-wasm";
import { split } from "./front-matter.js";

const { parse, ready } = imported.default ?? imported;
const heading =
	/<h([1-6])>(?:<\w+>)*<a id="([^"]*)" class="anchor"[^>]*><\/a>([\s\S]*?)<\/h\1>/g;

export async function load() {
	await ready;
	return {
		html: (source) => parse(source),
		article(source) {
			const { frontMatter, body } = split(source);
			const html = parse(body);
			const toc = Array.from(html.matchAll(heading), ([, level, id, text]) => ({
				level: Number(level),
				id,
				text: text.replace(/<[^>]*>/g, ""),
			}));
			return { frontMatter, html, toc };
		},
	};
}
