// Inkstone as its users have it: every default on, whichever the task.
import { load as loadInkstone } from "../../../dist/index.js";

const body = { frontMatter: false };

export async function load() {
	const inkstone = await loadInkstone();
	return {
		html: (source) => inkstone.render(source, body).html,
		article: (source) => inkstone.render(source),
	};
}
