// Gets an article's bytes, and tells an article from what else may answer at its address.

import { ArticleProblem } from "./problem.js";

/** An article's text. */
export interface Source {
	content: string | Uint8Array;
	/** Where it stands, after redirects; "" when it stands in the page itself. */
	url: string;
}

const otherMedia =
	/^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|wasm)\b/i;
const htmlDocument =
	/^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/**
 * Fetches an article.
 * @param src its URL
 * @param base what `src` is relative to
 * @param signal ends the request
 * @returns its bytes
 * @throws ArticleProblem `not-found`, `http`, `network` or `not-markdown`
 */
export async function fetchSource(
	src: string,
	base: string,
	signal: AbortSignal,
): Promise<Source> {
	let response: Response;
	try {
		response = await fetch(new URL(src, base), { signal });
	} catch (cause) {
		throw unreachable(src, cause);
	}
	return { content: await readSource(response, src), url: response.url };
}

/**
 * Reads an article from a server's answer.
 * @param response the answer
 * @param src the article's URL, for messages
 * @returns its bytes
 * @throws ArticleProblem as {@link fetchSource}
 */
export async function readSource(
	response: Response,
	src: string,
): Promise<Uint8Array> {
	let content: Uint8Array;
	try {
		content = new Uint8Array(await response.arrayBuffer());
	} catch (cause) {
		throw unreachable(src, cause);
	}
	if (!response.ok) {
		throw new ArticleProblem(
			response.status === 404 || response.status === 410 ? "not-found" : "http",
			`${response.url} answered ${response.status} ${response.statusText}`.trimEnd(),
		);
	}
	const other = otherThanMarkdown(
		content,
		response.headers.get("content-type") ?? "",
	);
	if (other) {
		throw new ArticleProblem("not-markdown", `${response.url} is ${other}`);
	}
	return content;
}

function unreachable(src: string, cause: unknown): ArticleProblem {
	return new ArticleProblem("network", `${src} could not be fetched`, cause);
}

function otherThanMarkdown(
	content: Uint8Array,
	type: string,
): string | undefined {
	if (otherMedia.test(type)) {
		return type;
	}
	// By what it says, not by its type: there are servers that send every file they do not know as HTML.
	if (htmlDocument.test(new TextDecoder().decode(content.subarray(0, 1024)))) {
		return "an HTML document";
	}
	return content.includes(0) ? "not text in UTF-8" : undefined;
}
