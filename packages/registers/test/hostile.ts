import { existsSync, readFileSync } from "node:fs"
import type { RegisterReader, StepRegister } from "../src/index.ts"
import { chinese, lostByTwo } from "./sample-register.ts"

/** A register in which every text that comes from outside is this one. */
export const registerOf = (text: string): StepRegister => ({
  ...lostByTwo,
  title: text,
  roll: lostByTwo.roll?.slice(0, 3),
  sitting: { ...lostByTwo.sitting, text, urgent: text, because: text, opinion: text, packs: [text] },
  names: {
    ...{ present: ["r-1"], onBehalfOf: "p-1" },
    recusals: [{ voter: "r-2", reason: text }],
    proxies: [{ voter: "r-3", by: "r-1" }],
    setAside: [{ voter: "r-20", reason: "void" }],
    votes: { for: ["r-1"], against: ["r-3"], abstain: [], void: [{ voter: "r-20", reason: text }] },
  },
})

/** A reader to whom everything bears this name. */
export const readerOf = (text: string): RegisterReader => ({ ...chinese, names: () => text })

const naughty = new URL("../../../../shared/vectors/naughty-strings/blns.json", import.meta.url)

/** Whether the public list lies beside the repository. */
export const hasList: boolean = existsSync(naughty)

/** The public list. */
export const naughtyStrings = (): ReadonlyArray<string> => JSON.parse(readFileSync(naughty, "utf8"))

/** Some that are enough to see whether anything leaks where the list is not there. */
export const someHostile: ReadonlyArray<string> = [
  "<script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  '" onmouseover="alert(1)',
  "'><img src=x onerror=alert(1)>",
  "</title><svg/onload=alert(1)>",
  "<!--",
  "]]>",
  "&lt;b&gt;&amp;",
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "\u0000=1",
  "  =1+1",
  "＝1+1",
  "'=1+1",
  'a"b,c;d\r\ne',
  "a\u202eb\u2028c\ud800d\ufffee\uffff",
  "",
]
