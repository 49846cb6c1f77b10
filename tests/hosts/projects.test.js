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
		)
		.map((file) => readFileSync(file, "utf8"));
	// One has it in its page.
	assert.equal(articles.length, names.length - 1);
	assert.equal(new Set(articles).size, 1);
	const page = readFileSync(join(projects, "file/index.html"), "utf8");
	assert.ok(page.includes(articles[0] ?? ""));
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

const readme = readFileSync(
	new URL("../../README.md", import.meta.url),
	"utf8",
);
const [, section = ""] = readme.split("\n## At home everywhere\n");
const rows = (section.split("\n## ")[0] ?? "")
	.split("\n")
	.filter((line) => line.includes("](examples/with/"));

test("README.md has every project", () => {
	const linked = rows.flatMap(linkedProjects);
	assert.deepEqual(linked.toSorted(), names.toSorted());
});

for (const row of rows) {
	const linked = linkedProjects(row);
	test(`README.md says of ${linked.join(", ")} what stands in the project`, () => {
		for (const name of linked) {
			const text = textOf(join(projects, name));
			for (const [, code = ""] of row.matchAll(/`(.+?)`/g)) {
				assert.ok(text.includes(withoutSpace(code)), `${name}: ${code}`);
			}
		}
	});
}

/** @param {string} row of README.md's table */
function linkedProjects(row) {
	return Array.from(
		row.matchAll(/\]\(examples\/with\/([\w-]+)\)/g),
		([, name = ""]) => name,
	);
}

/**
 * All that stands in a project's own files.
 * @param {string} folder
 */
function textOf(folder) {
	const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter(
			(file) =>
				/\.\w+$/.test(file) && !/node_modules|^dist|package-lock/.test(file),
		)
		.map((file) => readFileSync(join(folder, file), "utf8"));
	return withoutSpace(texts.join("\n"));
}

/** @param {string} text */
function withoutSpace(text) {
	return text.replace(/\s/g, "");
}

/** @param {string} folder */
function manifestOf(folder) {
	return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
