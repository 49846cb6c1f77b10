// From an article's text to a page that is not in the document yet.

import { fileNameOf } from "../address.js";
import { CoreStopped } from "../engine.js";
import type { Article, Diagnostic, Inkstone, RenderOptions } from "../types.js";
import { type Around, isAroundWanted, loadAround } from "./around.js";
import { announceIds, takenOutside } from "./body.js";
import type { PageContext } from "./context.js";
import { enhance } from "./enhancements.js";
import { fitFragments } from "./fragment.js";
import { articlePage, pageBody } from "./page.js";
import { reportFault } from "./parts/guard.js";
import {
	type PartOverrides,
	PartPlacer,
	placeNames,
	type Slots,
} from "./parts.js";
import { ArticleProblem, messageOf } from "./problem.js";
import { htmlPolicies, type Sanitize } from "./sanitize.js";
import type { PageSettings } from "./settings.js";
import { readSettings } from "./settings-reader.js";
import type { Site } from "./site.js";
import type { Source } from "./source.js";
import { pageValues } from "./values.js";
import { loadWords } from "./words.js";

/** How long another instance of the core takes to start at most, as a rule; in milliseconds. */
const restart = 300;

/** What turns an article's text into a page. */
export interface Tools {
	inkstone: Inkstone;
	/** The names of the options of `render`. */
	options: string[];
	sanitize: Sanitize;
	/** For what the page's author trusts. */
	parseTrusted: Sanitize;
}

/** What the element gives besides the article. */
export interface Surroundings {
	/** The element, for its attributes and children. */
	host: Element;
	settings: PageSettings;
	site: Site | undefined;
	parts: PartOverrides;
	slots: Slots;
	/** The document, or the shadow root that the page is made in. */
	root: Document | ShadowRoot;
	/** The language around the article, a BCP 47 tag or "". */
	lang: string;
	/** Whether the article is what the document is about, and nothing else says so: the landmark `main`. */
	isMain: boolean;
	/** The comments of the page that this one follows. */
	comments: Element | undefined;
	/** Ends the page. */
	signal: AbortSignal;
	/** Hears what is found once the page is there. */
	onLateFinding(finding: Diagnostic): void;
}

/** A page, ready to be put into the element. */
export interface ComposedPage {
	context: PageContext;
	content: HTMLElement;
	/** Where in the content the comments of the page before stay; nothing where they do not. */
	standIn: Element | undefined;
	/** Binds the comments that stay to this page; to be called when it is shown, before the signal of the one before ends. */
	keepComments(): void;
	/** Is kept when the parts are there that wait for the site. Never rejects. */
	whole: Promise<void>;
	/** What the author of the article, or of the page, should know. */
	diagnostics: Diagnostic[];
	/** When all enhancements have come; what the site is asked for may come later still. Never rejects. */
	finished: Promise<void>;
}

/**
 * Makes an article's page.
 * @param tools from the loader
 * @param source the article
 * @param surroundings see {@link Surroundings}
 * @returns when the page looks as it will look, or has taken too long to wait for its enhancements
 * @throws ArticleProblem `option` or `render`
 */
export async function composePage(
	tools: Tools,
	source: Source,
	surroundings: Surroundings,
): Promise<ComposedPage> {
	try {
		return await compose(tools, source, surroundings);
	} catch (error) {
		const cause = error instanceof ArticleProblem ? error.cause : error;
		if (!(cause instanceof CoreStopped)) {
			throw error;
		}
		// All articles of the page meet a core that has stopped, and only one of them can have been the reason.
		await new Promise((resolve) => setTimeout(resolve, restart));
		return compose(tools, source, surroundings);
	}
}

