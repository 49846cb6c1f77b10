// Comments in GitHub Discussions, by giscus: its widget in a frame, with the parameters that its own element uses.

import type { FrontMatterValue } from "../../types.js";
import { mountFrame } from "./frame.js";
import type { CommentsThread } from "./providers.js";
import type { Scheme } from "./scheme.js";
import {
	descriptionOf,
	dropSession,
	pageAddress,
	publicAddress,
	takeSession,
	textOf,
} from "./thread.js";

// giscus' own key, so that readers who have signed in stay so.
const sessionKey = "giscus-session";
const languages = new Set(
	(
		"ar be bg ca cs da de en eo es eu fa fr gr gsw hbs he hu id it ja kh ko nl pl pt ro ru th tr vi uk uz " +
		"zh-CN zh-Hans zh-Hant zh-HK zh-TW"
	).split(" "),
);
// Where giscus' names are not those of BCP 47.
const otherNames: Record<string, string> = {
	bs: "hbs",
	el: "gr",
	hr: "hbs",
	km: "kh",
	sr: "hbs",
};

/** What giscus says. */
interface Said {
	resizeHeight?: unknown;
	signOut?: unknown;
	error?: unknown;
}

/**
 * Shows the thread; see `CommentsProvider.mount`.
 * @throws Error when giscus says nothing
 */
export async function mount(
	place: HTMLElement,
	thread: CommentsThread,
): Promise<void> {
	const { settings, scheme } = thread;
	const theme = (scheme: Scheme) =>
		textOf(scheme === "dark" ? settings.darkTheme : settings.lightTheme) ||
		scheme;
	let session = storedSession();
	const src = () => addressOf(thread, session, theme(scheme));

	await mountFrame(place, thread, {
		src: src(),
		allow: "clipboard-write",
		paint: (scheme) => ({ giscus: { setConfig: { theme: theme(scheme) } } }),
		hear: (data, frame) => {
			const said = (data as { giscus?: Said } | null)?.giscus;
			if (session && (said?.signOut || isAboutSession(said?.error))) {
				session = "";
				dropSession(sessionKey);
				frame.src = src();
			}
			return said?.resizeHeight;
		},
	});
}

/**
 * The language that giscus speaks to readers of a language. It refuses to be shown at all in one that it has
 * no words for.
 * @param lang a BCP 47 tag, or ""
 */
export function giscusLanguage(lang: string): string {
	let locale: Intl.Locale;
	try {
		locale = new Intl.Locale(lang).maximize();
	} catch {
		return "en";
	}
	const { language, script, region } = locale;
	if (language === "zh") {
		if (script !== "Hant") {
			return "zh-CN";
		}
		return region === "HK" || region === "MO" ? "zh-HK" : "zh-TW";
	}
	const name = otherNames[language] ?? language;
	return languages.has(name) ? name : "en";
}

function addressOf(
	{ settings, context, term }: CommentsThread,
	session: string,
	theme: string,
): string {
	const numbered = settings.mapping === "number";
	const lang = textOf(settings.lang) || giscusLanguage(context.lang);
	const url = new URL(
		`/${encodeURIComponent(lang)}/widget`,
		textOf(settings.host) || "https://giscus.app",
	);
	url.search = new URLSearchParams({
		// Where readers come back to from signing in.
		origin: pageAddress("comments"),
		session,
		repo: textOf(settings.repo),
		repoId: textOf(settings.repoId),
		category: textOf(settings.category),
		categoryId: textOf(settings.categoryId),
		term: numbered ? "" : term,
		number: numbered ? term : "",
		strict: flag(settings.strict, true),
		reactionsEnabled: flag(settings.reactionsEnabled, true),
		emitMetadata: "0",
		inputPosition: textOf(settings.inputPosition) || "bottom",
		theme,
		description: descriptionOf(context),
		backLink: publicAddress(),
	}).toString();
	return url.href;
}

// giscus' own snippets say "1" and "0".
function flag(value: FrontMatterValue | undefined, byDefault: boolean): string {
	const on = value === undefined || value === null ? byDefault : value;
	return ["true", "1"].includes(String(on)) ? "1" : "0";
}

// giscus stores it in JSON.
function storedSession(): string {
	const stored = takeSession("giscus", sessionKey, JSON.stringify);
	try {
		return textOf(JSON.parse(stored));
	} catch {
		return "";
	}
}

function isAboutSession(error: unknown): boolean {
	return /Bad credentials|Invalid state value|State has expired/.test(
		String(error),
	);
}
