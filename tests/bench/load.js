// @ts-check
// Loads a stack in this process.

import { pathToFileURL } from "node:url";
import { moduleOf, stacks } from "./stacks.js";

/**
 * @typedef {{ html(source: string): string, article(source: string): import("./stacks.js").Output }} LoadedStack
 */

/**
 * @param {string} name
 * @returns {Promise<LoadedStack>}
 */
export async function loadStack(name) {
	const stack = stacks[name];
	const { load } = await import(pathToFileURL(moduleOf(stack)).href);
	return await load(stack.argument);
}
