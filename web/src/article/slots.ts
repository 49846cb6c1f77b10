// The children with which a page's author puts something into a place of the page: `<div slot="tags">`, or
// `<template slot="tags">`.

import { type PlaceName, placeNames, type Slots } from "./parts.js";

/**
 * Finds the children that name a place. Keeps them while they stand somewhere in the page that the element
 * makes, so that the next page gets them again.
 */
export class SlottedChildren {
	readonly #children = new Map<PlaceName, Element[]>();
	readonly #templates = new Map<PlaceName, HTMLTemplateElement>();
	readonly #unknown = new Set<string>();

	/**
	 * Takes note of children that are new, in any order, and as often as one likes.
	 * @param host the element
	 */
	collect(host: Element): void {
		for (const child of host.querySelectorAll(":scope > [slot]")) {
			const name = placeNames.find((name) => name === child.slot);
			if (!name) {
				this.#unknown.add(child.slot);
				continue;
			}
			if (child instanceof HTMLTemplateElement) {
				this.#templates.set(name, child);
			} else {
				const known = this.#children.get(name) ?? [];
				if (!known.includes(child)) {
					this.#children.set(name, [...known, child]);
				}
			}
		}
	}

	/**
	 * Gives the children to the next page.
	 * @param host the element; a shadow root of its own leaves the children where they are
	 */
	slots(host: Element): Slots {
		const places: [place: Element, children: Element[]][] = [];
		return {
			take: (name) => {
				const children = this.#children.get(name);
				if (!children) {
					return undefined;
				}
				const place = document.createElement("slot");
				place.name = name;
				places.push([place, children]);
				return [place];
			},
			template: (name) => this.#templates.get(name),
			fill() {
				for (const [place, children] of places) {
					if (!host.shadowRoot) {
						place.replaceWith(...children);
						continue;
					}
					// They stand in a page that was not in a shadow root yet.
					host.append(
						...children.filter(({ parentNode }) => parentNode !== host),
					);
				}
			},
			unknown: [...this.#unknown],
		};
	}
}
