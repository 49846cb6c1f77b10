// @ts-check
// Takes packages of other Debian releases from the archive that this machine already uses, with an apt of its
// own: the machine's own releases, lists and installed packages stay as they are, and no root is needed.

import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { CommandFailed, inParallel, Problem } from "../steps.js";

/** @typedef {import("../steps.js").Run} Run */

/**
 * The text of one of apt's source files, which is written in one of two ways.
 * @typedef {{ format: "deb822" | "one-line", text: string }} SourceFile
 */

/**
 * The list of the Debian archive that this machine uses.
 * @param {string} root the folder that holds `etc`
 * @returns {SourceFile | undefined} nothing where the machine is not Debian's
 */
export function debianArchive(root = "/") {
	const release = join(root, "etc/os-release");
	if (
		!existsSync(release) ||
		!/^ID="?debian"?$/m.test(readFileSync(release, "utf8"))
	) {
		return undefined;
	}
	for (const [path, format] of /** @type {const} */ ([
		["etc/apt/sources.list.d/debian.sources", "deb822"],
		["etc/apt/sources.list", "one-line"],
	])) {
		const file = join(root, path);
		if (existsSync(file)) {
			const source = { format, text: readFileSync(file, "utf8") };
			if (deriveSources(source, "deb", [])) {
				return source;
			}
		}
	}
	return undefined;
}

/**
 * A list of other releases, or of sources, from the archive that another list names.
 * @param {SourceFile} source
 * @param {"deb" | "deb-src"} type packages or sources
 * @param {string[]} suites the releases, for instance `["forky"]`
 * @returns {SourceFile | undefined} nothing where the list names no Debian archive
 */
export function deriveSources({ format, text }, type, suites) {
	const entry =
		format === "deb822"
			? fromParagraph(text, type, suites)
			: fromLine(text, type, suites);
	return entry === undefined ? undefined : { format, text: entry };
}

/**
 * @param {string} text
 * @param {string} type
 * @param {string[]} suites
 */
