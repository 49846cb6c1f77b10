// The server of `inkstone serve`: the files of a blog's folder, with what is made in memory of it in front, and pages
// that hear of changes.

import { readFile, stat } from "node:fs/promises";
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { CommandError, UsageError } from "../exit.js";
import { binFile, distFile } from "../package.js";
import type { LiveChannel } from "./channel.js";
import { livePage } from "./page.js";

/** Where the server has what is not of the blog. */
const ownPath = "/@inkstone/";

const usualPort = 8080;
const portsTried = 100;

/** What is served. */
export interface ServerOptions {
	/** The blog's folder, absolute. */
	folder: string;
	/** A folder whose files come before those of the blog's: the index as it is now. Absolute. */
	made: string;
	host: string;
	/** 0 for any that is free; undefined for 8080 or the next one that is free. */
	port: number | undefined;
	channel: LiveChannel;
	/** Whether every path that has no file is a route of the site. */
	hasRoutesInPath(): boolean;
}

/** A server that runs. */
export interface RunningServer {
	/** Ends in a slash. */
	url: string;
	close(): Promise<void>;
}

/**
 * Starts the server.
 * @throws CommandError when the port is taken, or the address none of this machine's
 */
export async function startServer(
	options: ServerOptions,
): Promise<RunningServer> {
	const { folder, made, host, channel } = options;
	const settings = {
		dev: true,
		etag: true,
		setHeaders(response: ServerResponse, path: string) {
			if (/\.md$/i.test(path)) {
				response.setHeader("Content-Type", "text/markdown; charset=utf-8");
			}
			response.setHeader("Cache-Control", "no-cache");
		},
	};
	const fromMade = sirv(made, settings);
	const fromFolder = sirv(folder, settings);
	const fromPackage = sirv(distFile("."), settings);
	const fromCommand = sirv(binFile("."), settings);

	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const path = pathOf(request);
		if (path === undefined || !isOurs(request, host)) {
			response.writeHead(path === undefined ? 400 : 403).end();
			return;
		}
		if (request.method !== "GET" && request.method !== "HEAD") {
			response.writeHead(405, { Allow: "GET, HEAD" }).end();
			return;
		}
		if (/\/\.(?!well-known\/)/.test(path)) {
			// What has such a name, as `.git` has, is nobody's to read.
			missing(response);
			return;
		}
		if (path === `${ownPath}events`) {
			channel.join(response);
			return;
		}
		if (path === `${ownPath}live.js`) {
			askFor("/live.js", request);
			fromCommand(request, response, () => missing(response));
			return;
		}
		const page = await pageAt(path, options);
		if (page?.redirect) {
			response.writeHead(301, { Location: page.redirect }).end();
		} else if (page?.html !== undefined) {
			response.writeHead(page.status, {
				"Content-Type": "text/html; charset=utf-8",
				"Cache-Control": "no-store",
			});
			response.end(request.method === "HEAD" ? undefined : page.html);
		} else {
			askFor(path, request);
			fromMade(request, response, () =>
				fromFolder(request, response, () => {
					// A blog need not have a copy of Inkstone of its own.
					const [, part] = /^\/inkstone(\/.*)$/s.exec(path) ?? [];
					if (part) {
						askFor(part, request);
						fromPackage(request, response, () => missing(response));
					} else {
						missing(response);
					}
				}),
			);
		}
	};
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			if (!response.headersSent) {
				response.writeHead(500, { "Content-Type": "text/plain" });
			}
			response.end(String(error));
		});
	});
	const port = await listen(server, host, options.port);
	return {
		url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

interface FoundPage {
	status: number;
	html?: string;
	redirect?: string;
}

// Pages pass through here, to hear of changes; other files do not.
async function pageAt(
	path: string,
	{ folder, hasRoutesInPath }: ServerOptions,
): Promise<FoundPage | undefined> {
	const file = join(folder, path);
	const kind = await kindOf(file);
	if (kind === "folder" && !path.endsWith("/")) {
		if (await kindOf(join(file, "index.html"))) {
			// Links in the folder's page are relative to the folder.
			return {
				status: 301,
				redirect: `./${encodeURIComponent(path.slice(path.lastIndexOf("/") + 1))}/`,
			};
		}
	}
	const name =
		kind === "folder"
			? join(file, "index.html")
			: /\.html?$/i.test(path)
				? file
				: undefined;
	if (name && (await kindOf(name)) === "file") {
		return { status: 200, html: livePage(await readFile(name, "utf8"), 0) };
	}
	if (kind === "file" || !hasRoutesInPath() || /\.[a-z\d]+$/i.test(path)) {
		return undefined;
	}
	const start = join(folder, "index.html");
	if ((await kindOf(start)) !== "file") {
		return undefined;
	}
	// The site's page, seen from a folder that only the site knows.
	const depth = path.split("/").length - 2;
	return { status: 200, html: livePage(await readFile(start, "utf8"), depth) };
}

async function kindOf(file: string): Promise<"file" | "folder" | undefined> {
	const stats = await stat(file).catch(() => undefined);
	return stats?.isDirectory() ? "folder" : stats?.isFile() ? "file" : undefined;
}

function pathOf({ url = "" }: IncomingMessage): string | undefined {
	try {
		const path = decodeURIComponent(new URL(url, "http://a/").pathname);
		// Neither is in the name of a file, and some systems take them for something else.
		return /[\0\\]/.test(path) ? undefined : path;
	} catch {
		return undefined;
	}
}

/**
 * Makes a request one that sirv answers rightly. It leaves `%23`, `%2B` and their like in names, with which links to such
 * files are written; and of ranges it knows those with a beginning. Without the others, it answers with the whole file.
 * @param path decoded
 * @param request what is asked
 */
function askFor(path: string, request: IncomingMessage): void {
	const url = path.replaceAll("%", "%25");
	// As its parser keeps what it has parsed: a `#` or `?` in it is now one of a name.
	Object.assign(request, { url, _parsedUrl: { raw: url, pathname: url } });
	if (!/^bytes=\d+-([1-9]\d*)?$/.test(request.headers.range ?? "")) {
		delete request.headers.range;
	}
}

// A page of somebody else's, whose name leads to this machine, is not to read what is served here.
function isOurs({ headers }: IncomingMessage, host: string): boolean {
	if (!/^(localhost|127\..*|::1)$/.test(host)) {
		return true;
	}
	const name = URL.canParse(`http://${headers.host}`)
		? new URL(`http://${headers.host}`).hostname
		: "";
	return /^(localhost|127\.[\d.]+|\[::1\])$/.test(name);
}

function missing(response: ServerResponse): void {
	response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
	response.end("There is no such file.\n");
}

async function listen(
	server: Server,
	host: string,
	wanted: number | undefined,
): Promise<number> {
	const first = wanted ?? usualPort;
	const last = wanted ?? usualPort + portsTried - 1;
	for (let port = first; port <= last; port++) {
		if (await tryToListen(server, host, port)) {
			return (server.address() as AddressInfo).port;
		}
	}
	throw new CommandError(
		wanted === undefined
			? `The ports ${first} to ${last} are all taken. Choose another one with --port.`
			: `Port ${wanted} is taken. Choose another one, or none to have a free one found.`,
	);
}

function tryToListen(
	server: Server,
	host: string,
	port: number,
): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const onError = (error: NodeJS.ErrnoException) => {
			if (error.code === "EADDRINUSE") {
				resolve(false);
			} else if (error.code === "EACCES") {
				reject(
					new CommandError(
						`Port ${port} is not open to everyone. Choose one above 1023.`,
					),
				);
			} else if (
				error.code === "EADDRNOTAVAIL" ||
				error.code === "ENOTFOUND" ||
				error.code === "EAI_AGAIN"
			) {
				reject(new UsageError(`${host} is no address of this machine.`));
			} else {
				reject(error);
			}
		};
		server.once("error", onError);
		server.listen(port, host, () => {
			server.off("error", onError);
			resolve(true);
		});
	});
}
