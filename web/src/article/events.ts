// The events of <inkstone-article>. All of them bubble.

import type { Article, Diagnostic } from "../types.js";
import type { ArticleProblem, ProblemReason } from "./problem.js";

/** The article stands in the page. */
export interface LoadDetail {
	article: Article;
	/** The article's URL; "" for inline Markdown. */
	src: string;
}

/** The article could not be shown; a message stands in its place. */
export interface ErrorDetail {
	error: ArticleProblem;
	reason: ProblemReason;
	/** The article's URL, as far as it is known; "" for inline Markdown. */
	src: string;
}

/** The core has something to tell the article's author; it also stands in the console. */
export interface DiagnosticsDetail {
	diagnostics: Diagnostic[];
	/** The article's URL; "" for inline Markdown. */
	src: string;
}

/** The events by their names. */
export interface InkstoneArticleEventMap {
	"inkstone-load": CustomEvent<LoadDetail>;
	"inkstone-error": CustomEvent<ErrorDetail>;
	"inkstone-diagnostics": CustomEvent<DiagnosticsDetail>;
}

declare global {
	interface HTMLElementEventMap extends InkstoneArticleEventMap {}
	interface DocumentEventMap extends InkstoneArticleEventMap {}
}
