// @ts-check
// Protects: code blocks get their bar, their colours, numbers and marks, and can be copied, under the strictest policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { showEnhanced } from "./enhanced.js";

useBrowser();

const fence = "```";

for (const late of [false, true]) {
	test(`code gets its colours and breaks no policy, ${late ? "outside of the document" : "in the document"}`, async () => {
		const { page, violations, reports, complaints, requests } =
			await showEnhanced(
				`${fence}js\nconst a = "b"; // c\nlet d;\n${fence}\n\n${fence}html\n<style>a { color: red }</style>\n${fence}`,
				{ late },
			);
		const [js, html] = await page.locator("pre code").all();
		assert.equal(await js?.textContent(), 'const a = "b"; // c\nlet d;\n');
		assert.deepEqual(await js?.locator("span").allTextContents(), [
			"const",
			'"b"',
			"// c",
			"let",
		]);
		assert.equal(await html?.locator(".hljs-attribute").textContent(), "color");
		assert.deepEqual(
			requests
				.map((path) => /(\w+)-\w+\.js$/.exec(path)?.[1] ?? "")
				.filter((name) => /^(python|css|javascript|xml)$/.test(name))
				.sort(),
			["css", "javascript", "xml"],
		);
		assert.deepEqual(await violations(), []);
		assert.deepEqual(await reports(), []);
		assert.deepEqual(complaints, []);
	});
}

test("a bar names the file or the language; one line, or no language, has only the button", async () => {
	const { page } = await showEnhanced(`
${fence}js title="src/a.js"
one line
${fence}

${fence}cpp
two
lines
${fence}

${fence}klingon
two
lines
${fence}

${fence}sh
npm install inkstone
${fence}

${fence}
two
lines
${fence}

${fence}text
two
lines
${fence}

${fence}
${fence}

    indented
`);
	const blocks = await page.locator(".ink-code").all();
	const seen = await Promise.all(
		blocks.map(async (block) => [
			await block.locator(".ink-code-name").allTextContents(),
			await block.locator(".ink-copy").count(),
			await block.locator("pre").getAttribute("aria-label"),
		]),
	);
	assert.deepEqual(seen, [
		[["src/a.js"], 1, "Code: src/a.js"],
		[["C++"], 1, "Code: C++"],
		[["klingon"], 1, "Code: klingon"],
		[[], 1, null],
		[[], 1, null],
		[[], 1, null],
		[[], 0, null],
		[[], 1, null],
	]);
});

test("an unknown language and a very long block stay plain, without a report", async () => {
	const long = `${'const a = "b";\n'.repeat(15_000)}`;
	const { page, reports } = await showEnhanced(
		`${fence}klingon\nqapla'\n${fence}\n\n${fence}js {1}\n${long}${fence}`,
	);
	assert.equal(await page.locator("pre code *").count(), 0);
	assert.equal(await page.locator(".ink-copy").count(), 2);
	assert.deepEqual(await reports(), []);
});

test("enhancing once more changes nothing", async () => {
	const { page, again } = await showEnhanced(
		`${fence}js {1} linenos\na\nb\n${fence}`,
	);
	const before = await page.locator(".ink-body").innerHTML();
	await again();
	assert.equal(await page.locator(".ink-body").innerHTML(), before);
});

test("lines are numbered and marked, also where a comment reaches over them", async () => {
	const { page } = await showEnhanced(
		`${fence}js {2,4-9} showLineNumbers=9\na;\n/* b\n\nc */ d;\n\n${fence}`,
	);
	const lines = page.locator(".ink-line");
	assert.deepEqual(await lines.allTextContents(), [
		"a;\n",
		"/* b\n",
		"\n",
		"c */ d;\n",
		"\n",
	]);
	assert.deepEqual(
		await lines.evaluateAll((all) =>
			all.map((line) => [
				line.getAttribute("data-number"),
				line.classList.contains("ink-marked"),
				line.querySelector(".hljs-comment")?.textContent,
			]),
		),
		[
			[" 9", false, undefined],
			["10", true, "/* b\n"],
			["11", false, "\n"],
			["12", true, "c */"],
			["13", true, undefined],
		],
	);
	const number = await lines
		.nth(1)
		.evaluate((line) => getComputedStyle(line, "::before").content);
	assert.match(number, /10|attr\(data-number\)/);
});

test("a marked line is marked as wide as the block, however far it scrolls", async () => {
	const { page } = await showEnhanced(
		`${fence}js {1}\na\n${"long ".repeat(60)}\n${fence}`,
	);
	const { line, block, scrolled } = await page
		.locator("pre")
		.evaluate((pre) => ({
			line:
				pre.querySelector(".ink-marked")?.getBoundingClientRect().width ?? 0,
			block: pre.clientWidth,
			scrolled: pre.scrollWidth,
		}));
	assert.ok(scrolled > block);
	assert.equal(Math.round(line), scrolled);
});

test("what a reader selects is the code, without numbers and with its lines", async () => {
	const code = "a;\n\nb;\n  c;";
	const { page } = await showEnhanced(
		`${fence}js {2} linenos\n${code}\n${fence}`,
	);
	const selected = await page.evaluate(() => {
		getSelection()?.selectAllChildren(
			document.querySelector("pre code") ?? document.body,
		);
		return getSelection()?.toString();
	});
	assert.equal(selected?.trimEnd(), code);
});

