import "inkstone/define";

const article = document.createElement("inkstone-article");
article.src = new URL("./article.md", import.meta.url).href;
document.body.append(article);
