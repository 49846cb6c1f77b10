// How far each page of the history was scrolled, which browsers do not know of pages that are made late.

const storageKey = "inkstone:positions";

/** How many entries of the history are remembered. */
const most = 100;

type Position = [left: number, top: number];

/** Keeps positions in this window's storage, by the keys of the history's entries. */
export class Positions {
	#positions = new Map<string, Position>();
	#listening: AbortController | undefined;
	#growing: AbortController | undefined;

	/**
	 * Takes scrolling over from the browser.
	 * @param keep is called when the document goes, to keep the last position
	 */
	start(keep: () => void): void {
		this.#positions = new Map(stored());
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		history.scrollRestoration = "manual";
		// A telephone may end a page that is hidden without telling it.
		for (const type of ["pagehide", "visibilitychange"]) {
			addEventListener(
				type,
				() => {
					keep();
					store([...this.#positions].slice(-most));
				},
				{ signal, capture: true },
			);
		}
	}

	/** Leaves scrolling to the browser. */
	stop(): void {
		this.#listening?.abort();
		this.#growing?.abort();
		history.scrollRestoration = "auto";
		store([...this.#positions].slice(-most));
	}

	/**
	 * Remembers where the document is now.
	 * @param key of the history's entry
	 */
	keep(key: string): void {
		this.#growing?.abort();
		this.#positions.delete(key);
		this.#positions.set(key, [scrollX, scrollY]);
	}

	/**
	 * Scrolls to where an entry was left.
	 * @param key the entry's
	 * @returns false where nothing is known of it
	 */
	restore(key: string): boolean {
		const position = this.#positions.get(key);
		if (!position) {
			return false;
		}
		this.#growing?.abort();
		this.#growing = new AbortController();
		goAsItGrows(position, this.#growing.signal);
		return true;
	}
}

/** Whether the document was loaded because the reader went back to it, or reloaded it. */
export function hasReturned(): boolean {
	const [entry] = performance.getEntriesByType("navigation");
	const type = (entry as PerformanceNavigationTiming | undefined)?.type;
	return type === "reload" || type === "back_forward";
}

// Images that come late make a page as long as it was; a reader who scrolls meanwhile wants to be elsewhere.
function goAsItGrows([left, top]: Position, signal: AbortSignal): void {
	const go = () => scrollTo({ left, top, behavior: "instant" });
	go();
	const isThere = () => Math.abs(scrollY - top) < 1;
	if (isThere() || !("ResizeObserver" in globalThis)) {
		return;
	}
	const end = new AbortController();
	const observer = new ResizeObserver(() => {
		go();
		if (isThere()) {
			end.abort();
		}
	});
	observer.observe(document.body);
	const stop = () => end.abort();
	const timer = setTimeout(stop, patience);
	for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
		addEventListener(type, stop, { signal: end.signal, passive: true });
	}
	signal.addEventListener("abort", stop, { signal: end.signal });
	end.signal.addEventListener("abort", () => {
		observer.disconnect();
		clearTimeout(timer);
	});
}

/** How long a page may take to be as long as it was, in milliseconds. */
const patience = 3000;

function stored(): [string, Position][] {
	try {
		const value: unknown = JSON.parse(
			sessionStorage.getItem(storageKey) ?? "[]",
		);
		return Array.isArray(value) ? value.filter(isEntry) : [];
	} catch {
		// Storage is forbidden, or holds what somebody else has put there.
		return [];
	}
}

function isEntry(value: unknown): value is [string, Position] {
	return (
		Array.isArray(value) &&
		typeof value[0] === "string" &&
		Array.isArray(value[1]) &&
		value[1].every(Number.isFinite)
	);
}

function store(entries: [string, Position][]): void {
	try {
		sessionStorage.setItem(storageKey, JSON.stringify(entries));
	} catch {
		// Storage is forbidden or full: positions last as long as the document.
	}
}
