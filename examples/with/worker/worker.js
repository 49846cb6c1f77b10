import { load } from "./node_modules/inkstone/dist/index.js";

const inkstone = load();

addEventListener("message", async ({ data }) => {
	postMessage((await inkstone).render(data));
});
