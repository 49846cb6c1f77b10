import { load } from "inkstone";
import source from "./article.md";

const inkstone = await load();

export default {
	async fetch() {
		return Response.json(inkstone.render(source));
	},
};
