// Where a policy requires trusted types: the script is the page's own, and the renderer has made text of all HTML
// in the article.
const asIs = { createHTML: (html) => html, createScriptURL: (url) => url };
const trusted = window.trustedTypes?.createPolicy("page", asIs) ?? asIs;

const worker = new Worker(trusted.createScriptURL("worker.js"), {
	type: "module",
});

worker.addEventListener("message", ({ data: article }) => {
	for (const { id, text } of article.toc) {
		const link = document.createElement("a");
		link.href = `#${id}`;
		link.append(text);
		document.querySelector("nav").append(link);
	}
	document.querySelector("article").innerHTML = trusted.createHTML(
		article.html,
	);
});

const article = await fetch("article.md");
worker.postMessage(await article.text());
