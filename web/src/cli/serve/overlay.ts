// The panel over a page that lists what is wrong with the articles. It stands in a shadow root, so that neither the
// page's styles nor its own reach the other.

import type { FileDiagnostic } from "../diagnostics.js";

const name = "inkstone-diagnostics";

const css = `
:host { all: initial; position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; display: flex; justify-content: end;
	pointer-events: none; color-scheme: dark; }
section { pointer-events: auto; box-sizing: border-box; max-inline-size: 46rem; max-block-size: 45vh; overflow: auto;
	padding: 0.75rem 1rem; border-radius: 0.5rem; background: #1d1d20; color: #f2f2f3; border-block-start: 4px solid #e0b03c;
	font: 14px/1.5 system-ui, sans-serif; box-shadow: 0 0.5rem 2rem #0008; }
section.error { border-color: #ff6b60; }
header { display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
h2 { margin: 0; font-size: 1rem; }
button { font: inherit; color: inherit; background: #3a3a40; border: 1px solid #77777f; border-radius: 0.3rem; padding: 0 0.6rem;
	cursor: pointer; }
button:focus-visible, section:focus-visible { outline: 2px solid #7cb7ff; outline-offset: 2px; }
ol { list-style: none; margin: 0.5rem 0 0; padding: 0; }
li { padding-block: 0.25rem; border-block-start: 1px solid #3a3a40; overflow-wrap: anywhere; }
code { font: 13px/1.5 ui-monospace, monospace; color: #9ccbff; }
.severity { font-weight: 600; color: #f0c75e; }
.severity.error { color: #ff9890; }
`;

/** Shows findings until the reader has had enough of them; new ones bring it back. */
export class DiagnosticsOverlay {
	#host: HTMLElement | undefined;
	#dismissed = "";

	/**
	 * Shows what is wrong now.
	 * @param diagnostics all that there are; infos are left out
	 */
	show(diagnostics: FileDiagnostic[]): void {
		const shown = diagnostics.filter(({ severity }) => severity !== "info");
		this.#host?.remove();
		this.#host = undefined;
		const content = JSON.stringify(shown);
		if (shown.length === 0 || content === this.#dismissed) {
			return;
		}
		const host = document.createElement(name);
		const shadow = host.attachShadow({ mode: "open" });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		shadow.adoptedStyleSheets = [sheet];
		shadow.append(
			panel(shown, () => {
				this.#dismissed = content;
				host.remove();
			}),
		);
		document.documentElement.append(host);
		this.#host = host;
	}
}

function panel(diagnostics: FileDiagnostic[], dismiss: () => void): Element {
	const errors = diagnostics.filter(({ severity }) => severity === "error");
	const section = element("section");
	section.lang = "en";
	section.dir = "ltr";
	section.className = errors.length > 0 ? "error" : "";
	section.tabIndex = 0;
	section.setAttribute("role", "region");
	section.setAttribute("aria-labelledby", "title");
	section.addEventListener("keydown", ({ key }) => {
		if (key === "Escape") {
			dismiss();
		}
	});

	const title = element("h2", titleOf(errors.length, diagnostics.length));
	title.id = "title";
	const button = element("button", "Dismiss");
	button.setAttribute("type", "button");
	button.addEventListener("click", dismiss);
	const header = element("header");
	header.append(title, button);

	const list = element("ol");
	for (const diagnostic of diagnostics) {
		const { file, line, column, severity, message } = diagnostic;
		const place = element(
			"code",
			line > 0 ? `${file}:${line}:${column}` : file,
		);
		const kind = element("span", severity);
		kind.className = `severity ${severity}`;
		const item = element("li");
		item.append(place, " ", kind, " ", message);
		list.append(item);
	}
	section.append(header, list);
	return section;
}

function titleOf(errors: number, all: number): string {
	const warnings = all - errors;
	const parts = [
		errors > 0 ? `${errors} error${errors > 1 ? "s" : ""}` : "",
		warnings > 0 ? `${warnings} warning${warnings > 1 ? "s" : ""}` : "",
	];
	return parts.filter(Boolean).join(", ");
}

function element(name: string, text = ""): HTMLElement {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}
