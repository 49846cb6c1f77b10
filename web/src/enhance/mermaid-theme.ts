// How Mermaid draws: safely, and in the colours of the page.

import type { Palette } from "./palette.js";

// Degrees, far from each other where they are next to each other.
const hues = [195, 25, 100, 280, 345, 48, 150, 230, 10, 75, 310, 170];

/**
 * Mermaid's configuration for a diagram.
 * @param palette the colours around it
 */
export function mermaidConfiguration(palette: Palette): object {
	return {
		startOnLoad: false,
		securityLevel: "strict",
		// What a diagram's own directives cannot change: Mermaid's list, and what would fetch from elsewhere.
		secure: [
			"secure",
			"securityLevel",
			"startOnLoad",
			"maxTextSize",
			"suppressErrorRendering",
			"maxEdges",
			"htmlLabels",
			"themeCSS",
			"dompurifyConfig",
		],
		suppressErrorRendering: true,
		// Labels of HTML would be HTML text that becomes elements, and many viewers of SVG do not show them.
		htmlLabels: false,
		flowchart: { htmlLabels: false },
		class: { htmlLabels: false },
		theme: "base",
		fontFamily: palette.font,
		themeVariables: themeVariables(palette),
	};
}

function themeVariables(palette: Palette): Record<string, string | boolean> {
	const { text, surface, paper, line, accent, dark, font } = palette;
	// Light or dark enough for the text to be read on them.
	const tints = hues.map((hue) =>
		dark ? `hsl(${hue}, 28%, 30%)` : `hsl(${hue}, 45%, 83%)`,
	);
	const [tint = paper, otherTint = paper] = tints;
	return {
		darkMode: dark,
		background: surface,
		fontFamily: font,
		fontSize: "16px",
		textColor: text,
		lineColor: text,
		primaryColor: paper,
		primaryTextColor: text,
		primaryBorderColor: accent,
		secondaryColor: tint,
		secondaryTextColor: text,
		secondaryBorderColor: accent,
		tertiaryColor: surface,
		tertiaryTextColor: text,
		tertiaryBorderColor: line,
		clusterBkg: surface,
		clusterBorder: accent,
		edgeLabelBackground: surface,
		noteBkgColor: otherTint,
		noteTextColor: text,
		noteBorderColor: line,
		pieStrokeColor: surface,
		pieOuterStrokeColor: surface,
		pieTitleTextColor: text,
		pieSectionTextColor: text,
		pieLegendTextColor: text,
		pieOpacity: "1",
		sectionBkgColor: surface,
		altSectionBkgColor: paper,
		taskBkgColor: tint,
		taskBorderColor: accent,
		taskTextColor: text,
		taskTextDarkColor: text,
		taskTextOutsideColor: text,
		gridColor: line,
		...numbered("pie", 1, tints),
		...numbered("cScale", 0, tints),
		...numbered("cScaleLabel", 0, Array(12).fill(text)),
		...numbered("git", 0, tints.slice(0, 8)),
		...numbered("gitBranchLabel", 0, Array(8).fill(text)),
		...numbered("fillType", 0, tints.slice(0, 8)),
	};
}

function numbered(
	name: string,
	first: number,
	values: string[],
): Record<string, string> {
	return Object.fromEntries(
		values.map((value, index) => [`${name}${first + index}`, value]),
	);
}
