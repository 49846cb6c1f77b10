// Properties that stand for attributes (`image.loading`), by HTML's standard, for the elements of linkedom: it lacks
// most of them, silently, and reads and writes some otherwise.

type Kind = "text" | "boolean" | "number";

/** The properties by their attributes, for elements of every kind and for those of some. */
const reflected: Record<string, Partial<Record<Kind, string[]>>> = {
	HTMLElement: {
		text: [
			"accessKey",
			"dir",
			"enterKeyHint",
			"inputMode",
			"lang",
			"nonce",
			"popover",
			"slot",
			"title",
		],
		boolean: ["hidden", "inert", "autofocus"],
		number: ["tabIndex"],
	},
	HTMLAnchorElement: {
		text: [
			"download",
			"href",
			"hreflang",
			"ping",
			"referrerPolicy",
			"rel",
			"target",
			"type",
		],
	},
	HTMLButtonElement: { text: ["name", "type", "value"], boolean: ["disabled"] },
	HTMLDetailsElement: { text: ["name"], boolean: ["open"] },
	HTMLDialogElement: { boolean: ["open"] },
	HTMLFormElement: {
		text: ["action", "autocomplete", "method", "name", "rel", "target"],
		boolean: ["noValidate"],
	},
	HTMLImageElement: {
		text: [
			"alt",
			"crossOrigin",
			"decoding",
			"fetchPriority",
			"loading",
			"referrerPolicy",
			"sizes",
			"src",
			"srcset",
		],
		number: ["height", "width"],
	},
	HTMLInputElement: {
		text: [
			"autocomplete",
			"max",
			"min",
			"name",
			"placeholder",
			"type",
			"value",
		],
		boolean: ["checked", "disabled", "readOnly", "required"],
		number: ["maxLength"],
	},
	HTMLLabelElement: { text: ["htmlFor"] },
	HTMLLinkElement: {
		text: ["as", "crossOrigin", "href", "hreflang", "media", "rel", "type"],
	},
	HTMLMediaElement: {
		text: ["preload", "src"],
		boolean: ["autoplay", "controls", "loop", "muted"],
	},
	HTMLMetaElement: { text: ["content", "httpEquiv", "media", "name"] },
	HTMLOListElement: {
		text: ["type"],
		boolean: ["reversed"],
		number: ["start"],
	},
	HTMLProgressElement: { number: ["max", "value"] },
	HTMLScriptElement: {
		text: ["src", "type"],
		boolean: ["async", "defer", "noModule"],
	},
	HTMLSlotElement: { text: ["name"] },
	HTMLTimeElement: { text: ["dateTime"] },
	HTMLVideoElement: { text: ["poster"], number: ["height", "width"] },
};

// Where an attribute is called otherwise than its property, apart from capitals.
const attributes: Record<string, string> = {
	htmlFor: "for",
	httpEquiv: "http-equiv",
};

const aria = [
	"Current",
	"Description",
	"Expanded",
	"HasPopup",
	"Hidden",
	"Label",
	"Live",
	"Pressed",
	"Selected",
];

/**
 * Gives classes of elements their properties.
 * @param window has the classes by their names; those that are not there share the class of all elements
 */
export function reflectAttributes(window: Record<string, unknown>): void {
	const everyElement = prototypeIn(window, "HTMLElement");
	const anyElement = prototypeIn(window, "Element");
	if (!everyElement || !anyElement) {
		throw new TypeError("There are no elements to make pages of.");
	}
	reflect(anyElement, "role", "role", "text");
	for (const name of aria) {
		reflect(anyElement, `aria${name}`, `aria-${name.toLowerCase()}`, "text");
	}
	for (const [className, kinds] of Object.entries(reflected)) {
		const prototype = prototypeIn(window, className) ?? everyElement;
		for (const [kind, properties] of Object.entries(kinds)) {
			for (const property of properties) {
				reflect(
					prototype,
					property,
					attributes[property] ?? property.toLowerCase(),
					kind as Kind,
				);
			}
		}
	}
}

function prototypeIn(
	window: Record<string, unknown>,
	name: string,
): Element | undefined {
	return (window[name] as { prototype: Element } | undefined)?.prototype;
}

function reflect(
	prototype: Element,
	property: string,
	attribute: string,
	kind: Kind,
): void {
	Object.defineProperty(prototype, property, {
		configurable: true,
		enumerable: true,
		get(this: Element) {
			const value = this.getAttribute(attribute);
			if (kind === "boolean") {
				return value !== null;
			}
			return kind === "number" ? Number(value ?? 0) : (value ?? "");
		},
		set(this: Element, value: unknown) {
			if (value === null || (kind === "boolean" && !value)) {
				this.removeAttribute(attribute);
			} else {
				this.setAttribute(attribute, value === true ? "" : String(value));
			}
		},
	});
}
