// What is loaded only when an article needs it. Each is a chunk of its own.

import type { PageContext } from "./context.js";
import { fitFragments } from "./fragment.js";

type Enhance = (body: HTMLElement, context: PageContext) => Promise<void>;

/** What goes on after the first view. */
export interface Enhancing {
	/** When nothing more is to come. */
	readonly finished: Promise<void>;
}

interface Enhancement {
	/** What in a body asks for it. */
	selector: string;
	isWanted?(context: PageContext): boolean;
	/** Whether all of it changes where things stand; else only what it does at once. */
	isAwaited?: boolean;
	/** Whether it changes nothing that is seen, and so can come behind the first view. */
	isLater?: boolean;
	load(): Promise<Enhance>;
}

const enhancements: Enhancement[] = [
	{
		selector: "img, pre, .math, a[role='doc-noteref']",
		isLater: true,
		load: async () => {
			const { addConveniences } = await import("./body/conveniences.js");
			return async (body, context) => addConveniences(body, context);
		},
	},
	{
		selector: ".math",
		isWanted: ({ values }) => values.mathjax !== false,
		isAwaited: true,
		load: async () => (await import("../enhance/math.js")).enhanceMath,
	},
	{
		selector: "pre > code",
		load: async () => (await import("../enhance/code.js")).enhanceCode,
	},
	{
		selector: "pre > code.language-mermaid",
		load: async () => (await import("../enhance/diagrams.js")).enhanceDiagrams,
	},
];

/** How long a first view waits for them, in milliseconds: what comes later moves what is being read. */
const patience = 1500;

/**
 * Loads and applies what a body needs.
 * @param body not yet in the page, or in it
 * @param context of the page
 * @returns when what would move the text is done, or has taken too long to wait for; nothing fails: what cannot be
 * loaded is reported, and the body stays readable
 */
export async function enhance(
	body: HTMLElement,
	context: PageContext,
): Promise<Enhancing> {
	const { signal } = context;
	const asked = enhancements.filter(
		({ selector, isWanted }) =>
			body.querySelector(selector) && (isWanted?.(context) ?? true),
	);
	const wanted = asked.filter(({ isLater }) => !isLater);
	const later = Promise.all(
		asked
			.filter(({ isLater }) => isLater)
			.map(async ({ load }) => {
				try {
					const apply = await load();
					await (signal.aborted ? undefined : apply(body, context));
				} catch {
					// Everything can be read without them; that a file is missing says the browser.
				}
			}),
	);
	if (wanted.length === 0) {
		return { finished: later.then(() => undefined) };
	}
	const report = (error: unknown) =>
		context.report(
			"page-enhancement",
			"",
			`Formulas, code or diagrams are shown as they are written: ${error}`,
		);
	const all: Promise<unknown>[] = [later];
	const work = Promise.all(
		wanted.map(async ({ load, isAwaited }) => {
			try {
				const apply = await load();
				if (!signal.aborted) {
					const applied = apply(body, context).catch(report);
					all.push(applied);
					await (isAwaited ? applied : undefined);
				}
			} catch (error) {
				report(error);
			}
		}),
		// Formulas have links to one another.
	).then(() => fitFragments(body, context.site));
	let timer: ReturnType<typeof setTimeout> | undefined;
	await Promise.race([
		work,
		new Promise((resolve) => {
			timer = setTimeout(resolve, patience);
		}),
	]);
	clearTimeout(timer);
	return {
		finished: work.then(async () => {
			await Promise.all(all);
		}),
	};
}
