import { load } from "inkstone";

const inkstone = await load();
const article = inkstone.render(await Deno.readFile("article.md"));
console.log(JSON.stringify(article, null, "\t"));
