// @ts-check
// Writes tables of names and their characters as core/src/name_table.cpp reads them: for HTML's character
// references and GitHub's emoji.

const longestLine = 98;
const firstDigit = 0x20;
const base = 11;

/** Other characters that have a sign: one would be taken for a name, two are frequent. */
const signs = new Map([
	["j", "{"],
	["\ufe0f", "|"],
	["\u200d", "}"],
]);

/**
 * The entries of a table, in the order of their characters: a name, the distance of its first character from the
 * one before in digits of base 11, its other characters.
 * @param {Record<string, string>} characters by name
 * @returns {string[]}
 * @throws {Error} if a name or its characters do not fit
 */
export function encode(characters) {
	let previous = 0;
	return Object.entries(characters)
		.sort(
			([a, x], [b, y]) =>
				compare(codePoints(x), codePoints(y)) || (a < b ? -1 : 1),
		)
		.map(([name, text]) => {
			if (!/^[A-Za-z0-9_+-]+$/.test(name)) throw new Error(`odd name: ${name}`);
			const [first = 0, ...others] = codePoints(text);
			const rest = others.map((code) => {
				const character = String.fromCodePoint(code);
				const sign =
					signs.get(character) ?? (code < 0x80 ? undefined : character);
				if (!sign) throw new Error(`no sign for ${character} in ${name}`);
				return sign;
			});
			const distance = first - previous;
			previous = first;
			return name + digits(distance) + rest.join("");
		});
}

/**
 * The C++ constant of a table.
 * @param {string} name of the constant
 * @param {Record<string, string>} characters by name
 */
export function constant(name, characters) {
	const lines = [""];
	for (const entry of encode(characters)) {
		const text = entry.replaceAll('"', '\\"');
		if (Array.from(`${lines.at(-1)}${text}`).length + 6 > longestLine)
			lines.push("");
		lines.push(lines.pop() + text);
	}
	return `constexpr std::string_view ${name} =\n${lines.map((line) => `    "${line}"`).join("\n")};\n`;
}

/** @param {number} value @returns {string} */
function digits(value) {
	const last = String.fromCharCode(firstDigit + (value % base));
	return value < base ? last : digits(Math.floor(value / base)) + last;
}

/** @param {string} text */
function codePoints(text) {
	return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** @param {number[]} a @param {number[]} b @returns {number} below 0 where `a` comes first */
function compare(a, b) {
	const place = a.findIndex((code, index) => code !== b[index]);
	return place < 0 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
}
