// What authors say of a code block behind its fence, in the ways that they know from Hugo, Docusaurus, VitePress,
// MkDocs, Zenn and Pandoc.

/** What an info string says. */
export interface CodeInfo {
	/** As the author wrote it; "" for none. */
	language: string;
	/** A file's name, or a title; "" for none. */
	name: string;
	/** Lines that are marked, each from one line to another, which are counted from 1. */
	marked: [from: number, to: number][];
	/** Whether lines have numbers. */
	numbered: boolean;
	/** The number of the first line. */
	start: number;
}

const words = {
	title: /^(?:title|file|filename|name|caption)$/,
	numbers:
		/^(?:linenos|linenums|linenumbers|showlinenumbers|number-?lines|line-numbers)$/,
	start: /^(?:linenostart|startline|startfrom|start)$/,
	marked: /^(?:hl_?lines|highlight|mark)$/,
};

// More than anybody means.
const maxLine = 1_000_000;
const maxMarks = 1000;

/**
 * Reads an info string:
 * - the language is its first word; `js:a.js` has a file's name behind it, `js{1,3}` lines that are marked,
 *   `js:line-numbers` and `js:line-numbers=7` numbers of lines
 * - `title="a.js"` (or `file`, `filename`, `name`, `caption`) or `[a.js]` names the file
 * - `{1,3-5}`, `hl_lines="1 3-5"` and `hl_lines=[1,"3-5"]` mark lines
 * - `showLineNumbers`, `linenos`, `lineNumbers`, also with `=true`, `=table`, `=inline`, or with the first number as
 *   `showLineNumbers=7`; `linenostart=7`, `startLine=7`
 * - `{.python .numberLines startFrom="7"}` is Pandoc's way, `{python}` R Markdown's
 *
 * What it does not know it leaves out.
 * @param info what stands behind the fence
 */
export function readInfo(info: string): CodeInfo {
	const code: CodeInfo = {
		language: "",
		name: "",
		marked: [],
		numbered: false,
		start: 1,
	};
	const rest = takeLanguage(info.trim(), code);
	// Braces hold lines, or settings as Hugo and Pandoc write them; outside of them the settings are the same.
	const text = rest.replace(
		/("[^"]*"|'[^']*')|\{([^{}]*)\}/g,
		(_, quoted: string | undefined, inside: string | undefined) => {
			if (inside && /^[\s\d,-]*$/.test(inside)) {
				mark(inside, code);
				return " ";
			}
			return quoted ?? ` ${inside} `;
		},
	);
	readSettings(text, code);
	return code;
}

function takeLanguage(info: string, code: CodeInfo): string {
	const inBraces = /^\{\s*\.?([\w+#-]+)(?=[\s,}])(.*)$/s.exec(info);
	if (inBraces && !/^[\d-]+$/.test(inBraces[1] ?? "")) {
		code.language = inBraces[1] ?? "";
		return `{${inBraces[2]}`;
	}
	const word = /^[^\s{]*/.exec(info)?.[0] ?? "";
	// A word with a value is a setting.
	if (/[=[]/.test(word) && !/:(?:no-)?line-numbers/.test(word)) {
		return info;
	}
	const [language = "", ...behind] = word.split(":");
	const suffix = behind.join(":");
	code.language = language;
	const numbers = /^(no-)?line-numbers(?:=(\d+))?$/.exec(suffix);
	if (numbers) {
		setNumbers(numbers[1] ? "false" : (numbers[2] ?? ""), code);
	} else {
		code.name = suffix;
	}
	return info.slice(word.length);
}

function readSettings(text: string, code: CodeInfo): void {
	const settings =
		/\[([^[\]=]+)\]|\.([\w#+-]+)|([\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|\[[^\]]*\]|[^\s,"'[\]]+))?/g;
	for (const [, name, pandoc, key, value] of text.matchAll(settings)) {
		if (name) {
			code.name = name.trim();
		} else if (pandoc) {
			setOne(pandoc, undefined, code);
		} else if (key) {
			setOne(key, value?.replace(/^(["'])(.*)\1$/, "$2"), code);
		}
	}
}

function setOne(key: string, value: string | undefined, code: CodeInfo): void {
	const word = key.toLowerCase();
	if (words.numbers.test(word)) {
		setNumbers(value ?? "", code);
	} else if (value === undefined) {
		// A word that stands alone: nothing that we know.
	} else if (words.title.test(word)) {
		code.name = value;
	} else if (words.marked.test(word)) {
		mark(value, code);
	} else if (words.start.test(word)) {
		code.start = lineNumber(value) ?? 1;
	}
}

function setNumbers(value: string, code: CodeInfo): void {
	code.numbered = !/^(?:false|no|0)$/i.test(value);
	code.start = lineNumber(value) ?? code.start;
}

function mark(text: string, code: CodeInfo): void {
	for (const [, first, last] of text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
		const from = lineNumber(first ?? "");
		const to = lineNumber(last ?? first ?? "");
		if (from && to && from <= to && code.marked.length < maxMarks) {
			code.marked.push([from, to]);
		}
	}
}

function lineNumber(text: string): number | undefined {
	const number = /^\d+$/.test(text) ? Number(text) : 0;
	return number >= 1 && number <= maxLine ? number : undefined;
}
