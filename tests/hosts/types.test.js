// @ts-check
// Protects: TypeScript finds the types of every entry by every way that a host's settings make it look for them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { installed, run } from "./projects.js";

const tsc = fileURLToPath(
	new URL("../../node_modules/typescript/bin/tsc", import.meta.url),
);
const folder = installed("node");

for (const settings of [
	["--module", "node16"],
	["--module", "nodenext"],
	["--module", "esnext", "--moduleResolution", "bundler"],
	...["browser", "worker", "deno", "bun", "workerd"].map((condition) => [
		...["--module", "esnext", "--moduleResolution", "bundler"],
		...["--customConditions", condition],
	]),
]) {
	test(`types are found with ${settings.join(" ")}`, () => {
		writeFileSync(join(folder, "program.ts"), program);
		run(folder, process.execPath, [
			tsc,
			...["--noEmit", "--strict", "--ignoreConfig", "--target", "es2022"],
			...["--types", ""],
			...settings,
			"program.ts",
		]);
	});
}

const program = `
	import { load, type Article } from "inkstone";
	import { InkstoneArticle } from "inkstone/element";
	import { InkstoneSite } from "inkstone/site";
	import { load as loadInline } from "inkstone/inline";
	import "inkstone/define";
	import "inkstone/themes/default.css";
	const article: Article = (await load()).render("");
	export const names: string[] = article.toc.map(({ text }) => text);
	export const element: InkstoneArticle = new InkstoneArticle();
	export const site: InkstoneSite = new InkstoneSite();
	export const same: typeof load = loadInline;
	// @ts-expect-error: not any
	element.src = 5;
	// @ts-expect-error: not any
	load(5);`;
