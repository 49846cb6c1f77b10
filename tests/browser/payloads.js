// @ts-check
// Texts that are meant to run scripts, fetch things or take over a page, each of which calls `alert` if it can: those
// that DOMPurify's authors have collected, if the set-up could fetch them, and our own.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../../tools/paths.js";
import { sourceFolder } from "../../tools/setup/sources.js";
import { specifications } from "../../tools/versions.js";

/**
 * The collection of DOMPurify's authors, H5SC among it.
 * @returns {Promise<string[] | undefined>} nothing where it is not in the cache
 */
export async function published() {
	const source = specifications.find(({ name }) => name === "node-dompurify");
	const file =
		source &&
		join(sourceFolder(cacheFolder(), source), "test/fixtures/expect.mjs");
	if (!file || !existsSync(file)) {
		return undefined;
	}
	const { default: examples } = await import(pathToFileURL(file).href);
	return examples.map(
		(/** @type {{ payload: string }} */ { payload }) => payload,
	);
}

/** A URL that runs a script, as browsers read it and as filters may not. */
const urls = [
	"javascript:alert(1)",
	"JaVaScRiPt:alert(1)",
	"java\tscript:alert(1)",
	"java&#10;script:alert(1)",
	"java&NewLine;script&colon;alert(1)",
	"&#106;avascript:alert(1)",
	"&#x6A&#x61&#x76&#x61script:alert(1)",
	"&#0000106avascript:alert(1)",
	"&Tab;javascript:alert(1)",
	"\u0001 javascript:alert(1)",
	"\u001fjavascript:alert(1)",
	"&nbsp;javascript:alert(1)",
	"java&#0;script:alert(1)",
	"java\u00adscript:alert(1)",
	"javascript\u200b:alert(1)",
	"javascript://%0aalert(1)",
	"javascript:/*--></title></style></textarea>*/alert(1)",
	"%6Aavascript:alert(1)",
	"view-source:javascript:alert(1)",
	"feed:javascript:alert(1)",
	"vbscript:alert(1)",
	"data:text/html,<script>alert(1)</script>",
	"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
	"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
];

/** Where HTML takes a URL, or once did. */
const places = [
	"<a href='URL'>a</a>",
	"<map name=m><area href='URL' shape=default></map>",
	"<form action='URL'><button>b</button><input type=submit formaction='URL'></form>",
	"<img src='URL' srcset='URL 2x' longdesc='URL' dynsrc='URL' lowsrc='URL' usemap='URL'>",
	"<video src='URL' poster='URL'><source src='URL' srcset='URL'><track src='URL' default></video>",
	"<iframe src='URL'></iframe><frame src='URL'><object data='URL'></object><embed src='URL'>",
	"<blockquote cite='URL'><q cite='URL'><del cite='URL'>d</del></q></blockquote>",
	"<svg><a href='URL' xlink:href='URL'><text>x</text></a><use href='URL'/><image href='URL'/></svg>",
	"<svg><a><animate attributeName=href values='URL'/><set attributeName=href to='URL'/></a></svg>",
	"<math href='URL'><maction actiontype='statusline#URL' xlink:href='URL'><mi>x</mi></maction></math>",
	"<base href='URL'><link rel=stylesheet href='URL'><link rel=import href='URL'><meta http-equiv=refresh content='0;url=URL'>",
	"<body background='URL'><table background='URL'><td background='URL'></table>",
	"<a ping='URL' href='x' target='URL'>a</a><applet code='URL'></applet><portal src='URL'></portal>",
	"[a](<URL>) ![a](<URL>) [b]\n\n[b]: <URL>",
	"[a](URL)",
	"<URL>",
];

/** Every element and event that runs a script by itself, or once the reader does anything. */
const handlers = [
	"img src=x onerror",
	"svg onload",
	"body onload",
	"video src=x onerror",
	"audio src=x onerror",
	"details open ontoggle",
	"input autofocus onfocus",
	"a tabindex=0 autofocus onfocus",
	"marquee onstart",
	"p onclick",
	"p onpointerover",
	"p onanimationstart",
	"p oncontentvisibilityautostatechange",
	"button popovertarget=p onbeforetoggle",
	"h2 id=x onscrollend",
	"x onbeforeinput contenteditable",
].flatMap((start) => [
	`<${start}=alert(1)>x`,
	`<${start.replaceAll(" ", "/")}=alert(1)//>x`,
	`text <${start}="alert&lpar;1)" title="'>">x`,
]);

