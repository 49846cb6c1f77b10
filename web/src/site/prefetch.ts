// Fetches articles that the reader is about to open, and gives links between Markdown files the addresses of their pages.

import type { Hrefs } from "../catalog/hrefs.js";
import type { Catalog } from "../catalog/types.js";

/** How long the pointer rests on a link before it counts, in milliseconds. */
const rest = 65;

/** What is looked up on a site. */
interface Sources {
	catalog: Pick<Catalog, "find">;
	hrefs: Hrefs;
}

/**
 * Fetches an article's file when its link is pointed at, touched or reached by the keyboard; each once.
 * @param host with the links, now or later
 * @param sources tells what is there
 * @param signal ends it
 */
export function prefetchOnIntent(
	host: HTMLElement,
	sources: () => Sources | undefined,
	signal: AbortSignal,
): void {
	const fetched = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const prefetch = (link: HTMLAnchorElement) => {
		const site = sources();
		if (site) {
			void fetchArticle(link.href, site, fetched, signal);
		}
	};
	const onIntent = (event: Event, delay: number) => {
		const link = event
			.composedPath()
			.find((target) => target instanceof HTMLAnchorElement);
		clearTimeout(timer);
		if (link?.href) {
			timer = setTimeout(() => prefetch(link), delay);
		}
	};
	for (const [type, delay] of [
		["pointerover", rest],
		["touchstart", 0],
		["focusin", rest],
	] as const) {
		host.addEventListener(type, (event) => onIntent(event, delay), {
			signal,
			passive: true,
		});
	}
	signal.addEventListener("abort", () => clearTimeout(timer));
}

async function fetchArticle(
	url: string,
	{ catalog, hrefs }: Sources,
	fetched: Set<string>,
	signal: AbortSignal,
): Promise<void> {
	const address = hrefs.address(url);
	if (!address || fetched.has(url) || savesData()) {
		return;
	}
	fetched.add(url);
	try {
		const entry = await catalog.find(address.path ?? address.route);
		const file = entry && hrefs.file(entry.card.path);
		if (file && !fetched.has(file) && !signal.aborted) {
			fetched.add(file);
			const response = await fetch(file, { priority: "low", signal });
			await response.arrayBuffer();
		}
	} catch {
		// Whoever goes there will be told.
		fetched.delete(url);
	}
}

/**
 * Gives links to the site's Markdown files, as articles have them to one another, the addresses of their pages: so that
 * they lead there also in another tab.
 * @param content with the links; is changed
 * @param sources tells what is there
 * @param signal ends it
 */
export async function linkToPages(
	content: ParentNode,
	{ catalog, hrefs }: Sources,
	signal: AbortSignal,
): Promise<void> {
	const links = [...content.querySelectorAll<HTMLAnchorElement>("a[href]")];
	await Promise.all(
		links.map(async (link) => {
			const address = hrefs.address(link.href);
			if (address?.path === undefined || link.hasAttribute("download")) {
				return;
			}
			try {
				const entry = await catalog.find(address.path);
				if (entry && !signal.aborted) {
					link.href = hrefs.href(entry.card.route, {
						heading: address.heading,
					});
				}
			} catch {
				// It leads to the page all the same when it is clicked.
			}
		}),
	);
}

function savesData(): boolean {
	const { connection } = navigator as Navigator & {
		connection?: { saveData?: boolean };
	};
	return connection?.saveData === true;
}
