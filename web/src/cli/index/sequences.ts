// What is done with sequences that are longer than memory: two are joined, some things left out, groups taken.

import { compareTexts } from "../../catalog/order.js";

/**
 * Goes through two sequences at once.
 * @param as in the order of their paths, each path once
 * @param bs likewise
 * @returns of each path what there is
 */
export async function* joined<
	A extends { path: string },
	B extends { path: string },
>(
	as: AsyncIterable<A>,
	bs: AsyncIterable<B>,
): AsyncGenerator<[a: A | undefined, b: B | undefined]> {
	const others = bs[Symbol.asyncIterator]();
	try {
		let other = await others.next();
		for await (const a of as) {
			while (!other.done && compareTexts(other.value.path, a.path) < 0) {
				yield [undefined, other.value];
				other = await others.next();
			}
			if (!other.done && other.value.path === a.path) {
				yield [a, other.value];
				other = await others.next();
			} else {
				yield [a, undefined];
			}
		}
		while (!other.done) {
			yield [undefined, other.value];
			other = await others.next();
		}
	} finally {
		await others.return?.();
	}
}

/** The things of a sequence that fulfil a condition; like the sequence, any number of times. */
export function filtered<Thing, Wanted extends Thing>(
	things: AsyncIterable<Thing>,
	isWanted: (thing: Thing) => thing is Wanted,
): AsyncIterable<Wanted>;
export function filtered<Thing>(
	things: AsyncIterable<Thing>,
	isWanted: (thing: Thing) => boolean,
): AsyncIterable<Thing>;
export function filtered<Thing>(
	things: AsyncIterable<Thing>,
	isWanted: (thing: Thing) => boolean,
): AsyncIterable<Thing> {
	return {
		async *[Symbol.asyncIterator]() {
			for await (const thing of things) {
				if (isWanted(thing)) {
					yield thing;
				}
			}
		},
	};
}

/**
 * Takes a sequence apart into groups.
 * @param size of each but the last one
 */
export async function* grouped<Thing>(
	things: AsyncIterable<Thing>,
	size: number,
): AsyncGenerator<Thing[]> {
	let group: Thing[] = [];
	for await (const thing of things) {
		group.push(thing);
		if (group.length === size) {
			yield group;
			group = [];
		}
	}
	if (group.length > 0) {
		yield group;
	}
}
