// @ts-check
// Serves a folder of static files on this machine alone, for `npm start` and for the tests in the browser.

import { statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { Problem } from "./steps.js";

const usualPort = 8080;
const portsTried = 100;

/**
 * Serves a folder on 127.0.0.1. Files may change meanwhile.
 * @param {string} folder
 * @param {object} [options]
 * @param {number} [options.port] 0 for any that is free; if not given, 8080 or the next one that is free
 * @param {Record<string, string>} [options.headers] sent with every answer
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean} [options.answer]
 * asked first: whether it answers a request, now or later; the folder answers the others
 * @param {(request: import("node:http").IncomingMessage, socket: import("node:stream").Duplex) => void} [options.connect]
 * has the requests to be let through to another server, as a proxy is asked; without it they are refused
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends in a slash
 * @throws {Problem} if the port is taken
 */
export async function serve(
	folder,
	{ port, headers = {}, answer, connect } = {},
) {
	const files = sirv(folder, {
		dev: true,
		etag: true,
		setHeaders(response, path) {
			if (path.endsWith(".md")) {
				response.setHeader("Content-Type", "text/markdown; charset=utf-8");
			}
		},
	});
	const server = createServer((request, response) => {
		for (const [name, value] of Object.entries(headers)) {
			response.setHeader(name, value);
		}
		if (answer?.(request, response)) {
			return;
		}
		const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
		if (!path.endsWith("/") && isFolder(join(folder, decode(path)))) {
			// Links in the folder's page are relative to the folder.
			response
				.writeHead(301, {
					Location: `./${path.slice(path.lastIndexOf("/") + 1)}/`,
				})
				.end();
		} else {
			files(request, response);
		}
	});
	if (connect) {
		server.on("connect", connect);
	}
	const actualPort = await listen(server, port);
	return {
		url: `http://127.0.0.1:${actualPort}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/**
 * @param {import("node:http").Server} server
 * @param {number | undefined} wanted
 * @returns {Promise<number>}
 */
async function listen(server, wanted) {
	const first = wanted ?? usualPort;
	const last = wanted ?? usualPort + portsTried - 1;
	for (let port = first; port <= last; port++) {
		if (await tryToListen(server, port)) {
			return /** @type {import("node:net").AddressInfo} */ (server.address())
				.port;
		}
	}
	throw new Problem(
		wanted === undefined
			? `The ports ${first} to ${last} are all taken. Choose another one with --port.`
			: `Port ${wanted} is taken. Choose another one, or none to have a free one found.`,
	);
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<boolean>} whether the port was free
 */
function tryToListen(server, port) {
	return new Promise((resolve, reject) => {
		const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
			if (error.code === "EADDRINUSE") {
				resolve(false);
			} else if (error.code === "EACCES") {
				reject(
					new Problem(
						`Port ${port} is not open to everyone. Choose one above 1023.`,
					),
				);
			} else {
				reject(error);
			}
		};
		server.once("error", onError);
		server.listen(port, "127.0.0.1", () => {
			server.off("error", onError);
			resolve(true);
		});
	});
}

/** @param {string} path */
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} path */
function decode(path) {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
