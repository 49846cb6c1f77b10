// @ts-check
// The seeds that need not be kept, because they can be had: the examples of the CommonMark
// specification, as each target wants them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import spec from "commonmark-spec";

/**
 * What stands before an example so that it is an input of a target: the line of settings. `split`
 * and `front_matter` read no Markdown.
 * @type {Record<string, string[]>}
 */
const firstLines = {
	prepare: ["0"],
	differential: ["0", "1"],
	// The last is everything that is off by default.
	render: ["0", "01", "000000000000000000011111"],
};

/**
 * Writes the generated seeds of a target; none for those that read no Markdown.
 * @param {string} target
 * @param {string} folder is made if it is not there
 */
export function writeSpecSeeds(target, folder) {
	mkdirSync(folder, { recursive: true });
	for (const settings of firstLines[target] ?? []) {
		for (const { number, markdown } of spec.tests) {
			writeFileSync(
				join(folder, `commonmark-${number}-${settings}`),
				`${settings}\n${markdown.replaceAll("→", "\t")}`,
			);
		}
	}
}
