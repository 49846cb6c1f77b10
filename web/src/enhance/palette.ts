// The colours around a diagram, so that it is drawn in them.

/** Colours and typeface of a diagram, as `rgb(…)` and as a list of families. */
export interface Palette {
	text: string;
	surface: string;
	line: string;
	dark: boolean;
	font: string;
}

/**
 * Reads the colours off an element: its own, that of its background and that of its border. Only the theme knows
 * them, for they may be anything that CSS can compute.
 * @param element in the document
 */
export function paletteOf(element: Element): Palette {
	const style = getComputedStyle(element);
	const text = opaque(style.color) ?? "rgb(0, 0, 0)";
	const dark = lightness(text) > 0.5;
	return {
		text,
		surface:
			opaque(style.backgroundColor) ??
			(dark ? "rgb(32, 32, 32)" : "rgb(245, 245, 245)"),
		line: opaque(style.borderBlockStartColor) ?? text,
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
