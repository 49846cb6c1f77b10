// The folder of a blog, as all subcommands see it: where it is, and what its configuration says.

import { readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { Inkstone, SiteConfiguration } from "../types.js";
import type { FileDiagnostic } from "./diagnostics.js";
import { CommandError, readable, UsageError } from "./exit.js";

/** What a configuration is called where nobody says otherwise. */
export const configurationName = "site.yaml";

/** A blog's folder. */
export interface SiteFolder {
	/** Absolute. */
	folder: string;
	/** The configuration's file, absolute; undefined: there is none, and every key has its default. */
	file: string | undefined;
	configuration: SiteConfiguration;
	/** What is wrong with the configuration. */
	diagnostics: FileDiagnostic[];
}

/**
 * Reads a blog's configuration.
 * @param inkstone the renderer
 * @param folder as the user gave it
 * @param config the configuration's file, as the user gave it; its folder is then the blog's, unless `folder` is
 * another one
 * @throws CommandError when the folder or a configuration that was asked for cannot be read
 */
export async function readSiteFolder(
	inkstone: Inkstone,
	folder: string,
	config?: string,
): Promise<SiteFolder> {
	const absolute = resolve(folder);
	const { isFolder } = await stat(absolute).then(
		(stats) => ({ isFolder: stats.isDirectory() }),
		(error) => {
			throw readable(error, `read the folder ${folder}`);
		},
	);
	if (!isFolder) {
		throw new UsageError(
			`${folder} is no folder. Name the blog's folder, in which ${configurationName} stands.`,
		);
	}
	const file = config ? resolve(config) : join(absolute, configurationName);
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch (error) {
		if (config || (error as NodeJS.ErrnoException).code !== "ENOENT") {
			throw readable(error, `read the configuration ${displayPath(file)}`);
		}
		const { configuration } = inkstone.readSite("");
		return {
			folder: absolute,
			file: undefined,
			configuration,
			diagnostics: [],
		};
	}
	const { configuration, diagnostics } = inkstone.readSite(bytes);
	return {
		folder: absolute,
		file,
		configuration,
		diagnostics: diagnostics.map((diagnostic) => ({
			file: displayPath(file),
			...diagnostic,
		})),
	};
}

/**
 * Where a blog's index goes.
 * @param folder that of the blog, or the one that takes its place for what is written; absolute
 * @param configuration of the blog
 * @returns absolute
 * @throws CommandError where the configuration names no folder of its own below the blog's
 */
export function indexFolderOf(
	folder: string,
	configuration: Pick<SiteConfiguration, "index">,
): string {
	const index = resolve(folder, configuration.index);
	if (!isBelow(index, folder)) {
		throw new CommandError(
			`The configuration's \`index\` is "${configuration.index}". It has to be a folder below the blog's own.`,
		);
	}
	return index;
}

/** Whether a path is really below a folder; both absolute. */
export function isBelow(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return (
		way !== "" && way.split(sep)[0] !== ".." && resolve(folder, way) === path
	);
}

/**
 * A path as the user would name it.
 * @param path absolute
 * @returns relative to the working folder where it lies below it
 */
export function displayPath(path: string): string {
	const way = relative(process.cwd(), path);
	return way === "" ? "." : isBelow(path, process.cwd()) ? way : path;
}
