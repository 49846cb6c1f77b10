// An article as a document of its own, which needs no script: `inkstone render --page`.

import { ArticleProblem } from "../../article/problem.js";
import type { Article, Diagnostic, Inkstone } from "../../types.js";
import { prerenderArticle } from "./article.js";
import { element, makeDocument, writeDocument } from "./document.js";
import { openDocument } from "./environment.js";
import { makeRelative } from "./relative.js";
import { withoutControls } from "./scriptless.js";

// Nobody is asked for it; it only says what is beside what.
const folder = "https://inkstone.invalid/";

/** An article and the document that it is to have. */
export interface ArticleDocumentOptions {
	content: string;
	/** The file's name, or "". */
	name: string;
	/** As attributes of `<inkstone-article>`. */
	attributes: Record<string, string>;
	/** The URL of the style sheet, relative to the document. */
	theme: string;
	/** The document's language where the article has none; a BCP 47 tag or "". */
	lang: string;
}

/**
 * Makes the document.
 * @throws TypeError for an option that is wrong
 */
export async function articleDocument(
	inkstone: Inkstone,
	{ content, name, attributes, theme, lang }: ArticleDocumentOptions,
): Promise<{ article: Article; diagnostics: Diagnostic[]; html: string }> {
	openDocument(folder, lang);
	try {
		const page = await prerenderArticle(
			inkstone,
			{ content, url: name && `${folder}${encodeURIComponent(name)}` },
			{ attributes, settings: {}, site: undefined, lang },
		);
		withoutControls(page.content);
		makeRelative(page.content, folder, folder);
		const { text } = page.article.summary;
		const head = [
			element("title", {}, page.title),
			...(text
				? [element("meta", { name: "description", content: text })]
				: []),
			element("link", { rel: "stylesheet", href: theme }),
		];
		makeDocument(head, [page.content], page.lang);
		return {
			article: page.article,
			diagnostics: page.diagnostics,
			html: writeDocument(),
		};
	} catch (error) {
		throw error instanceof ArticleProblem && error.reason === "option"
			? new TypeError(error.message, { cause: error })
			: error;
	}
}
