// @ts-check
// Plain CommonMark, as the tests that compare with it need it: one list for all of them.

/** Everything that is not plain CommonMark, switched off. The allow-list of URL schemes cannot be. */
export const plain = {
	frontMatter: false,
	html: /** @type {const} */ ("trusted"),
	gfm: false,
	headingIds: false,
	math: false,
	cjkFriendly: false,
	repairEmphasis: false,
	joinCjkLines: false,
	boldHeadings: /** @type {const} */ ("off"),
	lazyImages: false,
	codeInfo: false,
	footnotes: false,
	alerts: false,
	definitionLists: false,
	headingAttributes: false,
	more: false,
	mark: false,
	bareLinks: false,
};
