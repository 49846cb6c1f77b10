// @ts-check
// Blogs for tests of `npx inkstone index`, and what they leave on disk.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inkstone } from "./inkstone.js";

/** A time for articles to be judged by, so that results never change. */
export const now = "2025-06-01";

/**
 * Runs `inkstone index --json`.
 * @param {string} folder the blog's
 * @param {string[]} [parameters]
 */
export async function index(folder, parameters = []) {
	const result = await inkstone(
		["index", ".", "--json", "--now", now, ...parameters],
		{ cwd: folder },
	);
	return { ...result, report: JSON.parse(result.stdout) };
}

/**
 * An article.
 * @param {Record<string, unknown>} frontMatter
 * @param {string} [body]
 */
export function article(frontMatter, body = "Some text.\n") {
	return `---\n${JSON.stringify(frontMatter)}\n---\n${body}`;
}

/**
 * Many articles that differ.
 * @param {number} count
 * @param {string} [word] in all of them
 */
export function articles(count, word = "ink") {
	return Object.fromEntries(
		Array.from({ length: count }, (_, i) => [
			`posts/article-${i}.md`,
			article(
				{
					title: `Article ${i} on ${word}`,
					date: `2024-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}`,
					tags: [`tag ${i % 7}`, word],
				},
				`${word} number ${i}. `.repeat(40),
			),
		]),
	);
}

/**
 * The files of a folder, but not those of some folders in it.
 * @param {string} folder
 * @param {string[]} [leftOut] names
 * @returns {Record<string, string>} hashes of their contents, by their paths
 */
export function contents(folder, leftOut = []) {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => !leftOut.includes(path.split("/")[0] ?? ""))
			.filter((path) => statSync(join(folder, path)).isFile())
			.sort()
			.map((path) => [
				path,
				createHash("sha256")
					.update(readFileSync(join(folder, path)))
					.digest("hex")
					.slice(0, 12),
			]),
	);
}
