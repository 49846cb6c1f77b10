// Draws the diagrams of an article, code blocks in Mermaid's language, once they come near what the reader sees.
// Mermaid is too large to come with Inkstone: it is fetched from where the page's author has put it.

import type { PageContext } from "../article/context.js";
import { draw, loadMermaid, type Mermaid, PolicyError } from "./mermaid.js";
import { reachableWhereScrolling } from "./overflow.js";
import { type Palette, paletteOf, samePalette } from "./palette.js";

interface Diagram {
	figure: HTMLElement;
	text: string;
	/** The colours that it has been drawn in; nothing while it is code. */
	palette?: Palette;
}

// So early, above and below the window, that a diagram is there when the reader is.
const margin = "800px 0px";

/**
 * Draws the diagrams in a body: each code block in the language `mermaid` gets into a `figure.ink-diagram`. Once it
 * is near the window, the figure shows an image, and its text folds away; when the page's colours change, it is drawn
 * again. A diagram that cannot be drawn stays code.
 * @param body may stand outside of the document
 * @param context the page around it
 */
export async function enhanceDiagrams(
	body: HTMLElement,
	context: PageContext,
): Promise<void> {
	const diagrams = [
		...body.querySelectorAll<HTMLElement>("pre > code.language-mermaid"),
	]
		.filter((code) => !code.closest(".ink-diagram"))
		.map(frame);
	if (diagrams.length === 0 || context.signal.aborted) {
		return;
	}
	let loading: Promise<Mermaid | undefined> | undefined;
	let isForbidden = false;
	const show = async (diagram: Diagram) => {
		loading ??= loadMermaid(context);
		const mermaid = await loading;
		if (!mermaid || isForbidden || context.signal.aborted) {
			return;
		}
		try {
			await showDiagram(diagram, mermaid, context);
		} catch (error) {
			if (isForbidden || context.signal.aborted) {
				return;
			}
			isForbidden = error instanceof PolicyError;
			context.report(
				"page-enhancement",
				"",
				isForbidden
					? `Diagrams stay code: ${reasonOf(error)}`
					: `A diagram cannot be drawn (${reasonOf(error)}): ${firstLine(diagram.text)}`,
			);
		}
	};
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				const diagram = diagrams.find(({ figure }) => figure === target);
				if (isIntersecting && diagram) {
					observer.unobserve(target);
					void show(diagram);
				}
			}
		},
		{ rootMargin: margin },
	);
	for (const { figure } of diagrams) {
		observer.observe(figure);
	}
	context.signal.addEventListener("abort", () => observer.disconnect(), {
		once: true,
	});
	whenColoursChange(context.signal, () => {
		for (const diagram of diagrams) {
			const { figure, palette } = diagram;
			if (palette && !samePalette(palette, paletteOf(figure))) {
				void show(diagram);
			}
		}
	});
	reachableWhereScrolling(
		diagrams.map(({ figure }) => figure),
		context.words.diagram,
		context.signal,
	);
}

function frame(code: HTMLElement): Diagram {
	const figure = document.createElement("figure");
	figure.className = "ink-diagram";
	const block = code.closest(".ink-code") ?? (code.parentElement as Element);
	block.replaceWith(figure);
	figure.append(block);
	return { figure, text: code.textContent };
}

async function showDiagram(
	diagram: Diagram,
	mermaid: Mermaid,
	context: PageContext,
): Promise<void> {
	const { figure, text } = diagram;
	const palette = paletteOf(figure);
	const drawing = await draw(mermaid, text, palette, context.lang);
	const image = figure.querySelector("img") ?? document.createElement("img");
	image.src = drawing.url;
	image.width = drawing.width;
	image.height = drawing.height;
	image.alt = drawing.title || context.words.diagram;
	// What is not decoded yet would take the code's place with nothing.
	await image.decode();
	if (!diagram.palette) {
		figure.prepend(image);
		foldAway(figure, context.words.code);
	}
	diagram.palette = palette;
}

// The text of a diagram is what it says to those who do not see it.
function foldAway(figure: HTMLElement, label: string): void {
	const details = document.createElement("details");
	details.className = "ink-diagram-source";
	const summary = document.createElement("summary");
	summary.textContent = label;
	const block = figure.lastElementChild as Element;
	block.replaceWith(details);
	details.append(summary, block);
}

// By the system, or by a switch on the page, which as a rule sets an attribute of the root or of the body.
function whenColoursChange(signal: AbortSignal, act: () => void): void {
	const later = () => requestAnimationFrame(act);
	matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later, {
		signal,
	});
	const observer = new MutationObserver(later);
	for (const element of [document.documentElement, document.body]) {
		observer.observe(element, { attributes: true });
	}
	signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/\s+/g, " ").trim();
}

function firstLine(text: string): string {
	return text.trim().split("\n", 1)[0] ?? "";
}
