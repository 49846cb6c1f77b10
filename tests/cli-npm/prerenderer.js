// @ts-check
// The prerenderer as a module, for tests that make more pages than a command could be started for.

import { rmSync } from "node:fs";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dist, folderWith } from "./inkstone.js";

const source = fileURLToPath(
	new URL("../../web/src/cli/prerender/article-document.ts", import.meta.url),
);

/**
 * Makes documents of articles, as `inkstone render --page` does.
 * @returns {Promise<(content: string, attributes?: Record<string, string>) => Promise<string>>}
 */
export async function prerenderer() {
	const folder = folderWith();
	after(() => rmSync(folder, { recursive: true, force: true }));
	await build({
		entryPoints: [source],
		outdir: folder,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		banner: {
			js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
		},
	});
	const { articleDocument } = await import(
		pathToFileURL(`${folder}/article-document.mjs`).href
	);
	const { load } = await import(pathToFileURL(`${dist}/index.js`).href);
	const core = await load();
	return async (content, attributes = {}) => {
		const { html } = await articleDocument(core, {
			content,
			name: "article.md",
			attributes,
			theme: "inkstone/themes/default.css",
			lang: "en",
		});
		return html;
	};
}
