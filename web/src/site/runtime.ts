// What <inkstone-site> does: it opens the site and shows the page of each place that the reader comes to. Loaded when
// there is such an element.

import { fragmentOf, isRoute } from "../address.js";
import { reportDiagnostics } from "../article/diagnostics.js";
import { goToFragment } from "../article/fragment.js";
import { documentParsed } from "../article/tools.js";
import { loadWords } from "../article/words.js";
import type { Address } from "../catalog/hrefs.js";
import { parsePlace } from "../catalog/routes.js";
import type { Diagnostic, Inkstone } from "../types.js";
import type { SiteHost } from "./host.js";
import { type OpenSite, openConfiguration, openSite } from "./open.js";
import { linkToPages, prefetchOnIntent } from "./prefetch.js";
import { Presenter, type SiteDestination } from "./presenter.js";
import { siteProblemPage } from "./problem-page.js";
import { LoadingProgress } from "./progress.js";
import { Router, type Visit } from "./router.js";
import { Stage } from "./stage.js";
import { loadTheme } from "./theme-link.js";
import { keepOffline } from "./worker.js";

/** A site in the document. */
export class SiteRuntime {
	readonly #host: SiteHost;
	readonly #stage: Stage;
	readonly #presenter: Presenter;
	readonly #router: Router<SiteDestination>;
	readonly #running = new AbortController();
	/** By page, the files that addresses were made of: their articles may say that they are elsewhere. */
	readonly #paths = new Map<string, string>();
	#url = "";
	#site: OpenSite | undefined;
	/** The newest, and its page on the way. */
	#visit: Visit<SiteDestination> | undefined;
	#showing: Promise<void> = Promise.resolve();
	#refreshing = new AbortController();

