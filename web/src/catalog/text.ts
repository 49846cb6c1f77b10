// The text of a rendered body, for searches. It is read here and not by the browser's parser, because an index is
// made where there is none; nothing becomes an element, so what raw HTML may hold is no danger.

const blocks = new Set(
	"address article aside blockquote br caption dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul video audio".split(
		" ",
	),
);

// What these hold is not what readers read.
const silent = new Set(
	"iframe noembed noframes noscript object rp script style template textarea title".split(
		" ",
	),
);

// Words and signs that the writer adds to what an author has written.
const added = /\bclass="(footnote-ref|footnote-backref|markdown-alert-title)"/;

const references: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: " ",
};

/**
 * The text of HTML, each block on a line of its own and with single spaces. Takes time that is linear in the
 * length.
 * @param html as the renderer writes it, raw HTML included
 */
export function textOf(html: string): string {
	let lower: string | undefined;
	let text = "";
	let at = 0;
	let preformatted = false;
	while (at < html.length) {
		const open = html.indexOf("<", at);
		const end = open < 0 ? html.length : open;
		const piece = decoded(html.slice(at, end));
		text += preformatted ? piece : piece.replace(/\s+/g, " ");
		if (open < 0) {
			break;
		}
		const tag = tagAt(html, open);
		at = tag.end;
		if (tag.name === "") {
			text += html.slice(open, at);
			continue;
		}
		if (blocks.has(tag.name)) {
			text += "\n";
		}
		if (tag.name === "pre") {
			preformatted = !tag.closes;
		}
		if (
			!tag.closes &&
			(silent.has(tag.name) || added.test(html.slice(open, at)))
		) {
			lower ??= inLowerCase(html);
			const close = lower.indexOf(`</${tag.name}`, at);
			at = close < 0 ? html.length : close;
		}
	}
	return text
		.split("\n")
		.map((line) => line.replace(/\s+/g, " ").trim())
		.filter((line) => line !== "")
		.join("\n");
}

// A tag, comment or declaration; without a name, a bare `<`, whose end is behind it.
function tagAt(
	html: string,
	open: number,
): { name: string; closes: boolean; end: number } {
	if (html.startsWith("<!--", open)) {
		return { name: "!", closes: true, end: behind(html, "-->", open + 2) };
	}
	if (html[open + 1] === "!" || html[open + 1] === "?") {
		return { name: "!", closes: true, end: behind(html, ">", open) };
	}
	tagName.lastIndex = open;
	const [start, slash, name = ""] = tagName.exec(html) ?? [];
	if (start === undefined) {
		return { name: "", closes: false, end: open + 1 };
	}
	return {
		name: inLowerCase(name),
		closes: slash === "/",
		end: tagEnd(html, open + start.length),
	};
}

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;

// Behind the tag's `>`; one in a quoted value is none.
function tagEnd(html: string, from: number): number {
	for (let i = from; i < html.length; i++) {
		const character = html[i];
		if (character === ">") {
			return i + 1;
		}
		if (character === "=") {
			while (/\s/.test(html[i + 1] ?? "")) {
				i++;
			}
			const quote = html[i + 1] ?? "";
			if (quote === '"' || quote === "'") {
				i = behind(html, quote, i + 2) - 1;
			}
		}
	}
	return html.length;
}

// Of ASCII alone, as in HTML: others can change their length, and with it where all that follows stands.
function inLowerCase(html: string): string {
	return html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function behind(html: string, what: string, from: number): number {
	const found = html.indexOf(what, from);
	return found < 0 ? html.length : found + what.length;
}

function decoded(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
		(reference, decimal, hexadecimal, name) => {
			if (name) {
				return references[name] ?? reference;
			}
			const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
			return code > 0 && code <= 0x10ffff
				? String.fromCodePoint(code)
				: "\uFFFD";
		},
	);
}
