// What stands beside the article: its widgets.

import type { WidgetContext, WidgetPart } from "../context.js";
import { widgetNamed, widgetNames } from "../widgets/named.js";
import { guarded } from "./guard.js";

/**
 * The widgets in the order that the article or the page wants them, each once. All of them come at the same time,
 * so that none pushes another away.
 */
export const asidePart: WidgetPart = (context) => {
	const { values } = context;
	if (values.sidebar === "none") {
		return undefined;
	}
	const widgets = [...new Set<string>(values.widgets)].map((name) =>
		widget(name, context),
	);
	return widgets.some((made) => made instanceof Promise)
		? Promise.all(widgets).then((made) =>
				context.signal.aborted ? undefined : asideOf(made, context),
			)
		: asideOf(widgets as (Element | undefined)[], context);
};

function widget(name: string, context: WidgetContext): ReturnType<WidgetPart> {
	const part = widgetNamed(name);
	if (!part) {
		context.report(
			"page-setting",
			"widgets",
			`There is no widget “${name}”. There are: ${widgetNames().join(", ")}.`,
		);
		return undefined;
	}
	return guarded(context, name, part);
}

function asideOf(
	widgets: (Element | undefined)[],
	{ words }: WidgetContext,
): Element | undefined {
	const present = widgets.filter((widget) => widget instanceof Element);
	if (present.length === 0) {
		return undefined;
	}
	const part = document.createElement("aside");
	part.className = "ink-aside";
	part.setAttribute("aria-label", words.aside);
	part.append(...present);
	return part;
}
