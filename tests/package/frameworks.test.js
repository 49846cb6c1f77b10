// @ts-check
// Protects: programs in React, Vue, Svelte and Solid may write the elements, with the types that those frameworks ship,
// and hear of what the elements do not take.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
mkdirSync(join(project, "build"), { recursive: true });
// Inside the project, where `inkstone` is the project itself and the frameworks can be found.
const folder = mkdtempSync(join(project, "build", "frameworks-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @type {Record<string, { file: string, jsx?: string[], program: string }>} */
const programs = {
	react: {
		file: "react.tsx",
		jsx: ["--jsx", "react-jsx"],
		program: `
			import type {} from "inkstone/react";
			import type { InkstoneArticle } from "inkstone/element";
			export const page = (article: { current: InkstoneArticle | null }) => <>
				<inkstone-scheme className="switch" />
				<inkstone-article ref={article} src="a.md" tocDepth={3} toc emoji={false} html="escape" widgets="toc recent"
					settings={{ dateStyle: "short" }} oninkstone-load={({ detail }) => detail.article.html.length}>
					<p slot="after-body">Printed.</p>
				</inkstone-article>
				<inkstone-site config="site.yaml" oninkstone-navigate={({ detail }) => detail.route} />
				{/* @ts-expect-error: no such word */}
				<inkstone-article html="raw" />
				{/* @ts-expect-error: no such attribute */}
				<inkstone-article source="a.md" />
			</>;`,
	},
	solid: {
		file: "solid.tsx",
		jsx: ["--jsx", "preserve", "--jsxImportSource", "solid-js"],
		program: `
			import type {} from "inkstone/solid";
			export const page = () => <>
				<inkstone-scheme class="switch" />
				<inkstone-article src="a.md" attr:tocDepth={3} attr:toc settings={{ dateStyle: "short" }}
					prop:site={{ recent: async () => [] }} on:inkstone-load={({ detail }) => detail.article.html.length} />
				<inkstone-site config="site.yaml" on:inkstone-navigate={({ detail }) => detail.route} />
				{/* @ts-expect-error: it would set a property that does nothing */}
				<inkstone-article tocDepth={3} />
				{/* @ts-expect-error: no such word */}
				<inkstone-article attr:html="raw" />
			</>;`,
	},
	vue: {
		file: "vue.ts",
		program: `
			import type {} from "inkstone/vue";
			import type { GlobalComponents } from "vue";
			type Article = InstanceType<GlobalComponents["inkstone-article"]>;
			const props: Article["$props"] = { src: "a.md", tocDepth: 3, toc: true, class: "a", key: 1, settings: { dateStyle: "short" } };
			declare const emit: Article["$emit"];
			emit("inkstone-load", new CustomEvent<never>("inkstone-load"));
			declare const site: InstanceType<GlobalComponents["inkstone-site"]>;
			site.$emit("inkstone-navigate", new CustomEvent<never>("inkstone-navigate"));
			void site.go("/posts");
			// @ts-expect-error: no such word
			props.html = "raw";
			// @ts-expect-error: no such event
			emit("load", new Event("load"));
			export { props };`,
	},
	svelte: {
		file: "svelte.ts",
		program: `
			import type {} from "inkstone/svelte";
			import type { SvelteHTMLElements } from "svelte/elements";
			export const article: SvelteHTMLElements["inkstone-article"] = {
				src: "a.md", tocDepth: "3", toc: "", class: "a", settings: { dateStyle: "short" },
				"oninkstone-load": ({ detail }) => detail.article.html.length,
				"on:inkstone-error": ({ detail }) => detail.reason,
			};
			export const site: SvelteHTMLElements["inkstone-site"] = { config: "site.yaml", "oninkstone-navigate": ({ detail }) => detail.route };
			// @ts-expect-error: no such word
			article.html = "raw";`,
	},
};

for (const [framework, { file, jsx = [], program }] of Object.entries(
	programs,
)) {
	test(`a program in ${framework} may write what the elements take, and nothing else`, () => {
		writeFileSync(join(folder, file), program);
		const compile = () =>
			execFileSync(
				process.execPath,
				[
					join(project, "node_modules/typescript/bin/tsc"),
					...["--noEmit", "--strict", "--ignoreConfig"],
					...["--target", "es2022", "--lib", "es2022,dom,dom.iterable"],
					...["--module", "esnext", "--moduleResolution", "bundler"],
					...["--types", ""],
					...jsx,
					file,
				],
				{ cwd: folder, encoding: "utf8" },
			);
		try {
			compile();
		} catch (error) {
			assert.fail(/** @type {{ stdout: string }} */ (error).stdout);
		}
	});
}
