// @ts-check
// Copies of examples/blog for tests: with an index, without one, and made ahead of time by `npx inkstone build`; and
// servers for them.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { serve } from "../../../tools/serve.js";
import { dist, folderWith, inkstone, put } from "../../cli-npm/inkstone.js";
import { examples } from "../pages.js";

/** Where the copies say that they are on the web. */
export const baseUrl = "https://example.org/letters/";

/** Japanese, in a blog whose languages are others. */
const japanese = `---
title: 和紙の漉き方
date: 2025-02-02
lang: ja
tags: [paper]
---

冬の冷たい水で楮の繊維をほぐし、簾の上に薄く広げる。職人は手首だけで水を揺らし、繊維を絡ませる。
`;

/**
 * Copies the blog into a folder that is removed after the tests of the file.
 * @param {object} [options]
 * @param {boolean} [options.listed] whether the configuration still lists the articles
 * @param {boolean} [options.withJapanese] whether there is an article in Japanese besides, `/posts/washi`
 * @param {Record<string, string>} [options.files] to be put into it
 * @returns {string} the folder
 */
export function copyOfBlog({
	listed = true,
	withJapanese = false,
	files = {},
} = {}) {
	const folder = join(folderWith(), "blog");
	cpSync(join(examples, "blog"), folder, {
		recursive: true,
		filter: (path) => !path.endsWith("/inkstone"),
	});
	cpSync(dist, join(folder, "inkstone"), { recursive: true });
	const text = readFileSync(join(folder, "site.yaml"), "utf8");
	const [start = "", list = ""] = text.split(/^(?=articles:$)/m);
	if (!list) {
		throw new Error("The blog's configuration has no list of articles.");
	}
	const added = withJapanese ? "  - posts/washi.md\n" : "";
	put(folder, {
		...(withJapanese && { "posts/washi.md": japanese }),
		"site.yaml": `${start}baseUrl: ${baseUrl}\n${listed ? list + added : ""}`,
		...files,
	});
	return folder;
}

/**
 * Runs the command, which must succeed.
 * @param {string[]} parameters
 */
export async function succeed(parameters) {
	const { status, stdout, stderr } = await inkstone(parameters);
	if (status !== 0) {
		throw new Error(`inkstone ${parameters.join(" ")}: ${stdout}${stderr}`);
	}
}

/** @type {Awaited<ReturnType<typeof serve>>[]} */
const servers = [];
// Here and not where one is started: what a hook registers ends with the first test.
after(() => Promise.all(servers.map((server) => server.close())));

/**
 * Serves a folder until the tests of the file have ended.
 * @param {string} folder
 * @param {Record<string, string>} [headers] with every answer
 * @returns the server's URL, which ends in a slash
 */
export async function hosted(folder, headers) {
	const server = await serve(folder, { port: 0, headers });
	servers.push(server);
	return server.url;
}
