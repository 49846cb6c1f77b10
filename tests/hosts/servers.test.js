// @ts-check
// Protects: the package on servers that make pages of it: Vite's while one writes, and Astro, which renders the article
// before the element takes over.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { assertArticle, base, openPage, openServed } from "./browser.js";
import { installed, run, slow } from "./projects.js";

/** @type {import("node:child_process").ChildProcess[]} */
const servers = [];

// Before its folder goes.
afterEach(async () => {
	for (const server of servers.splice(0)) {
		if (server.exitCode === null) {
			const ended = once(server, "exit");
			server.kill();
			await ended;
		}
	}
});

test("vite: its development server finds the core and what comes later", async () => {
	const folder = installed("vite");
	const { page, complaints } = await openPage();
	await page.goto(await started(folder, "vite/bin/vite.js"));
	await assertArticle({ page, complaints });
});

test(
	"astro: the article is there before any script, until the element takes over, and after that",
	slow,
	async () => {
		const folder = installed("astro");
		run(folder, "npm", ["run", "build", "--", `--base=${base}`]);
		const dist = join(folder, "dist");

		const { page } = await openServed(dist, { javaScriptEnabled: false });
		assert.equal(await page.textContent("h1"), "墨与砚");
		assert.equal(await page.locator("h2#一选砚").count(), 1);

		const opened = await openServed(dist, {
			before: async (page) => {
				await page.addInitScript(watchText);
			},
		});
		await assertArticle(opened);
		assert.equal(await opened.page.evaluate("textWasGone"), false);

		const server = await started(folder, "astro/astro.js", "dev");
		const inDevelopment = await openPage();
		await inDevelopment.page.goto(server);
		await assertArticle(inDevelopment);
	},
);

/** In a page: whether there was a moment without the article's text after it had been there. */
function watchText() {
	Object.assign(globalThis, { textWasGone: false });
	let wasThere = false;
	new MutationObserver(() => {
		const isThere = document.querySelector(".ink-body") !== null;
		if (wasThere && !isThere) {
			Object.assign(globalThis, { textWasGone: true });
		}
		wasThere ||= isThere;
	}).observe(document, { childList: true, subtree: true });
}

/**
 * Starts a development server.
 * @param {string} folder a project's
 * @param {string} command a script below its node_modules
 * @param {string[]} parameters
 * @returns {Promise<string>} its URL
 */
async function started(folder, command, ...parameters) {
	const server = spawn(
		process.execPath,
		[join("node_modules", command), ...parameters, "--host=127.0.0.1"],
		{
			cwd: folder,
			stdio: ["ignore", "pipe", "inherit"],
			env: { ...process.env, NO_COLOR: "1" },
		},
	);
	servers.push(server);
	let said = "";
	return await new Promise((resolve, reject) => {
		server.stdout.on("data", (text) => {
			said += text;
			const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
			if (url) {
				resolve(url);
			}
		});
		server.once("exit", () =>
			reject(new Error(`${command} has ended: ${said}`)),
		);
	});
}
