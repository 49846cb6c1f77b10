// The configuration of a blog whose pages are files: with its routes in the path, as the addresses of files are.

import { isDeepStrictEqual } from "node:util";
import type { Inkstone, SiteConfiguration } from "../../types.js";
import { CommandError } from "../exit.js";

/** A configuration, and the text that says so. */
export interface PathConfiguration {
	text: string;
	configuration: SiteConfiguration;
}

/**
 * Makes a configuration say `urls: path`, and nothing else otherwise than before.
 * @param text YAML or JSON
 * @param inkstone reads it
 * @throws CommandError where that cannot be done in this text
 */
export function withRoutesInPath(
	text: string,
	inkstone: Inkstone,
): PathConfiguration {
	const before = inkstone.readSite(text).configuration;
	if (before.urls === "path") {
		return { text, configuration: before };
	}
	const changed = /^\s*\{/.test(text) ? inJson(text) : inYaml(text);
	const { configuration } = inkstone.readSite(changed);
	if (!isDeepStrictEqual(configuration, { ...before, urls: "path" })) {
		throw new CommandError(
			"The configuration has to say `urls: path` for pages that are files; please write it there.",
		);
	}
	return { text: changed, configuration };
}

function inYaml(text: string): string {
	const lines = text.split(/(?<=\n)/);
	const kept = lines.filter((line) => !/^(urls|"urls"|'urls')\s*:/.test(line));
	// In front: a document may end with a text of many lines.
	const start = kept.findIndex((line) => /^---\s*$/.test(line)) + 1;
	return [...kept.slice(0, start), "urls: path\n", ...kept.slice(start)].join(
		"",
	);
}

function inJson(text: string): string {
	try {
		return `${JSON.stringify({ ...JSON.parse(text), urls: "path" }, null, "\t")}\n`;
	} catch {
		return text;
	}
}
