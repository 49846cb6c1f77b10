// @ts-check
// What axe finds in a page, by every rule that it has, best practices and those that are off by default included. Only
// contrast is asked for at level AA, not AAA: readers who need more have a theme that answers `prefers-contrast`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

/**
 * @typedef {object} Violation
 * @property {string} id the rule
 * @property {string} impact
 * @property {{ html: string, any: { message: string }[], all: { message: string }[], none: { message: string }[] }[]} nodes
 */

/**
 * Breaches of any of axe's rules.
 * @param {import("./browser.js").Page} page whose policy lets a debugger evaluate, as Chromium's does
 * @returns {Promise<string[]>} one for each element: the rule, what is wrong, and the element
 */
export async function violationsOf(page) {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		/** @type {{ getRules(): { ruleId: string }[], run(options: object): Promise<{ violations: Violation[] }> }} */
		const axe = Reflect.get(window, "axe");
		const rules = Object.fromEntries(
			axe
				.getRules()
				.map(({ ruleId }) => [
					ruleId,
					{ enabled: ruleId !== "color-contrast-enhanced" },
				]),
		);
		const { violations } = await axe.run({ rules });
		return violations.flatMap(({ id, impact, nodes }) =>
			nodes.map(({ html, any, all, none }) =>
				[
					`${id} (${impact})`,
					...[...any, ...all, ...none].map(({ message }) => message),
					html.slice(0, 200),
				].join("\n"),
			),
		);
	});
}
