// Long work in slices, so that the page answers its reader meanwhile.

/** Longer than this, in milliseconds, nobody should wait for an answer. */
const slice = 30;

/**
 * Makes a pause that costs nothing until it is due.
 * @returns to be awaited between two steps: waits only where the steps before have taken long
 */
export function pauses(): () => Promise<void> | undefined {
	let begun = performance.now();
	return () => {
		if (performance.now() - begun < slice) {
			return undefined;
		}
		return new Promise((resolve) => {
			setTimeout(() => {
				begun = performance.now();
				resolve();
			});
		});
	};
}
