// The parts of an article page in their order, and how a page's author puts something else in the place of one.

import type { PageContext, Part } from "./context.js";
import { guarded } from "./parts/guard.js";
import { fillTemplate } from "./template.js";

/** The parts that stand on the page by themselves, and places between them that are empty by default. */
export const placeNames = [
	"start",
	"notice",
	"header",
	"meta",
	"thumbnail",
	"toc",
	"before-body",
	"after-body",
	"tags",
	"authorbox",
	"pager",
	"comments",
	"end",
	"aside",
] as const;

/** The name of a part or of a place between parts. */
export type PlaceName = (typeof placeNames)[number];

/** What a page's author gives in the place of a part; it may ask for the part that would stand there. */
export type PartOverride = (
	context: PageContext,
	standard: Part,
) => ReturnType<Part>;

/** Overrides by the parts' names. */
export type PartOverrides = Partial<Record<PlaceName, PartOverride>>;

/** Where the children of the element go that name a place. */
export interface Slots {
	/**
	 * What children put into a place: a `<slot>`, which shows them in a shadow root, and elsewhere gives way to them.
	 * @returns nothing when no child names the place
	 */
	take(name: PlaceName): Node[] | undefined;
	/** Puts the children where they were taken: as late as can be, for they may stand in a page that is still seen. */
	fill(): void;
	/** The names that children have given, and no place has. */
	readonly unknown: readonly string[];
	/** The child `<template slot="…">` for a place. */
	template(name: PlaceName): HTMLTemplateElement | undefined;
}

/** Puts parts on the page. */
export class PartPlacer {
	readonly #context: PageContext;
	readonly #overrides: PartOverrides;
	readonly #slots: Slots;

	readonly #pending: Promise<void>[] = [];

	/**
	 * @param context of the page
	 * @param overrides the page's author's functions
	 * @param slots the page's author's children
	 */
	constructor(context: PageContext, overrides: PartOverrides, slots: Slots) {
		this.#context = context;
		this.#overrides = overrides;
		this.#slots = slots;
	}

	/** Is kept when every part is there that will come. Never rejects. */
	get whole(): Promise<void> {
		return Promise.all(this.#pending).then(() => undefined);
	}

	/**
	 * Gives what stands in a place: the author's children, a template of theirs, their function's, or the part.
	 * @param name the place
	 * @param standard the part; none for the places between parts
	 * @param whenEmpty is called as soon as it is known that nothing will stand there
	 * @returns the nodes; a part that has to wait for data is stood for by a comment, which it then replaces
	 */
	place(
		name: PlaceName,
		standard: Part = () => undefined,
		whenEmpty: () => void = () => {},
	): Node[] {
		const given = this.#slots.take(name);
		if (given) {
			return given;
		}
		const template = this.#slots.template(name);
		if (template) {
			return [fillTemplate(template, this.#context)];
		}
		const override = this.#overrides[name];
		return this.#resolve(
			override
				? guarded(this.#context, name, (context) => override(context, standard))
				: standard(this.#context),
			whenEmpty,
		);
	}

	#resolve(part: ReturnType<Part>, whenEmpty: () => void): Node[] {
		if (!(part instanceof Promise)) {
			if (!part) {
				whenEmpty();
			}
			return part ? [part] : [];
		}
		const placeholder = document.createComment("");
		const settled = part.then(
			(element) => {
				if (element && !this.#context.signal.aborted) {
					placeholder.replaceWith(element);
				} else {
					placeholder.remove();
					whenEmpty();
				}
			},
			(error) => {
				placeholder.remove();
				whenEmpty();
				console.error(error);
			},
		);
		this.#pending.push(settled);
		return [placeholder];
	}
}
