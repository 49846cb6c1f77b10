// What is wrong with articles, told file by file in the order of their paths.

import { join } from "node:path";
import { compareTexts } from "../../catalog/order.js";
import { displayPath } from "../site.js";
import type { Collected } from "./collect.js";
import type { Reporter } from "./make.js";
import type { RecordEntry, RecordStore } from "./record-store.js";

/**
 * Reports what was found in articles: by the core, now or when they were rendered, and by looking at all of them.
 * @param folder the blog's, absolute
 * @param entries the records to report on
 * @param collected what became of the other files
 */
export async function reportFindings(
	folder: string,
	store: RecordStore,
	entries: readonly RecordEntry[],
	{ failed }: Collected,
	{ diagnostic }: Pick<Reporter, "diagnostic">,
): Promise<void> {
	const taken = takenRoutes(entries);
	const failures = new Map(failed.map((failure) => [failure.path, failure]));
	const paths = new Set(failures.keys());
	for (const { path, findings } of entries) {
		if (findings.length > 0 || taken.has(path)) {
			paths.add(path);
		}
	}
	for (const path of [...paths].sort(compareTexts)) {
		const file = displayPath(join(folder, path));
		const failure = failures.get(path);
		if (failure) {
			const { line, column, severity, code, message } = failure;
			diagnostic({ file, line, column, severity, code, message });
		}
		const entry = store.entries.get(path);
		if (entry && entry.findings.length > 0) {
			const { facts } = await store.record(entry);
			for (const finding of facts.diagnostics) {
				diagnostic({ file, ...finding });
			}
		}
		const other = taken.get(path);
		if (other !== undefined) {
			diagnostic({
				file,
				line: 0,
				column: 0,
				severity: "warning",
				code: "route-taken",
				message: `The article has the same address as ${other}, so that only one of them can be opened. A \`slug\` makes another one.`,
			});
		}
	}
}

// Files whose articles have the route of another one, and the file of that.
function takenRoutes(entries: readonly RecordEntry[]): Map<string, string> {
	const routes = new Map<string, string>();
	const taken = new Map<string, string>();
	for (const { path, card } of entries.toSorted((a, b) =>
		compareTexts(a.path, b.path),
	)) {
		if (card) {
			const other = routes.get(card.route);
			if (other === undefined) {
				routes.set(card.route, path);
			} else {
				taken.set(path, other);
			}
		}
	}
	return taken;
}
