import { type DefaultTreeAdapterMap, parse } from "parse5"

type Node = DefaultTreeAdapterMap["node"]
type Element = DefaultTreeAdapterMap["element"]

const below = (node: Node): ReadonlyArray<Node> =>
  "childNodes" in node ? node.childNodes.flatMap((one) => [one, ...below(one)]) : []

/** A page as a parser that is not ours reads it: its errors, its elements, and its text. */
export interface ReadPage {
  readonly errors: ReadonlyArray<string>
  readonly elements: ReadonlyArray<Element>
  /** Names and attributes of all elements in order: what no data may change. */
  readonly skeleton: string
  readonly texts: ReadonlyArray<string>
}

/** Reads a page with parse5. */
export const readPage = (html: string): ReadPage => {
  const errors: Array<string> = []
  const nodes = below(parse(html, { onParseError: ({ code }) => void errors.push(code) }))
  const elements = nodes.filter((node): node is Element => "tagName" in node)
  return {
    errors,
    elements,
    skeleton: elements
      .map(({ attrs, tagName }) => `${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(" ")}`)
      .join("\n"),
    texts: elements.flatMap(({ childNodes, tagName }) =>
      tagName === "style" ? [] : childNodes.flatMap((node) => ("value" in node ? [node.value] : [])),
    ),
  }
}