/** What is read otherwise when it is read again, and what belongs to another namespace than it seems. */
const mutations = [
	`<svg><style><a title="</style><img src=x onerror=alert(1)>">`,
	`<svg><style><![CDATA[</style><img src=x onerror=alert(1)>]]></style></svg>`,
	`<svg><desc><img src=x onerror=alert(1)></desc><title><script>alert(1)</script></title></svg>`,
	`<svg><foreignObject><iframe srcdoc="<script>parent.alert(1)</script>"></iframe></foreignObject></svg>`,
	`<svg></p><style><a id="</style><img src=x onerror=alert(1)>">`,
	`<svg><script href="data:,alert(1)"/><script>alert&#40;1)</script></svg>`,
	`<svg><animate onbegin=alert(1) attributeName=x dur=1s><set onend=alert(1) dur=1ms></svg>`,
	`<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>`,
	`<math><mi><table><mglyph><style><img title="</style><img src=x onerror=alert(1)>"></table></mi></math>`,
	`<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>`,
	`<form><div></form><form><svg><title><style></title><img src=x onerror=alert(1)>`,
	`<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
	`<noembed><p title="</noembed><img src=x onerror=alert(1)>"></noembed>`,
	`<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp><plaintext><img src=x onerror=alert(1)>`,
	`<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>`,
	`<title><p title="</title><img src=x onerror=alert(1)>"></title>`,
	`<select><iframe></select><img src=x onerror=alert(1)></iframe><select><style></select><img src=x onerror=alert(1)>`,
	`<table><tr><td></table><svg><table><td><style></td><img src=x onerror=alert(1)>`,
	`<template><style></template><img src=x onerror=alert(1)></style></template>`,
	`<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>`,
	`<!--><img src=x onerror=alert(1)>--><!--!><img src=x onerror=alert(1)>--!><img src=x onerror=alert(1)>`,
	`<?php ><img src=x onerror=alert(1)> ?><![CDATA[><img src=x onerror=alert(1)>]]><!x><img src=x onerror=alert(1)>`,
	`<img src="x\`><img src=x onerror=alert(1)>\`"><img alt="\`\`onerror=alert(1)">`,
	`<<script>alert(1)//<</script><scr<script>ipt>alert(1)</scr</script>ipt>`,
	`<script\u000c>alert(1)</script\u000b><script/x>alert(1)</script x="</script>">`,
	`${"<div>".repeat(520)}<svg><style><a title="</style><img src=x onerror=alert(1)>">`,
	`${"<b>".repeat(40)}<p>${"<i>".repeat(40)}<table><style><img title="</style><img src=x onerror=alert(1)>">`,
	"<inkstone-article src=a.md onload=alert(1)><script type=text/markdown><img src=x onerror=alert(1)></script></inkstone-article>",
	`<img is=x-y src=x onerror=alert(1)><x-y onconnected=alert(1)></x-y>`,
];

/** What leaves the page or makes it another one without any script. Each has a host of its own. */
const takeovers = [
	`<base href="http://base.test/"><img src="after-base.png"><a href="after-base">a</a>`,
	`<meta http-equiv="refresh" content="0;url=http://refresh.test/">`,
	`<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`,
	`<meta name="referrer" content="unsafe-url"><meta charset="utf-7">`,
	`<link rel=stylesheet href="http://link.test/a.css"><link rel=prefetch href="http://link.test/b">`,
	`<link rel=modulepreload href="http://link.test/c.js"><link rel=dns-prefetch href="//link.test">`,
	`<style>@import "http://import.test/a.css"; body { background: url(http://css.test/a.png); display: none }</style>`,
	`<p style="background: url(http://style.test/a.png); position: fixed; inset: 0">over everything</p>`,
	`<iframe src="http://frame.test/"></iframe><object data="http://object.test/"></object><embed src="http://embed.test/">`,
	`<svg><use href="http://use.test/a.svg#a"/><image href="http://image.test/a.png"/><feImage href="http://fe.test/"/></svg>`,
	`<form action="http://form.test/" method=post><input name=a value=b><button>send</button></form>`,
	`<button form=f formaction="http://formaction.test/">b</button><form id=f></form>`,
	`<input type=image src="http://input.test/a.png" formaction="http://formaction.test/"><input type=password>`,
	`<isindex action="http://isindex.test/"><keygen><menuitem><frameset><frame src="http://frame.test/"></frameset>`,
	`<script src="http://script.test/a.js"></script><script type=module src="http://script.test/b.js"></script>`,
	`<script type=importmap>{"imports":{"a":"http://script.test/c.js"}}</script><script type=speculationrules>{}</script>`,
	`<a href="x" ping="http://ping.test/" attributionsrc="http://ping.test/a" target=_top>a</a>`,
	`<img src=x srcset="http://srcset.test/a.png 2x"><picture><source srcset="http://srcset.test/b.png"><img src=x></picture>`,
	`<img src='http://dangling.test/?`,
	`<a href='http://dangling.test/?`,
	`<textarea name=x>`,
	`<base target='`,
	`<!-- `,
	`<script>`,
	`<plaintext>`,
	`<table><tr><td></div></div></article></inkstone-article></body></html><p class=outside>out</p>`,
	..."title body head cookie forms location getElementById createElement addEventListener currentScript"
		.split(" ")
		.map(
			(name) =>
				`<img name=${name}><a id=${name} name=${name} href="x:y"></a><form name=${name}><input name=${name}></form>`,
		),
];

