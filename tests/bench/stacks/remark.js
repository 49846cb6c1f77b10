// remark and rehype, with their plugins for GitHub's Markdown, front matter and heading ids.
import { load as loadYaml } from "js-yaml";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

export async function load() {
	const html = { allowDangerousHtml: true };
	const plain = unified()
		.use(remarkParse)
		.use(remarkGfm)
		.use(remarkRehype, html)
		.use(rehypeStringify, html)
		.freeze();
	const whole = unified()
		.use(remarkParse)
		.use(remarkFrontmatter)
		.use(() => (tree, file) => {
			const [first] = tree.children;
			file.data.frontMatter =
				first?.type === "yaml" ? loadYaml(first.value) : {};
		})
		.use(remarkGfm)
		.use(remarkRehype, html)
		.use(rehypeSlug)
		.use(() => (tree, file) => {
			file.data.toc = tree.children
				.filter((node) => /^h[1-6]$/.test(node.tagName))
				.map((node) => ({
					level: Number(node.tagName.slice(1)),
					id: node.properties.id,
					text: textOf(node),
				}));
		})
		.use(rehypeStringify, html)
		.freeze();
	return {
		html: (source) => String(plain.processSync(source)),
		article(source) {
			const file = whole.processSync(source);
			return { ...file.data, html: String(file) };
		},
	};
}

function textOf(node) {
	return node.type === "text"
		? node.value
		: (node.children ?? []).map(textOf).join("");
}
