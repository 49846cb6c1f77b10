// What the commands say when they are done.

import type { Colors } from "../output.js";
import type { IndexResult } from "./make.js";
import type { WrittenIndex } from "./write-index.js";

/**
 * Says in a few lines what `inkstone index` has done.
 * @param colors of the stream that the lines go to
 */
export function summaryOf(result: IndexResult, colors: Colors): string[] {
	const { articles, index, shard, written, times } = result;
	const { found, rendered, removed, failed, hidden } = articles;
	const listed = Object.entries(articles.listed);
	const total = listed.reduce((sum, [, count]) => sum + count, 0);
	const parts = [
		`${amount(found, "file")}, ${number(rendered)} rendered`,
		...(removed > 0 ? [`${number(removed)} gone`] : []),
		...(failed > 0 ? [colors.red(`${number(failed)} failed`)] : []),
	];
	const languages =
		listed.length > 1
			? ` (${listed.map(([lang, count]) => `${lang} ${number(count)}`).join(", ")})`
			: "";
	const left = Object.entries(hidden)
		.filter(([, count]) => count > 0)
		.map(([why, count]) => `${number(count)} ${why}`);
	const seconds = (times.find + times.render + times.write) / 1000;
	return [
		`${parts.join(", ")}; ${amount(total, "article")} in lists${languages}${left.length > 0 ? `, left out: ${left.join(", ")}` : ""}`,
		...(index ? summaryOfIndex(index, !written, colors) : []),
		...(shard ? [`${wrote(!written)} ${colors.bold(shard)}`] : []),
		colors.dim(`${seconds.toFixed(1)} s`),
	];
}

/** Says where an index is. */
export function summaryOfIndex(
	{ folder, files, bytes, beside }: WrittenIndex,
	dryRun: boolean,
	colors: Colors,
): string[] {
	return [
		`${wrote(dryRun)} ${colors.bold(folder)}: ${amount(files, "file")}, ${(bytes / 1e6).toFixed(1)} MB`,
		...(beside.length > 0 ? [`${wrote(dryRun)} ${beside.join(", ")}`] : []),
	];
}

function wrote(dryRun: boolean): string {
	return dryRun ? "Would write" : "Wrote";
}

function amount(count: number, thing: string): string {
	return `${number(count)} ${thing}${count === 1 ? "" : "s"}`;
}

function number(count: number): string {
	return count.toLocaleString("en");
}
