// Why an article could not be shown, and what its readers see of that.

import type { Words } from "./words.js";

/**
 * Why there is no article: the server has none (`not-found`) or answered with another error (`http`),
 * it could not be reached (`network`), what came is not Markdown (`not-markdown`), the renderer could not
 * be loaded (`core`), an attribute has a value that the option does not take (`option`), or the renderer
 * failed (`render`).
 */
export type ProblemReason =
	| "not-found"
	| "http"
	| "network"
	| "not-markdown"
	| "core"
	| "option"
	| "render";

/** An article that could not be shown. */
export class ArticleProblem extends Error {
	override readonly name = "ArticleProblem";
	readonly reason: ProblemReason;

	/**
	 * @param reason for programs
	 * @param message for whoever reads the console
	 * @param cause the error behind it
	 */
	constructor(reason: ProblemReason, message: string, cause?: unknown) {
		super(message, { cause });
		this.reason = reason;
	}
}

/**
 * The message that stands in the article's place, with a button to try again.
 * @param problem what happened
 * @param words in the reader's language
 * @param retry is called when the button is pressed
 * @param text what its readers are told; as a rule what the reason says
 */
export function problemView(
	problem: ArticleProblem,
	words: Words,
	retry: () => void,
	text = words.problems[problem.reason],
): HTMLElement {
	const view = document.createElement("div");
	view.className = "ink-problem";
	view.lang = words.lang;
	view.setAttribute("role", "alert");

	const title = document.createElement("p");
	title.className = "ink-problem-title";
	title.textContent = text;

	const detail = document.createElement("p");
	detail.className = "ink-problem-detail";
	detail.lang = "en";
	detail.textContent = problem.message;

	const button = document.createElement("button");
	button.className = "ink-button";
	button.type = "button";
	button.textContent = words.retry;
	button.addEventListener("click", retry);

	view.append(title, detail, button);
	return view;
}

/**
 * What went wrong, as a problem of an article.
 * @param error whatever was thrown
 */
export function asProblem(error: unknown): ArticleProblem {
	return error instanceof ArticleProblem
		? error
		: new ArticleProblem("render", messageOf(error), error);
}

/**
 * What an error says.
 * @param error whatever was thrown
 */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
