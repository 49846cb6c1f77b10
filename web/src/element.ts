// The `inkstone/element` entry: the class of <inkstone-article>, which it does not register.

export {
	type CommentsProvider,
	type CommentsThread,
	registerCommentsProvider,
} from "./article/comments/providers.js";
export type { Scheme } from "./article/comments/scheme.js";
export { InkstoneArticle } from "./article/element.js";
export type {
	DiagnosticsDetail,
	ErrorDetail,
	InkstoneArticleEventMap,
	LoadDetail,
} from "./article/events.js";
export type { ArticleProblem, ProblemReason } from "./article/problem.js";
