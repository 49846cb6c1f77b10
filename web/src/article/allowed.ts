// What raw HTML in an article may hold, wherever it is sanitized: by a browser's sanitizer, by DOMPurify, or by
// `npx inkstone` ahead of all of them.

/** The elements that an article's raw HTML may have; each other one goes with all that is in it. */
export const allowedElements = [
	..."a abbr address article aside audio b bdi bdo blockquote br caption center cite code col".split(
		" ",
	),
	..."colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header".split(
		" ",
	),
	..."hgroup hr i img input ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small source".split(
		" ",
	),
	..."span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var".split(
		" ",
	),
	..."video wbr".split(" "),
];

/**
 * The attributes that they may have, besides `data-…`. No `name`, without which no id can shadow a property of the
 * document; no `style`.
 */
export const allowedAttributes = [
	..."abbr align alt aria-describedby aria-hidden aria-label aria-labelledby checked cite class".split(
		" ",
	),
	..."colspan controls datetime decoding dir disabled headers height href hreflang id kind label".split(
		" ",
	),
	..."lang loading loop muted open poster rel reversed role rowspan scope span src srclang start".split(
		" ",
	),
	..."title type valign value width".split(" "),
];

/**
 * Takes away what no list of names can tell apart.
 * @param container with elements of these lists only; is changed
 * @returns the same
 */
export function tamed<Container extends Element>(
	container: Container,
): Container {
	// A form around the article would have them as its properties, in the place of its own.
	for (const named of container.querySelectorAll("img, input")) {
		named.removeAttribute("id");
	}
	for (const input of container.querySelectorAll("input")) {
		keepAsTask(input);
	}
	// The platform's sanitizer leaves them where today's browsers run none.
	for (const name of ["cite", "href", "poster", "src"]) {
		for (const element of container.querySelectorAll(`[${name}]`)) {
			if (isScript(element.getAttribute(name) ?? "")) {
				element.removeAttribute(name);
			}
		}
	}
	return container;
}

// Boxes of task lists, which cannot be ticked, are the only inputs that an article may have.
function keepAsTask(input: HTMLInputElement): void {
	if (input.type === "checkbox") {
		input.disabled = true;
		// A form around the article would count it among its own.
		input.setAttribute("form", "");
	} else {
		input.remove();
	}
}

function isScript(url: string): boolean {
	// As browsers read it, who skip blanks and control characters.
	return (
		URL.canParse(url, "http://a/") &&
		/^(javascript|vbscript):$/.test(new URL(url, "http://a/").protocol)
	);
}
