// What is wrong with articles, told file by file in the order of their paths.

import { join } from "node:path";
import { displayPath } from "../site.js";
import type { Collected } from "./collect.js";
import type { Reporter } from "./make.js";
import type { RecordEntry, RecordStore } from "./record-store.js";

/** What there is to say of a file. */
interface Finding {
	path: string;
	/** Why there is no record of it. */
	failure?: Collected["failed"][number];
	/** The record whose diagnostics are to be told. */
	entry?: RecordEntry;
	/** Another file whose article has the same address. */
	other?: string;
}

/**
 * Reports what was found in articles: by the core, now or when they were rendered, and by looking at all of them.
 * @param folder the blog's, absolute
 * @param entries the records to report on, in the order of their paths
 * @param collected what became of the other files
 */
export async function reportFindings(
	folder: string,
	store: RecordStore,
	entries: AsyncIterable<RecordEntry>,
	{ failed }: Collected,
	{ diagnostic }: Pick<Reporter, "diagnostic">,
): Promise<void> {
	const findings = store.scratch.sorter<Finding>();
	for (const failure of failed) {
		const { path } = failure;
		await findings.add([path], { path, failure });
	}
	const routes = store.scratch.sorter<{ path: string; route: string }>();
	for await (const entry of entries) {
		const { path, card, hasDiagnostics } = entry;
		if (hasDiagnostics) {
			await findings.add([path], { path, entry });
		}
		if (card) {
			await routes.add([card.route], { path, route: card.route });
		}
	}
	let first: { path: string; route: string } | undefined;
	for await (const one of routes) {
		if (first?.route === one.route) {
			await findings.add([one.path], { path: one.path, other: first.path });
		} else {
			first = one;
		}
	}
	await routes.end();
	for await (const { path, failure, entry, other } of findings) {
		const file = displayPath(join(folder, path));
		if (failure) {
			const { line, column, severity, code, message } = failure;
			diagnostic({ file, line, column, severity, code, message });
		}
		if (entry) {
			const { facts } = await store.record(entry);
			for (const finding of facts.diagnostics) {
				diagnostic({ file, ...finding });
			}
		}
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
	await findings.end();
}
