// The files of a new blog.

import { siteHtml } from "../site-html.js";
import { localTime } from "./post.js";

/** What is known of the blog. */
export interface BlogFacts {
	title: string;
	/** A BCP 47 tag. */
	lang: string;
	isOffline: boolean;
	now: Date;
}

/**
 * The files of a blog.
 * @returns their texts by their paths
 */
export function blogFiles(facts: BlogFacts): Record<string, string> {
	return {
		"index.html": siteHtml(facts.title, facts.lang),
		"site.yaml": configuration(facts),
		"about.md": about(facts),
		"posts/first-words.md": firstWords(facts),
	};
}

function configuration({ title, lang, isOffline }: BlogFacts): string {
	return `# Everything about this blog that is not in an article. Inkstone's reference, site.md, has every key.

title: ${JSON.stringify(title)}
lang: ${JSON.stringify(lang)}

# Where the blog will be: feeds, the sitemap and search engines need to know.
# baseUrl: https://example.org/

menus:
  main:
    - {title: Posts, url: /posts, weight: 10}
    - {title: Archive, url: /archive, weight: 20}
    # "About" is here as well: its article asks for it.

sidebar: right
widgets:
  home: [search, recent, taglist]
  list: [search, taglist]
  single: [toc, recent]
${isOffline ? "\noffline: offline.js\n" : ""}`;
}

function about({ lang, now }: BlogFacts): string {
	return `---
title: About
date: ${localTime(now)}
lang: ${JSON.stringify(lang)}
type: page
menu: {main: {weight: 30}}
---

Who writes here, and about what.
`;
}

function firstWords({ lang, now }: BlogFacts): string {
	return `---
title: First words
date: ${localTime(now)}
lang: ${JSON.stringify(lang)}
tags: [Inkstone]
---

This is the file \`posts/first-words.md\`. Change it, and a page that \`npx inkstone serve\` shows changes with it.

<!--more-->

## What stands where

Each \`.md\` file is an article, and each folder a section. What the blog is called and what stands in its menus is written in
\`site.yaml\`.

## The next one

\`npx inkstone post "Its title"\` begins another article; [About](../about.md) is one, too.
`;
}
