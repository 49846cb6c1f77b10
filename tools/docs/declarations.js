// @ts-check
// Reads what TypeScript declares, with its docstrings, so that the reference can be written from it. It knows as much of the
// language as declaration files are made of.

/**
 * Something that is declared: at the top of a file, or a member of an interface or a class.
 * @typedef {object} Declaration
 * @property {string} name "" for what has none, such as an index signature
 * @property {string} kind its keyword at the top of a file: `interface`, `type`, `function`, `class`, `const`; of members ""
 * @property {string} text as it is written, on one line, without the docstring
 * @property {Docstring} docstring
 * @property {string} body what stands between the braces of an interface or a class
 */

/**
 * @typedef {object} Docstring
 * @property {string} text in Markdown, on one line; "" where there is none
 * @property {{ tag: string, name: string, text: string }[]} tags `name` of `@param` and the like alone
 */

/**
 * The declarations of a file, or of a body.
 * @param {string} source
 * @returns {Declaration[]}
 */
export function declarationsIn(source) {
	return statementsOf(source).map(({ comment, text }) => {
		const line = squeezed(text);
		const top =
			/^(?:export )?(?:declare )?(?:abstract )?(interface|type|function|class|const|enum) (\w+)/.exec(
				line,
			);
		const member =
			/^(?:(?:readonly|static|get|set|private|protected) )*(\w+)\??\s*[(:<]/.exec(
				line,
			);
		const opening = text.indexOf("{");
		return {
			kind: top?.[1] ?? "",
			name: top?.[2] ?? member?.[1] ?? "",
			text: line.replace(/;$/, ""),
			docstring: docstringOf(comment),
			body: opening < 0 ? "" : text.slice(opening + 1, text.lastIndexOf("}")),
		};
	});
}

/**
 * The names that an entry of the package exports, each with the file that it comes from.
 * @param {string} source of its declaration file
 * @returns {{ name: string, from: string }[]} `name` is `*` for all of a file; `from` as it is written
 */
export function exportsOf(source) {
	const clauses = source.matchAll(
		/export (?:type )?(?:\*|\{([^}]*)\}) from "([^"]+)"/g,
	);
	return [...clauses].flatMap(([, names, from = ""]) =>
		names === undefined
			? [{ name: "*", from }]
			: names
					.split(",")
					.map((name) => name.trim().replace(/^type /, ""))
					.filter((name) => name !== "")
					.map((name) => ({ name, from })),
	);
}

/**
 * The statements of a source, each with the docstring before it.
 * @param {string} source
 */
function statementsOf(source) {
	/** @type {{ comment: string, text: string }[]} */
	const statements = [];
	// Comments, strings, and what nests or ends.
	const tokens =
		/\/\*\*?[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[{}()[\];]/g;
	let comment = "";
	let start = 0;
	let depth = 0;
	for (const { 0: token, index } of source.matchAll(tokens)) {
		const end = index + token.length;
		if (token.startsWith("/*") || token.startsWith("//")) {
			// Inside of a statement it belongs to a member; between two it says what comes.
			if (depth === 0 && source.slice(start, index).trim() === "") {
				comment = token.startsWith("/**") ? token : comment;
				start = end;
			}
			continue;
		}
		depth += "{([".includes(token) ? 1 : "})]".includes(token) ? -1 : 0;
		const text = source.slice(start, end).trim();
		const isBlock = /^(export )?(declare )?(interface|class|global|enum)\b/;
		if (
			depth === 0 &&
			(token === ";" || (token === "}" && isBlock.test(text)))
		) {
			if (text !== ";") {
				statements.push({ comment, text });
			}
			comment = "";
			start = end;
		}
	}
	return statements;
}

/**
 * @param {string} comment with its marks
 * @returns {Docstring}
 */
function docstringOf(comment) {
	const lines = comment
		.replace(/^\/\*\*|\*\/$/g, "")
		.replace(/^\s*\* ?/gm, "")
		.trim();
	const [text = "", ...tags] = lines.split(/^(?=@\w)/m);
	return {
		text: squeezed(text),
		tags: tags.map((tag) => {
			const [, word = "", rest = ""] = /^@(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
			const named = /^(?:param|property|template|attr|fires|slot)/.test(word)
				? /^(\S+)\s*(?:- )?([\s\S]*)$/.exec(rest)
				: undefined;
			return {
				tag: word,
				name: named?.[1] ?? "",
				text: squeezed(named?.[2] ?? rest),
			};
		}),
	};
}

/**
 * A text on one line.
 * @param {string} text
 */
function squeezed(text) {
	return text
		.replace(/\/\*[\s\S]*?\*\//g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