async function compose(
	tools: Tools,
	source: Source,
	surroundings: Surroundings,
): Promise<ComposedPage> {
	const { host, root, site, signal, isMain } = surroundings;
	const { settings, defaults, diagnostics } = readSettings(
		host,
		surroundings.settings,
		tools.inkstone,
	);
	const policy = htmlPolicyOf(host);
	const article = renderArticle(tools, source, host, {
		html: policy === "escape" ? "escape" : "trusted",
		pageHasMath: defaults?.mathjax ?? true,
	});
	const values = pageValues(article.metadata, defaults, settings);
	const lang = values.lang || surroundings.lang;
	const words = await loadWords(lang);
	signal.throwIfAborted();
	const found = [...diagnostics, ...article.diagnostics];
	let isComposed = false;

	const start: Omit<PageContext, "toc"> = {
		article,
		values,
		title: values.title || (source.url && fileNameOf(source.url)),
		url: source.url || host.baseURI,
		lang,
		words,
		settings,
		site,
		root,
		signal,
		report: (code, key, message) => {
			if (signal.aborted) {
				return;
			}
			const place = key ? article.places[key] : undefined;
			const finding: Diagnostic = {
				code,
				severity: "warning",
				message,
				...(place ?? { line: 1, column: 1 }),
			};
			if (isComposed) {
				surroundings.onLateFinding(finding);
			} else {
				found.push(finding);
			}
		},
	};
	const around = isAroundWanted(start, surroundings.parts)
		? await fetchAround()
		: undefined;
	signal.throwIfAborted();
	const parse = policy === "trusted" ? tools.parseTrusted : tools.sanitize;
	const body = pageBody(
		parse(article.html),
		article.toc,
		start,
		takenOutside(root, host),
	);
	const context = { ...start, toc: body.toc };
	const placer = new PartPlacer(
		context,
		surroundings.parts,
		surroundings.slots,
	);
	let standIn: Element | undefined;
	const { comments } = surroundings;
	const content = articlePage(
		context,
		body,
		placer,
		isMain,
		around,
		(context) => {
			if (comments && around?.canKeepComments(comments, context)) {
				standIn = document.createElement("div");
				return standIn;
			}
			return around?.commentsPart(context);
		},
	);
	for (const name of surroundings.slots.unknown) {
		start.report(
			"page-setting",
			"",
			`There is no place \`${name}\` for what has \`slot="${name}"\`. There are: ${placeNames.join(", ")}.`,
		);
	}
	announceIds(root, host, content, signal);
	fitFragments(content, site);
	const { finished } = await enhance(body.element, context);
	isComposed = true;
	return {
		context,
		content,
		standIn,
		keepComments() {
			if (standIn && comments) {
				around?.keepComments(comments, signal);
			}
		},
		whole: placer.whole,
		diagnostics: found,
		finished,
	};
}

// The article can be read without.
async function fetchAround(): Promise<Around | undefined> {
	try {
		return await loadAround();
	} catch (error) {
		reportFault("what stands around the article", error);
		return undefined;
	}
}

function htmlPolicyOf(host: Element): (typeof htmlPolicies)[number] {
	const given = host.getAttribute("html") ?? htmlPolicies[0];
	const policy = htmlPolicies.find((word) => word === given);
	if (!policy) {
		throw new ArticleProblem(
			"option",
			`The attribute \`html\` takes one of ${htmlPolicies.map((word) => `\`${word}\``).join(", ")}, not \`${given}\``,
		);
	}
	return policy;
}

function renderArticle(
	{ inkstone, options }: Tools,
	{ content }: Source,
	host: Element,
	{ html, pageHasMath }: { html: "escape" | "trusted"; pageHasMath: boolean },
): Article {
	const values = Object.fromEntries(
		options.map((name) => [name, host.getAttribute(name)]),
	) as RenderOptions;
	values.html = html;
	const isMathOpen = values.math === null && !pageHasMath;
	const render = (math: RenderOptions["math"]) =>
		inkstone.render(content, { ...values, math });
	try {
		const article = render(isMathOpen ? false : values.math);
		// The article wins over its page, and only now has it been heard.
		return isMathOpen && article.metadata.mathjax ? render(true) : article;
	} catch (cause) {
		const reason = cause instanceof TypeError ? "option" : "render";
		throw new ArticleProblem(reason, messageOf(cause), cause);
	}
}
