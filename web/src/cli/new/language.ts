// Languages as users give them to the command.

/** Whether a text is a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/** What a user is told who gives something else. */
export function noLanguage(tag: string): string {
	return `${tag} is no language tag. \`en\`, \`zh\` or \`pt-BR\` are some.`;
}
