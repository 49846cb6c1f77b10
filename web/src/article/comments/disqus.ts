// Comments by Disqus. It has no frame to be asked for: its own script must run in the page, and looks for its place
// by an id there.

import { inkstonePolicy } from "../trusted-types.js";
import { fill } from "../words.js";
import type { CommentsThread } from "./providers.js";
import { publicAddress, textOf } from "./thread.js";

const id = "disqus_thread";
const scriptAddress = "https://{shortname}.disqus.com/embed.js";
// Where Disqus' names are not the language of BCP 47 alone.
const languages: Record<string, string> = {
	de: "de_formal",
	es: "es_ES",
	pt: "pt_EU",
	"pt-BR": "pt_BR",
	sv: "sv_SE",
	"zh-Hant": "zh_HANT",
};

/** What Disqus asks the page, on which it is then `this`. */
interface DisqusConfig {
	language?: string;
	page: { identifier?: string; title?: string; url?: string };
}

/** What Disqus and a page have to do with each other. */
interface DisqusGlobals {
	DISQUS?: {
		reset(options: {
			reload: true;
			config: (this: DisqusConfig) => void;
		}): void;
	};
	disqus_config?: (this: DisqusConfig) => void;
}

/**
 * Shows the thread; see `CommentsProvider.mount`.
 * @throws Error when Disqus cannot be loaded, or is in the page already
 */
export async function mount(
	place: HTMLElement,
	thread: CommentsThread,
): Promise<void> {
	if (document.getElementById(id)) {
		throw new Error("Disqus can show one thread in a page, and there is one.");
	}
	putPlace(place, thread);
	const globals = globalThis as DisqusGlobals;
	const config = configOf(thread);
	if (globals.DISQUS) {
		globals.DISQUS.reset({ reload: true, config });
		return;
	}
	globals.disqus_config = config;
	await runScript(
		fill(scriptAddress, { shortname: textOf(thread.settings.shortname) }),
	);
}

/**
 * Disqus' name for a language.
 * @param lang a BCP 47 tag, or ""
 * @returns "" where Disqus should speak the language that is set in its own settings
 */
export function disqusLanguage(lang: string): string {
	try {
		const { language, script, region } = new Intl.Locale(lang).maximize();
		return (
			languages[`${language}-${script}`] ??
			languages[`${language}-${region}`] ??
			languages[language] ??
			language
		);
	} catch {
		return "";
	}
}

// Disqus looks in the document only, so what is in a shadow root shows a place beside it.
function putPlace(place: HTMLElement, { context, signal }: CommentsThread) {
	const own = document.createElement("div");
	own.id = id;
	if (context.root instanceof ShadowRoot) {
		const slot = document.createElement("slot");
		slot.name = id;
		own.slot = id;
		place.append(slot);
		context.root.host.append(own);
	} else {
		place.append(own);
	}
	signal.addEventListener("abort", () => own.remove());
}

// As Hugo's pages: without an identifier of its own, a thread is known by the page's address. What an identifier
// has found once, it must find for ever, so none is made up.
function configOf({
	settings,
	context,
	term,
}: CommentsThread): (this: DisqusConfig) => void {
	const written = new Map(
		Object.entries(context.article.frontMatter).map(([key, value]) => [
			key.toLowerCase(),
			textOf(value),
		]),
	);
	const ofSettings = settings.mapping || settings.term ? term : "";
	const identifier = written.get("disqus_identifier") || ofSettings;
	const title = written.get("disqus_title") || context.title;
	const url = onWeb(written.get("disqus_url")) || publicAddress();
	const language = textOf(settings.lang) || disqusLanguage(context.lang);
	return function config(this: DisqusConfig) {
		Object.assign(this.page, { url, ...(title ? { title } : {}) });
		if (identifier) {
			this.page.identifier = identifier;
		}
		if (language) {
			this.language = language;
		}
	};
}

function onWeb(address: string | undefined): string {
	return /^https?:\/\//i.test(address ?? "") ? (address ?? "") : "";
}

function runScript(address: string): Promise<void> {
	const script = document.createElement("script");
	script.async = true;
	script.src = inkstonePolicy().createScriptURL(address);
	script.setAttribute("data-timestamp", String(Date.now()));
	return new Promise((resolve, reject) => {
		script.addEventListener("load", () => resolve());
		script.addEventListener("error", () => {
			script.remove();
			reject(new Error(`${address} could not be loaded.`));
		});
		document.head.append(script);
	});
}
