// The colours around a diagram, so that it is drawn in them.

/** Colours, each as `rgb(…)`, and a typeface. */
export interface Palette {
	text: string;
	/** What the diagram stands on. */
	surface: string;
	/** What fills its shapes. */
	paper: string;
	/** What divides. */
	line: string;
	/** What stands out. */
	accent: string;
	dark: boolean;
	/** A list of families, as in CSS. */
	font: string;
}

/**
 * Reads the colours off an element, for only CSS can compute them: the surface is its background; paper, line and
 * accent are the colours of its column rule, its border and its outline.
 * @param element in the document
 */
export function paletteOf(element: Element): Palette {
	const style = getComputedStyle(element);
	const text = opaque(style.color) ?? "rgb(0, 0, 0)";
	const dark = lightness(text) > 0.5;
	const surface =
		opaque(style.backgroundColor) ??
		(dark ? "rgb(32, 32, 32)" : "rgb(245, 245, 245)");
	return {
		text,
		surface,
		paper: opaque(style.columnRuleColor) ?? surface,
		line: opaque(style.borderBlockStartColor) ?? text,
		accent: opaque(style.outlineColor) ?? text,
		dark,
		font: style.fontFamily,
	};
}

/** Whether two palettes are the same. */
export function samePalette(one: Palette, other: Palette): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

// Mermaid understands no other colours.
function opaque(colour: string): string | undefined {
	return /^rgb\(\d+, \d+, \d+\)$/.test(colour) ? colour : undefined;
}

function lightness(colour: string): number {
	const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(
		Number,
	);
	return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
