// @ts-check
// The order of a site: sorted in memory or by keys in files, articles come in the same one.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import { chance } from "./corpus.js";

/** @type {typeof import("../../../web/src/catalog/order.js")} */
let module;
before(async () => {
	module = await import(await moduleOf("catalog/order.ts"));
});

/** @param {Partial<import("../../../web/src/catalog/order.js").Ordered>} card */
const card = (card) => ({ weight: 0, date: "", title: "", path: "", ...card });

// In their order; what comes first decides over all that comes later.
const inOrder = [
	{ weight: Number.NEGATIVE_INFINITY },
	{ weight: -1e300 },
	{ weight: -2 },
	{ weight: -1 },
	{ weight: -0.5 },
	{ weight: 1e-9 },
	{ weight: 1, date: "2025-01-02" },
	{ weight: 1, date: "2025-01-01" },
	{ weight: 1, date: "" },
	{ weight: 1.5 },
	{ weight: 2 },
	{ weight: 10 },
	{ weight: 1e300 },
	{ weight: Number.POSITIVE_INFINITY },
	{ date: "99999-01-01" },
	{ date: "2025-01-01T00:00:00-01:00" },
	{ date: "2025-01-01T00:00:00", title: "a" },
	{ date: "2025-01-01", title: "b" },
	{ date: "2025-01-01T08:00:00+08:00", title: "c" },
	{ date: "2025-01-01T00:00:00+01:00" },
	{ date: "1970-01-02" },
	{ date: "1970-01-01" },
	{ date: "1969-12-31" },
	{ date: "0001-01-01" },
	{ date: "soon", title: "" },
	{ title: "", path: "z.md" },
	{ title: "A" },
	{ title: "Z" },
	{ title: "a", path: "a.md" },
	{ title: "a", path: "b.md" },
	{ title: "a\u0001" },
	{ title: "aa" },
	{ title: "活字" },
	{ title: "\u{1F600}" },
	{ title: "\uFF01" },
].map(card);

test("Articles are in the order of weight, date, title and path", () => {
	for (const [i, a] of inOrder.entries()) {
		for (const [j, b] of inOrder.entries()) {
			const expected = Math.sign(i - j);
			const what = JSON.stringify([a, b]);
			assert.equal(Math.sign(module.compareCards(a, b)), expected, what);
			const keys = [module.orderKey(a), module.orderKey(b)];
			const [left = "", right = ""] = keys;
			assert.equal(Number(left > right) - Number(left < right), expected, what);
		}
	}
});

test("A weight of nothing is as none", () => {
	for (const weight of [-0, Number.NaN]) {
		const [a, b] = [card({ weight }), card({})];
		assert.equal(module.compareCards(a, b), 0);
		assert.equal(module.orderKey(a), module.orderKey(b));
	}
});

test("Sorting by keys is sorting", () => {
	const random = chance(5);
	const cards = Array.from({ length: 500 }, (_, i) =>
		card({ ...random.one(inOrder), path: `${random.number(1e6)}-${i}.md` }),
	);
	const keyed = [...cards].sort((a, b) =>
		module.orderKey(a) < module.orderKey(b) ? -1 : 1,
	);
	assert.deepEqual(keyed, [...cards].sort(module.compareCards));
});
