// @ts-check
// A server for one page of one test: the examples, the test's own files above them, and a stand-in for all other
// servers, since it is the page's proxy as well. Each stage is an origin of its own.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../tools/serve.js";
import { examples, typeOf } from "./pages.js";

/**
 * What a server says.
 * @typedef {string | Buffer | { body: string | Buffer, status?: number, headers?: Record<string, string> }} Answer
 */

/**
 * Gives the answer to a request, now or later; or nothing, where it answers by itself, or never.
 * @callback Handler
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {Answer | void | Promise<Answer | void>}
 */

/**
 * What a test gives. By their paths below `/static/`; by their whole path, with `/` at its start; or, as if another server had them,
 * by their URL, beginning with `http://`.
 * @typedef {Record<string, Answer | Handler>} Files
 */

/**
 * @typedef {object} Stage
 * @property {string} url ends in a slash
 * @property {(files: Files) => void} give puts files in place of what is there, also while the page is open
 * @property {() => string[]} requests the paths that were asked for here, in their order, with what follows `?`
 * @property {() => string[]} elsewhere the URLs that were asked for elsewhere; of `https:`, the host alone
 * @property {() => Promise<void>} close
 */

const watcher = "/.watch.js";

/**
 * Starts a server.
 * @param {Record<string, string>} [headers] with every answer
 * @returns {Promise<Stage>}
 */
export async function openStage(headers) {
	/** @type {Map<string, Answer | Handler>} */
	const files = new Map();
	files.set(watcher, readFileSync(new URL("watch.js", import.meta.url)));
	// Browsers ask for it by themselves.
	files.set("/favicon.ico", { body: "", status: 204 });
	/** @type {string[]} */
	const requests = [];
	/** @type {string[]} */
	const elsewhere = [];

	const server = await serve(examples, {
		port: 0,
		headers,
		answer(request, response) {
			const asked = request.url ?? "/";
			const isForeign = asked.startsWith("http:");
			if (isForeign) {
				elsewhere.push(asked);
			} else if (asked !== watcher && asked !== "/favicon.ico") {
				requests.push(asked);
			}
			const [path] = asked.split(/[?#]/);
			const content = files.get(path) ?? exampleHtml(path);
			if (content === undefined && isForeign) {
				response.writeHead(502).end();
				return true;
			}
			if (content === undefined) {
				return false;
			}
			if (typeof content !== "function") {
				answerWith(content, path, response);
				return true;
			}
			Promise.resolve(content(request, response)).then(
				(answer) => answer !== undefined && answerWith(answer, path, response),
				(error) => response.destroy(error),
			);
			return true;
		},
		connect({ url }, socket) {
			elsewhere.push(`https://${url?.replace(/:443$/, "")}`);
			socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
		},
	});
	return {
		url: server.url,
		give(more) {
			for (const [path, content] of Object.entries(more)) {
				files.set(/^(\/|http:)/.test(path) ? path : `/static/${path}`, content);
			}
		},
		requests: () => [...requests],
		elsewhere: () => [...elsewhere],
		close: server.close,
	};
}

/**
 * @param {Answer} content
 * @param {string} path
 * @param {import("node:http").ServerResponse} response
 */
function answerWith(content, path, response) {
	const plain = typeof content === "string" || Buffer.isBuffer(content);
	const {
		body,
		status = 200,
		headers = {},
	} = plain ? { body: content } : content;
	const type =
		Object.entries(headers).find(
			([name]) => name.toLowerCase() === "content-type",
		)?.[1] ?? typeOf(path);
	response.writeHead(status, {
		"Cache-Control": "no-store",
		...(type && { "Content-Type": type }),
		...headers,
	});
	response.end(type?.startsWith("text/html") ? watched(String(body)) : body);
}

/**
 * An example's page, which is read here so that it can be watched.
 * @param {string} path
 */
function exampleHtml(path) {
	const file = join(
		examples,
		decodeURI(path),
		path.endsWith("/") ? "index.html" : "",
	);
	return file.endsWith(".html") &&
		statSync(file, { throwIfNoEntry: false })?.isFile()
		? { body: readFileSync(file), headers: { "Content-Type": "text/html" } }
		: undefined;
}

/**
 * A page with the script that notes what goes wrong in it, before any other.
 * @param {string} html
 */
function watched(html) {
	const start =
		/^\s*<!doctype[^>]*>(?:\s*<html[^>]*>)?(?:\s*<head>)?/i.exec(html)?.[0] ??
		"";
	return `${start}<script src="${watcher}"></script>${html.slice(start.length)}`;
}
