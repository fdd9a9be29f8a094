import type { FormColumn } from "./form-code.ts"

/** What the first lines and the line of columns may call things, in each of our languages; the form writes those of its own. */
const words: ReadonlyArray<readonly [FormColumn | "form" | "typed", ReadonlyArray<string>]> = [
  ["form", ["表单编号", "表單編號", "form"]],
  ["typed", ["录入人", "錄入人", "typed by"]],
  ["voter", ["投票人编号", "投票人編號", "voter"]],
  ["name", ["姓名", "name"]],
  ["present", ["到会", "到會", "present"]],
  ["channel", ["渠道", "channel"]],
  ["place", ["地点", "地點", "place"]],
  ["day", ["日期", "day"]],
  ["objection", ["异议编号", "異議編號", "objection"]],
  ["comment", ["意见编号", "意見編號", "comment"]],
  ["clause", ["条款", "條款", "clause"]],
  ["words", ["内容", "內容", "words"]],
  ["receipt", ["回执编号", "回執編號", "receipt"]],
  ["office", ["备案机关", "備案機關", "office"]],
  ["signed", ["签名人", "簽名人", "signed by"]],
  ["second", ["第二签名人", "第二簽名人", "second signature"]],
]

const byHeading: ReadonlyMap<string, FormColumn | "form" | "typed"> = new Map(
  words.flatMap(([column, headings]) => headings.map((heading) => [heading, column] as const)),
)

/** What a heading names; nothing for any other one. */
export const headingOf = (heading: string): FormColumn | "form" | "typed" | undefined =>
  byHeading.get(heading.trim().toLowerCase())

const isThere: ReadonlyMap<string, boolean> = new Map([
  ...["到会", "到會", "present"].map((word) => [word, true] as const),
  ...["未到", "absent"].map((word) => [word, false] as const),
])

/** Whether a word says that somebody is present. No sign such as √ is guessed at. */
export const presenceOf = (word: string): boolean | undefined => isThere.get(word.toLowerCase())

/** The words that are understood, for a refusal. */
export const presenceWords: ReadonlyArray<string> = ["到会", "未到", "present", "absent"]
