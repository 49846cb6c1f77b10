// @ts-check
// What each thing that pages load may weigh: the one table of it. CONTRIBUTING.md says how a budget is raised.

/**
 * @typedef {object} Budget
 * @property {string} what as the table of sizes calls it
 * @property {string[]} loads names of files in `dist/`, or the sources of modules, with all that these import statically.
 * A name that ends with `/*` stands for each file of a folder by itself: the largest counts.
 * @property {string[]} [after] the same for what the page has already, and does not load again
 * @property {number} kib how much that may be, in KiB of Brotli at its highest level
 * @property {number} [files] how many files that may be; each is a request
 */

const theme = "themes/default.css";
const article = ["define.js"];

/** @type {Budget[]} */
export const budgets = [
	{ what: "core.wasm", loads: ["core.wasm"], kib: 206 },
	{ what: "inkstone", loads: ["index.js", "core.wasm"], kib: 212, files: 5 },
	{ what: "inkstone, without core.wasm", loads: ["index.js"], kib: 6.7 },
	{
		what: "<inkstone-article> and its theme",
		loads: [...article, "core.wasm", theme],
		kib: 253,
		files: 13,
	},
	{
		what: "the same without core.wasm",
		loads: [...article, theme],
		kib: 48.2,
	},
	{ what: "inkstone/inline", loads: ["inline.js"], kib: 227 },
	{ what: "inkstone/standalone", loads: ["standalone.js"], kib: 435 },
	{ what: "inkstone in workerd", loads: ["workerd.js"], kib: 6.7 },
	{ what: "inkstone on the edge", loads: ["edge-light.js"], kib: 6.7 },
	{ what: "inkstone/element", loads: ["element.js"], kib: 38.5 },
	{ what: "inkstone/site", loads: ["site.js"], kib: 9 },
	{
		what: "<inkstone-site>, besides",
		loads: ["web/src/site/runtime.ts"],
		after: article,
		kib: 21,
	},
	{ what: theme, loads: [theme], kib: 10 },
	{ what: "themes/minimal.css", loads: ["themes/minimal.css"], kib: 2.6 },
	{ what: "scheme.js", loads: ["scheme.js"], kib: 0.3 },
	{ what: "offline.js", loads: ["offline.js"], kib: 1.1 },

	// What is loaded when it is needed.
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
		kib: 51,
	},
	{
		what: "code",
		loads: ["web/src/enhance/code.ts"],
		after: article,
		kib: 3.8,
	},
	{
		what: "code's colours, without a language",
		loads: ["web/src/enhance/highlight.ts"],
		after: [...article, "web/src/enhance/code.ts"],
		kib: 9,
	},
	{ what: "the largest language", loads: ["languages/*"], kib: 6.7 },
	{
		what: "diagrams, without Mermaid",
		loads: ["web/src/enhance/diagrams.ts"],
		after: article,
		kib: 3.2,
	},
	...["giscus", "utterances", "disqus", "element"].map((provider) => ({
		what: `comments: ${provider}`,
		loads: [`web/src/article/comments/${provider}.ts`],
		after: article,
		kib: 1.6,
	})),
	...["minisearch", "pagefind"].map((engine) => ({
		what: `search: ${engine}`,
		loads: [`web/src/catalog/search/${engine}.ts`],
		after: [...article, "web/src/site/runtime.ts"],
		kib: engine === "pagefind" ? 3.6 : 9.7,
	})),
];
