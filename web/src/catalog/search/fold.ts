// What searches regard as the same: "Café", "CAFE" and "ｃａｆｅ" fold to "cafe". Index and queries are folded, and
// snippets find their way back to the text as it was written.

/**
 * Marks above and below letters, and what is not seen at all. Marks that make another letter stay: those of kana, and
 * the vowels of scripts that write them as marks.
 */
const dropped =
	/(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|\u00ad|\u0640|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]/gu;

/** Forms of letters that are another's at a word's end, or on the keyboard of another language. */
const variants: Record<string, string> = {
	ς: "σ",
	ى: "ي",
	ی: "ي",
	ک: "ك",
	ة: "ه",
};
const variant = new RegExp(`[${Object.keys(variants).join("")}]`, "g");

/** A character with all that may fold together with it. */
const cluster =
	/(?:[\uac00-\ud7a3]?[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|.)(?:[\p{M}\uff9e\uff9f]|\u00ad|\u0640|\u200c|\u200d|\u2060)*/gsu;

/**
 * Folds a text: compatibility forms, case, accents.
 * @param text any
 */
export function fold(text: string): string {
	return (
		text
			.normalize("NFKD")
			.replace(dropped, "")
			// By way of capitals, which make "ß" "ss"; not at once, because "ẞ" is one.
			.toLowerCase()
			.toUpperCase()
			.toLowerCase()
			.replace(variant, (letter) => variants[letter] ?? letter)
			.normalize("NFC")
	);
}

/** A folded text that knows where it comes from. */
export interface FoldedText {
	/** As `fold` makes it. */
	text: string;
	/** Of each UTF-16 unit of `text`: where the characters that it comes from begin in the original, in UTF-16 units. */
	starts: number[];
	/** Where they end. */
	ends: number[];
}

/**
 * Folds a text as `fold` does, and remembers where everything stood.
 * @param original any
 */
export function foldWithPlaces(original: string): FoldedText {
	let text = "";
	const starts: number[] = [];
	const ends: number[] = [];
	for (const { 0: characters, index } of original.matchAll(cluster)) {
		const folded = isFolded(characters) ? characters : fold(characters);
		text += folded;
		for (let unit = 0; unit < folded.length; unit++) {
			starts.push(index);
			ends.push(index + characters.length);
		}
	}
	return { text, starts, ends };
}

// Most characters of most texts; folding costs.
function isFolded(characters: string): boolean {
	if (characters.length > 1) {
		return false;
	}
	const code = characters.charCodeAt(0);
	return (
		(code < 0x80 && !(code >= 0x41 && code <= 0x5a)) ||
		(code >= 0x4e00 && code <= 0x9fff)
	);
}
