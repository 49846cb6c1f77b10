// @ts-check
// Comments without a page: which settings a provider refuses and what it says of them, how languages are called,
// and that nothing of it makes elements from text.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const article = new URL("../../web/src/article/", import.meta.url);
const { outputFiles } = await build({
	stdin: {
		contents: `
			export { providerFor } from "./comments/providers.js";
			export { giscusLanguage } from "./comments/giscus.js";
			export { disqusLanguage } from "./comments/disqus.js";`,
		resolveDir: fileURLToPath(article),
	},
	bundle: true,
	format: "esm",
	write: false,
});
const { providerFor, giscusLanguage, disqusLanguage } = await import(
	`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`
);

const giscus = {
	provider: "giscus",
	repo: "owner/name",
	repoId: "R_1",
	categoryId: "DIC_1",
};

test("settings that will do give the provider", () => {
	for (const settings of [
		giscus,
		{ ...giscus, mapping: "og:title", host: "https://comments.example.org/" },
		{ provider: "giscus", repo: "owner/name", mapping: "number", term: 12 },
		{ provider: "utterances", repo: "owner-1/name.github.io" },
		{ provider: "disqus", shortname: "a-magazine" },
		{ provider: "element", tag: "my-comments" },
	]) {
		assert.equal(
			typeof providerFor(settings).mount,
			"function",
			JSON.stringify(settings),
		);
	}
});

test("a setting that is missing or cannot be meant is named, with an example", () => {
	for (const [settings, setting] of /** @type {const} */ ([
		[{ ...giscus, repo: undefined }, "repo"],
		[{ ...giscus, repo: "https://github.com/owner/name" }, "repo"],
		[{ ...giscus, repoId: "" }, "repoId"],
		[{ ...giscus, categoryId: null }, "categoryId"],
		[{ ...giscus, mapping: "path" }, "mapping"],
		[{ ...giscus, mapping: "specific" }, "term"],
		[{ ...giscus, host: "comments.example.org" }, "host"],
		[{ ...giscus, host: "https://example.org@evil.example" }, "host"],
		[{ ...giscus, repo: ["owner/name"] }, "repo"],
		[{ provider: "utterances" }, "repo"],
		[{ provider: "utterances", repo: "a/b", mapping: "number" }, "term"],
		[{ provider: "disqus", shortname: "evil.example/x" }, "shortname"],
		[{ provider: "disqus", shortname: "-" }, "shortname"],
		[{ provider: "element", tag: "script" }, "tag"],
	])) {
		const said = providerFor(settings);
		assert.match(
			String(said),
			new RegExp(
				`^The comments provider "${settings.provider}" needs a setting \`${setting}\` such as ".+"\\.$`,
			),
		);
	}
});

test("giscus is only asked for languages that it has, by its own names", () => {
	const asked = Object.fromEntries(
		"en en-GB de pt-BR zh zh-TW zh-Hant zh-MO zh-Hans-HK el sr-Latn km sv tlh x-none"
			.split(" ")
			.concat("")
			.map((lang) => [lang, giscusLanguage(lang)]),
	);
	assert.deepEqual(asked, {
		en: "en",
		"en-GB": "en",
		de: "de",
		"pt-BR": "pt",
		zh: "zh-CN",
		"zh-TW": "zh-TW",
		"zh-Hant": "zh-TW",
		"zh-MO": "zh-HK",
		"zh-Hans-HK": "zh-CN",
		el: "gr",
		"sr-Latn": "hbs",
		km: "kh",
		sv: "en",
		tlh: "en",
		"x-none": "en",
		"": "en",
	});
});

test("Disqus is told languages by its own names", () => {
	const told = Object.fromEntries(
		"en ja zh-CN zh-HK pt pt-PT de"
			.split(" ")
			.concat("")
			.map((lang) => [lang, disqusLanguage(lang)]),
	);
	assert.deepEqual(told, {
		en: "en",
		ja: "ja",
		"zh-CN": "zh",
		"zh-HK": "zh_HANT",
		pt: "pt_BR",
		"pt-PT": "pt_EU",
		de: "de_formal",
		"": "",
	});
});

test("nothing of the comments makes elements or code from text, or writes styles", () => {
	const files = [
		"parts/comments.ts",
		...readdirSync(new URL("comments/", article)).map(
			(file) => `comments/${file}`,
		),
	];
	assert(files.length > 5);
	for (const file of files) {
		assert.doesNotMatch(
			readFileSync(new URL(file, article), "utf8"),
			/innerHTML|outerHTML|insertAdjacentHTML|setHTML|DOMParser|document\.write|createContextualFragment|\beval\b|new Function|\.style\b|"style"|srcdoc/,
			file,
		);
	}
});
