// commonmark.js, which knows CommonMark alone: no tables.
import { HtmlRenderer, Parser } from "commonmark";
import { split } from "./front-matter.js";
import { withIds } from "./headings.js";

export async function load() {
	const parser = new Parser();
	const renderer = new HtmlRenderer();
	const html = (source) => renderer.render(parser.parse(source));
	return {
		html,
		article(source) {
			const { frontMatter, body } = split(source);
			return { frontMatter, ...withIds(html(body)) };
		},
	};
}
