// markdown-it with markdown-it-anchor, whose callback tells of every heading. Without `linkify` it makes no links of
// bare URLs, but is quicker.
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import anchor from "markdown-it-anchor";
import { split } from "./front-matter.js";

export async function load() {
	const plain = new MarkdownIt({ html: true });
	let slugger = new GithubSlugger();
	let toc = [];
	const withIds = new MarkdownIt({ html: true }).use(anchor, {
		slugify: (text) => slugger.slug(text),
		callback(token, { slug, title }) {
			toc.push({ level: Number(token.tag.slice(1)), id: slug, text: title });
		},
	});
	return {
		html: (source) => plain.render(source),
		article(source) {
			const { frontMatter, body } = split(source);
			slugger = new GithubSlugger();
			toc = [];
			return { frontMatter, html: withIds.render(body), toc };
		},
	};
}
