// What an article refers to, and where in its file.

import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import type { Article, Inkstone, Place, RenderOptions } from "../../types.js";

type Parent = DefaultTreeAdapterMap["parentNode"];
type Element = DefaultTreeAdapterMap["element"];

/** A link or something that is shown. */
export interface Reference extends Place {
	/** As HTML has it. */
	url: string;
	/** Whether it is shown in the page; else it is a link. */
	isShown: boolean;
}

/** An article as far as links go. */
export interface LinkedArticle {
	article: Article;
	references: Reference[];
	/** What links can lead to in it. */
	ids: Set<string>;
}

/** Attributes with URLs: those that lead away, and those whose content is shown. */
const attributes: [element: string, name: string, isShown: boolean][] = [
	["a", "href", false],
	["img", "src", true],
	["audio", "src", true],
	["video", "src", true],
	["video", "poster", true],
	["source", "src", true],
	["track", "src", true],
];

/**
 * Finds what an article refers to.
 * @param source the file's text
 * @param inkstone renders it
 * @param options of the blog
 */
export function readReferences(
	source: string,
	inkstone: Inkstone,
	options: RenderOptions,
): LinkedArticle {
	const article = inkstone.render(source, {
		...options,
		// Raw HTML has links, too. It is only read.
		html: "trusted",
		sourceLines: true,
	});
	const places = new Places(source);
	const references: Reference[] = [];
	const ids = new Set<string>();
	const visit = (parent: Parent, line: number): void => {
		for (const child of parent.childNodes) {
			if (!("attrs" in child)) {
				continue;
			}
			const own = Number(attributeOf(child, "data-line")) || line;
			const id = attributeOf(child, "id");
			if (id) {
				ids.add(id);
			}
			for (const [element, name, isShown] of attributes) {
				const url = child.tagName === element && attributeOf(child, name);
				if (url) {
					references.push({ url, isShown, ...places.of(url, own) });
				}
			}
			visit(child, own);
		}
	};
	visit(parseFragment(article.html), 1);
	const { thumbnail } = article.metadata;
	if (thumbnail.src) {
		references.push({
			url: thumbnail.src,
			isShown: true,
			...(article.places.thumbnail ?? { line: 1, column: 1 }),
		});
	}
	for (const { url } of article.metadata.translations) {
		if (url) {
			references.push({
				url,
				isShown: false,
				...(article.places.translations ?? { line: 1, column: 1 }),
			});
		}
	}
	return { article, references, ids };
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
	return attrs.find((attribute) => attribute.name === name)?.value;
}

/** Finds URLs in a file: the renderer says in which block each is, not where. */
class Places {
	readonly #lines: string[];
	/** Where the last one of each was found, so that the next one is looked for behind it. */
	readonly #last = new Map<string, Place>();

	constructor(source: string) {
		this.#lines = source.split(/\r\n?|\n/);
	}

	/**
	 * The place of a URL.
	 * @param url as HTML has it
	 * @param line 1-based, that of the block
	 * @returns the block's own place where it is not written that way
	 */
	of(url: string, line: number): Place {
		const last = this.#last.get(url);
		const from = last && last.line >= line ? last : { line, column: 0 };
		for (const written of waysToWrite(url)) {
			for (let at = from.line - 1; at < this.#lines.length; at++) {
				const start = at === from.line - 1 ? from.column : 0;
				const column = indexOfUrl(this.#lines[at] ?? "", written, start);
				if (column >= 0) {
					const place = { line: at + 1, column: column + 1 };
					this.#last.set(url, place);
					return place;
				}
			}
		}
		return last ?? { line, column: 1 };
	}
}

// A URL may end as another one does, or begin so.
function indexOfUrl(line: string, url: string, start: number): number {
	for (
		let at = line.indexOf(url, start);
		at >= 0;
		at = line.indexOf(url, at + 1)
	) {
		const before = line[at - 1] ?? " ";
		const behind = line[at + url.length] ?? " ";
		if (/[\s(<"'=:[]/.test(before) && !/[\w%/#?&=-]/.test(behind)) {
			return at;
		}
	}
	return -1;
}

// Markdown's URLs are encoded where that is needed, and mail and bare links get their scheme.
function waysToWrite(url: string): string[] {
	const ways = [url];
	try {
		ways.push(decodeURI(url), decodeURIComponent(url));
	} catch {
		// Nobody has encoded it.
	}
	for (const way of [...ways]) {
		ways.push(
			way.replaceAll("&", "&amp;"),
			way.replace(/^(mailto:|https?:\/\/)/, ""),
		);
	}
	return [...new Set(ways)].filter(Boolean);
}
