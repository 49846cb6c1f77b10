// Comments in GitHub issues, by utterances: its page in a frame, with the parameters that its own script uses.

import { mountFrame } from "./frame.js";
import type { CommentsThread } from "./providers.js";
import type { Scheme } from "./scheme.js";
import { descriptionOf, publicAddress, takeSession, textOf } from "./thread.js";

// utterances' own key, so that readers who have signed in stay so.
const sessionKey = "utterances-session";

/**
 * Shows the thread; see `CommentsProvider.mount`.
 * @throws Error when utterances says nothing
 */
export async function mount(
	place: HTMLElement,
	thread: CommentsThread,
): Promise<void> {
	const { settings } = thread;
	const theme = (scheme: Scheme) =>
		textOf(scheme === "dark" ? settings.darkTheme : settings.lightTheme) ||
		`github-${scheme}`;
	await mountFrame(place, thread, {
		src: addressOf(thread, theme(thread.scheme)),
		paint: (scheme) => ({ type: "set-theme", theme: theme(scheme) }),
		hear: (data) => {
			const said = data as { type?: unknown; height?: unknown } | null;
			return said?.type === "resize" ? said.height : undefined;
		},
	});
}

function addressOf(
	{ settings, context, term }: CommentsThread,
	theme: string,
): string {
	const url = new URL(
		"/utterances.html",
		textOf(settings.host) || "https://utteranc.es",
	);
	const label = textOf(settings.label);
	url.search = new URLSearchParams({
		repo: textOf(settings.repo),
		[settings.mapping === "number" ? "issue-number" : "issue-term"]: term,
		...(label ? { label } : {}),
		theme,
		url: publicAddress(),
		origin: location.origin,
		pathname: location.pathname,
		title: context.title,
		description: descriptionOf(context),
		session: takeSession("utterances", sessionKey),
	}).toString();
	return url.href;
}
