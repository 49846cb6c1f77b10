// The one Trusted Types policy of Inkstone, `inkstone`: pages that name the policies they allow need to allow no other,
// and none may be made twice.

/** What the policy makes of texts, or throws for those that it refuses. What it gives stands for a text. */
export interface Policy {
	/** For HTML that the page's author trusts. */
	createHTML(html: string): string;
	/** For the address of a script, which can only be one of Disqus, or the page's own host's. */
	createScriptURL(url: string): string;
}

const scriptAddress = /^https:\/\/[a-z\d-]+\.disqus\.com\/embed\.js$/i;

const rules: Policy = {
	createHTML: (html) => html,
	createScriptURL(url) {
		if (
			!scriptAddress.test(url) &&
			!(URL.canParse(url) && new URL(url).origin === location.origin)
		) {
			throw new TypeError(
				`${url} is neither a script of Disqus nor one of ${location.origin}.`,
			);
		}
		return url;
	},
};

let policy: Policy | undefined;

/**
 * Gives the policy; where there are no Trusted Types, one that gives the texts themselves.
 * @throws TypeError where the page's policy does not allow it
 */
export function inkstonePolicy(): Policy {
	policy ??=
		(
			globalThis as {
				trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
			}
		).trustedTypes?.createPolicy("inkstone", rules) ?? rules;
	return policy;
}
