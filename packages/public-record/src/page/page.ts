import type { PublicRecord } from "../model/record.ts"
import { escaped } from "./markup.ts"
import { recordParts } from "./record-parts.ts"
import { type RecordReader, type Say, sayFor } from "./say.ts"
import type { Line, Passage, SheetPart, Table } from "./sheet.ts"
import { style } from "./style.ts"

/** Nothing is loaded and nothing runs; the one style that stands in the page is let. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Digests are long and have no spaces: they are set smaller, and break anywhere. */
const digest = /((?:sha-256|sm3):[0-9a-f]{64})/g

const value = (text: string): string => escaped(text).replace(digest, '<span class="digest">$1</span>')

const tableOf = ({ head, rows }: Table): string => {
  const heads = head.map((text) => `<th scope="col" role="columnheader">${escaped(text)}</th>`).join("")
  const cells = (row: ReadonlyArray<string>) =>
    row
      .map(
        (text, column) =>
          `<td role="cell" data-label="${escaped(head[column] ?? "")}">${text === "" ? "" : `<span>${value(text)}</span>`}</td>`,
      )
      .join("")
  const body = rows.map((row) => `<tr role="row">${cells(row)}</tr>`).join("\n")
  return `<table role="table">\n<thead role="rowgroup"><tr role="row">${heads}</tr></thead>\n<tbody role="rowgroup">\n${body}\n</tbody>\n</table>\n`
}

const lineOf = ({ holds, text }: Line): string => {
  const look = holds === null ? "" : ` class="${holds ? "met" : "not-met"}"`
  return `<li${look}>${value(text)}</li>`
}

const passageOf = (say: Say, { name, text }: Passage): string => {
  const heading = `<h4>${escaped(say.text("record.value.name", { name }))}</h4>\n`
  if (text === null) return `${heading}<p class="out">${escaped(say.text("record.value.blacked-out"))}</p>\n`
  return `${heading}${text
    .split("\n")
    .map((line) => `<p>${escaped(line)}</p>\n`)
    .join("")}`
}

/** How deep a part lies, and what is linked to. */
interface Place {
  readonly depth: number
  readonly id: string
}

const partOf = (say: Say, part: SheetPart, { depth, id }: Place): string => {
  const { facts = [], heading, lines = [], parts = [], passages = [], tables = [] } = part
  const listed = facts.map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${value(text)}</dd>`).join("\n")
  return [
    `<section id="${id}">\n<h${depth}>${escaped(heading)}</h${depth}>\n`,
    listed === "" ? "" : `<dl>\n${listed}\n</dl>\n`,
    ...tables.map(tableOf),
    lines.length === 0 ? "" : `<ul>\n${lines.map(lineOf).join("\n")}\n</ul>\n`,
    passages.length === 0 ? "" : `<div class="text">\n${passages.map((one) => passageOf(say, one)).join("")}</div>\n`,
    ...parts.map((one, index) => partOf(say, one, { depth: depth + 1, id: `${id}-${index + 1}` })),
    "</section>\n",
  ].join("")
}

const contentsOf = (parts: ReadonlyArray<SheetPart>): string =>
  parts.map(({ heading }, index) => `<li><a href="#part-${index + 1}">${escaped(heading)}</a></li>`).join("\n")

/**
 * A record as one page that anybody can read: it needs no network, no script and no font of its own, for a screen, a telephone and
 * paper. Everything that comes from data is escaped, the digest of the record stands on it, and the same record gives the same
 * page. Rule RECORD-16.
 */
export const recordHtml = (record: PublicRecord, reader: RecordReader): string => {
  const say = sayFor(reader)
  const parts = recordParts(say, record)
  const { title } = record.parts.matter.content
  const heading = say.text("record.title")
  return `<!doctype html>
<html lang="${escaped(say.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title} · ${heading}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">${escaped(heading)}</p>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(say.text("record.lead"))}</p>
<nav aria-label="${escaped(say.text("record.contents"))}"><ol>
${contentsOf(parts)}
</ol></nav>
</header>
<main>
${parts.map((part, index) => partOf(say, part, { depth: 2, id: `part-${index + 1}` })).join("")}</main>
</body>
</html>
`
}
