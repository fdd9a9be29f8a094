import type { CivilDay } from "./civil-day.ts"

/** How one language writes what every language has. Pure: no `Intl`, so that the same data gives the same text everywhere. */
export interface Style {
  readonly day: (day: CivilDay) => string
  /** A day and a time of day, such as `09:30`. */
  readonly moment: (day: string, time: string) => string
  readonly list: (items: ReadonlyArray<string>, join: "and" | "or") => string
  /** A place inside data, from the outside in: field names, and list items counted from 1. */
  readonly path: (steps: ReadonlyArray<string | bigint>) => string
  /** Whether the language has a form of its own for this count. */
  readonly plural: (count: bigint) => "one" | "other"
}

const allButLast = (items: ReadonlyArray<string>, comma: string, word: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(comma)}${word}${items.at(-1)}`

const pathOf = (steps: ReadonlyArray<string | bigint>, item: (position: bigint) => string): string =>
  steps.map((step) => (typeof step === "bigint" ? item(step) : step)).join(" › ")

/** `2026年11月23日` · `2026年11月23日09:30` · `甲、乙、丙` or `甲、乙或丙` · `terms › 第1项`; no plural. In simplified characters. */
export const chineseStyle: Style = {
  day: ({ year, month, day }) => `${year}年${month}月${day}日`,
  moment: (day, time) => `${day}${time}`,
  list: (items, join) => allButLast(items, "、", join === "or" ? "或" : "、"),
  path: (steps) => pathOf(steps, (position) => `第${position}项`),
  plural: () => "other",
}

/** The same in traditional characters, which writes `第1項`. */
export const traditionalChineseStyle: Style = {
  ...chineseStyle,
  path: (steps) => pathOf(steps, (position) => `第${position}項`),
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

/** `23 November 2026` · `23 November 2026, 09:30` · `a, b and c` or `a, b or c` · `terms › item 1`; `one` for 1 alone. */
export const englishStyle: Style = {
  day: ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
  moment: (day, time) => `${day}, ${time}`,
  list: (items, join) => allButLast(items, ", ", ` ${join} `),
  path: (steps) => pathOf(steps, (position) => `item ${position}`),
  plural: (count) => (count === 1n ? "one" : "other"),
}
