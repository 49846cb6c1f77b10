// Bytes that stand in a script as text, as web/build.js writes them there: a character for each. That compresses a fifth
// better than base64, because what repeats among the bytes still repeats among the characters.

/**
 * Reads bytes from such a text.
 * @param text each character is that of the next higher number, U+0000 for 255: so the most frequent byte, 0, needs
 * no escape
 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) {
		// Bytes have no -1: it becomes 255.
		bytes[i] = text.charCodeAt(i) - 1;
	}
	return bytes;
}
