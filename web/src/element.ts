// The `inkstone/element` entry: the classes of <inkstone-article> and <inkstone-scheme>, which it does not
// register, and what programs give them.

export type {
	CommentsProvider,
	CommentsThread,
} from "./article/comments/providers.js";
export { registerCommentsProvider } from "./article/comments/registry.js";
export type { Scheme } from "./article/comments/scheme.js";
export type {
	PageContext,
	PageValues,
	Part,
	WidgetContext,
	WidgetPart,
} from "./article/context.js";
export { InkstoneArticle } from "./article/element.js";
export type {
	DiagnosticsDetail,
	ErrorDetail,
	InkstoneArticleEventMap,
	LoadDetail,
} from "./article/events.js";
export type {
	PartOverride,
	PartOverrides,
	PlaceName,
} from "./article/parts.js";
export type { ArticleProblem, ProblemReason } from "./article/problem.js";
export { InkstoneScheme } from "./article/scheme.js";
export type {
	Author,
	CommentsSettings,
	PageSettings,
	SocialLink,
} from "./article/settings.js";
export type {
	LanguageLink,
	MenuItem,
	SearchHit,
	Site,
	SiteLink,
	Term,
} from "./article/site.js";
export { registerWidget } from "./article/widgets/registry.js";
export { widgetSection } from "./article/widgets/section.js";
export { addWords, type SomeWords, type Words } from "./article/words.js";
export type { Awaitable } from "./awaitable.js";
