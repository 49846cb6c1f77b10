// The classic script `inkstone/offline.js`, which a service worker beside a site's configuration imports: it keeps the site
// and what was read of it, so that it can be read again without a network. It knows nothing of the rest of Inkstone.

/** As much as is needed of the types of service workers, which TypeScript cannot have beside those of documents. */
interface WorkerEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetchEvent extends WorkerEvent {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
interface WorkerScope extends EventTarget {
	readonly registration: { readonly scope: string };
	readonly clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
}

/** Changes when what is kept can no longer be used. */
const version = 1;

/** How many answers are kept of each kind, the newest. */
const most = { shell: 200, articles: 400, index: 400 };

/** The largest answer that is kept, in bytes. */
const largest = 8 * 1024 * 1024;

/** How long the network may take where there is a kept answer, in milliseconds. */
const patience = 4000;

/**
 * What an answer belongs to: what the site is made of, which has to be current; articles and images, which are shown
 * at once and are current the next time; and files of the index that never change.
 */
type Kind = keyof typeof most;

const worker = globalThis as unknown as WorkerScope;
const family = `inkstone:${new URL(worker.registration.scope).pathname}:`;
const cacheOf = (kind: Kind) => caches.open(`${family}${version}:${kind}`);

worker.addEventListener("install", (event) => {
	(event as WorkerEvent).waitUntil(worker.skipWaiting());
});

worker.addEventListener("activate", (event) => {
	(event as WorkerEvent).waitUntil(
		Promise.all([forgetOldVersions(), worker.clients.claim()]),
	);
});

worker.addEventListener("fetch", (event) => {
	const { request } = event as WorkerFetchEvent;
	if (isOurs(request)) {
		(event as WorkerFetchEvent).respondWith(
			answer(request, event as WorkerFetchEvent),
		);
	}
});

// A page tells what it was made of before there was a worker.
worker.addEventListener("message", (event) => {
	const { data } = event as MessageEvent<{ type?: string; urls?: unknown }>;
	if (data?.type === "inkstone-keep" && Array.isArray(data.urls)) {
		(event as unknown as WorkerEvent).waitUntil(
			Promise.all(data.urls.map((url) => keepLater(String(url)))),
		);
	}
});

function isOurs({ method, url, headers }: Request): boolean {
	return (
		method === "GET" &&
		// A part of an answer is not the answer.
		!headers.has("range") &&
		new URL(url).origin === location.origin
	);
}

function kindOf({
	url,
	destination,
}: Pick<Request, "url" | "destination">): Kind {
	const { pathname } = new URL(url);
	// They have their content's hash in their names.
	if (/-(?=[a-z]*\d)[a-z\d]{10,16}\.json$|\.pf_[a-z]+$/.test(pathname)) {
		return "index";
	}
	return /\.md$/i.test(pathname) ||
		destination === "image" ||
		/\.(avif|gif|jpe?g|png|svg|webp)$/i.test(pathname)
		? "articles"
		: "shell";
}

async function answer(request: Request, event: WorkerEvent): Promise<Response> {
	const kind = kindOf(request);
	const cache = await cacheOf(kind);
	const kept = await cache.match(request, { ignoreVary: true });
	const fetched = fetch(request).then(async (response) => {
		// Kept before it is answered with, or its body would be gone.
		event.waitUntil(keep(kind, request, response.clone()));
		return response;
	});
	// Whoever waits for it hears of its failure; nobody may.
	fetched.catch(() => undefined);
	if (kept && kind === "index") {
		return kept;
	}
	if (kept && kind === "articles") {
		event.waitUntil(fetched.catch(() => undefined));
		return kept;
	}
	try {
		const response = await (kept ? inTime(fetched) : fetched);
		// A server that has failed is as good as none.
		return kept && response.status >= 500 ? kept : response;
	} catch (error) {
		const other = kept ?? (await shellFor(request));
		if (other) {
			return other;
		}
		throw error;
	}
}

// Any page of the site can show any place of it.
async function shellFor({ mode }: Request): Promise<Response | undefined> {
	return mode === "navigate"
		? (await cacheOf("shell")).match(worker.registration.scope, {
				ignoreVary: true,
			})
		: undefined;
}

function inTime(response: Promise<Response>): Promise<Response> {
	return Promise.race([
		response,
		new Promise<never>((_, reject) =>
			setTimeout(() => reject(new Error("The network is slow.")), patience),
		),
	]);
}

async function keep(
	kind: Kind,
	request: Request | string,
	response: Response,
): Promise<void> {
	const isWhole =
		response.status === 200 &&
		response.type === "basic" &&
		!response.redirected;
	const isWanted =
		!/\bno-store\b/i.test(response.headers.get("cache-control") ?? "") &&
		Number(response.headers.get("content-length") ?? 0) <= largest;
	if (!isWhole || !isWanted) {
		await response.body?.cancel();
		return;
	}
	try {
		const cache = await cacheOf(kind);
		await cache.put(request, response);
		const keys = await cache.keys();
		for (const key of keys.slice(0, Math.max(keys.length - most[kind], 0))) {
			await cache.delete(key);
		}
	} catch {
		// There is no more room: what is kept stays.
	}
}

async function keepLater(url: string): Promise<void> {
	if (!URL.canParse(url) || new URL(url).origin !== location.origin) {
		return;
	}
	const kind = kindOf({ url, destination: "" });
	try {
		if (!(await (await cacheOf(kind)).match(url, { ignoreVary: true }))) {
			await keep(kind, url, await fetch(url));
		}
	} catch {
		// It is kept when it is fetched the next time.
	}
}

async function forgetOldVersions(): Promise<void> {
	for (const name of await caches.keys()) {
		if (name.startsWith(family) && !name.startsWith(`${family}${version}:`)) {
			await caches.delete(name);
		}
	}
}
