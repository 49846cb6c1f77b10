// Comments without a server: notes on an article that stay in the reader's own browser.

class MarginNotes extends HTMLElement {
	connectedCallback() {
		if (this.hasChildNodes()) {
			return;
		}
		const key = `margin-notes ${this.getAttribute("thread")}`;
		const notes = JSON.parse(localStorage.getItem(key) ?? "[]");

		const list = document.createElement("ol");
		list.append(...notes.map(noteItem));
		const field = document.createElement("textarea");
		field.required = true;
		field.rows = 3;
		const label = document.createElement("label");
		label.append("A note for yourself", field);
		const button = document.createElement("button");
		button.className = "ink-button";
		button.textContent = "Keep it";
		const form = document.createElement("form");
		form.append(label, button);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			notes.push(field.value);
			localStorage.setItem(key, JSON.stringify(notes));
			list.append(noteItem(field.value));
			form.reset();
		});
		this.append(list, form);
	}
}

function noteItem(text) {
	const item = document.createElement("li");
	item.textContent = text;
	return item;
}

customElements.define("margin-notes", MarginNotes);
