// What those peers need that give headings no ids of their own, or useless ones: ids by GitHub's algorithm and the
// table of contents, in one pass over the HTML.
import GithubSlugger from "github-slugger";

const heading = /<h([1-6])>([\s\S]*?)<\/h\1>/g;
const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** @param {string} html */
export function withIds(html) {
	const slugger = new GithubSlugger();
	const toc = [];
	const text = html.replace(heading, (_, level, inner) => {
		let text = inner;
		if (text.includes("<")) text = text.replace(/<[^>]*>/g, "");
		if (text.includes("&")) {
			text = text.replace(/&(?:amp|lt|gt|quot);/g, (one) => entities[one]);
		}
		const id = slugger.slug(text);
		toc.push({ level: Number(level), id, text });
		return `<h${level} id="${id}">${inner}</h${level}>`;
	});
	return { html: text, toc };
}
