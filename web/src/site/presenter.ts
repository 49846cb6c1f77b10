// Makes the page of a place and puts it into the document, with all that belongs to it: the parts around it, the
// document's head, the reader's place.

import type { InkstoneArticle } from "../article/element.js";
import type { Site } from "../article/site.js";
import { loadWords, wordsFor } from "../article/words.js";
import type { Address } from "../catalog/hrefs.js";
import { parsePlace } from "../catalog/routes.js";
import type { CatalogEntry } from "../catalog/types.js";
import { articleElement, outcomeOf, setArticle } from "./article-frame.js";
import { languageOf, type SiteContext, type SitePage } from "./context.js";
import { descriptionOf } from "./describe.js";
import { DocumentHead } from "./head.js";
import type { SiteHost } from "./host.js";
import type { OpenSite } from "./open.js";
import { composeSitePage, sitePage } from "./page.js";
import { missingPage } from "./pages/missing.js";
import type { Destination, Visit } from "./router.js";
import { articleSettings } from "./settings.js";
import { siteOf } from "./site-of.js";
import { type Stage, transit } from "./stage.js";

/** How long a page waits for its aside, in milliseconds. */
const patience = 500;

/** The same where it is there to be read already. */
const longPatience = 10_000;

/** Where an URL of the site leads. */
export interface SiteDestination extends Destination {
	address: Address;
}

/** A page on its way to its reader. */
interface Making {
	visit: Visit<SiteDestination>;
	context: SiteContext;
	/** Belongs to the page, and ends it. */
	life: AbortController;
	/** Whether it takes the place of itself, because more is known now. */
	isRefresh: boolean;
	/** The element that the place's article stands in, if there is one. */
	article?: InkstoneArticle;
}

/** What the presenter asks for. */
export interface PresenterHooks {
	/** Gives the page another address. */
	rename(url: string): void;
	/** Tells the site's author something. */
	report: SiteContext["report"];
}

/** Shows pages in an element. */
export class Presenter {
	readonly #host: SiteHost;
	readonly #stage: Stage;
	readonly #hooks: PresenterHooks;
	readonly #head = new DocumentHead(document);
	#article: InkstoneArticle | undefined;
	/** What it shows; it may have been given another file since. */
	#src: string | undefined;
	/** Belongs to the page that is shown. */
	#shown = new AbortController();

	/**
	 * @param host the element
	 * @param stage its content
	 * @param hooks see {@link PresenterHooks}
	 */
	constructor(host: SiteHost, stage: Stage, hooks: PresenterHooks) {
		this.#host = host;
		this.#stage = stage;
		this.#hooks = hooks;
	}

	/** Where the page that is shown has its ids. */
	get root(): Document | ShadowRoot {
		const root = this.#article?.shadowRoot ?? this.#host.element.getRootNode();
		return root instanceof ShadowRoot ? root : document;
	}

	/** Ends what the page that is shown does; it stays to be read. */
	stop(): void {
		this.#shown.abort();
	}

