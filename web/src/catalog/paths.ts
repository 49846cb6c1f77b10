// Paths and routes as texts: their one normal form, their percent-encoding, and what they say relative to one another.

import { decode } from "../address.js";
import type { Route } from "./types.js";

/**
 * A route in its shortest form, which is the one that is compared: NFC, no empty segments, no slash at its end.
 * @param text decoded
 */
export function normalRoute(text: string): Route {
	return `/${segmentsOf(text).join("/")}`;
}

/**
 * The route that an alias means.
 * @param alias a path that begins with a slash counts from the site's folder, another one from the folder of the
 * article's route; it may be percent-encoded, and an URL below `baseUrl`
 * @param route the article's
 * @param baseUrl the configuration's
 * @returns nothing for URLs elsewhere
 */
export function aliasRoute(
	alias: string,
	route: Route,
	baseUrl: string,
): Route | undefined {
	const local =
		baseUrl && alias.startsWith(baseUrl)
			? `/${alias.slice(baseUrl.length)}`
			: alias;
	if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(local)) {
		return undefined;
	}
	const path = local
		.replace(/[?#].*$/s, "")
		.replace(/(^|\/)index\.html$/, "$1");
	const folder = path.startsWith("/") ? "" : route.replace(/[^/]*$/, "");
	const segments: string[] = [];
	for (const segment of segmentsOf(folder + decode(path))) {
		if (segment === "..") {
			segments.pop();
		} else if (segment !== ".") {
			segments.push(segment);
		}
	}
	return `/${segments.join("/")}`;
}

/**
 * The segments of a path or route, in NFC and without empty ones.
 * @param path decoded
 */
export function segmentsOf(path: string): string[] {
	return path
		.normalize()
		.split("/")
		.filter((segment) => segment !== "");
}

/**
 * Percent-encodes a path's segments, so that nothing in them means more than itself in a URL.
 * @param path with slashes between its segments
 */
export function encodedPath(path: string): string {
	return path
		.split("/")
		.map((segment) =>
			encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD")),
		)
		.join("/");
}
