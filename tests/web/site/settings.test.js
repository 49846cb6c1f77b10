// @ts-check
// What a site's configuration comes to for its pages: URLs hold wherever a page stands, and articles get the aside that
// the configuration has for them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { moduleOf } from "../sources.js";

/** @type {typeof import("../../../web/src/site/settings.js")} */
const { articleSettings, pageSettings } = await import(
	await moduleOf("site/settings.ts")
);

const folder = "https://example.org/blog/";

test("URLs are relative to the configuration", () => {
	assert.deepEqual(
		pageSettings(
			{
				settings: {
					authors: { Ann: { avatar: "ann.jpg", url: "/ann", bio: "x.y" } },
					social: [{ title: "Mail", url: "mailto:a@example.org" }],
					mermaid: "../mermaid.mjs",
					thumbnail: { src: "pic.png", alt: "pic.png" },
				},
			},
			folder,
		),
		{
			authors: {
				Ann: {
					avatar: "https://example.org/blog/ann.jpg",
					url: "https://example.org/ann",
					bio: "x.y",
				},
			},
			social: [{ title: "Mail", url: "mailto:a@example.org" }],
			mermaid: "https://example.org/mermaid.mjs",
			thumbnail: { src: "https://example.org/blog/pic.png", alt: "pic.png" },
		},
	);
});

test("what is no URL is left to whoever complains of it", () => {
	const settings = {
		authors: ["Ann"],
		social: { title: "x" },
		mermaid: "http://[",
		thumbnail: true,
	};
	assert.deepEqual(pageSettings({ settings }, folder), settings);
});

test("an article has the aside of the configuration, unless its settings say otherwise", () => {
	/** @type {Parameters<typeof articleSettings>[0]} */
	const configuration = {
		sidebar: { home: "left", list: "left", single: "none" },
		widgets: { home: [], list: [], single: ["toc"] },
	};
	assert.deepEqual(articleSettings(configuration, { toc: true }), {
		sidebar: false,
		widgets: ["toc"],
		toc: true,
	});
	assert.equal(
		articleSettings(configuration, { sidebar: "right" }).sidebar,
		"right",
	);
});
