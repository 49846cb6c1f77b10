// Keeps the faults of a site or of somebody's widget away from the rest of the page.

import type { Awaitable } from "../../awaitable.js";
import type { WidgetContext } from "../context.js";

const reported = new WeakSet<object>();

/**
 * Makes a part that may fail.
 * @param context of the page
 * @param name the part's, for the console
 * @param part may throw or reject
 * @returns as the part does; nothing where it fails or the page has been taken away. Never rejects.
 */
export function guarded<Context extends Pick<WidgetContext, "signal">>(
	context: Context,
	name: string,
	part: (context: Context) => Awaitable<Element | undefined>,
): Awaitable<Element | undefined> {
	try {
		const made = part(context);
		return made === undefined || made instanceof Element
			? made
			: settled(context, name, made);
	} catch (error) {
		reportFault(name, error);
		return undefined;
	}
}

/**
 * Tells the site's author, in the console, that a part is missing. An error that several parts have met, as when
 * the index of a site cannot be loaded, is told once.
 * @param name the part's
 * @param error what it threw
 */
export function reportFault(name: string, error: unknown): void {
	if (typeof error === "object" && error !== null) {
		if (reported.has(error)) {
			return;
		}
		reported.add(error);
	}
	console.error(`Inkstone leaves out “${name}”, which has failed:`, error);
}

async function settled(
	{ signal }: Pick<WidgetContext, "signal">,
	name: string,
	made: PromiseLike<Element | undefined>,
): Promise<Element | undefined> {
	try {
		const element = await made;
		return signal.aborted ? undefined : element;
	} catch (error) {
		if (!signal.aborted) {
			reportFault(name, error);
		}
		return undefined;
	}
}
