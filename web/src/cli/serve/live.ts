// In a page that `inkstone serve` serves: loads it anew when something has changed, and shows what is wrong with the
// articles. A module by itself, which knows nothing of the page.

import type { FileDiagnostic } from "../diagnostics.js";
import { DiagnosticsOverlay } from "./overlay.js";

const overlay = new DiagnosticsOverlay();
/** What the page itself has found, which no index knows. */
const found = new Map<string, FileDiagnostic>();
let told: FileDiagnostic[] = [];

const events = new EventSource("/@inkstone/events");
events.addEventListener("reload", () => location.reload());
events.addEventListener("diagnostics", ({ data }) => {
	told = JSON.parse(data);
	show();
});

document.addEventListener("inkstone-diagnostics", (event) => {
	const { diagnostics, src } = (event as CustomEvent).detail as {
		diagnostics: Omit<FileDiagnostic, "file">[];
		src: string;
	};
	for (const diagnostic of diagnostics) {
		if (diagnostic.code.startsWith("page-")) {
			const file = decodeURI(new URL(src, location.href).pathname.slice(1));
			found.set(JSON.stringify([file, diagnostic]), { file, ...diagnostic });
		}
	}
	show();
});

function show(): void {
	overlay.show([...told, ...found.values()]);
}
