import type { Sheet, SheetDay, SheetPart, SheetTable } from "../sheet/sheet.ts"
import { escaped } from "./escape.ts"
import { style } from "./style.ts"

/** Nothing is loaded and nothing runs; the one style that stands in the page is let. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const headCell = (text: string, isWide: boolean): string =>
  `<th scope="col" role="columnheader"${isWide ? ' class="wide"' : ""}>${escaped(text)}</th>`

/** Each cell bears the heading of its column, for a narrow screen, where a row stands as a block. */
const cell = (text: string, heading = ""): string =>
  `<td role="cell" data-label="${escaped(heading)}">${escaped(text)}</td>`

const classesOf = ({ isForm, room }: SheetTable): string => {
  const classes = [...(isForm === true ? ["room"] : []), ...(room === undefined ? [] : [room])]
  return classes.length === 0 ? "" : ` class="${classes.join(" ")}"`
}

/** Roles are written out, because some browsers forget what a table is when it is laid out otherwise. */
const tableOf = ({ table }: SheetPart): string => {
  if (table === null) return ""
  const { head, rows } = table
  const heads = head.map((text, column) => headCell(text, column === table.wide))
  const body = rows
    .map((row) => `<tr role="row">${row.map((text, column) => cell(text, head[column])).join("")}</tr>`)
    .join("\n")
  return `<table role="table"${classesOf(table)}>\n<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>\n<tbody role="rowgroup">\n${body}\n</tbody>\n</table>\n`
}

const dayOf = ({ isCounted, over, under }: SheetDay): string =>
  `<li${isCounted ? ' class="counted"' : ""}><b>${escaped(over)}</b> <span>${escaped(under)}</span></li>`

/** Days in a row; more than fit on a line go on in the next one. */
const daysOf = ({ days }: SheetPart): string =>
  days === undefined ? "" : `<ol class="days">\n${days.map(dayOf).join("\n")}\n</ol>\n`

const classOf = (holds: boolean | null): string => (holds === null ? "" : ` class="${holds ? "met" : "not-met"}"`)

const partOf = (part: SheetPart): string => {
  const facts = part.facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join("\n")
  const lines = part.lines.map(({ holds, text }) => `<li${classOf(holds)}>${escaped(text)}</li>`).join("\n")
  return [
    `<section>\n<h2>${escaped(part.heading)}</h2>\n`,
    facts === "" ? "" : `<dl>\n${facts}\n</dl>\n`,
    daysOf(part),
    lines === "" ? "" : `<ul>\n${lines}\n</ul>\n`,
    `${tableOf(part)}</section>\n`,
  ].join("")
}

const signsOf = ({ signatures: { date, heading, posts, signature } }: Sheet): string => {
  if (posts.length === 0) return ""
  const signs = posts.map(
    (post) =>
      `<div class="sign">${escaped(post)}<br>${escaped(signature)} <span class="line long"></span> ${escaped(date)} <span class="line short"></span></div>`,
  )
  return `<section>\n<h2>${escaped(heading)}</h2>\n<div class="signs">\n${signs.join("\n")}\n</div>\n</section>\n`
}

/** A whole document around what stands in its body, which is escaped already. Rule REGISTER-4. */
export const documentOf = (
  { language, subtitle, title }: Pick<Sheet, "language" | "title" | "subtitle">,
  body: string,
): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} · ${subtitle}`)}</title>
<style>${style}</style>
</head>
<body>
${body}</body>
</html>
`

/** A sheet as one page of HTML that needs no other file. Rule REGISTER-4. */
export const pageOf = (sheet: Sheet): string =>
  documentOf(
    sheet,
    `<h1>${escaped(sheet.title)}</h1>
<p class="under">${escaped(sheet.subtitle)}</p>
${sheet.parts.map(partOf).join("")}${signsOf(sheet)}`,
  )
