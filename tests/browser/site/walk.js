// @ts-check
// Walks through a site by its links, as a reader does, until there is no link left that leads to a page not yet seen.

/** @typedef {import("../engines/page.js").EnginePage} Page */

/**
 * What stands at a place of a site.
 * @typedef {object} Place
 * @property {string} lang of the document
 * @property {string} title of the document
 * @property {string[]} headings the texts of all `h1`
 * @property {string} problem the message in the place of what could not be shown, or ""
 * @property {number} broken how many images show nothing
 * @property {string[]} current what the main menu has marked
 */

/** More pages than any example has: a site that makes up new addresses for ever is found out. */
const mostPages = 300;

/**
 * Walks through the site that is open in a page.
 * @param {Page} page whose first page is there
 * @param {object} options
 * @param {(url: string) => string | undefined} options.routeOf the route of an absolute URL, decoded, with what
 * follows `?`; nothing for an URL that is no page of the site
 * @param {(route: string) => Promise<void>} [options.onArrival] is waited for on each page
 * @returns {Promise<Map<string, Place>>} by route, in the order of the walk
 */
export async function walk(page, { routeOf, onArrival }) {
	await page.run(
		`window.arrivals = 0; document.addEventListener("inkstone-navigate", () => { window.arrivals += 1; });`,
	);
	/** @type {Map<string, Place>} */
	const seen = new Map();
	/** Routes whose links have been followed, also those that turned out to be other names of a page. */
	const followed = new Set();
	/** Links that were met, by their routes. @type {Map<string, string>} */
	const met = new Map();
	while (seen.size < mostPages) {
		const here = routeOf(await page.evaluate(() => location.href)) ?? "";
		followed.add(here);
		if (!seen.has(here)) {
			seen.set(here, await page.evaluate(look));
			await onArrival?.(here);
		}
		for (const url of await page.evaluate(links)) {
			const route = routeOf(url);
			if (route !== undefined && !followed.has(route)) {
				// Links of the page that one is on are followed first.
				met.delete(route);
				met.set(route, url);
			}
		}
		const next = [...met.keys()].at(-1);
		if (next === undefined) {
			return seen;
		}
		const url = met.get(next) ?? "";
		met.delete(next);
		followed.add(next);
		await follow(page, url);
	}
	throw new Error(
		`More than ${mostPages} pages: ${[...seen.keys()].join(" ")}`,
	);
}

/**
 * Clicks a link to a page, and waits until that is there.
 * @param {Page} page on which `window.arrivals` are counted
 * @param {string} url where a link of the page leads, as a rule; where none does, there is one for a moment
 */
async function follow(page, url) {
	const before = await page.evaluate((url) => {
		const arrivals = Number(Reflect.get(window, "arrivals"));
		const site = document.querySelector("inkstone-site");
		const found = [...(site?.querySelectorAll("a") ?? [])].find(
			({ href }) => href === url,
		);
		const link = found ?? document.createElement("a");
		if (!found) {
			link.href = url;
			site?.append(link);
		}
		link.click();
		if (!found) {
			link.remove();
		}
		return arrivals;
	}, url);
	await page.waitForFunction(
		(before) =>
			Number(Reflect.get(window, "arrivals")) > before &&
			document.querySelector("inkstone-site h1, inkstone-site .ink-problem") !==
				null,
		before,
	);
}

// What runs in the page.

function links() {
	return Array.from(
		document.querySelectorAll("inkstone-site a[href]"),
		(link) => /** @type {HTMLAnchorElement} */ (link).href,
	);
}

async function look() {
	const texts = (/** @type {string} */ selector) =>
		Array.from(
			document.querySelectorAll(selector),
			({ textContent }) => textContent ?? "",
		);
	const images = [...document.images];
	for (const image of images) {
		image.loading = "eager";
	}
	await Promise.all(images.map((image) => image.decode().catch(() => {})));
	return {
		lang: document.documentElement.lang,
		title: document.title,
		headings: texts("h1"),
		problem: texts(".ink-problem").join(),
		broken: images.filter(({ naturalWidth }) => naturalWidth === 0).length,
		current: texts(".ink-menu [aria-current]"),
	};
}
