// Makes lines of code elements, for numbers and marks.

import type { CodeInfo } from "./info-string.js";

/**
 * Puts each line of code, with the line break at its end, into a `span.ink-line`; marked ones are `.ink-marked`,
 * and numbered ones have their number in `data-number`, where neither copying nor searching finds it. Elements that
 * reach over several lines are divided.
 * @param code its children are replaced
 * @param info which lines are marked, and what their numbers are
 */
export function divideIntoLines(code: Element, info: CodeInfo): void {
	const lines: HTMLElement[] = [];
	for (const content of linesOf(code.childNodes)) {
		const line = document.createElement("span");
		line.className = "ink-line";
		line.append(...content);
		lines.push(line);
	}
	const last = lines.at(-1);
	if (last && !last.hasChildNodes()) {
		lines.pop();
	}
	const digits = String(info.start + lines.length - 1).length;
	for (const [index, line] of lines.entries()) {
		const number = index + 1;
		if (info.marked.some(([from, to]) => from <= number && number <= to)) {
			line.classList.add("ink-marked");
		}
		if (info.numbered) {
			line.dataset.number = String(info.start + index).padStart(digits);
		}
	}
	code.replaceChildren(...lines);
}

// The nodes of each line; what is behind the last line break is a line too, which may be empty.
function linesOf(nodes: Iterable<Node>): Node[][] {
	let line: Node[] = [];
	const lines = [line];
	for (const node of nodes) {
		for (const [index, part] of partsOf(node).entries()) {
			if (index > 0) {
				line = [];
				lines.push(line);
			}
			line.push(...part);
		}
	}
	return lines;
}

function partsOf(node: Node): Node[][] {
	if (!(node instanceof Element)) {
		const texts = (node.textContent ?? "").split(/(?<=\n)/);
		const parts = texts.map((text): Node[] => [document.createTextNode(text)]);
		if (texts.at(-1)?.endsWith("\n")) {
			parts.push([]);
		}
		return parts;
	}
	return linesOf(node.childNodes).map((children) => {
		const part = node.cloneNode() as Element;
		part.append(...children);
		return children.length > 0 ? [part] : [];
	});
}
