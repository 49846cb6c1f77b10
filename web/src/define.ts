// The `inkstone/define` entry: registers the elements. What a page's <script type="module"> loads.

import { registerElements } from "./register.js";

export type * from "./element.js";
export type * from "./site.js";

registerElements();
