// md4w, which puts an anchor with an id into every heading: percent-encoded and not made unique, which is left to it.
import { init, mdToHtml } from "md4w";
import { split } from "./front-matter.js";

const heading =
	/<h([1-6])>([\s\S]*?) <a class="anchor" aria-hidden="true" id="([^"]*)"/g;

/** @param {"small" | "fast"} build of its WebAssembly */
export async function load(build) {
	await init(build);
	return {
		html: (source) => mdToHtml(source),
		article(source) {
			const { frontMatter, body } = split(source);
			const html = mdToHtml(body);
			const toc = Array.from(html.matchAll(heading), ([, level, text, id]) => ({
				level: Number(level),
				id,
				text: text.replace(/<[^>]*>/g, ""),
			}));
			return { frontMatter, html, toc };
		},
	};
}
