// md4x's WebAssembly. It reads front matter, and gives headings without ids.
import { init, parseMeta, renderToHtml } from "md4x/wasm";
import { withIds } from "./headings.js";

export async function load() {
	await init();
	return {
		html: (source) => renderToHtml(source),
		article(source) {
			const { headings: _, ...frontMatter } = parseMeta(source);
			return { frontMatter, ...withIds(renderToHtml(source)) };
		},
	};
}