/** What Markdown and its extensions make attributes and ids of. */
const markdown = [
	`[a](x "\\" onmouseover=\\"alert(1)") ![" onerror=alert(1) x="](x) ![a](x 'y" onload="alert(1)')`,
	`![<img src=x onerror=alert(1)>](x) [<b>](x"onclick=alert\\(1\\)) <http://a.test/"onclick=alert(1)>`,
	'```" onclick=alert(1) "\nx\n```\n\n~~~html"><img src=x onerror=alert(1)>\n<img src=x onerror=alert(1)>\n~~~',
	`# <img src=x onerror=alert(1)>\n\n## x {#x"onclick=alert(1) .a"onclick=alert(1)}\n\n## \`<script>alert(1)</script>\``,
	`a[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: n <img src=x onerror=alert(1)>`,
	`> [!NOTE]<img src=x onerror=alert(1)>\n> <img src=x onerror=alert(1)>\n\n| <script> | \`a|b\` |\n|-|-|\n| <img src=x onerror=alert(1)> |`,
	"$<img src=x onerror=alert(1)>$ $$\n\\href{javascript:alert(1)}{x} \\html{<img src=x onerror=alert(1)>}\n$$",
	'```mermaid\ngraph TD; A[<img src=x onerror=alert(1)>]; click A "javascript:alert(1)"\n```',
	"term <img src=x onerror=alert(1)>\n: <svg onload=alert(1)>\n\n==<img src=x onerror=alert(1)>== :tada<img src=x onerror=alert(1)>:",
	`www.a.test"onclick=alert(1) http://a.test/<img/src=x/onerror=alert(1)> "onclick=alert(1)"@a.test`,
];

/** All of our own. */
export const own = [
	...urls.flatMap((url) =>
		["\n\n", "\n\ntext "].map((between) =>
			places.map((place) => place.replaceAll("URL", url)).join(between),
		),
	),
	...handlers,
	...mutations,
	...takeovers,
	...markdown,
];

/** Values for the front matter, where all is text. */
export const values = [
	`<img src=x onerror=alert(1)>`,
	`"><svg onload=alert(1)>`,
	`</script><script>alert(1)</script>`,
	`' onmouseover='alert(1)`,
	`&lt;img src=x onerror=alert(1)&gt;`,
	`<style>@import "http://import.test/a.css"</style>`,
	`<iframe srcdoc="<script>parent.alert(1)</script>">`,
	...[
		"javascript:alert(1)",
		" \tJaVa\nScript:alert(1)",
		"vbscript:alert(1)",
		"data:text/html,<script>alert(1)</script>",
	],
];

/**
 * Front matter that has a value wherever a page may use one.
 * @param {string} value
 */
export function frontMatterOf(value) {
	return JSON.stringify({
		title: value,
		lead: value,
		summary: value,
		description: value,
		author: [value],
		date: value,
		lastmod: value,
		lang: value,
		categories: [value],
		tags: [value, `${value} 2`],
		translations: { [value]: value, de: value, fr: `http://a.test/${value}` },
		thumbnail: { src: value, alt: value, visibility: ["post", value] },
		toc: true,
		menu: { [value]: { name: value, identifier: value } },
		sidebar: value,
		widgets: [value],
		comments: true,
		authorbox: true,
		pager: true,
		slug: value,
		aliases: [value],
		translationKey: value,
		[value]: value,
	});
}
