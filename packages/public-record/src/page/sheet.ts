/** A line that says that something holds or does not; null: it is a remark. */
export interface Line {
  readonly text: string
  readonly holds: boolean | null
}

/** A table: every row as long as its head. */
export interface Table {
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** A passage of a text; null: it is blacked out. */
export interface Passage {
  readonly name: string
  readonly text: string | null
}

/** A part of a page, with parts of its own. */
export interface SheetPart {
  readonly heading: string
  readonly facts?: ReadonlyArray<readonly [label: string, value: string]>
  readonly lines?: ReadonlyArray<Line>
  readonly tables?: ReadonlyArray<Table>
  readonly passages?: ReadonlyArray<Passage>
  readonly parts?: ReadonlyArray<SheetPart>
}

/** A remark. */
export const remark = (text: string): Line => ({ text, holds: null })
