// Changes a page for the next one around an element that must not move: browsers load a frame anew that does.

/**
 * Puts the next page in the place of the old one, around an element of the old one that stays where it is.
 * @param kept an element of the old page
 * @param standIn the node of the next page in whose place it stays; is dropped
 * @param old the old page; stays the page
 * @param next the next page; is emptied
 * @returns whether it could be done: both must stand as deep, in elements of the same names
 */
export function putAround(
	kept: Element,
	standIn: Node,
	old: Element,
	next: Element,
): boolean {
	const steps = stepsUp(kept, old);
	const nextSteps = stepsUp(standIn, next);
	const isAlike =
		steps.length === nextSteps.length &&
		steps.every(
			(step, index) =>
				step.parent.localName === nextSteps[index]?.parent.localName,
		);
	if (!isAlike || steps.length === 0) {
		return false;
	}
	for (const [index, { child, parent }] of steps.entries()) {
		const source = nextSteps[index];
		if (source) {
			replaceBeside(child, parent, source);
		}
	}
	return true;
}

interface Step {
	child: Node;
	parent: Element;
}

function stepsUp(from: Node, to: Element): Step[] {
	const steps: Step[] = [];
	for (let child = from; child !== to; child = child.parentNode as Node) {
		if (!child.parentElement) {
			return [];
		}
		steps.push({ child, parent: child.parentElement });
	}
	return steps;
}

function replaceBeside(child: Node, parent: Element, next: Step): void {
	const siblings = [...next.parent.childNodes];
	const place = siblings.indexOf(next.child as ChildNode);
	for (const node of [...parent.childNodes]) {
		if (node !== child) {
			node.remove();
		}
	}
	parent.prepend(...siblings.slice(0, place));
	parent.append(...siblings.slice(place + 1));
	for (const { name } of [...parent.attributes]) {
		parent.removeAttribute(name);
	}
	for (const { name, value } of next.parent.attributes) {
		parent.setAttribute(name, value);
	}
}
