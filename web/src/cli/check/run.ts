// `inkstone check`: everything that is wrong in a blog, told in the order of its files.

import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cardOf, sectionCardOf } from "../../catalog/card.js";
import { Hrefs } from "../../catalog/hrefs.js";
import { MemoryCatalog } from "../../catalog/memory.js";
import { isArticlePath } from "../../catalog/routes.js";
import type { Card, SectionCard } from "../../catalog/types.js";
import type { Inkstone } from "../../types.js";
import type { CheckOptions } from "../commands/check.js";
import { countDiagnostics, type FileDiagnostic } from "../diagnostics.js";
import { ExitStatus } from "../exit.js";
import { compareText, findFiles } from "../index/find.js";
import { makeIndex } from "../index/make.js";
import type { Output } from "../output.js";
import { nowhere } from "../prerender/site.js";
import { startProgress } from "../progress.js";
import { loadRenderer } from "../renderer.js";
import { interruptible } from "../signals.js";
import {
	displayPath,
	indexFolderOf,
	readSiteFolder,
	type SiteFolder,
} from "../site.js";
import { checkExternal } from "./external.js";
import { checkReference } from "./links.js";
import { type LinkedArticle, readReferences } from "./references.js";
import { checkTranslations } from "./translations.js";

/** A finding in one of the blog's files. */
type Finding = Omit<FileDiagnostic, "file"> & { path: string };

/**
 * Runs `inkstone check`.
 * @param dir the blog's folder, as given
 * @param options see {@link CheckOptions}
 * @param output where to print
 */
export async function runCheck(
	dir: string,
	options: CheckOptions,
	output: Output,
): Promise<ExitStatus> {
	const diagnostics = await interruptible((signal) =>
		checkBlog(dir, options, output, signal),
	);
	const counts = countDiagnostics(diagnostics);
	for (const diagnostic of diagnostics) {
		output.diagnostic(diagnostic);
	}
	output.document({ counts, diagnostics });
	output.note(`${counts.errors} errors, ${counts.warnings} warnings`);
	return counts.errors > 0 ? ExitStatus.problems : ExitStatus.ok;
}

async function checkBlog(
	dir: string,
	options: CheckOptions,
	output: Output,
	signal: AbortSignal,
): Promise<FileDiagnostic[]> {
	const inkstone = await loadRenderer();
	const site = await readSiteFolder(inkstone, dir, options.config);
	const { folder } = site;
	const diagnostics: FileDiagnostic[] = [];
	await makeIndex({
		folder,
		config: options.config,
		dryRun: true,
		threads: availableParallelism(),
		now: new Date(),
		signal,
		note: () => undefined,
		diagnostic: (diagnostic) => diagnostics.push(diagnostic),
		startProgress: (what, total) => startProgress(output, what, total),
	});
	const findings = await checkArticles(site, inkstone, options, output, signal);
	for (const { path, ...finding } of findings) {
		diagnostics.push({ file: displayPath(join(folder, path)), ...finding });
	}
	return diagnostics.sort(
		(a, b) =>
			compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
	);
}

async function checkArticles(
	{ folder, configuration }: SiteFolder,
	inkstone: Inkstone,
	options: CheckOptions,
	output: Output,
	signal: AbortSignal,
): Promise<Finding[]> {
	const leftOut = [indexFolderOf(folder, configuration)];
	const { files } = await findFiles(folder, configuration, leftOut, signal);
	const articles = new Map<string, LinkedArticle>();
	const cards: Card[] = [];
	const sections: SectionCard[] = [];
	for (const { path } of files) {
		const source = await readFile(join(folder, path), "utf8").catch(
			() => undefined,
		);
		if (source === undefined) {
			// The index has told of it.
			continue;
		}
		const linked = readReferences(source, inkstone, configuration.options);
		const { article } = linked;
		articles.set(path, linked);
		const section = sectionCardOf(article, path, configuration);
		if (section) {
			sections.push(section);
		} else if (isArticlePath(path, configuration)) {
			cards.push(cardOf(article, path, configuration, new Date()));
		}
	}
	const home = configuration.baseUrl || nowhere;
	const targets = {
		folder,
		configuration,
		catalog: new MemoryCatalog(cards, sections, configuration),
		hrefs: new Hrefs(configuration, home, home),
		articles,
	};
	const findings: Finding[] = [
		...checkTranslations(cards, (path) => articles.get(path)?.article),
		...missingArticles(configuration.articles, articles),
	];
	const external: (Finding & { url: string })[] = [];
	for (const [path, { references }] of articles) {
		signal.throwIfAborted();
		for (const reference of references) {
			const { url, line, column } = reference;
			const fault = await checkReference(reference, path, targets);
			if (fault) {
				findings.push({ path, line, column, ...fault });
			} else if (/^https?:/i.test(url) && !targets.hrefs.pathOf(url)) {
				external.push({
					url: url.replace(/#.*$/s, ""),
					path,
					line,
					column,
					severity: "error",
					code: "link-dead",
					message: "",
				});
			}
		}
	}
	if (options.external) {
		const progress = startProgress(output, "Asking hosts", external.length);
		const faults = await checkExternal(
			external.map(({ url }) => url),
			signal,
			() => progress.advance(1),
		).finally(() => progress.end());
		for (const { url, ...finding } of external) {
			const message = faults.get(url);
			if (message) {
				findings.push({ ...finding, message: `\`${url}\`: ${message}` });
			}
		}
	}
	return findings;
}

// What a configuration lists has to be there: pages ask for it.
function missingArticles(
	paths: readonly string[],
	articles: ReadonlyMap<string, unknown>,
): Finding[] {
	return paths
		.filter((path) => !articles.has(path))
		.map((path) => ({
			path,
			line: 0,
			column: 0,
			severity: "error",
			code: "article-missing",
			message:
				"The configuration lists it under `articles`, and it is no article of this blog.",
		}));
}
