// The `inkstone/site` entry: the class of <inkstone-site>, which it does not register, and the types of what it says.
// It needs <inkstone-article>, which `inkstone/define` registers with it.

export type { Route } from "./catalog/types.js";
export { InkstoneSite } from "./site/element.js";
export type {
	InkstoneSiteEventMap,
	NavigateDetail,
	SiteErrorDetail,
} from "./site/events.js";
export type { SiteProblem } from "./site/open.js";
