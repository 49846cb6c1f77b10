// Sound and films, which authors write in HTML.

/**
 * Gives them controls, without which nothing could start them here, and lets them load no more than it takes to show how
 * long they are.
 * @param body is changed
 */
export function fitMedia(body: Element): void {
	for (const media of body.querySelectorAll<HTMLMediaElement>("audio, video")) {
		// Controls are dear, and of no use to what has nothing to play.
		media.controls ||= media.matches("[src], :has(source)");
		media.preload = "metadata";
	}
}
