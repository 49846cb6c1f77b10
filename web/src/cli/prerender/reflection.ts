// Properties that stand for attributes (`image.loading`), by HTML's standard, for the elements of linkedom: it lacks
// most of them, silently, and reads and writes some otherwise.

type Kind = "text" | "boolean" | "number";

const media = {
	text: ["preload", "src"],
	boolean: ["autoplay", "controls", "loop", "muted"],
};

/** The properties by the elements that have them; `*` is every one. */
const reflected: Record<string, Partial<Record<Kind, string[]>>> = {
	"*": {
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
	audio: media,
	a: {
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
	button: { text: ["name", "type", "value"], boolean: ["disabled"] },
	details: { text: ["name"], boolean: ["open"] },
	dialog: { boolean: ["open"] },
	form: {
		text: ["action", "autocomplete", "method", "name", "rel", "target"],
		boolean: ["noValidate"],
	},
	img: {
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
	input: {
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
	label: { text: ["htmlFor"] },
	link: {
		text: ["as", "crossOrigin", "href", "hreflang", "media", "rel", "type"],
	},
	meta: { text: ["content", "httpEquiv", "media", "name"] },
	ol: {
		text: ["type"],
		boolean: ["reversed"],
		number: ["start"],
	},
	progress: { number: ["max", "value"] },
	script: {
		text: ["src", "type"],
		boolean: ["async", "defer", "noModule"],
	},
	slot: { text: ["name"] },
	time: { text: ["dateTime"] },
	video: {
		...media,
		text: [...media.text, "poster"],
		number: ["height", "width"],
	},
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

// Nothing has a class for it.
const unknown = "x-unknown";

/**
 * Gives elements their properties. Elements for which linkedom has no class of their own share those of all.
 * @param document whose elements they are, as those of all other documents
 */
export function reflectAttributes(document: Document): void {
	const any = prototypeOf(document.createElement(unknown));
	reflect(any, "role", "role", "text");
	for (const name of aria) {
		reflect(any, `aria${name}`, `aria-${name.toLowerCase()}`, "text");
	}
	for (const [name, kinds] of Object.entries(reflected)) {
		const prototype = prototypeOf(
			document.createElement(name === "*" ? unknown : name),
		);
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

function prototypeOf(element: Element): Element {
	return Object.getPrototypeOf(element);
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
