import { readFile } from "node:fs/promises";
import { load } from "inkstone";

const inkstone = await load();
const article = inkstone.render(await readFile("article.md"));
console.log(JSON.stringify(article, null, "\t"));
