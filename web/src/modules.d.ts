// Modules that are no files of TypeScript: what web/build.js puts in, and what hosts compile.

declare module "inkstone:core-text" {
	/** core.wasm, as byte-text.ts writes it. */
	const text: string;
	export default text;
}

declare module "inkstone:theme" {
	/** The style sheet `themes/default.css`. */
	const css: string;
	export default css;
}

declare module "*.wasm?module" {
	const core: WebAssembly.Module;
	export default core;
}
