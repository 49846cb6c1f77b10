// @ts-check
// Protects what the themes promise to the pages that they stand in: all in one layer, no weight, no side of the page
// named left or right, custom properties that are documented, and colours that can be read in every scheme.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { propertiesOf } from "../../tools/docs/theme.js";
import { give, openPage, useBrowser } from "./browser.js";
import { themePage } from "./theme-page.js";

useBrowser();

/**
 * A rule with declarations.
 * @typedef {object} Rule
 * @property {string} layer "" for none
 * @property {string} selector "" for what has none
 * @property {string} query the conditions around it
 * @property {[name: string, value: string][]} declarations
 */

/**
 * Opens a page with a theme, and reads its rules as the browser has parsed them.
 * @param {"default" | "minimal"} theme
 * @param {import("./browser.js").ContextOptions} [options]
 */
async function openTheme(theme, options) {
	const { page } = await openPage(options);
	await give(page, { "test.html": themePage({ theme }) });
	await page.goto("static/test.html");
	const rules = /** @type {Rule[]} */ (
		await page.evaluate(() => {
			/** @type {unknown[]} */
			const found = [];
			/**
			 * @param {CSSRuleList} rules
			 * @param {string} layer
			 * @param {string} query
			 */
			const walk = (rules, layer, query) => {
				for (const rule of rules) {
					if (rule instanceof CSSLayerBlockRule) {
						walk(rule.cssRules, rule.name, query);
						continue;
					}
					if ("style" in rule) {
						const { cssText } = /** @type {CSSStyleRule} */ (rule).style;
						found.push({
							layer,
							query,
							selector: Reflect.get(rule, "selectorText") ?? "",
							declarations: cssText
								.split(";")
								.filter((text) => text.trim())
								.map((text) => {
									const [name = "", ...value] = text.split(":");
									return [name.trim(), value.join(":").trim()];
								}),
						});
					}
					if ("cssRules" in rule) {
						const condition = Reflect.get(rule, "conditionText") ?? "";
						walk(
							/** @type {CSSGroupingRule} */ (rule).cssRules,
							layer,
							`${query} ${condition}`.trim(),
						);
					}
				}
			};
			for (const { cssRules } of document.styleSheets) {
				walk(cssRules, "", "");
			}
			return found;
		})
	);
	return { page, rules };
}

/** What math.css and code.css set from left to right in every script. */
const leftToRight = ["inkstone.math", "inkstone.code"];
const sides = /(^|-)(left|right|top|bottom)(-|$)|^(min-|max-)?(width|height)$/;
const fourSides =
	/^(margin|padding|inset|border-(width|style|color|radius)|scroll-margin)$/;

