// Makes the static files of a blog: its pages, and everything that they lead to.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { Hrefs } from "../../catalog/hrefs.js";
import type { Card } from "../../catalog/types.js";
import type { Inkstone, SiteConfiguration } from "../../types.js";
import { readable } from "../exit.js";
import { findFiles } from "../index/find.js";
import { makeIndex, type Reporter } from "../index/make.js";
import { isForPages } from "../new/blog.js";
import { distFile } from "../package.js";
import {
	nowhere,
	type PrerenderedSite,
	prerenderPage,
} from "../prerender/site.js";
import { loadRenderer } from "../renderer.js";
import {
	configurationName,
	displayPath,
	indexFolderOf,
	isBelow,
	readSiteFolder,
} from "../site.js";
import { siteHtml } from "../site-html.js";
import { makeAliases, unwritable } from "./aliases.js";
import { type BlogCatalog, readCatalog } from "./cards.js";
import { type PathConfiguration, withRoutesInPath } from "./configuration.js";
import { filesToCopy } from "./files.js";
import { BuildFolder } from "./output.js";
import { routesOf } from "./routes.js";

/** What is built, and where. */
export interface BlogOptions extends Reporter {
	/** The blog's folder, absolute. */
	folder: string;
	/** Where it goes, absolute. */
	out: string;
	config: string | undefined;
	cache: string | undefined;
	/** The time that articles are judged by. */
	now: Date;
	signal: AbortSignal;
}

/** What was done. */
export interface BuiltBlog {
	/** How many pages there are. */
	pages: number;
	/** How many files, pages among them. */
	files: number;
	/** How many of them were not there yet, or were others. */
	written: number;
	/** How many there are no longer. */
	removed: number;
}

/** The name of the folder with Inkstone. */
const packageFolder = "inkstone";

/**
 * Makes the files.
 * @throws CommandError when it cannot be done
 */
export async function buildBlog(options: BlogOptions): Promise<BuiltBlog> {
	const { folder, out, now, signal, diagnostic } = options;
	const inkstone = await loadRenderer();
	const site = await readSiteFolder(inkstone, folder, options.config);
	for (const finding of site.diagnostics) {
		diagnostic(finding);
	}
	const path = await pathConfiguration(site.file, inkstone);
	const { configuration } = path;
	const output = await BuildFolder.open(out);
	const configPath = configurationPath(folder, site.file);
	await output.write(configPath, path.text);

	const leftOut = [
		out,
		indexFolderOf(folder, configuration),
		join(folder, packageFolder),
		...(options.cache ? [resolve(options.cache)] : []),
	];
	const { files } = await findFiles(folder, configuration, leftOut, signal);
	const isListed = configuration.articles.length > 0;
	const blog = await readCatalog(
		folder,
		isListed ? configuration.articles : files.map(({ path }) => path),
		inkstone,
		configuration,
		now,
		isUnpublished,
	);
	if (!isListed) {
		await index(options, join(out, configPath), output);
	}
	const pages = await makePages(options, inkstone, path, blog, output);
	await copyFiles(options, path, blog, leftOut, output);
	await makeAliases(
		folder,
		blog.cards.filter((card) => !isUnpublished(card)),
		configuration,
		output,
		diagnostic,
	);
	const removed = await output.finish();
	return { pages, files: output.count, written: output.written, removed };
}

// What an article's author has not let go yet is no file either.
function isUnpublished({ hidden }: Card): boolean {
	return hidden === "draft" || hidden === "scheduled";
}

async function pathConfiguration(
	file: string | undefined,
	inkstone: Inkstone,
): Promise<PathConfiguration> {
	const text = file ? await readFile(file, "utf8") : "";
	return withRoutesInPath(text, inkstone);
}

function configurationPath(folder: string, file: string | undefined): string {
	return file && isBelow(file, folder)
		? relative(folder, file).split(sep).join("/")
		: configurationName;
}

async function index(
	options: BlogOptions,
	config: string,
	output: BuildFolder,
): Promise<void> {
	const { out } = options;
	const { index } = await makeIndex({
		...options,
		config,
		threads: availableParallelism(),
		diagnostic: (finding) => {
			// The configuration has been told of as its author wrote it.
			if (finding.file !== displayPath(config)) {
				options.diagnostic(finding);
			}
		},
	});
	if (!index) {
		return;
	}
	const indexFolder = resolve(index.folder);
	for (const entry of await readdir(indexFolder, {
		recursive: true,
		withFileTypes: true,
	})) {
		if (entry.isFile() && !entry.name.startsWith(".")) {
			output.adopt(pathIn(out, join(entry.parentPath, entry.name)));
		}
	}
	for (const file of index.beside) {
		output.adopt(pathIn(out, resolve(file)));
	}
}

