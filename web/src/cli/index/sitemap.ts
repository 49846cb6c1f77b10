// A blog's sitemap: sitemap.xml, or, where there are more URLs than one file may hold, an index of several.

import { pipeline, Readable, type Transform } from "node:stream";
import { SitemapIndexStream, SitemapStream } from "sitemap";

/** How many URLs a file may hold. */
const sitemapLimit = 50_000;

/** A page of the blog. */
export interface SitemapUrl {
	/** Absolute. */
	url: string;
	/** When it was last changed. */
	changed?: Date;
	/** The page in all of its languages, itself among them; none where there is only one. */
	languages: { lang: string; url: string }[];
}

/** A file as it is made. */
export interface SitemapFile {
	name: string;
	/** Its bytes, in parts; they are to be read before the next file is asked for. */
	content: AsyncIterable<Buffer | string>;
}

/**
 * Writes a sitemap.
 * @param urls the pages
 * @param count how many there are
 * @param urlOf the absolute URL of a file beside sitemap.xml
 * @returns the files; the one called sitemap.xml comes last
 */
export async function* makeSitemap(
	urls: AsyncIterable<SitemapUrl>,
	count: number,
	urlOf: (name: string) => string,
): AsyncGenerator<SitemapFile> {
	if (count <= sitemapLimit) {
		yield { name: "sitemap.xml", content: sitemapOf(urls) };
		return;
	}
	const iterator = urls[Symbol.asyncIterator]();
	const names: string[] = [];
	for (let rest = count; rest > 0; rest -= sitemapLimit) {
		const name = `sitemap-${names.length + 1}.xml`;
		names.push(name);
		yield { name, content: sitemapOf(firstOf(iterator, sitemapLimit)) };
	}
	yield { name: "sitemap.xml", content: indexOf(names.map(urlOf)) };
}

function sitemapOf(
	urls: AsyncIterable<SitemapUrl>,
): AsyncIterable<Buffer | string> {
	return through(
		itemsOf(urls),
		new SitemapStream({
			xmlns: { news: false, image: false, video: false, xhtml: true },
		}),
	);
}

async function* itemsOf(urls: AsyncIterable<SitemapUrl>) {
	for await (const { url, changed, languages } of urls) {
		yield {
			url,
			...(changed && { lastmod: changed.toISOString() }),
			links: languages,
		};
	}
}

function indexOf(urls: string[]): AsyncIterable<Buffer | string> {
	return through(
		urls.map((url) => ({ url })),
		new SitemapIndexStream(),
	);
}

function through(
	items: Iterable<object> | AsyncIterable<object>,
	stream: Transform,
): Transform {
	// What fails on the way, whoever reads the stream is told.
	return pipeline(Readable.from(items), stream, () => {});
}

async function* firstOf<T>(
	iterator: AsyncIterator<T>,
	count: number,
): AsyncGenerator<T> {
	for (let i = 0; i < count; i++) {
		const { done, value } = await iterator.next();
		if (done) {
			return;
		}
		yield value;
	}
}