	/**
	 * @param host the element
	 */
	constructor(host: SiteHost) {
		this.#host = host;
		this.#stage = new Stage(host.element);
		this.#presenter = new Presenter(host, this.#stage, {
			rename: (url) => this.#router.rename(url),
			report: (code, _key, message) =>
				this.#tell(
					[{ code, severity: "warning", message, line: 1, column: 1 }],
					this.#url,
				),
		});
		this.#router = new Router<SiteDestination>({
			locate: (url) => this.#locate(url),
			show: (visit) => this.#show(visit),
			goToHeading: (scroll) => this.#goToHeading(scroll),
		});
	}

	/**
	 * Opens the site and shows the place that the document's address names.
	 * @param url that of the configuration, absolute
	 * @param core reads it and the articles
	 */
	async start(url: string, core: Promise<Inkstone>): Promise<void> {
		const { signal } = this.#running;
		this.#url = url;
		this.#host.enter("loading");
		this.#stage.showLoading(loadWords(document.documentElement.lang));
		try {
			const [{ configuration, diagnostics }] = await Promise.all([
				openConfiguration(url, core, signal),
				documentParsed(),
			]);
			this.#tell(diagnostics, url);
			const [site] = await Promise.all([
				openSite(
					configuration,
					url,
					await core,
					(path, error) => this.#tellOfArticle(path, error),
					signal,
				),
				loadTheme(configuration.theme, url),
			]);
			if (signal.aborted) {
				return;
			}
			this.#site = site;
			this.#follow(site);
			keepOffline(configuration.offline, url);
		} catch (error) {
			if (!signal.aborted) {
				this.#fail(error, () => this.#host.restart());
			}
			return;
		}
		await this.#router.start();
	}

	/** Ends everything; what is seen stays. */
	stop(): void {
		this.#running.abort();
		this.#router.stop();
		this.#presenter.stop();
		this.#stage.endLoading();
	}

	/**
	 * Goes to a place of the site, once it is open.
	 * @param route see `Route`
	 */
	go(route: string): void {
		if (this.#site) {
			this.#router.go(this.#site.hrefs.href(route));
		}
	}

	#follow(site: OpenSite): void {
		const { signal } = this.#running;
		const { element } = this.#host;
		prefetchOnIntent(element, () => this.#site, signal);
		element.addEventListener(
			"inkstone-load",
			({ target }) => {
				if (target instanceof Element) {
					void linkToPages(target.shadowRoot ?? target, site, signal);
				}
			},
			{ signal },
		);
		const { growing } = site;
		if (growing && !growing.isComplete) {
			const progress = new LoadingProgress(element);
			const show = () => progress.show(growing.progress);
			growing.onProgress = show;
			show();
			void growing.complete.then(async () => {
				progress.remove();
				// What is on its way may not know all articles either.
				await this.#showing;
				if (!signal.aborted && this.#visit) {
					await this.#refresh(this.#visit);
				}
			});
		}
	}

	#locate(url: string): SiteDestination | undefined {
		const hrefs = this.#site?.hrefs;
		const found = hrefs?.address(url);
		const address = found ?? this.#headingAt(url);
		if (!hrefs || !address) {
			return undefined;
		}
		const { route, path, heading } = address;
		const page = hrefs.href(route, { ...address, heading: "" });
		if (path !== undefined) {
			this.#paths.set(page, path);
		}
		const known = this.#paths.get(page);
		const isItself = found !== undefined && path === undefined;
		return {
			url: isItself ? url : hrefs.href(route, address),
			page,
			heading,
			address: known === undefined ? address : { ...address, path: known },
		};
	}

	// `#heading`, where routes are in the fragment: something in the page that is shown.
	#headingAt(url: string): Address | undefined {
		const isHere =
			this.#site?.configuration.urls === "hash" &&
			URL.canParse(url) &&
			new URL(url).hash !== "" &&
			withoutHash(url) === withoutHash(document.URL);
		const here = isHere ? this.#visit?.destination.address : undefined;
		return here && { ...here, heading: fragmentOf(url) };
	}

	#goToHeading(scroll: (() => void) | undefined): boolean {
		const { root } = this.#presenter;
		const isBrowsers = root === document && !isRoute(location.hash);
		if (scroll && isBrowsers && root.getElementById(fragmentOf(document.URL))) {
			scroll();
			return true;
		}
		return goToFragment(root);
	}

	#show(visit: Visit<SiteDestination>): Promise<void> {
		this.#refreshing.abort();
		this.#visit = visit;
		this.#showing = this.#present(visit, false);
		return this.#showing;
	}

	// Shows the page again, now that more is known.
	async #refresh(visit: Visit<SiteDestination>): Promise<void> {
		this.#refreshing = new AbortController();
		const { signal } = this.#refreshing;
		await this.#present({ ...visit, signal }, true);
	}

	async #present(
		visit: Visit<SiteDestination>,
		isRefresh: boolean,
	): Promise<void> {
		const site = this.#site;
		if (!site) {
			return;
		}
		const place = parsePlace(
			visit.destination.address.route,
			site.configuration,
		);
		if (!isRefresh) {
			this.#stage.showLoading(loadWords(place.site));
		}
		try {
			await this.#presenter.show(site, visit, isRefresh);
		} catch (error) {
			if (!visit.signal.aborted) {
				this.#fail(error, () => void this.#show(visit), visit);
			}
		}
	}

	#fail(
		error: unknown,
		retry: () => void,
		visit?: Visit<SiteDestination>,
	): void {
		const problem = error instanceof Error ? error : new Error(String(error));
		console.error(problem);
		// What was made ahead of time can be read all the same, and its links lead to more.
		if (!this.#stage.isMadeAhead) {
			const page = siteProblemPage(problem, retry);
			if (this.#site && visit) {
				this.#presenter.showProblem(page, this.#site, visit);
			} else {
				this.#stage.show([page], page);
			}
		}
		this.#stage.endLoading();
		this.#host.enter("error");
		this.#host.dispatch("inkstone-site-error", { error: problem });
	}

	#tell(diagnostics: Diagnostic[], src: string): void {
		if (diagnostics.length > 0) {
			reportDiagnostics(diagnostics, src);
			this.#host.dispatch("inkstone-diagnostics", { diagnostics, src });
		}
	}

	#tellOfArticle(path: string, error: unknown): void {
		console.error(`Inkstone leaves out ${path}:`, error);
	}
}

function withoutHash(url: string): string {
	return url.replace(/#.*$/s, "");
}
