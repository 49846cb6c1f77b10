// `inkstone post`: the file of a new article.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { isArticlePath, termSlug } from "../../catalog/routes.js";
import type { PostOptions } from "../commands/new.js";
import { CommandError, readable, UsageError } from "../exit.js";
import type { Output } from "../output.js";
import { loadRenderer } from "../renderer.js";
import { displayPath, isBelow, readSiteFolder } from "../site.js";
import { isLanguage, noLanguage } from "./language.js";

/**
 * Writes the file.
 * @param title the article's
 * @param options see {@link PostOptions}
 * @param output where its path is printed
 * @param now the article's date
 */
export async function runPost(
	title: string,
	options: PostOptions,
	output: Output,
	now = new Date(),
): Promise<void> {
	const { folder, configuration } = await readSiteFolder(
		await loadRenderer(),
		options.dir,
	);
	const { lang = "" } = options;
	if (lang && !isLanguage(lang)) {
		throw new UsageError(noLanguage(lang));
	}
	const isKnown = configuration.languages.some(
		(language) => language.lang === lang,
	);
	const isOther = lang !== "" && lang !== configuration.lang;
	const slug = termSlug(options.slug ?? title).replace(/^[._]+/, "");
	if (!title.trim() || !slug || slug === "-") {
		throw new UsageError(
			"No address can be made of this title. Give one with --slug.",
		);
	}
	const suffix = isOther && isKnown ? `.${lang}` : "";
	const file = join(folder, options.section, `${slug}${suffix}.md`);
	if (!isBelow(file, folder)) {
		throw new UsageError(
			`The section ${options.section} is not in the blog's folder.`,
		);
	}
	const path = relative(folder, file).split(sep).join("/");
	if (!isArticlePath(path, configuration)) {
		throw new UsageError(
			`${path} would be no article: neither README.md is one, nor what begins with \`_\` or \`.\`. Give another --slug or --section.`,
		);
	}
	const text = [
		"---",
		`title: ${JSON.stringify(title.trim())}`,
		`date: ${localTime(now)}`,
		...(isOther && !isKnown ? [`lang: ${JSON.stringify(lang)}`] : []),
		"tags: []",
		...(options.draft ? ["draft: true"] : []),
		"---",
		"",
		"",
	].join("\n");
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text, { flag: "wx" });
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === "EEXIST"
			? new CommandError(
					`${displayPath(file)} is there already. Give the new article another --slug.`,
				)
			: readable(error, `write ${displayPath(file)}`);
	}
	output.result(displayPath(file));
	output.document({ file: displayPath(file) });
}

/**
 * A moment as articles write it.
 * @returns the time in this machine's zone, with the zone: `2025-02-12T18:55:15+08:00`
 */
export function localTime(date: Date): string {
	const offset = -date.getTimezoneOffset();
	const local = new Date(date.getTime() + offset * 60_000);
	const two = (number: number) =>
		String(Math.floor(Math.abs(number))).padStart(2, "0");
	return `${local.toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
