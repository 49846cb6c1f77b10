// `inkstone new`: a blog that runs at once.

import { cp, lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { NewOptions } from "../commands/new.js";
import { CommandError, readable, UsageError } from "../exit.js";
import type { Output } from "../output.js";
import { distFile } from "../package.js";
import { displayPath } from "../site.js";
import { isLanguage, noLanguage } from "./language.js";
import { blogFiles } from "./templates.js";

/** The folder with Inkstone in every blog that has a copy of its own. */
const packageCopy = "inkstone";

/**
 * Makes the blog.
 * @param dir its folder, as given
 * @param options see {@link NewOptions}
 * @param output where it is said what was made
 * @throws CommandError before anything is written, where something of it is there already
 */
export async function runNew(
	dir: string,
	options: NewOptions,
	output: Output,
): Promise<void> {
	const folder = resolve(dir);
	if (!isLanguage(options.lang)) {
		throw new UsageError(noLanguage(options.lang));
	}
	const files = blogFiles({
		title: options.title,
		lang: options.lang,
		isOffline: options.offline === true,
		now: new Date(),
	});
	if (options.offline) {
		files["offline.js"] = await readFile(distFile("offline.js"), "utf8");
	}
	const there: string[] = [];
	for (const path of [...Object.keys(files), packageCopy]) {
		if (await exists(join(folder, path))) {
			there.push(displayPath(join(folder, path)));
		}
	}
	if (there.length > 0) {
		throw new CommandError(
			`Nothing was written, because these are there already: ${there.join(", ")}.`,
		);
	}
	try {
		for (const [path, text] of Object.entries(files)) {
			const file = join(folder, path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text, { flag: "wx" });
			output.result(displayPath(file));
		}
		await copyPackage(join(folder, packageCopy));
	} catch (error) {
		throw readable(error, `make the blog in ${displayPath(folder)}`);
	}
	output.result(displayPath(join(folder, packageCopy)));
	output.document({ folder, files: [...Object.keys(files), packageCopy] });
	output.note(
		`\nSee it with: npx inkstone serve ${displayPath(folder)}\nBefore you publish it: npx inkstone index, or npx inkstone build`,
	);
}

/**
 * Copies what pages need of Inkstone.
 * @param target the folder that it becomes
 */
async function copyPackage(target: string): Promise<void> {
	await cp(distFile("."), target, {
		recursive: true,
		filter: (source) => isForPages(basename(source)),
	});
}

/** Whether a file of the package is for pages; the others are for TypeScript and debuggers. */
export function isForPages(name: string): boolean {
	return !/\.d\.ts$|\.js\.map$/.test(name);
}

async function exists(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}
