import type { Viz } from "@viz-js/viz"

/** A picture to draw: boxes with their names, and arrows that bear one line for each command. */
export interface Picture {
  readonly boxes: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly arrows: ReadonlyArray<{ readonly from: string; readonly to: string; readonly lines: ReadonlyArray<string> }>
}

const fontSize = 14
const pointsPerInch = 72

/**
 * The width of a text in points. Graphviz has no fonts here and knows nothing of Chinese, so we measure for it:
 * a full-width character is one em, any other a bit more than half of one.
 */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffee]/u.test(character) ? 1 : 0.56), 0) * fontSize

const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const box = ({ id, name }: Picture["boxes"][number]): string =>
  `${quoted(id)} [label=${quoted(name)}, width=${((widthOf(name) + 24) / pointsPerInch).toFixed(3)}]`

const cell = (line: string): string =>
  `<tr><td align="left" fixedsize="true" width="${Math.ceil(widthOf(line)) + 6}" height="20">${escaped(line)}</td></tr>`

const arrow = ({ from, to, lines }: Picture["arrows"][number]): string =>
  `${quoted(from)} -> ${quoted(to)} [label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">${lines.map(cell).join("")}</table>>]`

/** The picture in the language of Graphviz. The first box is where everything begins. */
export const dotOf = ({ boxes, arrows }: Picture): string =>
  [
    "digraph {",
    `graph [rankdir=TB, nodesep=0.35, ranksep=0.4, pad=0.1, bgcolor="transparent"]`,
    `node [shape=box, style=rounded, fixedsize=true, height=0.5, fontname="sans-serif", fontsize=${fontSize}, class=look]`,
    `edge [fontname="sans-serif", fontsize=${fontSize - 1}, arrowsize=0.7, class=move]`,
    `"·" [shape=circle, style=filled, label="", width=0.14, height=0.14, class=start]`,
    ...boxes.map(box),
    ...boxes.slice(0, 1).map(({ id }) => `"·" -> ${quoted(id)}`),
    ...arrows.map(arrow),
    "}",
  ].join("\n")

/** Colours are the page's own: in the dark and in the light the same lines are drawn in what can be read there. */
const withoutColours = (svg: string): string =>
  svg
    .replace(/ (?:fill|stroke|font-family|font-size|text-decoration)="[^"]*"/g, "")
    .replace(/<title>[^<]*<\/title>\n?/g, "")

/** Draws it. The picture is one `svg` element as wide as it was laid out, in CSS pixels. */
export const svgOf = (viz: Viz, picture: Picture): string => {
  const rendered = viz.render(dotOf(picture), { format: "svg", engine: "dot" })
  if (rendered.status === "failure") {
    throw new Error(`[jinlin] [docs] Graphviz: ${rendered.errors.map(({ message }) => message).join("; ")}`)
  }
  const svg = rendered.output.slice(rendered.output.indexOf("<svg")).replace(/<!--[\s\S]*?-->\n?/g, "")
  const size = /width="(\d+)pt" height="(\d+)pt"/.exec(svg)
  if (size === null) throw new Error("[jinlin] [docs] Graphviz gave no size. Look at scripts/draw.ts.")
  return withoutColours(svg).replace(size[0], `width="${size[1]}" height="${size[2]}" aria-hidden="true"`).trim()
}
