// @ts-check
// Articles as the core gives them, where tests care only for a part of one.

/**
 * The metadata of an article that says nothing.
 * @type {import("../../web/src/types.js").Metadata}
 */
export const unsaid = {
	title: "",
	date: "",
	lastmod: "",
	author: null,
	lead: "",
	summary: "",
	description: "",
	categories: [],
	tags: [],
	lang: "",
	translations: [],
	menu: [],
	weight: 0,
	thumbnail: { src: "", alt: "", visibility: null },
	toc: { show: null, min: 2, max: 4 },
	mathjax: null,
	comments: null,
	authorbox: null,
	pager: null,
	sidebar: null,
	widgets: null,
	draft: false,
	publishDate: "",
	expiryDate: "",
	slug: "",
	aliases: [],
	translationKey: "",
	type: "",
	layout: "",
};
