// Introduces the authors of an article below it.

import type { PageContext, Part } from "../context.js";
import { safeUrl, textOf } from "../links.js";
import type { Author } from "../settings.js";
import { fill } from "../words.js";

/** The width and height of an avatar in CSS pixels, for the room that it takes before it is there. */
const avatarSize = 96;

let boxes = 0;

/** A section for each author whom the settings know; several stand in one `div.ink-authorboxes`. */
export const authorboxPart: Part = (context) => {
	const { values } = context;
	if (!values.authorbox) {
		return undefined;
	}
	const sections = values.author.flatMap(
		(name) => authorSection(name, context) ?? [],
	);
	if (sections.length === 0) {
		context.report(
			"page-no-author",
			"authorbox",
			values.author.length === 0
				? "The author box is left out: the article has no `author`."
				: `The author box is left out: nothing is known of ${values.author.map((name) => `“${name}”`).join(", ")}. What is known of authors stands in the page's setting \`authors\`, by the names that articles give.`,
		);
	}
	if (sections.length < 2) {
		return sections[0];
	}
	const part = document.createElement("div");
	part.className = "ink-authorboxes";
	part.append(...sections);
	return part;
};

function authorSection(
	name: string,
	context: PageContext,
): HTMLElement | undefined {
	const author = authorCalled(name, context);
	const bio = textOf(author?.bio);
	const avatar = usableUrl("image", name, author?.avatar, context);
	const url = usableUrl("link", name, author?.url, context);
	if (!bio && !avatar && !url && !textOf(author?.name)) {
		return undefined;
	}

	const title = document.createElement("h2");
	title.className = "ink-author-name";
	// The colon keeps it apart from every id of a heading.
	title.id = `ink:author:${++boxes}`;
	const about = fill(context.words.about, {
		name: textOf(author?.name) || name,
	});
	if (url) {
		const link = document.createElement("a");
		link.href = url;
		link.rel = "author";
		link.textContent = about;
		title.append(link);
	} else {
		title.textContent = about;
	}

	const section = document.createElement("section");
	section.className = "ink-authorbox";
	section.setAttribute("aria-labelledby", title.id);
	if (avatar) {
		section.append(avatarImage(avatar, context));
	}
	section.append(title);
	if (bio) {
		const text = document.createElement("p");
		text.className = "ink-author-bio";
		text.textContent = bio;
		section.append(text);
	}
	return section;
}

function authorCalled(
	name: string,
	{ settings }: PageContext,
): Author | undefined {
	const authors = settings.authors ?? {};
	// An article may name anybody, `constructor` too.
	return Object.hasOwn(authors, name) ? authors[name] : undefined;
}

function usableUrl(
	use: "link" | "image",
	name: string,
	url: string | undefined,
	context: PageContext,
): string | undefined {
	const usable = safeUrl(url, document.baseURI, use);
	if (url && !usable) {
		context.report(
			"page-setting",
			"authorbox",
			`The setting \`authors\` gives “${name}” a URL that cannot be used: ${url}`,
		);
	}
	return usable;
}

function avatarImage(
	url: string,
	{ settings, signal }: PageContext,
): HTMLImageElement {
	const image = document.createElement("img");
	image.className = "ink-avatar";
	// The name stands beside it.
	image.alt = "";
	image.width = avatarSize;
	image.height = avatarSize;
	image.decoding = "async";
	// These count from the moment that the image has its URL.
	image.loading = "lazy";
	if (settings.referrerPolicy) {
		image.referrerPolicy = settings.referrerPolicy;
	}
	image.addEventListener("error", () => image.remove(), { signal });
	image.src = url;
	return image;
}
