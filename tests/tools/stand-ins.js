// @ts-check
// What the tests of the tools share: folders that go away, machines that are not this one, and steps that print to a text.

import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { describePlatform } from "../../tools/setup/platform.js";
import { Steps } from "../../tools/steps.js";

/**
 * An empty folder that goes away after the tests.
 * @returns {string}
 */
export function temporaryFolder() {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-tools-"));
	after(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/**
 * Writes files, and the folders around them.
 * @param {string} folder
 * @param {Record<string, string>} files texts by path
 */
export function writeFiles(folder, files) {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

/**
 * Makes commands out of shell scripts.
 * @param {Record<string, string>} scripts by name
 * @returns {string} the folder they are in
 */
export function fakeCommands(scripts) {
	const folder = temporaryFolder();
	for (const [name, script] of Object.entries(scripts)) {
		writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
		chmodSync(join(folder, name), 0o755);
	}
	return folder;
}

/**
 * A machine with an empty cache, and else like this one but for what is said.
 * @param {Partial<import("../../tools/setup/platform.js").Platform>} facts
 */
export function platform(facts = {}) {
	return {
		...describePlatform(),
		cache: join(temporaryFolder(), "inkstone"),
		...facts,
	};
}

/**
 * Steps whose lines can be read.
 * @returns {{ steps: Steps, printed: () => string }}
 */
export function readableSteps() {
	let text = "";
	const output = {
		write(/** @type {string} */ more) {
			text += more;
		},
	};
	return {
		steps: new Steps({ output, logs: temporaryFolder() }),
		printed: () => text,
	};
}