function fromParagraph(text, type, suites) {
	const field = (/** @type {string} */ paragraph, /** @type {string} */ name) =>
		(paragraph.match(new RegExp(`^${name}:(.*)$`, "im"))?.[1] ?? "")
			.trim()
			.split(/\s+/);
	const paragraph = text
		.split(/\n\s*\n/)
		.map((one) => one.replace(/^#.*\n?/gm, ""))
		.find(
			(one) =>
				field(one, "Types").includes("deb") &&
				!field(one, "Enabled").includes("no") &&
				isMainArchive(field(one, "Suites"), field(one, "Components")),
		);
	return paragraph
		?.replace(/^Types:.*$/im, `Types: ${type}`)
		.replace(/^Suites:.*$/im, `Suites: ${suites.join(" ")}`)
		.replace(/^Components:.*$/im, "Components: main")
		.trim()
		.concat("\n");
}

/**
 * @param {string} text
 * @param {string} type
 * @param {string[]} suites
 */
function fromLine(text, type, suites) {
	for (const line of text.split("\n")) {
		const [, options = "", archive, suite, components] =
			line.match(/^\s*deb\s+(\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/) ?? [];
		if (
			archive &&
			!archive.startsWith("cdrom:") &&
			isMainArchive([suite], components.trim().split(/\s+/))
		) {
			return suites
				.map((wanted) => `${type} ${options}${archive} ${wanted} main\n`)
				.join("");
		}
	}
	return undefined;
}

/**
 * @param {string[]} suites
 * @param {string[]} components
 */
function isMainArchive(suites, components) {
	return (
		components.includes("main") &&
		suites.some((suite) => /^[a-z]+$/.test(suite))
	);
}

/** The archive could not be reached, or does not have what was wanted; the message names what and why. */
export class NotInArchive extends Problem {}

/** An apt with its own lists and its own idea of what is installed: nothing. */
export class PrivateApt {
	/**
	 * @param {Run} run
	 * @param {string} folder an empty folder that it may fill
	 */
	constructor(run, folder) {
		this.run = run;
		this.folder = folder;
	}

	/**
	 * Fetches the lists; everything else comes after it.
	 * @param {SourceFile} archive the machine's own list
	 * @param {"deb" | "deb-src"} type
	 * @param {string[]} suites
	 * @throws {NotInArchive}
	 */
	async update(archive, type, suites) {
		const sources = /** @type {SourceFile} */ (
			deriveSources(archive, type, suites)
		);
		for (const folder of [
			"parts",
			"lists/partial",
			"cache/archives/partial",
			"files",
		]) {
			mkdirSync(join(this.folder, folder), { recursive: true });
		}
		const name =
			sources.format === "deb822" ? "archive.sources" : "archive.list";
		writeFileSync(join(this.folder, "parts", name), sources.text);
		writeFileSync(join(this.folder, "status"), "");
		await this.apt("apt-get", ["update"]);
	}

	/**
	 * Downloads the source archive of a package, without Debian's own changes, into `files`.
	 * @param {string} name
	 * @param {string} suite
	 * @throws {NotInArchive}
	 */
	async downloadSource(name, suite) {
		await this.apt("apt-get", [
			"source",
			"--download-only",
			"--tar-only",
			`${name}/${suite}`,
		]);
	}

	/**
	 * The names of packages that begin in a certain way.
	 * @param {string} start
	 */
	async packageNames(start) {
		return (await this.apt("apt-cache", ["pkgnames", start]))
			.split("\n")
			.filter(Boolean);
	}

	/**
	 * @param {string} name
	 * @returns {Promise<string>} the newest version of a package
	 * @throws {NotInArchive}
	 */
	async version(name) {
		const shown = await this.apt("apt-cache", [
			"show",
			"--no-all-versions",
			name,
		]);
		return shown.match(/^Version: (.*)$/m)?.[1] ?? "";
	}

	/**
	 * Unpacks packages and all they depend on, running nothing of theirs.
	 * @param {string[]} packages
	 * @param {string} target
	 * @throws {NotInArchive}
	 */
	async unpackWithDependencies(packages, target) {
		await this.apt("apt-get", [
			"install",
			"--download-only",
			"--yes",
			"--no-install-recommends",
			...packages,
		]);
		await this.unpack(join(this.folder, "cache", "archives"), target);
	}

	/**
	 * Unpacks one package alone.
	 * @param {string} name
	 * @param {string} target
	 * @throws {NotInArchive}
	 */
	async unpackAlone(name, target) {
		await this.apt("apt-get", ["download", name]);
		await this.unpack(join(this.folder, "files"), target);
	}

	/**
	 * @private
	 * @param {string} folder
	 * @param {string} target
	 */
	async unpack(folder, target) {
		const packages = readdirSync(folder).filter((name) =>
			name.endsWith(".deb"),
		);
		mkdirSync(target, { recursive: true });
		await inParallel(packages, 2, async (name) => {
			await this.run("dpkg-deb", ["--extract", join(folder, name), target]);
		});
	}

	/**
	 * @private
	 * @param {string} command
	 * @param {string[]} parameters
	 */
	async apt(command, parameters) {
		const { folder } = this;
		const settings = [
			"Dir::Etc::sourcelist=/dev/null",
			`Dir::Etc::sourceparts=${join(folder, "parts")}`,
			"Dir::Etc::preferences=/dev/null",
			"Dir::Etc::preferencesparts=/dev/null",
			`Dir::State=${folder}`,
			`Dir::State::lists=${join(folder, "lists")}`,
			`Dir::State::status=${join(folder, "status")}`,
			`Dir::Cache=${join(folder, "cache")}`,
			"Acquire::Check-Valid-Until=false",
			"Acquire::Languages=none",
			"Acquire::Retries=2",
			"APT::Sandbox::User=root",
			"APT::Update::Error-Mode=any",
		].flatMap((setting) => ["-o", setting]);
		try {
			return await this.run(command, [...settings, ...parameters], {
				folder: join(folder, "files"),
			});
		} catch (error) {
			if (error instanceof CommandFailed) {
				throw new NotInArchive(aptTrouble(error.output) ?? error.message);
			}
			throw error;
		}
	}
}

/**
 * Why an apt command failed, in few words.
 * @param {string} output what it printed
 * @returns {string | undefined} nothing if its output does not say
 */
export function aptTrouble(output) {
	if (
		/could not (resolve|connect)|temporary failure|unable to connect|network is unreachable|timed out/i.test(
			output,
		)
	) {
		return "there is no network, or the Debian archive cannot be reached";
	}
	return output.match(/^E: (.*)$/m)?.[1];
}
