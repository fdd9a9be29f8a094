import type { Viz } from "@viz-js/viz"
import { widthOf, wrapped } from "./measure.ts"

/** A picture to draw: boxes with their names and what may happen inside them, and arrows that bear one line for each command. */
export interface Picture {
  readonly boxes: ReadonlyArray<{ readonly id: string; readonly name: string; readonly stays: string }>
  readonly arrows: ReadonlyArray<{ readonly from: string; readonly to: string; readonly lines: ReadonlyArray<string> }>
}

/** Sizes in points, which become CSS pixels. Graphviz has no fonts here, so every line of text gets a cell of its own size. */
const [nameSize, lineSize, boxWidth] = [14, 12.5, 122]

const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

interface Cell {
  readonly text: string
  readonly size: number
  readonly align: "left" | "center"
}

const cell = ({ text, size, align }: Cell): string => {
  const width = Math.ceil(widthOf(text, size)) + 4
  const gap = align === "left" ? `<td fixedsize="true" width="5" height="1"></td>` : ""
  const font = `<font point-size="${size}">${size === nameSize ? `<b>${escaped(text)}</b>` : escaped(text)}</font>`
  return `<tr>${gap}<td align="${align}" fixedsize="true" width="${width}" height="${Math.ceil(size * 1.4)}">${font}</td></tr>`
}

const table = (cells: ReadonlyArray<Cell>): string =>
  `<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">${cells.map(cell).join("")}</table>>`

const box = ({ id, name, stays }: Picture["boxes"][number]): string => {
  const names = wrapped(name, boxWidth, nameSize).map((text) => ({ text, size: nameSize, align: "center" }) as const)
  const inside = wrapped(stays, boxWidth, lineSize).map((text) => ({ text, size: lineSize, align: "center" }) as const)
  return `${quoted(id)} [label=${table([...names, ...inside])}]`
}

const arrow = ({ from, to, lines }: Picture["arrows"][number]): string => {
  const cells = lines.map((text) => ({ text, size: lineSize, align: "left" }) as const)
  return `${quoted(from)} -> ${quoted(to)} [label=${table(cells)}]`
}

/** The picture in the language of Graphviz. The first box is where everything begins. */
const dotOf = ({ boxes, arrows }: Picture): string =>
  [
    "digraph {",
    `graph [rankdir=TB, nodesep=0.2, ranksep=0.35, pad=0.05, bgcolor="transparent"]`,
    `node [shape=box, style=rounded, margin="0.1,0.07", fontname="sans-serif", class=look]`,
    `edge [fontname="sans-serif", arrowsize=0.7, class=move]`,
    `"·" [shape=circle, style=filled, label="", fixedsize=true, width=0.14, height=0.14, class=start]`,
    ...boxes.map(box),
    ...boxes.slice(0, 1).map(({ id }) => `"·" -> ${quoted(id)}`),
    ...arrows.map(arrow),
    "}",
  ].join("\n")

/** Colours are the page's own: in the dark and in the light the same lines are drawn in what can be read there. */
const withoutColours = (svg: string): string =>
  svg.replace(/ (?:fill|stroke|font-family|text-decoration)="[^"]*"/g, "").replace(/<title>[^<]*<\/title>\n?/g, "")

/** Graphviz sets each line by its own guess of its width; we let the browser set it from the middle of its box. */
const centred = (svg: string): string =>
  svg.replace(/<g id="node\d+" class="node look">[\s\S]*?<\/g>/g, (box) => {
    const across = [...box.matchAll(/(-?[\d.]+),-?[\d.]+/g)].map(([, x]) => Number(x))
    const middle = (Math.min(...across) + Math.max(...across)) / 2
    return box.replace(/text-anchor="start" x="[^"]*"/g, `text-anchor="middle" x="${middle.toFixed(2)}"`)
  })

/** A picture this narrow stays legible; a wider one shrinks to this and is then moved sideways. */
const narrowest = 540

/** Draws it as one `svg` element that is no wider than it was laid out, in CSS pixels. */
export const svgOf = (viz: Viz, picture: Picture): string => {
  const rendered = viz.render(dotOf(picture), { format: "svg", engine: "dot" })
  if (rendered.status === "failure") {
    throw new Error(`[jinlin] [docs] Graphviz: ${rendered.errors.map(({ message }) => message).join("; ")}`)
  }
  const svg = rendered.output.slice(rendered.output.indexOf("<svg")).replace(/<!--[\s\S]*?-->\n?/g, "")
  const [size, width = "0"] = /width="(\d+)pt" height="\d+pt"/.exec(svg) ?? []
  if (size === undefined) throw new Error("[jinlin] [docs] Graphviz gave no size. Look at scripts/draw.ts.")
  const style = `max-width: ${width}px; min-width: ${Math.min(Number(width), narrowest)}px`
  return centred(withoutColours(svg).replace(size, `style="${style}" aria-hidden="true"`)).trim()
}
