// Drives the core: an article's bytes in, an Article out, and another instance when one has stopped.

import type {
	Article,
	Description,
	Inkstone,
	RenderOptions,
	SiteReading,
} from "./types.js";

/** One instance of the core, as wasm/bindings.cpp exports it. Addresses and sizes are in bytes. */
export interface Core {
	/** The instance's memory now; another object once memory has grown. */
	readonly HEAPU8: Uint8Array;
	/** Gives the address of `size` writable bytes, good until the next call; 0 when memory has ended. */
	input(size: number): number;
	/** Renders what stands in the input: the source, right behind it the options as JSON, both UTF-8. */
	render(sourceBytes: number, optionsBytes: number): number;
	/** Reads the site's configuration that stands in the input. */
	readSite(sourceBytes: number): number;
	/** Gives the tables as JSON. */
	describe(): number;
}

/** What a call of the core gives. */
interface Texts {
	html: string;
	json: string;
}

const encoder = new TextEncoder();
// A byte order mark that an article begins with belongs to its text.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Starts the renderer.
 * @param start makes one instance of the core
 * @returns the renderer, once it can render
 * @throws what `start` throws
 */
export async function startEngine(
	start: () => Promise<Core>,
): Promise<Inkstone> {
	return new Engine(await start(), start);
}

/** The core has stopped, and will work again in a moment. */
export class CoreStopped extends Error {}

class Engine implements Inkstone {
	#core: Core | undefined;
	// Stands by, because instances can only be made asynchronously, and `render` does not wait.
	#spare: Core | undefined;
	readonly #start: () => Promise<Core>;

	constructor(core: Core, start: () => Promise<Core>) {
		this.#core = core;
		this.#start = start;
		void this.#prepare();
	}

	render(source: string | Uint8Array, options?: RenderOptions): Article {
		checkSource(source);
		if (
			options !== undefined &&
			(typeof options !== "object" ||
				options === null ||
				Array.isArray(options))
		) {
			throw new TypeError(`options must be an object, not ${kindOf(options)}`);
		}
		// The copy leaves out what is inherited, a `toJSON` among it.
		const optionsText = options ? JSON.stringify({ ...options }) : "";
		const { html, json } = this.#call((core) =>
			put(core, [source, optionsText], (sourceBytes, optionsBytes) =>
				core.render(sourceBytes, optionsBytes),
			),
		);
		return { html, ...resultOf<Omit<Article, "html">>(json) };
	}

	readSite(source: string | Uint8Array): SiteReading {
		checkSource(source);
		const { json } = this.#call((core) =>
			put(core, [source], (sourceBytes) => core.readSite(sourceBytes)),
		);
		return resultOf(json);
	}

	describe(): Description {
		return JSON.parse(this.#call((core) => read(core, core.describe())).json);
	}

	#call(work: (core: Core) => Texts): Texts {
		const core = this.#core;
		if (!core) {
			void this.#prepare();
			throw new CoreStopped(
				"The core has stopped and is being started again. Try again in a moment.",
			);
		}
		try {
			return work(core);
		} catch (cause) {
			// Whatever stopped it, the instance was left in the middle of something.
			this.#core = this.#spare;
			this.#spare = undefined;
			void this.#prepare();
			throw new CoreStopped(
				"The core stopped while it worked on this file. It has been started again.",
				{ cause },
			);
		}
	}

	async #prepare(): Promise<void> {
		try {
			const core = await this.#start();
			if (this.#core) {
				this.#spare = core;
			} else {
				this.#core = core;
			}
		} catch {
			// Memory was short. The next call that needs an instance tries again.
		}
	}
}

function checkSource(source: unknown): void {
	if (typeof source !== "string" && !isUint8Array(source)) {
		throw new TypeError(
			`source must be a string or a Uint8Array, not ${kindOf(source)}`,
		);
	}
}

/** What the core gave, without the errors of its own. */
function resultOf<T>(json: string): T {
	const { error, ...result } = JSON.parse(json);
	if (error) {
		throw error.code === "out-of-memory"
			? new Error(error.message)
			: new TypeError(error.message);
	}
	return result;
}

/**
 * Lets the core work on contents, which stand in its input one behind the other.
 * @param work gets their lengths in bytes
 */
function put<T extends (string | Uint8Array)[]>(
	core: Core,
	contents: T,
	work: (...lengths: { [K in keyof T]: number }) => number,
): Texts {
	// A UTF-16 unit takes three bytes of UTF-8 at most.
	const size = contents.reduce(
		(sum, content) =>
			sum +
			(typeof content === "string" ? content.length * 3 : content.byteLength),
		0,
	);
	const address = size < 2 ** 32 ? core.input(size) : 0;
	if (address === 0) {
		return outOfMemory;
	}
	let input = core.HEAPU8.subarray(address, address + size);
	const lengths = contents.map((content) => {
		const length = write(content, input);
		input = input.subarray(length);
		return length;
	});
	return read(core, work(...(lengths as { [K in keyof T]: number })));
}

const outOfMemory: Texts = {
	html: "",
	json: JSON.stringify({
		error: {
			code: "out-of-memory",
			message: "There is not enough memory for a file of this size",
		},
	}),
};

function write(content: string | Uint8Array, target: Uint8Array): number {
	if (typeof content === "string") {
		return encoder.encodeInto(content, target).written;
	}
	target.set(content);
	return content.byteLength;
}

function read(core: Core, address: number): Texts {
	const memory = core.HEAPU8;
	const [html, htmlBytes, json, jsonBytes] = new Uint32Array(
		memory.buffer,
		address,
		4,
	) as unknown as [number, number, number, number];
	return {
		html: decoder.decode(memory.subarray(html, html + htmlBytes)),
		json: decoder.decode(memory.subarray(json, json + jsonBytes)),
	};
}

// By its tag, because one from another window or realm is no instance of ours.
function isUint8Array(value: unknown): value is Uint8Array {
	return (
		ArrayBuffer.isView(value) &&
		Object.prototype.toString.call(value) === "[object Uint8Array]"
	);
}

/**
 * Names the kind of a value in a message.
 * @returns with its article: "a number", "an array", "null"
 */
export function kindOf(value: unknown): string {
	if (value === null || value === undefined) {
		return String(value);
	}
	const kind = Array.isArray(value)
		? "array"
		: typeof value === "object"
			? Object.prototype.toString.call(value).slice(8, -1)
			: typeof value;
	return `${/^[aeio]/i.test(kind) ? "an" : "a"} ${kind}`;
}
