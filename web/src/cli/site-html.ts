// The page that a blog needs: what `inkstone new` writes, and what `inkstone build` takes where there is none.

import { escapeHtml } from "./html.js";

/**
 * Makes the page.
 * @param title for the time in which nothing else is known
 * @param lang the site's language, a BCP 47 tag
 */
export function siteHtml(title: string, lang: string): string {
	return `<!doctype html>
<html lang="${escapeHtml(lang)}">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<meta http-equiv="Content-Security-Policy"
			content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; require-trusted-types-for 'script'">
		<title>${escapeHtml(title)}</title>
		<link rel="stylesheet" href="inkstone/themes/default.css">
		<script src="inkstone/scheme.js"></script>
		<script type="module" src="inkstone/define.js"></script>
	</head>
	<body>
		<inkstone-site config="site.yaml">
			<noscript>
				<p>This blog is put together by your browser, which needs JavaScript for it.</p>
			</noscript>
		</inkstone-site>
	</body>
</html>
`;
}
