// Says how many of a site's articles have come, where there are so many that it takes a while.

/** A bar with two numbers. */
export class LoadingProgress {
	readonly #view = document.createElement("p");
	readonly #bar = document.createElement("progress");
	readonly #text = document.createElement("span");
	readonly #host: HTMLElement;

	/**
	 * @param host stands at its end
	 */
	constructor(host: HTMLElement) {
		this.#host = host;
		this.#view.className = "ink-site-progress";
		this.#view.setAttribute("role", "status");
		this.#bar.setAttribute("aria-hidden", "true");
		this.#view.append(this.#bar, " ", this.#text);
	}

	/**
	 * @param progress how many there are, and how many of them have come
	 */
	show({ done, total }: { done: number; total: number }): void {
		this.#bar.max = total;
		this.#bar.value = done;
		const number = new Intl.NumberFormat(
			document.documentElement.lang || undefined,
		);
		this.#text.textContent = `${number.format(done)} / ${number.format(total)}`;
		if (!this.#view.isConnected) {
			this.#host.append(this.#view);
		}
	}

	/** All have come. */
	remove(): void {
		this.#view.remove();
	}
}
