// `inkstone/scheme.js`: a classic script for a page's head, so that a reader who chose light or dark never sees
// the other flash by. Pages without <inkstone-scheme> do not need it.

import { keptScheme, showScheme } from "./article/scheme-choice.js";

showScheme(keptScheme());
