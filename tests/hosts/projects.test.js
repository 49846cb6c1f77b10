// @ts-check
// Protects: the projects of examples/with are what they say: alike, pinned, and without the name of any registry.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { projects } from "./projects.js";

const { version } = manifestOf(new URL("../..", import.meta.url).pathname);
const names = readdirSync(projects, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

test("they show the same article", () => {
	const articles = names
		.flatMap((name) =>
			readdirSync(join(projects, name), {
				recursive: true,
				encoding: "utf8",
			}).map((file) => join(projects, name, file)),
		)
		.filter(
			(file) =>
				basename(file) === "article.md" && !/node_modules|dist/.test(file),
		);
	assert.ok(articles.length >= names.length - 1);
	assert.equal(
		new Set(articles.map((file) => readFileSync(file, "utf8"))).size,
		1,
	);
});

for (const name of names) {
	test(`${name}: takes this version of the package, and its tools by exact versions`, () => {
		const { dependencies, devDependencies = {} } = manifestOf(
			join(projects, name),
		);
		assert.equal(dependencies.inkstone, version);
		const lockFile = join(projects, name, "package-lock.json");
		const others = { ...dependencies, ...devDependencies };
		delete others.inkstone;
		assert.equal(existsSync(lockFile), Object.keys(others).length > 0);
		if (existsSync(lockFile)) {
			const { packages } = JSON.parse(readFileSync(lockFile, "utf8"));
			for (const [tool, wanted] of Object.entries(others)) {
				assert.equal(packages[`node_modules/${tool}`]?.version, wanted);
			}
			for (const [path, entry] of Object.entries(packages)) {
				assert.equal(entry.resolved, undefined, path);
			}
		}
	});
}

/** @param {string} folder */
function manifestOf(folder) {
	return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
