// `inkstone render`: one article, from a file to standard output.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { load } from "../index.js";
import type { Article, Diagnostic } from "../types.js";
import type { RenderCommandOptions } from "./commands/render.js";
import {
	type ExitStatus,
	readable,
	ExitStatus as status,
	UsageError,
} from "./exit.js";
import { renderOptionsIn } from "./options.js";
import type { Output } from "./output.js";
import { distFile } from "./package.js";

/** What standard input is called where a file is named. */
const standardInput = "<stdin>";

/**
 * Renders an article.
 * @param file its path, or "-"
 * @param options see {@link RenderCommandOptions}
 * @param output where it is printed
 */
export async function runRender(
	file: string,
	options: RenderCommandOptions,
	output: Output,
): Promise<ExitStatus> {
	const content = await read(file);
	const inkstone = await load({ wasm: readFileSync(distFile("core.wasm")) });
	const values = renderOptionsIn(options);
	let article: Article;
	let diagnostics: Diagnostic[];
	let html: string;
	try {
		if (options.page) {
			const { articleDocument } = await import(
				"./prerender/article-document.js"
			);
			({ article, diagnostics, html } = await articleDocument(inkstone, {
				content: content.toString("utf8"),
				name: file === "-" ? "" : basename(file),
				attributes: values as Record<string, string>,
				theme: options.theme ?? "inkstone/themes/default.css",
				lang: options.lang ?? "",
			}));
		} else {
			article = inkstone.render(content, values);
			({ diagnostics, html } = article);
		}
	} catch (error) {
		throw error instanceof TypeError ? new UsageError(error.message) : error;
	}
	if (!options.json) {
		process.stdout.write(html);
	}
	output.document(
		options.page ? { ...article, diagnostics, page: html } : article,
	);
	for (const diagnostic of diagnostics) {
		output.diagnostic({
			...diagnostic,
			file: file === "-" ? standardInput : file,
		});
	}
	return diagnostics.some(({ severity }) => severity === "error")
		? status.problems
		: status.ok;
}

async function read(file: string): Promise<Buffer> {
	try {
		return file === "-" ? readFileSync(0) : await readFile(file);
	} catch (error) {
		throw readable(error, `read ${file === "-" ? standardInput : file}`);
	}
}
