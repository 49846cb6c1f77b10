// @ts-check
// The router alone: what it makes of navigation that somebody else tells of, which page it asks for, and which of two
// that overtake one another counts. The browsers' part is in tests/browser/site/router.test.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { moduleOf } from "../sources.js";

/** @typedef {import("../../../web/src/site/traffic.js").TrafficListener} Listener */
/** @typedef {import("../../../web/src/site/router.js").Visit<{ url: string, page: string, heading: string }>} Visit */

const site = "https://example.org/blog/";
/** @type {[number, number][]} */
const scrolled = [];
const noListeners = { addEventListener() {}, removeEventListener() {} };
Object.assign(globalThis, {
	...noListeners,
	history: { scrollRestoration: "auto" },
	location: new URL(site),
	sessionStorage: { getItem: () => null, setItem() {} },
	scrollX: 0,
	scrollY: 0,
	scrollTo: (/** @type {{ left: number, top: number }} */ { left, top }) => {
		scrolled.push([left, top]);
		Reflect.set(globalThis, "scrollY", top);
	},
});

/** @type {typeof import("../../../web/src/site/router.js")} */
const { Router } = await import(await moduleOf("site/router.ts"));

/** @type {Listener} */
let listener;
/** @type {Visit[]} */
let visits;
/** @type {InstanceType<typeof Router<{ url: string, page: string, heading: string }>>} */
let router;
const traffic = {
	key: "1",
	start(/** @type {Listener} */ heard) {
		listener = heard;
	},
	stop() {},
	push() {},
	replace(/** @type {string} */ url) {
		location.href = url;
	},
	keep() {},
};

/**
 * @param {string} path
 * @param {string} key
 * @param {"new" | "back"} [kind]
 */
function go(path, key, kind = "new") {
	const url = site + path;
	const decision = listener.decide(url, kind === "back");
	listener.leave();
	traffic.key = key;
	location.href = url;
	if (decision === "browser") {
		listener.moved(kind === "back");
	} else {
		void listener.visit(url, { kind });
	}
	return decision;
}

beforeEach(async () => {
	visits = [];
	scrolled.length = 0;
	location.href = site;
	traffic.key = "1";
	Reflect.set(globalThis, "scrollY", 0);
	router = new Router(
		{
			locate(url) {
				const { pathname, hash } = new URL(url);
				return url.startsWith(site) && !pathname.endsWith(".png")
					? {
							url: url.replace("old", "new"),
							page: pathname,
							heading: hash.slice(1),
						}
					: undefined;
			},
			async show(visit) {
				visits.push(visit);
			},
			goToHeading: () => true,
		},
		traffic,
	);
	await router.start();
	visits[0]?.arrive(undefined);
});

test("what is no page of the site is left to the browser", () => {
	assert.equal(listener.decide("https://elsewhere.test/", false), "foreign");
	assert.equal(listener.decide(`${site}a.png`, false), "foreign");
});

test("a heading of the page that is there is found by the browser, one of another page is not", () => {
	assert.equal(listener.decide(`${site}#one`, false), "browser");
	assert.equal(listener.decide(`${site}a#one`, false), "ours");
	assert.equal(listener.decide(`${site}#/a#one`, false), "ours");
});

test("a better address is taken in the place of one that is gone to, but not of one that the history has", () => {
	assert.deepEqual(listener.decide(`${site}old`, false), {
		instead: `${site}new`,
	});
	assert.equal(listener.decide(`${site}old`, true), "ours");
});

test("a page that overtakes another ends it, and only the later one arrives", () => {
	go("a", "2");
	go("b", "3");
	assert.deepEqual(
		visits.map(({ signal }) => signal.aborted),
		[false, true, false],
	);
	visits[1]?.arrive(undefined);
	assert.deepEqual(scrolled, []);
	visits[2]?.arrive(undefined);
	assert.deepEqual(scrolled, [[0, 0]]);
});

test("while another page is on its way, a heading of the one that is there is a page to go to", () => {
	go("a", "2");
	assert.equal(listener.decide(`${site}#one`, false), "ours");
});

test("each entry of the history has its own place, though they are the same page", () => {
	Reflect.set(globalThis, "scrollY", 300);
	go("a", "2");
	visits[1]?.arrive(undefined);
	Reflect.set(globalThis, "scrollY", 500);
	go("", "3");
	visits[2]?.arrive(undefined);
	assert.deepEqual(scrolled.at(-1), [0, 0]);
	assert.equal(listener.decide(site, true), "browser");
	go("", "1", "back");
	assert.deepEqual(scrolled.at(-1), [0, 300]);
	go("a", "2", "back");
	visits.at(-1)?.arrive(undefined);
	assert.deepEqual(scrolled.at(-1), [0, 500]);
});

test("a link to the page that is there leads to its top, and nothing is made anew", () => {
	Reflect.set(globalThis, "scrollY", 300);
	assert.equal(go("", "1"), "ours");
	assert.equal(visits.length, 1);
	assert.deepEqual(scrolled, [[0, 0]]);
});
