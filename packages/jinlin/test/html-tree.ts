import { type DefaultTreeAdapterTypes, parse } from "parse5"

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => "tagName" in node

const childrenOf = (node: Node): ReadonlyArray<Node> => ("childNodes" in node ? node.childNodes : [])

/** A page as a browser would read it, with whatever a browser would complain of. */
export const readPage = (html: string) => {
  const errors: Array<string> = []
  const page = parse(html, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) })
  return { page, errors }
}

/** Every element of a page, in its order. */
export const elementsOf = (node: Node): ReadonlyArray<Element> => [
  ...(isElement(node) ? [node] : []),
  ...childrenOf(node).flatMap(elementsOf),
]

/** Those with this name. */
export const named = (node: Node, name: string): ReadonlyArray<Element> =>
  elementsOf(node).filter(({ tagName }) => tagName === name)

/** An attribute; undefined where there is none. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

/** All text in a node, one thing behind the other. */
export const textOf = (node: Node): string => ("value" in node ? node.value : childrenOf(node).map(textOf).join(""))

/** Attributes that hold text for people: their values may differ where the structure is the same. */
const speaking: ReadonlySet<string> = new Set(["title", "aria-label", "data-label"])

/** What a page is made of without its texts: every element with its attributes, one a line. */
export const skeletonOf = (node: Node): string =>
  elementsOf(node)
    .map(({ attrs, tagName }) =>
      [tagName, ...attrs.map(({ name, value }) => (speaking.has(name) ? name : `${name}=${value}`))].join(" "),
    )
    .join("\n")
