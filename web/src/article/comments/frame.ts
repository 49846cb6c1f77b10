// A thread that a third party shows in a frame: no script of theirs runs in the page, they only send messages.

import type { CommentsThread } from "./providers.js";
import type { Scheme } from "./scheme.js";

/** How long a frame that has loaded may say nothing before it counts as failed, in milliseconds. */
const patience = 20_000;
// About what a thread without comments takes, until the frame says more.
const firstHeight = 320;
const tallest = 1_000_000;

/** What differs between frames. */
export interface FrameKind {
	src: string;
	/** The features that the frame may use, as in the attribute `allow`. */
	allow?: string;
	/**
	 * Hears what the frame says.
	 * @returns the height that it asks for in pixels, or nothing
	 */
	hear(data: unknown, frame: HTMLIFrameElement): unknown;
	/** The message that gives the frame the page's colours. */
	paint(scheme: Scheme): unknown;
}

/**
 * Shows a thread in a frame.
 * @param place where
 * @param thread whose title the frame gets, and whose colours it follows
 * @param kind see {@link FrameKind}
 * @returns when the frame has said something
 * @throws Error when it says nothing although it has loaded
 */
export function mountFrame(
	place: HTMLElement,
	thread: CommentsThread,
	kind: FrameKind,
): Promise<void> {
	const { signal } = thread;
	const { origin } = new URL(kind.src);
	const frame = frameOf(thread, kind);
	let painted = thread.scheme;
	let speaks = false;
	let silence: ReturnType<typeof setTimeout> | undefined;

	const paint = () => {
		if (speaks && thread.scheme !== painted) {
			painted = thread.scheme;
			frame.contentWindow?.postMessage(kind.paint(painted), origin);
		}
	};
	thread.onScheme(paint);
	signal.addEventListener("abort", () => clearTimeout(silence));

	return new Promise((resolve, reject) => {
		window.addEventListener(
			"message",
			({ origin: from, source, data }) => {
				if (from !== origin || source !== frame.contentWindow) {
					return;
				}
				speaks = true;
				clearTimeout(silence);
				const height = kind.hear(data, frame);
				if (typeof height === "number" && height > 0 && height < tallest) {
					frame.height = String(Math.ceil(height));
				}
				paint();
				resolve();
			},
			{ signal },
		);
		frame.addEventListener("load", () => {
			if (!speaks && !signal.aborted) {
				clearTimeout(silence);
				silence = setTimeout(
					() => reject(new Error(`Nothing was heard from ${origin}.`)),
					patience,
				);
			}
		});
		place.append(frame);
	});
}

function frameOf(
	{ context }: CommentsThread,
	{ src, allow }: FrameKind,
): HTMLIFrameElement {
	const frame = document.createElement("iframe");
	frame.title = context.words.comments;
	// Nothing is mounted before it is near, if the browser can tell; else it may wait by itself.
	frame.loading = "IntersectionObserver" in globalThis ? "eager" : "lazy";
	frame.width = "100%";
	frame.height = String(firstHeight);
	frame.setAttribute("frameborder", "0");
	frame.setAttribute("scrolling", "no");
	// To write, and to sign in, which leaves the page, but only by the reader's own click.
	frame.setAttribute(
		"sandbox",
		"allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
	);
	if (allow) {
		frame.allow = allow;
	}
	frame.src = src;
	return frame;
}
