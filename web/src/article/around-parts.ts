// The parts of a page that `around` fetches.

export { asidePart } from "./parts/aside.js";
export { authorboxPart } from "./parts/authorbox.js";
export {
	canKeepComments,
	commentsPart,
	keepComments,
} from "./parts/comments.js";
export { pagerPart } from "./parts/pager.js";
export { progressBar } from "./progress.js";
