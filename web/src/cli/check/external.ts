// Whether other hosts have what is linked to.

/** How long a host is waited for, in milliseconds. */
const patience = 10_000;
/** How many are asked at the same time. */
const atOnce = 8;

/**
 * Asks the hosts.
 * @param urls absolute, of `http:` and `https:`
 * @param signal ends it
 * @param onAnswer is called after each
 * @returns what is wrong, by URL, of those with which something is
 */
export async function checkExternal(
	urls: Iterable<string>,
	signal: AbortSignal,
	onAnswer: () => void,
): Promise<Map<string, string>> {
	const queue = [...new Set(urls)];
	const wrong = new Map<string, string>();
	const work = async () => {
		for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
			signal.throwIfAborted();
			const fault = await ask(url, signal);
			if (fault) {
				wrong.set(url, fault);
			}
			onAnswer();
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return wrong;
}

async function ask(
	url: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	let status = 0;
	// Some hosts know only GET.
	for (const method of ["HEAD", "GET"]) {
		try {
			const response = await fetch(url, {
				method,
				redirect: "follow",
				signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
			});
			await response.body?.cancel();
			status = response.status;
			if (response.ok) {
				return undefined;
			}
		} catch (error) {
			signal.throwIfAborted();
			return `It cannot be reached: ${reasonOf(error)}.`;
		}
	}
	// Who asks for a login or for fewer questions is there.
	return [401, 403, 429].includes(status)
		? undefined
		: `Its host answers ${status}.`;
}

function reasonOf(error: unknown): string {
	const { name, message, cause } = error as Error;
	if (name === "TimeoutError") {
		return "the host does not answer in time";
	}
	return (cause as Error | undefined)?.message || message;
}
