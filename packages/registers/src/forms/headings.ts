import { choiceOf } from "../paper/columns.ts"
import type { FormColumn, FormHead } from "./form-code.ts"

/** What the lines above the columns and the columns may be called in each of our languages; a form writes those of its own. */
const words: ReadonlyArray<readonly [FormColumn | FormHead, ReadonlyArray<string>]> = [
  ["form", ["表单编号", "表單編號", "form"]],
  ["typed", ["录入人", "錄入人", "typed by"]],
  ["behalf", ["代谁录入", "代誰錄入", "on behalf of"]],
  ["signed", ["签名人", "簽名人", "signed by"]],
  ["second", ["第二签名人", "第二簽名人", "second signature"]],
  ["voter", ["投票人编号", "投票人編號", "voter"]],
  ["name", ["姓名", "name"]],
  ["present", ["到会", "到會", "present"]],
  ["choice", ["表决", "表決", "choice"]],
  ["remark", ["备注", "備註", "備注", "remark"]],
  ["count", ["数量", "數量", "count"]],
  ["set", ["适用规则", "適用規則", "rules"]],
  ["urgent", ["紧急理由", "緊急理由", "urgent because"]],
  ["channel", ["渠道", "channel"]],
  ["place", ["地点", "地點", "place"]],
  ["day", ["日期", "day"]],
  ["objection", ["异议编号", "異議編號", "objection"]],
  ["comment", ["意见编号", "意見編號", "comment"]],
  ["clause", ["条款", "條款", "clause"]],
  ["words", ["内容", "內容", "words"]],
  ["receipt", ["回执编号", "回執編號", "receipt"]],
  ["office", ["备案机关", "備案機關", "office"]],
]

const byHeading: ReadonlyMap<string, FormColumn | FormHead> = new Map(
  words.flatMap(([column, headings]) => headings.map((heading) => [heading, column] as const)),
)

/** What a heading names; nothing for any other one. */
export const headingOf = (heading: string): FormColumn | FormHead | undefined =>
  byHeading.get(heading.trim().toLowerCase())

const isThere: ReadonlyMap<string, boolean> = new Map([
  ...["到会", "到會", "present"].map((word) => [word, true] as const),
  ...["未到", "absent"].map((word) => [word, false] as const),
])

/** Whether a word says that somebody is present. No sign such as √ is guessed at. */
export const presenceOf = (word: string): boolean | undefined => isThere.get(word.trim().toLowerCase())

/** What a line of a tally sheet counts: a choice, or the papers that came back. */
export type Counted = "for" | "against" | "abstain" | "void" | "returned"

/** All of them, in the order of the sheet. */
export const countedLines: ReadonlyArray<Counted> = ["for", "against", "abstain", "void", "returned"]

/** What the first cell of a line of a tally sheet stands for. */
export const countedOf = (word: string): Counted | undefined =>
  choiceOf(word) ?? (["收回", "returned"].includes(word.trim().toLowerCase()) ? "returned" : undefined)
