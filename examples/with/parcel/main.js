import "inkstone/define";
import "inkstone/themes/default.css";

const article = document.createElement("inkstone-article");
article.src = new URL("./article.md", import.meta.url).href;
document.body.append(article);