for (const theme of /** @type {const} */ (["default", "minimal"])) {
	test(`${theme}: every rule is in a layer of inkstone`, async () => {
		const { rules } = await openTheme(theme);
		assert(rules.length > 50, `${rules.length} rules`);
		const outside = rules.filter(({ layer }) => !/^inkstone\.\w+$/.test(layer));
		assert.deepEqual(outside, []);
	});

	test(`${theme}: no selector weighs anything but a pseudo-element`, async () => {
		const { rules } = await openTheme(theme);
		const heavy = rules
			.map(({ selector }) => selector)
			.filter((selector) => /[^\s,>+~&*]/.test(weighing(selector)));
		assert.deepEqual(heavy, []);
	});

	test(`${theme}: nothing is !important`, async () => {
		const { rules } = await openTheme(theme);
		assert.doesNotMatch(JSON.stringify(rules), /!\s*important/);
	});

	test(`${theme}: no side has a physical name`, async () => {
		const { rules } = await openTheme(theme);
		const physical = rules
			.filter(({ layer }) => !leftToRight.includes(layer))
			.flatMap(({ selector, declarations }) =>
				declarations
					.filter(
						([name, value]) =>
							sides.test(name) ||
							(fourSides.test(name) && partsOf(value).length > 2) ||
							(/^(text-align|float|clear)$/.test(name) &&
								/left|right/.test(value)),
					)
					.map((declaration) => `${selector} { ${declaration.join(": ")} }`),
			);
		assert.deepEqual(physical, []);
	});

	test(`${theme}: every custom property that is used is defined`, async () => {
		const { rules } = await openTheme(theme);
		const defined = new Set(namesDefined(rules));
		const used = [...JSON.stringify(rules).matchAll(/var\((--[\w-]+)/g)].map(
			([, name = ""]) => name,
		);
		assert(used.length > 5);
		assert.deepEqual(
			used.filter((name) => !defined.has(name)),
			[],
		);
	});
}

// That the defaults are right, tests/package/docs.test.js sees.
test("default: the documentation has each property with its meaning, and no other", async () => {
	const { rules } = await openTheme("default");
	const documented = propertyTable();
	assert.deepEqual(
		documented.map(({ name }) => name).sort(),
		namesDefined(rules)
			.filter((name) => name.startsWith("--ink-"))
			.sort(),
	);
	assert.deepEqual(
		documented.filter(({ meaning }) => !meaning),
		[],
	);
});

test("default: every property is used", async () => {
	const { rules } = await openTheme("default");
	const values = JSON.stringify(rules);
	const unused = propertyTable().filter(
		({ name }) => !new RegExp(`var\\(${name}[,)]`).test(values),
	);
	assert.deepEqual(unused, []);
});

test("minimal: its properties are those of the table of measures", async () => {
	const { rules } = await openTheme("minimal");
	const measures = propertiesOf(
		readFileSync(
			new URL("../../web/src/theme/layout.css", import.meta.url),
			"utf8",
		),
	);
	assert.deepEqual(
		namesDefined(rules).filter((name) => name.startsWith("--ink-")),
		measures.map(({ name }) => name),
	);
});

test("minimal: sets no colour, no typeface and no size of text", async () => {
	const { rules } = await openTheme("minimal");
	const looks = rules.flatMap(({ selector, declarations }) =>
		declarations
			.filter(
				([name, value]) =>
					/^(font|line-height|letter|word-spacing|text-decoration|box-shadow|fill|stroke)/.test(
						name,
					) ||
					(/color|^background|^border/.test(name) &&
						!/^(none|0px|medium|currentcolor|initial|50%|0px none|)$/.test(
							value,
						)),
			)
			.map((declaration) => `${selector} { ${declaration.join(": ")} }`),
	);
	assert.deepEqual(looks, []);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const contrast of /** @type {const} */ (["no-preference", "more"])) {
		test(`default: texts can be read on every ground that they meet, ${colorScheme}, contrast ${contrast}`, async () => {
			const { page, rules } = await openTheme("default", {
				colorScheme,
				contrast,
			});
			const pairs = pairsOf(rules);
			assert(pairs.length > 40, `${pairs.length} pairs`);
			const ratios = await page.evaluate(contrastsOf, pairs);
			const poor = ratios.filter(({ ratio }) => !(ratio >= 4.5));
			assert.deepEqual(poor, []);
		});
	}
}

/**
 * Which colours of text stand on which grounds: those that one rule sets together; else every text on the paper, on
 * what lies on it, and on everything that is tinted with an accent. Colours of code stand on code alone.
 * @param {Rule[]} rules
 * @returns {{ text: string, ground: string }[]}
 */
function pairsOf(rules) {
	const screen = rules.filter(({ query }) => !/print|forced/.test(query));
	const tones = screen.flatMap(({ declarations }) =>
		declarations
			.filter(([name]) => name === "--inkstone-tone")
			.map(([, value]) => value),
	);
	const isText = (/** @type {string} */ value) => /^var\(--ink/.test(value);
	const isGround = (/** @type {string} */ value) =>
		/^var\(--ink-(paper|surface)\)$|^color-mix\(.*var\(--ink-paper\)\)$/.test(
			value,
		);
	/** @param {string} value */
	const withTones = (value) =>
		value.includes("--inkstone-tone")
			? tones.map((tone) => value.replace("var(--inkstone-tone)", tone))
			: [value];

	/** @type {{ text: string, ground: string }[]} */
	const together = [];
	/** @type {Set<string>} */
	const texts = new Set();
	/** @type {Set<string>} */
	const grounds = new Set(["var(--ink-paper)"]);
	for (const { declarations } of screen) {
		const values = new Map(declarations);
		const text = values.get("color") ?? "";
		const ground =
			values.get("background") ?? values.get("background-color") ?? "";
		if (isText(text) && /^(var|color-mix)\(.*\)$/.test(ground)) {
			together.push({ text, ground });
			continue;
		}
		if (isText(text)) {
			withTones(text).forEach((value) => {
				texts.add(value);
			});
		}
		if (isGround(ground)) {
			withTones(ground).forEach((value) => {
				grounds.add(value);
			});
		}
	}
	const isOfCode = (/** @type {string} */ text) => text.includes("--ink-code-");
	const apart = [...texts]
		.filter((text) => !isOfCode(text))
		.flatMap((text) => [...grounds].map((ground) => ({ text, ground })));
	const code = [...texts, "var(--ink-text)", "var(--ink-quiet)"]
		.filter((text) => isOfCode(text) || /text|quiet/.test(text))
		.flatMap((text) =>
			["var(--ink-surface)", "var(--ink-code-marked)"].map((ground) => ({
				text,
				ground,
			})),
		);
	return [...together, ...apart, ...code];
}

/**
 * Runs in the page: the contrast of each pair, by WCAG 2. A ground that is not opaque lies on the surface.
 * @param {{ text: string, ground: string }[]} pairs
 */
function contrastsOf(pairs) {
	const probe = document.body.appendChild(document.createElement("p"));
	const canvas = document.createElement("canvas").getContext("2d", {
		willReadFrequently: true,
	});
	if (!canvas) {
		throw new Error("There is no canvas");
	}
	/** @param {string} expression */
	const paint = (expression) => {
		probe.style.color = "";
		probe.style.color = expression;
		canvas.fillStyle = getComputedStyle(probe).color;
		canvas.fillRect(0, 0, 1, 1);
	};
	const luminance = () => {
		const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
			(byte) => {
				const part = byte / 255;
				return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			},
		);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	return pairs.map(({ text, ground }) => {
		paint("var(--ink-surface)");
		paint(ground);
		const below = luminance();
		paint(text);
		const above = luminance();
		const ratio =
			(Math.max(below, above) + 0.05) / (Math.min(below, above) + 0.05);
		return { text, ground, ratio };
	});
}

/**
 * What is left of a selector without what has no weight, and without pseudo-elements.
 * @param {string} selector
 */
function weighing(selector) {
	let rest = "";
	for (let at = 0; at < selector.length; at += 1) {
		if (!selector.startsWith(":where(", at)) {
			rest += selector[at];
			continue;
		}
		let depth = 0;
		do {
			depth += { "(": 1, ")": -1 }[/** @type {"("} */ (selector[at])] ?? 0;
			at += 1;
		} while (depth !== 0 || selector[at - 1] !== ")");
		at -= 1;
	}
	return rest.replace(/::[\w-]+(\(\*\))?/g, "");
}

/**
 * The parts of a value that blanks divide.
 * @param {string} value
 */
function partsOf(value) {
	return value.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+/g) ?? [];
}

/**
 * The custom properties that rules set.
 * @param {Rule[]} rules
 */
function namesDefined(rules) {
	const names = rules.flatMap(({ declarations }) =>
		declarations.map(([name]) => name).filter((name) => name.startsWith("--")),
	);
	return [...new Set(names)];
}

/** The rows of the tables in examples/docs/reference/theme.md. */
function propertyTable() {
	const text = readFileSync(
		new URL("../../examples/docs/reference/theme.md", import.meta.url),
		"utf8",
	);
	return [...text.matchAll(/^\| `(--ink-[\w-]+)` \| `.*` \| (.*) \|$/gm)].map(
		([, name = "", meaning = ""]) => ({ name, meaning }),
	);
}
