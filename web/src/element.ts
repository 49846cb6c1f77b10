// The `inkstone/element` entry: the class of <inkstone-article>, which it does not register.

export { InkstoneArticle } from "./article/element.js";
export type {
	DiagnosticsDetail,
	ErrorDetail,
	InkstoneArticleEventMap,
	LoadDetail,
} from "./article/events.js";
export type { ArticleProblem, ProblemReason } from "./article/problem.js";
export { addWords, type SomeWords, type Words } from "./article/words.js";
