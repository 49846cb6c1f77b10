// Writes elements as HTML, by parse5: what a browser reads of it is the same again, whatever is in texts and attributes.

import {
	html,
	type TreeAdapter,
	type TreeAdapterTypeMap,
	serialize as write,
} from "parse5";

type DomTree = TreeAdapterTypeMap<
	Node,
	ParentNode & Node,
	ChildNode,
	Document,
	DocumentFragment,
	Element,
	Comment,
	Text,
	HTMLTemplateElement,
	DocumentType
>;

const types = { element: 1, text: 3, comment: 8, doctype: 10 };

// The part of an adapter that writing asks for.
const adapter = {
	getChildNodes: (node: Node) => [...node.childNodes],
	getTagName: ({ localName }: Element) => localName,
	getNamespaceURI: () => html.NS.HTML,
	getAttrList: ({ attributes }: Element) =>
		[...attributes].reverse().map(({ name, value }) => ({ name, value })),
	getTextNodeContent: ({ data }: Text) => data,
	getCommentNodeContent: ({ data }: Comment) => data,
	getDocumentTypeNodeName: ({ name }: DocumentType) => name,
	getParentNode: ({ parentNode }: Node) => parentNode,
	getTemplateContent: ({ content }: HTMLTemplateElement) => content,
	isElementNode: ({ nodeType }: Node) => nodeType === types.element,
	isTextNode: ({ nodeType }: Node) => nodeType === types.text,
	isCommentNode: ({ nodeType }: Node) => nodeType === types.comment,
	isDocumentTypeNode: ({ nodeType }: Node) => nodeType === types.doctype,
} as unknown as TreeAdapter<DomTree>;

/**
 * Writes what is in a node.
 * @param node a document, or any other
 * @returns its children as HTML
 */
export function serialize(node: ParentNode & Node): string {
	return write<DomTree>(node, {
		treeAdapter: adapter,
		scriptingEnabled: false,
	});
}
