// Sets the formulas of an article, by Temml or by the renderer that the page's author has chosen.

import type { PageContext } from "../article/context.js";
import { importUrl } from "../import-url.js";
import { reachableWhereScrolling } from "./overflow.js";
import { pauses } from "./pace.js";

/**
 * Sets one formula.
 * @param tex TeX, without the marks around it
 * @param options whether it stands on lines of its own
 * @returns what is shown for it
 * @throws Error whose message says what is wrong with it
 */
export type RenderMath = (
	tex: string,
	options: { display: boolean },
) => Node | Promise<Node>;

/** What sets the formulas of one article. */
export interface MathRenderer {
	render: RenderMath;
	/**
	 * Numbers equations and fills in references to them, once all formulas of the article are set.
	 * @returns labels that are referred to and not there
	 */
	finish?: (body: HTMLElement) => string[];
}

/**
 * Sets the formulas in a body: `span.math.inline` and `div.math.display` hold TeX, and afterwards what the renderer
 * made of it, with the TeX in `data-tex`. One that cannot be set keeps its TeX as its text.
 * @param body may stand outside of the document
 * @param context the page around it
 */
export async function enhanceMath(
	body: HTMLElement,
	context: PageContext,
): Promise<void> {
	const formulas = [
		...body.querySelectorAll<HTMLElement>(
			":is(span.math.inline, div.math.display):not([data-tex])",
		),
	];
	if (formulas.length === 0 || context.signal.aborted) {
		return;
	}
	let renderer: MathRenderer;
	try {
		renderer = await loadRenderer(context);
	} catch (error) {
		context.report(
			"page-enhancement",
			"",
			`The formulas stay TeX, for what sets them could not be loaded: ${messageOf(error)}`,
		);
		return;
	}
	const pause = pauses();
	for (const formula of formulas) {
		await pause();
		if (context.signal.aborted) {
			return;
		}
		await setFormula(formula, renderer, context);
	}
	if (context.signal.aborted) {
		return;
	}
	for (const label of renderer.finish?.(body) ?? []) {
		context.report(
			"page-enhancement",
			"",
			`A formula refers to \\label{${label}}, which no numbered formula has.`,
		);
	}
	reachableWhereScrolling(
		formulas.filter((formula) => formula.matches(".ink-math")),
		context.words.formula,
		context.signal,
	);
}

async function loadRenderer(context: PageContext): Promise<MathRenderer> {
	const { mathRenderer } = context.settings;
	if (!mathRenderer) {
		const { temmlRenderer } = await import("./temml.js");
		return temmlRenderer();
	}
	const url = new URL(mathRenderer, document.baseURI).href;
	const { renderMath } = await importUrl(url);
	if (typeof renderMath !== "function") {
		throw new TypeError(`${url} exports no function renderMath`);
	}
	return { render: renderMath as RenderMath };
}

async function setFormula(
	formula: HTMLElement,
	{ render }: MathRenderer,
	context: PageContext,
): Promise<void> {
	const tex = formula.textContent.trim();
	formula.dataset.tex = tex;
	try {
		const display = formula.localName === "div";
		const node = await render(tex, { display });
		formula.replaceChildren(node);
		formula.classList.add("ink-math");
	} catch (error) {
		const reason = messageOf(error);
		formula.classList.add("ink-math-error");
		formula.title = reason;
		context.report(
			"page-enhancement",
			"",
			`A formula cannot be set (${reason}): ${shortened(tex)}`,
		);
	}
}

function messageOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// Temml and KaTeX underline the place in the TeX, which is noise in a line of text.
	return message
		.replace(/\u0332/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

function shortened(tex: string): string {
	return tex.length > 80 ? `${tex.slice(0, 80)}…` : tex;
}
