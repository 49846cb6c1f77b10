// What providers tell others of an article and its page, and what comes back to them in the page's address.

import { decode } from "../../address.js";
import type { FrontMatterValue } from "../../types.js";
import type { PageContext } from "../context.js";
import type { CommentsSettings } from "../settings.js";

// As much as an address may hold of a description without growing too long for servers.
const longestDescription = 1000;
const sessionParameters = ["giscus", "utterances"] as const;

/**
 * Reads a setting that is text.
 * @returns numbers and booleans as text; "" for anything else
 */
export function textOf(value: FrontMatterValue | undefined): string {
	return ["string", "number", "boolean"].includes(typeof value)
		? String(value)
		: "";
}

/**
 * Says what an article's thread is known by.
 * @param settings `mapping` chooses; `term` is used as it is
 * @param context the article
 */
export function termOf(
	settings: CommentsSettings,
	context: PageContext,
): string {
	const term = textOf(settings.term);
	switch (settings.mapping ?? (term ? "specific" : "article")) {
		case "specific":
		case "number":
			return term;
		case "url":
			return pageAddress();
		case "title":
			return context.title;
		case "og:title":
			return metaContent("og:title") || context.title;
		case "pathname":
			return pathOf(document.URL);
		default:
			return decode(pathOf(context.url));
	}
}

/**
 * The page's address, for links to it: without what a provider has put in, and without the fragment unless that
 * is the address of a page itself.
 * @param fragment put in where there is room for it; "" for none
 */
export function pageAddress(fragment = ""): string {
	const url = new URL(document.URL);
	for (const parameter of sessionParameters) {
		// Deleting what is not there could still write the rest anew.
		if (url.searchParams.has(parameter)) {
			url.searchParams.delete(parameter);
		}
	}
	if (!/^#!?\//.test(url.hash)) {
		url.hash = fragment;
	}
	return url.href;
}

/**
 * The address that others know the page by: the one that it calls canonical, else its own.
 */
export function publicAddress(): string {
	const link = document.head.querySelector<HTMLLinkElement>(
		'link[rel="canonical"]',
	);
	return link?.href || pageAddress();
}

/**
 * What a new thread says about the article.
 * @returns plain text of a length that fits into an address
 */
export function descriptionOf({ article }: PageContext): string {
	const characters = [...article.summary.text];
	let length = 0;
	const end = characters.findIndex((character) => {
		length += encodeURIComponent(character).length;
		return length > longestDescription;
	});
	return end < 0
		? article.summary.text
		: `${characters.slice(0, end).join("")}…`;
}

/**
 * Takes what a provider has put into the page's address when the reader came back from signing in, and keeps it.
 * @param parameter of the address
 * @param key in the browser's storage
 * @param written how it stands there
 * @returns what stands there, perhaps from an earlier time; "" for nothing
 */
export function takeSession(
	parameter: (typeof sessionParameters)[number],
	key: string,
	written: (session: string) => string = String,
): string {
	const url = new URL(document.URL);
	const session = url.searchParams.get(parameter);
	if (session) {
		url.searchParams.delete(parameter);
		history.replaceState(history.state, "", url);
	}
	// Readers may have forbidden storage; they are then signed in until they leave.
	try {
		if (session) {
			localStorage.setItem(key, written(session));
		}
		return localStorage.getItem(key) ?? "";
	} catch {
		return session ? written(session) : "";
	}
}

/**
 * Forgets what {@link takeSession} has kept.
 * @param key in the browser's storage
 */
export function dropSession(key: string): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Then nothing was kept.
	}
}

// As giscus and utterances read a path, so that threads from before are found.
function pathOf(url: string): string {
	return new URL(url).pathname.slice(1).replace(/\.\w+$/, "") || "index";
}

function metaContent(name: string): string {
	const meta = [...document.head.querySelectorAll("meta")].find(
		(meta) => meta.getAttribute("property") === name || meta.name === name,
	);
	return meta?.content ?? "";
}
