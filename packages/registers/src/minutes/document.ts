import { AlignmentType, Document, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx"
import type { Sheet, SheetPart, SheetTable } from "../sheet/sheet.ts"

/** Fonts that office programs in China have; elsewhere they take what stands next to them. */
const font = { ascii: "Times New Roman", eastAsia: "SimSun", hAnsi: "Times New Roman", cs: "Times New Roman" }

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })

const factOf = ([label, value]: readonly [string, string]): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: label, bold: true }), new TextRun({ text: `\u3000${value}` })] })

const rowOf = (cells: ReadonlyArray<string>, isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })] }),
    ),
  })

const tableOf = ({ head, rows }: SheetTable): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [rowOf(head, true), ...rows.map((cells) => rowOf(cells, false))],
  })

const headingOf = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_2, text })

const partOf = ({ facts, heading, lines, table }: SheetPart): ReadonlyArray<Paragraph | Table> => [
  headingOf(heading),
  ...facts.map(factOf),
  ...lines.map(({ text }) => paragraph(text)),
  ...(table === null ? [] : [tableOf(table)]),
]

const signsOf = ({ signatures: { date, heading, posts, signature } }: Sheet): ReadonlyArray<Paragraph> => [
  headingOf(heading),
  ...posts.map((post) => paragraph(`${post}\u3000${signature} ________________\u3000${date} ____________`)),
]

/** A sheet as a document of an office program. */
export const documentOf = (sheet: Sheet): Document =>
  new Document({
    title: sheet.title,
    creator: "jinlin",
    lastModifiedBy: "jinlin",
    styles: { default: { document: { run: { font, size: 21 } } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: sheet.title }),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(sheet.subtitle)] }),
          ...sheet.parts.flatMap(partOf),
          ...signsOf(sheet),
        ],
      },
    ],
  })
