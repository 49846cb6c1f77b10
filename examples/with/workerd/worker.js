import { load } from "inkstone";
import wasm from "inkstone/core.wasm";
import source from "./article.md";

const inkstone = load({ wasm });

export default {
	async fetch() {
		const article = (await inkstone).render(source);
		return Response.json(article);
	},
};
