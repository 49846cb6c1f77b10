// @ts-check
// What a catalog must answer, said as plainly as can be and without regard to cost, from the contract in
// web/src/catalog/types.ts; nothing of the catalogs' own code is used.

/**
 * @typedef {import("../../../web/src/catalog/types.js").Card} Card
 * @typedef {import("../../../web/src/catalog/types.js").SectionCard} SectionCard
 */

/** @param {string} date */
const momentOf = (date) =>
	Date.parse(/T[\d:]+$/.test(date) ? `${date}Z` : date);

/** @param {string} a @param {string} b */
const byCodeUnits = (a, b) => Number(a > b) - Number(a < b);

/** @param {number} a @param {number} b */
const byWeight = (a, b) =>
	Number(a === 0) - Number(b === 0) || (a !== b ? a - b : 0);

/**
 * @param {Card} a
 * @param {Card} b
 */
function inSiteOrder(a, b) {
	const dates =
		Number(a.date === "") - Number(b.date === "") ||
		(a.date && b.date ? momentOf(b.date) - momentOf(a.date) : 0);
	return (
		byWeight(a.weight, b.weight) ||
		dates ||
		byCodeUnits(a.title, b.title) ||
		byCodeUnits(a.path, b.path)
	);
}

/** @param {string} lang @returns {(a: { title: string }, b: { title: string }) => number} */
function alphabetical(lang) {
	const { compare } = new Intl.Collator([lang, "en"], { numeric: true });
	return (a, b) => compare(a.title, b.title);
}

/**
 * @param {Card[]} cards
 * @param {SectionCard[]} sectionCards
 * @param {{ languages: { lang: string }[], mainSections: string[] }} configuration
 * @param {(name: string) => string} termSlug
 */
export function modelOf(cards, sectionCards, configuration, termSlug) {
	const sorted = [...cards].sort(inSiteOrder);
	const visible = sorted.filter(({ hidden }) => hidden === "");
	const sites = configuration.languages.map(({ lang }) => lang);

	/** @param {string} site @param {string} list */
	const list = (site, list) => {
		const [, kind, name = ""] = /^([^/]*)(?:\/(.*))?$/s.exec(list) ?? [];
		return visible.filter((card) => {
			if (card.site !== site) {
				return false;
			}
			switch (kind) {
				case "all":
					return true;
				case "home":
					return (
						card.section !== "page" &&
						(configuration.mainSections.length === 0 ||
							configuration.mainSections.includes(card.section))
					);
				case "section":
					return name !== "" && name !== "page" && card.section === name;
				case "year":
					return card.section !== "page" && card.date.split("-")[0] === name;
				case "tags":
				case "categories":
					return card[kind].some((term) => termSlug(term) === name);
				default:
					return false;
			}
		});
	};

	/** @param {string} site @param {"tags" | "categories"} taxonomy */
	const terms = (site, taxonomy) => {
		const all = list(site, "all").flatMap((card) => card[taxonomy]);
		const slugs = new Set(all.map((title) => termSlug(title)));
		return Array.from(slugs, (slug) => {
			const having = list(site, `${taxonomy}/${slug}`);
			const dates = having.map(({ date }) => date).filter((date) => date);
			const newest = Math.max(...dates.map(momentOf));
			return {
				title: all.find((title) => termSlug(title) === slug) ?? "",
				slug,
				count: having.length,
				newest: dates.find((date) => momentOf(date) === newest) ?? "",
			};
		}).sort((a, b) => alphabetical(site)(a, b) || byCodeUnits(a.slug, b.slug));
	};

	/** @param {string} site */
	const language = (site) => {
		const all = list(site, "all");
		const described = sectionCards.filter((section) => section.site === site);
		const names = new Set([
			...described.map(({ name }) => name),
			...all
				.map(({ section }) => section)
				.filter((name) => name !== "" && name !== "page"),
		]);
		const years = new Set(
			all
				.filter(({ section, date }) => section !== "page" && date)
				.map(({ date }) => date.split("-")[0] ?? ""),
		);
		const menus = new Set(
			all.flatMap(({ menu }) => menu.map((entry) => entry.menu)),
		);
		return {
			count: all.length,
			sections: Array.from(names, (name) => {
				const section = described.find((section) => section.name === name);
				return {
					name,
					title: section?.title ?? name,
					summary: section?.summary ?? "",
					count: list(site, name === "" ? "home" : `section/${name}`).length,
				};
			}).sort(
				(a, b) => alphabetical(site)(a, b) || byCodeUnits(a.name, b.name),
			),
			years: Array.from(years, (year) => ({
				year,
				count: list(site, `year/${year}`).length,
			})).sort((a, b) => Number(b.year) - Number(a.year)),
			menus: Object.fromEntries(
				Array.from(menus, (menu) => [
					menu,
					all
						.flatMap((card) =>
							card.menu
								.filter((entry) => entry.menu === menu)
								.map((entry) => ({
									title: entry.name || card.title,
									route: card.route,
									weight: entry.weight ?? card.weight,
									identifier: entry.identifier,
								})),
						)
						.sort(
							(a, b) =>
								byWeight(a.weight, b.weight) || alphabetical(site)(a, b),
						),
				]),
			),
			terms: {
				categories: terms(site, "categories").length,
				tags: terms(site, "tags").length,
			},
		};
	};

	/** @param {string} name */
	const find = (name) => {
		const all = [...visible, ...sorted.filter(({ hidden }) => hidden !== "")];
		const card =
			all.find(({ route }) => route === name) ??
			all.find(({ aliases }) => aliases.includes(name)) ??
			all.find(({ path }) => path === name);
		if (!card) {
			return undefined;
		}
		const around = visible.filter(
			({ site, section }) =>
				site === card.site && section === card.section && section !== "page",
		);
		const place = around.findIndex(({ path }) => path === card.path);
		const older = place < 0 ? undefined : around[place + 1];
		const newer = around[place - 1];
		const translations = sites
			.filter((site) => site !== card.site)
			.flatMap(
				(site) =>
					visible.find(
						(other) =>
							other.site === site &&
							other.translationKey === card.translationKey,
					) ?? [],
			);
		return {
			card,
			...(older && { older: { title: older.title, route: older.route } }),
			...(newer && { newer: { title: newer.title, route: newer.route } }),
			translations: translations.map(({ title, route, lang, site }) => ({
				title,
				route,
				lang,
				site,
			})),
		};
	};
	return { list, terms, language, find };
}
