// The comments on an article: a section that costs nothing and tells nobody anything until a reader comes near it.

import { fragmentOf } from "../../address.js";
import {
	type CommentsProvider,
	type CommentsThread,
	providerFor,
} from "../comments/providers.js";
import { schemeOf, watchScheme } from "../comments/scheme.js";
import { termOf } from "../comments/thread.js";
import type { PageContext, Part } from "../context.js";
import type { CommentsSettings } from "../settings.js";

const id = "comments";
// About a screen: long enough ahead for most threads to be there when the reader comes.
const ahead = "600px";

/** A section that was made here. */
interface Shown {
	/** What the thread depends on; with the same, it is the same thread. */
	readonly key: string;
	/** Ends with the section. */
	readonly ending: AbortController;
	/** Ends the bond to the page that the section belonged to. */
	bond: AbortController;
}

const shown = new WeakMap<Element, Shown>();
let sections = 0;

/**
 * Makes the section with the comments, where they are wanted and the page's author has said who keeps them.
 * Reports a provider that does not exist or lacks settings, and then shows nothing.
 */
export const commentsPart: Part = (context) => {
	const settings = context.settings.commentsProvider;
	if (!context.values.comments || !settings) {
		return undefined;
	}
	const provider = providerFor(settings);
	if (typeof provider === "string") {
		context.report("page-unknown-provider", "comments", provider);
		return undefined;
	}
	const { section, place } = emptySection(context);
	const state = {
		key: keyOf(settings, context),
		ending: new AbortController(),
		bond: new AbortController(),
	};
	shown.set(section, state);
	bind(state, context.signal);
	whenNear(section, state.ending.signal, () =>
		show(place, provider, settings, context, state.ending.signal),
	);
	return section;
};

/**
 * Says whether a section with comments can stay as it is when its page is made anew.
 * @param section what {@link commentsPart} made for the old page
 * @param context the new page's
 */
export function canKeepComments(
	section: Element,
	context: PageContext,
): boolean {
	const state = shown.get(section);
	const settings = context.settings.commentsProvider;
	return (
		state !== undefined &&
		!state.ending.signal.aborted &&
		context.values.comments &&
		settings !== undefined &&
		state.key === keyOf(settings, context)
	);
}

/**
 * Binds a section that stays to the page that has been made anew. Call it when that page is shown, before the old
 * one's signal ends. The section must not be moved, not even within its parent, since browsers load a frame anew
 * that is moved: put everything else around it.
 * @param section one that {@link canKeepComments}
 * @param signal ends with the new page
 */
export function keepComments(section: Element, signal: AbortSignal): void {
	const state = shown.get(section);
	if (state) {
		bind(state, signal);
	}
}

function keyOf(settings: CommentsSettings, context: PageContext): string {
	const { article, lang, title, url, words } = context;
	const ownKeys = Object.entries(article.frontMatter).filter(([key]) =>
		/^disqus_/i.test(key),
	);
	return JSON.stringify([settings, ownKeys, lang, title, url, words.comments]);
}

function bind(state: Shown, signal: AbortSignal): void {
	state.bond.abort();
	state.bond = new AbortController();
	signal.addEventListener("abort", () => state.ending.abort(), {
		once: true,
		signal: state.bond.signal,
	});
}

function emptySection({ article, words }: PageContext) {
	const title = document.createElement("h2");
	title.className = "ink-comments-title";
	// The colons keep it apart from every id of a heading.
	title.id = `ink:comments:${++sections}`;
	title.textContent = words.comments;
	const place = document.createElement("div");
	place.className = "ink-comments-thread";
	const section = document.createElement("section");
	section.className = "ink-comments";
	section.setAttribute("aria-labelledby", title.id);
	// A heading that is called so has the id already.
	if (!article.html.includes(` id="${id}"`)) {
		section.id = id;
	}
	section.append(title, place);
	return { section, place };
}

function whenNear(
	section: Element,
	signal: AbortSignal,
	start: () => void,
): void {
	const waiting = new AbortController();
	signal.addEventListener("abort", () => waiting.abort());
	const near = () => {
		if (!waiting.signal.aborted) {
			waiting.abort();
			start();
		}
	};
	if (!("IntersectionObserver" in globalThis)) {
		whenInPage(section, waiting.signal, near);
		return;
	}
	const observer = new IntersectionObserver(
		(entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) {
				near();
			}
		},
		{ rootMargin: `${ahead} 0px` },
	);
	observer.observe(section);
	waiting.signal.addEventListener("abort", () => observer.disconnect());

	// Whoever is on the way here need not arrive first.
	const look = () => {
		if (section.id && section.id === fragmentOf(document.URL)) {
			near();
		}
	};
	window.addEventListener("hashchange", look, { signal: waiting.signal });
	whenInPage(section, waiting.signal, look);
}

function whenInPage(
	element: Element,
	signal: AbortSignal,
	start: () => void,
): void {
	if (element.isConnected) {
		start();
	} else if (!signal.aborted) {
		requestAnimationFrame(() => whenInPage(element, signal, start));
	}
}

async function show(
	place: HTMLElement,
	provider: CommentsProvider,
	settings: CommentsSettings,
	context: PageContext,
	signal: AbortSignal,
): Promise<void> {
	const attempt = new AbortController();
	const end = () => attempt.abort();
	signal.addEventListener("abort", end, { signal: attempt.signal });
	const thread: CommentsThread = {
		settings,
		context,
		term: termOf(settings, context),
		get scheme() {
			return schemeOf(place);
		},
		onScheme: (listener) => watchScheme(place, listener, attempt.signal),
		signal: attempt.signal,
	};
	place.setAttribute("aria-busy", "true");
	try {
		await provider.mount(place, thread);
	} catch (error) {
		if (!attempt.signal.aborted) {
			end();
			console.error(error);
			const again = () => void show(place, provider, settings, context, signal);
			place.replaceChildren(...failure(place, context, again));
		}
	} finally {
		place.removeAttribute("aria-busy");
	}
}

function failure(
	place: HTMLElement,
	{ words }: PageContext,
	retry: () => void,
): Element[] {
	const line = document.createElement("p");
	line.className = "ink-comments-problem";
	line.setAttribute("role", "status");
	line.textContent = words.commentsProblem;
	const button = document.createElement("button");
	button.className = "ink-button";
	button.type = "button";
	button.textContent = words.retry;
	button.addEventListener("click", () => {
		// The button goes; whoever had the focus on it goes on from here.
		place.tabIndex = -1;
		place.focus();
		place.replaceChildren();
		retry();
	});
	return [line, button];
}
