// Who can keep an article's comments: what a provider is, and those that come with Inkstone.

import type { Awaitable } from "../../awaitable.js";
import type { PageContext } from "../context.js";
import type { CommentsSettings } from "../settings.js";
import { registeredProviders } from "./registry.js";
import type { Scheme } from "./scheme.js";

/** Keeps comments: shows an article's thread, and takes new ones. */
export interface CommentsProvider {
	/**
	 * Says what the settings lack, before anything is shown or loaded.
	 * @param settings the page's `commentsProvider`
	 * @returns a sentence for the page's author; nothing where the settings will do
	 */
	check?(settings: CommentsSettings): string | undefined;
	/**
	 * Shows the thread. Is called when its place is about a screen away from what the reader sees; until then
	 * nothing may be loaded.
	 * @param place empty, in the page
	 * @param thread which one, and how
	 * @returns when the thread is there
	 * @throws when it could not be loaded: the place is then emptied and offers the reader to try again
	 */
	mount(place: HTMLElement, thread: CommentsThread): Awaitable<void>;
}

/** The comments on one article. */
export interface CommentsThread {
	/** The page's `commentsProvider`. */
	readonly settings: CommentsSettings;
	/** What the article is known by, whatever the address of the page: the settings `mapping` and `term` decide. */
	readonly term: string;
	/** The article and its page: `title`, `lang`, `words` … */
	readonly context: PageContext;
	/** The page's colours around the thread, now. */
	readonly scheme: Scheme;
	/** Calls back when these colours change. */
	readonly onScheme: (listener: (scheme: Scheme) => void) => void;
	/** Ends when the thread is taken away, or could not be loaded; listeners outside of the place must have it. */
	readonly signal: AbortSignal;
}

/** A setting that a provider needs, or checks where it is given. */
interface Need {
	setting: string;
	pattern: RegExp;
	example: string;
	/** Whether it may be left out; by default not. */
	optional?: boolean | ((settings: CommentsSettings) => boolean);
}

const mappings = /^(article|pathname|url|title|og:title|specific|number)$/;
const repository: Need = {
	setting: "repo",
	pattern: /^[\w.-]+\/[\w.-]+$/,
	example: "owner/name",
};
const onGitHub: Need[] = [
	{
		setting: "mapping",
		pattern: mappings,
		example: "article",
		optional: true,
	},
	{
		setting: "term",
		pattern: /\S/,
		example: "letterpress",
		optional: ({ mapping }) => mapping !== "specific" && mapping !== "number",
	},
	{
		setting: "host",
		pattern: /^https?:\/\/[^/?#@]+\/?$/,
		example: "https://comments.example.org",
		optional: true,
	},
];

const builtIn = new Map<string, CommentsProvider>([
	[
		"giscus",
		{
			check: checkOf(
				"giscus",
				repository,
				{
					setting: "repoId",
					pattern: /\S/,
					example: "R_kgDOJ0k1Xw",
					optional: ({ mapping }) => mapping === "number",
				},
				{
					setting: "categoryId",
					pattern: /\S/,
					example: "DIC_kwDOJ0k1X84CXyZ1",
					optional: ({ mapping }) => mapping === "number",
				},
				...onGitHub,
			),
			mount: async (place, thread) =>
				(await import("./giscus.js")).mount(place, thread),
		},
	],
	[
		"utterances",
		{
			check: checkOf("utterances", repository, ...onGitHub),
			mount: async (place, thread) =>
				(await import("./utterances.js")).mount(place, thread),
		},
	],
	[
		"disqus",
		{
			check: checkOf("disqus", {
				setting: "shortname",
				pattern: /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i,
				example: "my-magazine",
			}),
			mount: async (place, thread) =>
				(await import("./disqus.js")).mount(place, thread),
		},
	],
	[
		"element",
		{
			check: checkOf("element", {
				setting: "tag",
				pattern: /^[a-z][a-z\d._]*-[a-z\d._-]*$/,
				example: "my-comments",
			}),
			mount: async (place, thread) =>
				(await import("./element.js")).mount(place, thread),
		},
	],
]);

/**
 * Finds the provider that the settings name.
 * @param settings the page's `commentsProvider`
 * @returns the provider, or, where there is none or it lacks settings, a sentence for the page's author
 */
export function providerFor(
	settings: CommentsSettings,
): CommentsProvider | string {
	const { provider: name } = settings;
	const provider = registeredProviders.get(name) ?? builtIn.get(name);
	if (!provider) {
		const names = new Set([...builtIn.keys(), ...registeredProviders.keys()]);
		const known = [...names].map((name) => `"${name}"`).join(", ");
		return `There is no provider of comments called ${JSON.stringify(name)}; there are ${known}.`;
	}
	return provider.check?.(settings) ?? provider;
}

function checkOf(
	name: string,
	...needs: Need[]
): (settings: CommentsSettings) => string | undefined {
	return (settings) => {
		const lacking = needs.find(({ setting, pattern, optional }) => {
			const value = settings[setting];
			if (value === undefined || value === null) {
				return typeof optional === "function" ? !optional(settings) : !optional;
			}
			return !["string", "number"].includes(typeof value)
				? true
				: !pattern.test(String(value));
		});
		return (
			lacking &&
			`The comments provider "${name}" needs a setting \`${lacking.setting}\` such as "${lacking.example}".`
		);
	};
}
