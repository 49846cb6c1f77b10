// Where a classic script came from: what `import.meta.url` is to a module. The build puts it in.

/** The script's URL; the page's for one that stands in the page itself. */
export const scriptUrl: string = globalThis.document
	? (document.currentScript as HTMLScriptElement | null)?.src ||
		document.baseURI
	: "";