	/**
	 * Shows the page of a place.
	 * @param site where it is
	 * @param visit see {@link Visit}
	 * @param isRefresh whether the same page is there, and only knows less
	 * @throws whatever the catalog throws
	 */
	async show(
		site: OpenSite,
		visit: Visit<SiteDestination>,
		isRefresh = false,
	): Promise<void> {
		const { address } = visit.destination;
		const { catalog, configuration, hrefs } = site;
		const { lang } = languageOf(
			configuration,
			parsePlace(address.route, configuration).site,
		);
		const words = loadWords(lang);
		// Who is told that it could not be found is told so in their language.
		const entry = await catalog
			.find(address.path ?? address.route)
			.finally(() => words);
		if (visit.signal.aborted) {
			return;
		}
		const life = new AbortController();
		visit.signal.addEventListener("abort", () => life.abort(), {
			signal: life.signal,
		});
		if (!entry) {
			const context = this.#contextOf(site, address, undefined, life, () => {});
			await this.#showPage(
				{ visit, context, life, isRefresh },
				sitePage(context),
			);
			return;
		}
		const { route } = entry.card;
		if (route !== address.route || address.path !== undefined) {
			this.#hooks.rename(hrefs.href(route, { heading: address.heading }));
		}
		const context = this.#contextOf(
			site,
			{ ...address, route },
			entry,
			life,
			(update, whole, finished) =>
				void this.#settled(making, whole, finished).then(() =>
					this.#put(making, update),
				),
		);
		const making: Making = { visit, context, life, isRefresh };
		await this.#showArticle(making, entry);
	}

	/**
	 * Shows that a place could not be had, where there is a site around it.
	 * @param element says so
	 * @param site where it is
	 * @param visit see {@link Visit}
	 */
	showProblem(
		element: HTMLElement,
		site: OpenSite,
		visit: Visit<SiteDestination>,
	): void {
		const life = new AbortController();
		const { address } = visit.destination;
		const context = this.#contextOf(site, address, undefined, life, () => {});
		this.#put({ visit, context, life, isRefresh: false }, undefined, {
			title: context.words.siteProblem,
			description: "",
			robots: "noindex",
			status: "missing",
			page: 1,
			pages: 1,
			element,
			whole: Promise.resolve(),
			isProblem: true,
		});
	}

	#contextOf(
		{ configuration, catalog, hrefs, settings, searchFor }: OpenSite,
		address: Address,
		entry: CatalogEntry | undefined,
		{ signal }: AbortController,
		present: NonNullable<Site["present"]>,
	): SiteContext {
		const place = parsePlace(address.route, configuration);
		const language = languageOf(configuration, place.site);
		const facts = {
			configuration,
			language,
			catalog,
			search: searchFor(place.site),
			hrefs,
			place,
			address,
			entry,
			lang: language.lang,
			words: wordsFor(language.lang),
			settings: { ...settings, ...this.#host.settings },
			root: this.root,
			signal,
			report: this.#hooks.report,
			onQuery: (query: string) =>
				this.#hooks.rename(hrefs.href(address.route, { query })),
		};
		return { ...facts, site: siteOf(facts, present) };
	}

	async #showArticle(making: Making, entry: CatalogEntry): Promise<void> {
		const { context, life } = making;
		const { configuration, hrefs, lang } = context;
		const setting = {
			src: hrefs.file(entry.card.path),
			lang,
			site: context.site,
			settings: articleSettings(configuration, context.settings),
			parts: this.#host.parts,
			options: configuration.options,
		};
		const shown = this.#article;
		const isThere = shown !== undefined && this.#stage.content === shown;
		if (isThere && shown.article && this.#src === setting.src) {
			making.article = shown;
			setArticle(shown, setting);
			this.#put(making);
			return;
		}
		const article = isThere ? shown : articleElement(setting);
		making.article = article;
		const outcome = outcomeOf(article, life.signal);
		if (isThere) {
			setArticle(article, setting);
		} else {
			this.#stage.prepare(article);
		}
		const result = await outcome;
		if (result === "missing") {
			await this.#showPage(
				{ ...making, context: { ...context, entry: undefined } },
				missingPage({ ...context, entry: undefined }),
			);
		} else if (result === "failed") {
			this.#put(making);
		} else if (!result && this.#stage.content !== article) {
			article.remove();
		}
	}

	async #showPage(making: Making, made: Promise<SitePage>): Promise<void> {
		const page = await made;
		await this.#settled(making, page.whole);
		this.#put(making, undefined, page);
	}

	// What comes late pushes other things away; and what was made ahead of time has its colours already.
	async #settled(
		{ visit }: Making,
		whole: Promise<void>,
		finished?: Promise<void>,
	): Promise<void> {
		const isMadeAhead = visit.kind === "first" && this.#stage.isMadeAhead;
		await Promise.race([
			isMadeAhead ? Promise.all([whole, finished]) : whole,
			new Promise((resolve) =>
				setTimeout(resolve, isMadeAhead ? longPatience : patience),
			),
		]);
	}

	// The page takes the place of the one before; `update` puts an article into its element.
	#put(
		{ visit, context, life, isRefresh, article }: Making,
		update: () => void = () => {},
		page?: SitePage & { isProblem?: boolean },
	): void {
		const change = () => {
			const content = page?.element ?? article;
			if (life.signal.aborted || !content) {
				return;
			}
			update();
			this.#stage.show(composeSitePage(content, context), content);
			if (this.#shown !== life) {
				this.#shown.abort();
				this.#shown = life;
			}
			this.#article = page ? undefined : article;
			this.#src = this.#article?.src;
			const description = descriptionOf(context, page);
			this.#head.describe(description);
			if (!isRefresh) {
				visit.arrive(page?.focus ?? headingOf(content));
			}
			this.#host.enter(page?.isProblem ? "error" : "ready");
			this.#host.dispatch("inkstone-navigate", {
				route: visit.destination.address.route,
				title: description.title,
				path: page ? "" : (context.entry?.card.path ?? ""),
			});
		};
		transit(change, visit.kind !== "first" && !visit.isAnimated && !isRefresh);
	}
}

function headingOf(content: HTMLElement): HTMLElement | null {
	const root = content.shadowRoot ?? content;
	return root.querySelector("h1") ?? root.querySelector(".ink-main");
}
