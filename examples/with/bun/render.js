import { load } from "inkstone";

const inkstone = await load();
const article = inkstone.render(await Bun.file("article.md").text());
console.log(JSON.stringify(article, null, "\t"));