function pathIn(folder: string, file: string): string {
	return relative(folder, file).split(sep).join("/");
}

async function makePages(
	{ folder, startProgress, diagnostic, note, signal }: BlogOptions,
	inkstone: Inkstone,
	{ configuration }: PathConfiguration,
	{ catalog, cards }: BlogCatalog,
	output: BuildFolder,
): Promise<number> {
	const home = configuration.baseUrl || nowhere;
	const hrefs = new Hrefs(configuration, home, home);
	const site: PrerenderedSite = {
		inkstone,
		configuration,
		catalog,
		folder: home,
		template: await templateOf(folder, configuration),
		read: (path) => readFile(join(folder, path), "utf8"),
	};
	const published = cards.filter((card) => !isUnpublished(card));
	const routes = await routesOf(catalog, published, configuration);
	const progress = startProgress("Making pages", routes.length);
	let count = 0;
	const make = async (
		request: Parameters<typeof prerenderPage>[1],
		file: string,
	) => {
		const page = await prerenderPage(site, request);
		const source = page.path || configurationName;
		for (const finding of page.diagnostics) {
			// The index has told of the others.
			if (
				configuration.articles.length > 0 ||
				finding.code.startsWith("page-")
			) {
				diagnostic({ file: displayPath(join(folder, source)), ...finding });
			}
		}
		const obstacle = output.obstacle(file);
		if (obstacle) {
			diagnostic(unwritable(displayPath(join(folder, source)), file, obstacle));
		} else {
			await output.write(file, page.html);
			count++;
		}
		return page;
	};
	try {
		for (const route of routes) {
			signal.throwIfAborted();
			for (let [page, pages] = [1, 1]; page <= pages; page++) {
				const file = `${hrefs.pathOf(hrefs.href(route, { page })) ?? ""}index.html`;
				if (route !== "/" && existsSync(join(folder, file))) {
					note(`${file} is the blog's own and stays as it is.`);
					continue;
				}
				({ pages } = await make({ route, page }, file));
			}
			progress.advance(1);
		}
		if (!existsSync(join(folder, "404.html"))) {
			await make({ route: "/404", page: 1, isAnywhere: true }, "404.html");
		}
	} finally {
		progress.end();
	}
	return count;
}

async function templateOf(
	folder: string,
	{ title, lang }: SiteConfiguration,
): Promise<string> {
	try {
		return await readFile(join(folder, "index.html"), "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") {
			return siteHtml(title, lang);
		}
		throw readable(error, `read ${displayPath(join(folder, "index.html"))}`);
	}
}

async function copyFiles(
	{ folder, signal, diagnostic }: BlogOptions,
	{ configuration }: PathConfiguration,
	{ cards }: BlogCatalog,
	leftOut: readonly string[],
	output: BuildFolder,
): Promise<void> {
	// Those that the configuration names are asked for by whoever reads it.
	const unpublished = cards
		.filter(
			(card) =>
				isUnpublished(card) && !configuration.articles.includes(card.path),
		)
		.map(({ path }) => join(folder, path));
	for (const path of await filesToCopy(folder, [...leftOut, ...unpublished])) {
		signal.throwIfAborted();
		// The configuration and the pages have been made.
		if (output.has(path)) {
			continue;
		}
		const file = join(folder, path);
		const obstacle = output.obstacle(path);
		if (obstacle) {
			diagnostic(unwritable(displayPath(file), path, obstacle));
		} else {
			await output.copy(path, file);
		}
	}
	const parts = await readdir(distFile("."), {
		recursive: true,
		withFileTypes: true,
	});
	for (const part of parts) {
		if (part.isFile() && isForPages(part.name)) {
			const file = join(part.parentPath, part.name);
			const path = pathIn(resolve(distFile(".")), file);
			await output.copy(`${packageFolder}/${path}`, file);
		}
	}
	const { offline } = configuration;
	const worker = distFile("offline.js");
	const isPath = isBelow(join(folder, offline), folder);
	if (offline && isPath && !output.has(offline) && existsSync(worker)) {
		await output.copy(offline, worker);
	}
}
