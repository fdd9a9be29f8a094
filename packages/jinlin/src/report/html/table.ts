import { type Markup, markup, type Part } from "./markup.ts"

/** A column: its heading, and whether numbers stand in it. */
export interface Column {
  readonly name: string
  readonly isNumber?: boolean
}

const look = ({ isNumber }: Column): Part => (isNumber === true ? markup` class="number"` : null)

/**
 * A table whose first cell of each row names the row. On a narrow screen every row becomes a block with the headings beside
 * its cells; the roles are written out, because some browsers forget what a table is when it is laid out otherwise.
 */
export const stackingTable = (columns: ReadonlyArray<Column>, rows: ReadonlyArray<ReadonlyArray<Part>>): Markup => {
  const head = columns.map((column) => markup`<th scope="col" role="columnheader"${look(column)}>${column.name}</th>`)
  const cell = (content: Part, index: number): Markup => {
    const column = columns[index] ?? { name: "" }
    return index === 0
      ? markup`<th scope="row" role="rowheader" data-label="${column.name}"${look(column)}>${content}</th>`
      : markup`<td role="cell" data-label="${column.name}"${look(column)}><div>${content}</div></td>`
  }
  return markup`
<table role="table" class="stack"><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => markup`
<tr role="row">${cells.map(cell)}</tr>`,
  )}</tbody></table>`
}
