/** The columns of a paper register. */
export const columns = ["voter", "name", "choice", "remark"] as const
export type Column = (typeof columns)[number]

/** What a first line may call each column; the form writes the words of its language. */
const headings: ReadonlyMap<string, Column> = new Map([
  ...columns.map((column) => [column, column] as const),
  ...["投票人编号", "投票人編號"].map((heading) => [heading, "voter"] as const),
  ["姓名", "name"],
  ["表决", "choice"],
  ["表決", "choice"],
  ["备注", "remark"],
  ["備註", "remark"],
  ["備注", "remark"],
])

/** The column that a heading names; nothing for any other heading. */
export const columnOf = (heading: string): Column | undefined => headings.get(heading.trim().toLowerCase())

/** What a ballot paper can say. */
export type PaperChoice = "for" | "against" | "abstain" | "void"

const words: ReadonlyMap<string, PaperChoice> = new Map([
  ...(["for", "against", "abstain", "void"] as const).map((word) => [word, word] as const),
  ["abstaining", "abstain"],
  ["赞成", "for"],
  ["贊成", "for"],
  ["反对", "against"],
  ["反對", "against"],
  ["弃权", "abstain"],
  ["棄權", "abstain"],
  ["无效", "void"],
  ["無效", "void"],
])

/** The choice that a word stands for. No sign such as √ is guessed at. */
export const choiceOf = (word: string): PaperChoice | undefined => words.get(word.trim().toLowerCase())

/** The words that are understood, for a refusal. */
export const choiceWords: ReadonlyArray<string> = ["赞成", "反对", "弃权", "无效", "for", "against", "abstain", "void"]
