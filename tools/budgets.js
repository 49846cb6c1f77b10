// @ts-check
// What each thing that pages load may weigh: the one table of it. CONTRIBUTING.md says how a budget is raised.

/**
 * @typedef {object} Budget
 * @property {string} what as the table of sizes calls it
 * @property {string[]} loads names of files in `dist/`, or the sources of modules, with all that these import statically.
 * A name that ends with `/*` stands for each file or module of a folder by itself: the largest counts.
 * @property {string[]} [after] the same for what the page has already, and does not load again
 * @property {number} kib how much that may be, in KiB of Brotli at its highest level
 * @property {number} [files] how many files that may be; each is a request
 */

const theme = "themes/default.css";
const article = ["define.js"];
const around = "web/src/article/around-parts.ts";

/** @type {Budget[]} */
export const budgets = [
	{ what: "core.wasm", loads: ["core.wasm"], kib: 142 },
	{ what: "inkstone", loads: ["index.js", "core.wasm"], kib: 148, files: 4 },
	{ what: "inkstone, without core.wasm", loads: ["index.js"], kib: 6.3 },
	{
		what: "<inkstone-article> and its theme",
		loads: [...article, "core.wasm", theme],
		kib: 174,
		files: 6,
	},
	{
		what: "the same without core.wasm",
		loads: [...article, theme],
		kib: 32.5,
	},
	{ what: "inkstone/inline", loads: ["inline.js"], kib: 157 },
	{ what: "inkstone/standalone", loads: ["standalone.js"], kib: 366 },
	{ what: "inkstone in workerd", loads: ["workerd.js"], kib: 6.7 },
	{ what: "inkstone on the edge", loads: ["edge-light.js"], kib: 6.7 },
	{ what: "inkstone/element", loads: ["element.js"], kib: 23, files: 4 },
	{ what: "inkstone/site", loads: ["site.js"], kib: 23, files: 4 },
	{
		what: "<inkstone-site>, besides",
		loads: ["web/src/site/runtime.ts"],
		after: article,
		kib: 26.4,
		files: 3,
	},
	{ what: theme, loads: [theme], kib: 10 },
	{ what: "themes/minimal.css", loads: ["themes/minimal.css"], kib: 2.6 },
	{ what: "scheme.js", loads: ["scheme.js"], kib: 0.3 },
	{ what: "offline.js", loads: ["offline.js"], kib: 1.1 },
	{
		what: "types of frameworks, as a module",
		loads: ["frameworks/types-only.js"],
		kib: 0.1,
	},

	// What is loaded when it is needed.
	{
		what: "another language than English",
		loads: ["web/src/article/words/*"],
		after: article,
		kib: 1.7,
		files: 1,
	},
	{
		what: "what stands around an article",
		loads: [around],
		after: article,
		kib: 6,
		files: 2,
	},
	{
		what: "footnotes, images and copies",
		loads: ["web/src/article/body/conveniences.ts"],
		after: article,
		kib: 2.8,
		files: 1,
	},
	{
		what: "the sanitizer where browsers have none",
		loads: ["node_modules/dompurify/dist/purify.es.mjs"],
		after: article,
		kib: 10.7,
	},
	{
		what: "formulas",
		loads: ["web/src/enhance/math.ts", "web/src/enhance/temml.ts"],
		after: article,
		kib: 50.5,
		files: 2,
	},
	{
		what: "code",
		loads: ["web/src/enhance/code.ts"],
		after: article,
		kib: 3.8,
		files: 2,
	},
	{
		what: "code's colours, without a language",
		loads: ["web/src/enhance/highlight.ts"],
		after: [...article, "web/src/enhance/code.ts"],
		kib: 9,
	},
	{ what: "the largest language", loads: ["languages/*"], kib: 6.3, files: 1 },
	{
		what: "diagrams, without Mermaid",
		loads: ["web/src/enhance/diagrams.ts"],
		after: article,
		kib: 2.9,
		files: 1,
	},
	...["giscus", "utterances", "disqus", "element"].map((provider) => ({
		what: `comments: ${provider}`,
		loads: [`web/src/article/comments/${provider}.ts`],
		after: [...article, around],
		kib: 1.6,
	})),
	...["minisearch", "pagefind"].map((engine) => ({
		what: `search: ${engine}`,
		loads: [`web/src/catalog/search/${engine}.ts`],
		after: [...article, "web/src/site/runtime.ts"],
		kib: engine === "pagefind" ? 3.6 : 9.7,
	})),
];
