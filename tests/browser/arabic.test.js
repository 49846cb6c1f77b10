// @ts-check
// Protects: an article from right to left is mirrored as a whole, fits its screen, and can be used by everyone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "./accessible.js";
import { artifact, give, openPage, pageWith, useBrowser } from "./browser.js";
import { assertFits, readThrough } from "./examples.js";

useBrowser();

const article = `---
title: الحبر الذي يأكل ورقه
lead: كتبت أوروبا ألف عام بسائل من العفص والحديد والنبيذ، وما زال يكتب، ببطء شديد، خلال الصفحات.
author: منى الخطيب
date: 2026-03-14
categories: [مواد]
tags: [حبر, "حفظ المخطوطات"]
lang: ar
toc: true
authorbox: true
---

خذ حفنة من العفص واسحقها واتركها في ماء المطر أسبوعًا. أضف الزاج الأخضر وقليلًا من الصمغ العربي، وانتظر. السائل الذي تحصل عليه يكاد يكون بلا لون.[^1]

## ما يحدث على الصفحة

العفص يعطي **العفصيات** والزاج يعطي الحديد، وفي القارورة لا يحدث بينهما شيء يذكر. راجع \`ink.css\` أو [هذه الصفحة](https://example.org/iron-gall-ink/a-very-long-address).

> كان الكاتب يستطيع أن يكشط الخطأ عن الرق بسكين، أما غسله فلم يكن ممكنًا.

> [!NOTE]
> هذا تنبيه بحروف English في وسطه.

### الثمن

1. هالة بنية خفيفة
2. تظهر على ظهر الورقة
   - ثم تتشقق

| المرحلة | ما يُرى | ما يُفعل |
|:--|:--|--:|
| ١ | هالة حول الخطوط | تُحفظ جافة |
| ٢ | شقوق | لا تُثنى |

\`\`\`js title="walk.js"
const answer = "code stays from left to right, and scrolls where it is too long for the screen that it is on";
\`\`\`

الصيغة $e^{i\\pi} + 1 = 0$ معروفة:

$$
\\int_0^1 x^2\\,dx = \\frac13
$$

## القراءة اليوم

![](picture.svg "صفحة تحت مصباح")

ارفع مصباحًا فوق الصفحة الباهتة فتظهر الحروف الضائعة داكنة على أرض مضيئة.

[^1]: وصفات لاحقة تضيف صبغة.
`;

const element = `<inkstone-article src="a.md" sidebar="right" widgets="toc social" progress><script type="application/json">{
	"authors": { "منى الخطيب": { "bio": "مرممة مخطوطات." } },
	"social": [{ "title": "الورشة", "url": "https://example.org/" }]
}</script></inkstone-article>`;

for (const width of [1280, 390]) {
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		test(`an Arabic article at ${width} pixels, ${colorScheme}: mirrored, no wider than the screen, nothing for axe`, async () => {
			const { page, complaints } = await openPage({
				viewport: { width, height: 900 },
				colorScheme,
			});
			await give(page, {
				"test.html": pageWith(element, "ar").replace(
					"<html ",
					'<html dir="rtl" ',
				),
				"a.md": article,
				"picture.svg":
					'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#987"/></svg>',
			});
			await page.goto("static/test.html");
			await page.waitForSelector(".ink-article[dir=rtl]");
			await readThrough(page);
			await page.screenshot({
				path: artifact(`arabic-${width}-${colorScheme}.png`),
				fullPage: true,
			});
			await assertFits(page);
			const { title, text, aside } = await page.evaluate(() => {
				const box = (/** @type {string} */ selector) => {
					const { left, right, top } =
						document.querySelector(selector)?.getBoundingClientRect() ??
						new DOMRect();
					return { left, right, top };
				};
				const range = document.createRange();
				range.selectNodeContents(
					document.querySelector(".ink-title") ?? document.body,
				);
				return {
					title: range.getBoundingClientRect().right,
					text: box(".ink-body"),
					aside: box(".ink-aside"),
				};
			});
			assert(Math.abs(title - text.right) < 2, "the title begins at the right");
			assert(
				width === 390 || aside.right < text.left,
				"the aside stands at the left",
			);
			assert.deepEqual(await violationsOf(page), []);
			assert.deepEqual(complaints, []);
		});
	}
}
