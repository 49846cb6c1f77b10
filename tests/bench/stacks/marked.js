// marked with its own extension for heading ids, which keeps the list of headings, too.
import { Marked } from "marked";
import { getHeadingList, gfmHeadingId } from "marked-gfm-heading-id";
import { split } from "./front-matter.js";

export async function load() {
	const plain = new Marked();
	const withIds = new Marked(gfmHeadingId());
	return {
		html: (source) => plain.parse(source),
		article(source) {
			const { frontMatter, body } = split(source);
			const html = withIds.parse(body);
			return { frontMatter, html, toc: getHeadingList() };
		},
	};
}
