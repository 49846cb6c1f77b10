// micromark with GitHub's extensions.
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { split } from "./front-matter.js";
import { withIds } from "./headings.js";

export async function load() {
	const options = {
		allowDangerousHtml: true,
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
	};
	return {
		html: (source) => micromark(source, options),
		article(source) {
			const { frontMatter, body } = split(source);
			return { frontMatter, ...withIds(micromark(body, options)) };
		},
	};
}
