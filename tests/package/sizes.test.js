// @ts-check
// What pages load stays within its budgets, and the tool that says so sees growth wherever it comes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { budgets } from "../../tools/budgets.js";
import {
	builtPackage,
	describe,
	faultsIn,
	measure,
} from "../../tools/sizes.js";

/** @typedef {import("../../tools/sizes.js").Package} Package */

test("nothing that pages load has grown past its budget", () => {
	const measured = measure(builtPackage(), budgets);
	assert.deepEqual(faultsIn(measured), [], describe(measured));
});

/** A page loads `entry.js` with `shared.js`, and later `late.js`, which needs `shared.js` and `own.js`. */
const kibibytes = { "entry.js": 1, "shared.js": 2, "late.js": 3, "own.js": 4 };

/**
 * @param {Record<string, number>} sizes in KiB
 * @returns {Package}
 */
function packageOf(sizes) {
	const needs = (/** @type {string[]} */ ...paths) =>
		paths.map((path) => ({ path, kind: "import-statement" }));
	return {
		modules: {
			"entry.js": {
				entryPoint: "src/entry.ts",
				imports: [
					...needs("shared.js"),
					{ path: "late.js", kind: "dynamic-import" },
				],
			},
			"late.js": {
				entryPoint: "src/late.ts",
				imports: needs("shared.js", "own.js"),
			},
		},
		files: Object.keys(sizes),
		sizeOf: (file) => (sizes[file] ?? 0) * 1024,
	};
}

const entry = { what: "entry", loads: ["entry.js"], kib: 3, files: 2 };
const late = {
	what: "late",
	loads: ["src/late.ts"],
	after: ["entry.js"],
	kib: 7,
};

test("an entry weighs what it imports at once, and a later part what the entry has not brought", () => {
	const { sizes } = measure(packageOf(kibibytes), [entry, late]);
	assert.deepEqual(
		sizes.map(({ files, bytes }) => [files, bytes / 1024]),
		[
			[["entry.js", "shared.js"], 3],
			[["late.js", "own.js"], 7],
		],
	);
	assert.deepEqual(faultsIn(measure(packageOf(kibibytes), [entry, late])), []);
});

test("a module that grows is a fault of each that loads it", () => {
	const grown = packageOf({ ...kibibytes, "shared.js": 2.5 });
	assert.deepEqual(faultsIn(measure(grown, [entry, late])), [
		"entry: 3.5 KiB, more than 3 KiB",
	]);
	const later = packageOf({ ...kibibytes, "own.js": 4.5 });
	assert.deepEqual(faultsIn(measure(later, [entry, late])), [
		"late: 7.5 KiB, more than 7 KiB",
	]);
});

test("one file more than may be is a fault", () => {
	const one = { ...entry, files: 1 };
	assert.deepEqual(faultsIn(measure(packageOf(kibibytes), [one, late])), [
		"entry: 2 files, more than 1",
	]);
});

test("of a folder, the largest counts", () => {
	const built = packageOf({
		...kibibytes,
		"languages/a.js": 1,
		"languages/b.js": 2,
	});
	const language = { what: "a language", loads: ["languages/*"], kib: 1.5 };
	assert.deepEqual(faultsIn(measure(built, [entry, late, language])), [
		"a language: 2.0 KiB, more than 1.5 KiB",
	]);
});

test("a file that no budget watches is a fault, and so is a budget for what there is not", () => {
	assert.deepEqual(faultsIn(measure(packageOf(kibibytes), [entry])), [
		"late.js has no budget: tools/budgets.js gives it one",
		"own.js has no budget: tools/budgets.js gives it one",
	]);
	assert.throws(
		() => measure(packageOf(kibibytes), [{ ...entry, loads: ["src/gone.ts"] }]),
		/There is a budget for src\/gone\.ts/,
	);
});
