// Mermaid as Inkstone uses it: an image in, text out. Nothing that it writes gets into the page: it draws behind the
// scenes, and what it has drawn is shown as an image, in which nothing runs and nothing is fetched.

import type { PageContext } from "../article/context.js";
import { importUrl } from "../import-url.js";
import { mermaidConfiguration } from "./mermaid-theme.js";
import type { Palette } from "./palette.js";

/** What we use of Mermaid's module. */
export interface Mermaid {
	initialize(config: object): void;
	render(
		id: string,
		text: string,
		container: Element,
	): Promise<{ svg: string }>;
}

/** A diagram that has been drawn. */
export interface Drawing {
	/** A `data:` URL. */
	url: string;
	/** In CSS pixels. */
	width: number;
	height: number;
	/** The diagram's own; "" for none. */
	title: string;
}

const ownCopy = "mermaid/mermaid.esm.min.mjs";

/** The page's policy forbids every diagram. */
export class PolicyError extends Error {}

let forbidden: PolicyError | undefined;
let drawings = 0;
let stageStyles: CSSStyleSheet | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Gets Mermaid.
 * @param context its settings say where it is; is told once when diagrams cannot be drawn
 * @returns nothing when they cannot
 */
export async function loadMermaid({
	settings,
	report,
}: PageContext): Promise<Mermaid | undefined> {
	const [path, base] = settings.mermaid
		? [settings.mermaid, document.baseURI]
		: [ownCopy, import.meta.url];
	try {
		if (!mayWriteStyles() || !(await mayShowImages())) {
			throw new PolicyError(
				"the page's Content-Security-Policy must have style-src 'unsafe-inline' and img-src data:",
			);
		}
		const url = new URL(path, base).href;
		const module = (await importUrl(url)) as { default?: Mermaid };
		if (!module.default?.render) {
			throw new TypeError(`${url} is not Mermaid`);
		}
		return module.default;
	} catch (error) {
		report(
			"page-enhancement",
			"",
			`Diagrams stay code, for Mermaid cannot be used: ${error instanceof Error ? error.message : error}`,
		);
		return undefined;
	}
}

/**
 * Draws a diagram. Those of all articles on the page are drawn one after another.
 * @param mermaid from {@link loadMermaid}
 * @param text in Mermaid's language
 * @param palette the colours to draw in
 * @param lang the language of its words, a BCP 47 tag or ""
 * @throws PolicyError when the page's policy does not let Mermaid draw, or an Error that says what is wrong with the
 * text
 */
export function draw(
	mermaid: Mermaid,
	text: string,
	palette: Palette,
	lang: string,
): Promise<Drawing> {
	const drawn = queue.then(async () => {
		if (forbidden) {
			throw forbidden;
		}
		const stage = openStage();
		stage.lang = lang;
		try {
			mermaid.initialize(mermaidConfiguration(palette));
			const { svg } = await mermaid.render(
				`ink-diagram-${++drawings}`,
				text,
				stage,
			);
			return drawingOf(svg, text, lang);
		} catch (error) {
			forbidden = policyErrorIn(error);
			throw forbidden ?? error;
		} finally {
			stage.remove();
		}
	});
	queue = drawn.catch(() => {});
	return drawn;
}

// Mermaid measures what it draws: its stage must be laid out, but nobody may see it or come across it.
function openStage(): HTMLElement {
	if (!stageStyles) {
		stageStyles = new CSSStyleSheet();
		stageStyles.replaceSync(`.ink-diagram-stage {
			all: initial !important;
			display: block !important;
			position: fixed !important;
			inset-block-start: 0 !important;
			inset-inline-start: 0 !important;
			inline-size: 800px !important;
			block-size: 0 !important;
			overflow: hidden !important;
			visibility: hidden !important;
		}`);
		document.adoptedStyleSheets.push(stageStyles);
	}
	const stage = document.createElement("div");
	stage.className = "ink-diagram-stage";
	stage.inert = true;
	document.body.append(stage);
	return stage;
}

function drawingOf(svg: string, text: string, lang: string): Drawing {
	const [, width, height] =
		/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
	if (!width || !height) {
		throw new Error("it has no size");
	}
	// As a file of its own it takes no size from a page, and is XML, which knows no spaces by name.
	const file = svg
		.replace(
			/^<svg([^>]*?) width="[^"]*"/,
			(_, before: string) =>
				`<svg${before} width="${width}" height="${height}" xml:lang="${lang}"`,
		)
		.replaceAll("&nbsp;", "&#160;");
	return {
		url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file)}`,
		width: Math.ceil(width),
		height: Math.ceil(height),
		title: titleOf(text),
	};
}

function titleOf(text: string): string {
	const title =
		/^\s*(?:accTitle\s*:|(?:pie\s+(?:showData\s+)?)?title\b:?)(.+)$/m.exec(
			text,
		)?.[1];
	const description = /^\s*accDescr\s*(?::(.+)$|\{([^}]*)\})/m.exec(text);
	return [title, description?.[1] ?? description?.[2]]
		.map((part) => part?.replace(/\s+/g, " ").trim())
		.filter(Boolean)
		.join(": ");
}

// Where the policy forbids it, these are the only ways to know, and each costs one report of the browser's own.
function mayWriteStyles(): boolean {
	const style = document.createElement("style");
	style.media = "not all";
	style.textContent = "*{}";
	document.head.append(style);
	const isAllowed = style.sheet !== null;
	style.remove();
	return isAllowed;
}

async function mayShowImages(): Promise<boolean> {
	const image = new Image();
	image.src =
		"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
	return image.decode().then(
		() => true,
		() => false,
	);
}

function policyErrorIn(error: unknown): PolicyError | undefined {
	return error instanceof TypeError &&
		/Trusted ?HTML|Trusted ?Type|Sink type/i.test(error.message)
		? new PolicyError(
				"the page's Content-Security-Policy must be without require-trusted-types-for, or the page needs a default Trusted Types policy for text without markup",
			)
		: undefined;
}
