// Sound and films, which authors write in HTML.

/**
 * Gives them controls, without which nothing could start them here, and lets them load no more than it takes to show how
 * long they are.
 * @param body is changed
 */
export function fitMedia(body: Element): void {
	for (const media of body.querySelectorAll<HTMLMediaElement>("audio, video")) {
		media.controls = true;
		media.preload = "metadata";
	}
}
