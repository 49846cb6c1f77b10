// The button that copies a code block.

import type { Words } from "../article/words.js";

// As long as a word needs to be read, in milliseconds.
const shown = 2000;

/**
 * Makes the button.
 * @param textOf gives what is copied
 * @param words in the article's language
 * @param status where it is announced: a live region
 * @param fallback is selected where nothing may be copied, so that the reader can
 */
export function copyButton(
	textOf: () => string,
	words: Words,
	status: HTMLElement,
	fallback: Element,
): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "ink-copy";
	button.textContent = words.copy;
	let timer = 0;
	button.addEventListener("click", async () => {
		if (!(await copy(textOf(), button))) {
			select(fallback);
			return;
		}
		clearTimeout(timer);
		button.textContent = words.copied;
		button.classList.add("ink-copied");
		status.textContent = words.copied;
		timer = window.setTimeout(() => {
			button.textContent = words.copy;
			button.classList.remove("ink-copied");
			status.textContent = "";
		}, shown);
	});
	return button;
}

async function copy(text: string, button: HTMLElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		// Not a secure page, or not allowed: there is an older way, which asks nobody.
		return copyFromField(text, button);
	}
}

function copyFromField(text: string, button: HTMLElement): boolean {
	const field = document.createElement("textarea");
	field.value = text;
	field.readOnly = true;
	// Gone before the browser paints.
	button.after(field);
	field.focus({ preventScroll: true });
	field.select();
	try {
		return document.execCommand("copy");
	} catch {
		return false;
	} finally {
		field.remove();
		button.focus({ preventScroll: true });
	}
}

function select(element: Element): void {
	getSelection()?.selectAllChildren(element);
}