for (const [name, permissions] of [
	["with the clipboard's permission", ["clipboard-read", "clipboard-write"]],
	["without it", undefined],
]) {
	test(`the button copies the code ${name}, and says so`, async () => {
		const { page, complaints } = await showEnhanced(
			`${fence}js {1} linenos\na "<b>"\n\n  c\n${fence}`,
			{
				browser: {
					...(Array.isArray(permissions) ? { permissions } : {}),
				},
			},
		);
		if (!permissions) {
			await page.evaluate(() => {
				Object.defineProperty(navigator, "clipboard", { value: undefined });
			});
		}
		await page.evaluate(() => {
			document.addEventListener("copy", () => {
				Object.assign(window, { selection: getSelection()?.toString() });
			});
		});
		const status = page.locator(".ink-code [role=status]");
		assert.equal(await textOf(status), "");
		const button = page.locator(".ink-copy");
		assert.equal(await textOf(button), "Copy");
		await button.focus();
		await page.keyboard.press("Enter");
		await page.waitForSelector(".ink-copy.ink-copied");
		assert.equal(await textOf(button), "Copied");
		assert.equal(await textOf(status), "Copied");
		const copied = permissions
			? await page.evaluate(() => navigator.clipboard.readText())
			: await page.evaluate(() => Reflect.get(window, "selection"));
		assert.equal(copied, 'a "<b>"\n\n  c');
		assert.ok(
			await button.evaluate((element) => element === document.activeElement),
		);
		assert.equal(await page.locator("textarea").count(), 0);
		assert.deepEqual(complaints, []);
	});
}

test("where nothing may be copied, the code is selected", async () => {
	const { page } = await showEnhanced(`${fence}js\na\nb\n${fence}`);
	await page.evaluate(() => {
		Object.defineProperty(navigator, "clipboard", { value: undefined });
		document.execCommand = () => false;
	});
	await page.locator(".ink-copy").click();
	await page.waitForFunction(() => getSelection()?.toString().includes("b"));
	assert.equal(await textOf(page.locator(".ink-copy")), "Copy");
});

test("a grammar that does not come is told once, and all code stays readable", async () => {
	const { page, reports } = await showEnhanced(
		`${fence}python\na = 1\nb = 2\n${fence}\n\n${fence}python\nc\nd\n${fence}\n\n${fence}js\nlet e\nlet f\n${fence}`,
		{ missing: /python-\w+\.js/ },
	);
	const told = await reports();
	assert.equal(told.length, 1);
	assert.match(told[0]?.message ?? "", /^Code in Python/);
	assert.equal(
		await textOf(page.locator("pre code").first()),
		"a = 1\nb = 2\n",
	);
	assert.equal(await page.locator("pre code .hljs-keyword").count(), 2);
});

// A line of every kind of token.
const tokens = {
	js: "// c\nclass A extends B { static f(x = 1, y = /r/) { return `\x24{this.#z}` + 'q\\n' + null; } }\n@dec\nimport x from 'y';\nconsole.log(Math.PI)",
	css: "@media print { #a .b::before, a[href^='x']:hover { color: #fff; margin: 1px !important; --x: 1 } }",
	diff: "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new",
	md: "# t\n\n*e* **s** `c` [l](u)\n\n> q\n\n- b",
	php: '<?php\n/** @param int $x */\nfunction f($x) { echo "a $x"; }',
};

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	test(`colours have a contrast of 4.5 at least, ${colorScheme}`, async () => {
		const { page } = await showEnhanced(
			Object.entries(tokens)
				.map(
					([name, code]) => `${fence}${name} {1-99} linenos\n${code}\n${fence}`,
				)
				.join("\n\n"),
			{ browser: { colorScheme } },
		);
		const contrasts = await page.evaluate(() => {
			const canvas = document.createElement("canvas").getContext("2d", {
				willReadFrequently: true,
			});
			/** @param {string[]} layers from the lowest to the uppermost */
			const luminance = (...layers) => {
				if (!canvas) {
					return 0;
				}
				for (const layer of layers) {
					canvas.fillStyle = layer;
					canvas.fillRect(0, 0, 1, 1);
				}
				const [r = 0, g = 0, b = 0] = Array.from(
					canvas.getImageData(0, 0, 1, 1).data,
					(value) => {
						const part = value / 255;
						return part <= 0.04045
							? part / 12.92
							: ((part + 0.055) / 1.055) ** 2.4;
					},
				);
				return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const frame = document.querySelector(".ink-code");
			const marked = document.querySelector(".ink-marked");
			if (!frame || !marked) {
				return [];
			}
			const surface = getComputedStyle(frame).backgroundColor;
			const mark = getComputedStyle(marked).backgroundColor;
			const below = luminance(surface, mark);
			const texts = [
				...document.querySelectorAll(".ink-line, .ink-line span"),
			].map((element) => ({
				name: element.className,
				colour: getComputedStyle(element).color,
			}));
			texts.push({
				name: "number",
				colour: getComputedStyle(marked, "::before").color,
			});
			return texts.map(({ name, colour }) => {
				const text = luminance(surface, mark, colour);
				return {
					name,
					contrast:
						(Math.max(text, below) + 0.05) / (Math.min(text, below) + 0.05),
				};
			});
		});
		assert.ok(contrasts.length > 50);
		assert.deepEqual(
			contrasts.filter(({ contrast }) => contrast < 4.5),
			[],
		);
	});
}
