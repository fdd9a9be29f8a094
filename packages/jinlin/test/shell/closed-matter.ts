import { digestOfSections } from "@jinlin/core/kernel"
import type { Store, TextStore } from "@jinlin/sdk"
import type { JinlinConfig } from "../../src/shell/create.ts"
import { commitmentsOf } from "../../src/texts/commitments.ts"
import {
  anyDigest,
  compoundOn,
  decideOn,
  objectingOn,
  type PublicScene,
  putForward,
  putUp,
  residents,
} from "./public-matters.ts"

const salt = (digit: string): string => digit.repeat(32)

/** What both bodies decided; who asked for it is blacked out in the end. */
export const decision = {
  id: "gate-text",
  sections: [
    { name: "what", text: "北门改为自动门，夜间十一时后刷卡进出。\n费用由小区公共收益支付。", salt: salt("1") },
    { name: "who", text: "提议人：陈大文", salt: salt("2") },
  ],
} as const

/** What came of it. */
const report = {
  id: "gate-report",
  sections: [{ name: "report", text: "自动门已于一月十九日装好，共用去一万二千元。", salt: salt("3") }],
} as const

/** An objection and its answer. */
const objection = {
  id: "gate-objection",
  sections: [{ name: "objection", text: "刷卡对老人不便。", salt: salt("4") }],
} as const
export const answer = {
  id: "gate-answer",
  sections: [{ name: "answer", text: "值班室全夜有人开门。", salt: salt("5") }],
} as const

/** The ids of all of them. */
export const documents = [decision, report, objection, answer].map(({ id }) => id)

type Words = typeof decision | typeof report | typeof objection | typeof answer

const committed = ({ id, sections }: Words) => {
  const known = commitmentsOf({ id, sections })
  if (!known.ok) throw new Error(`${id} has no commitments`)
  return known.value.sections
}

/** The digest of a document. */
export const digestOf = (words: Words) => digestOfSections(committed(words))

const shown = (words: Words, blackedOut: ReadonlyArray<string> = []) => {
  const [one, ...others] = committed(words).map((section) => ({
    ...section,
    shown: !blackedOut.includes(section.name),
  }))
  if (one === undefined) throw new Error("a document of nothing")
  return [one, ...others] as const
}

const publish = async (
  scene: PublicScene,
  disclosure: string,
  given: {
    readonly words: Words
    readonly what: "decision" | "result"
    readonly blackedOut?: ReadonlyArray<string>
    readonly corrects?: string
    readonly on: "2026-01-09" | "2026-01-12" | "2026-01-20"
  },
): Promise<void> => {
  const { blackedOut, corrects = null, on, what, words } = given
  const [one, ...others] = shown(words, blackedOut)
  const document = digestOf(words)
  await scene.tell(`disclosure/${disclosure}`, "discloser", {
    _tag: "PrepareDisclosure",
    ...{ matter: "c-1", what, sections: [one, ...others], corrects, audience: "residents" },
  })
  await scene.tell(`disclosure/${disclosure}`, "checker", { _tag: "ConfirmCheck", document, preparation: 1 })
  await putUp(scene, disclosure, on)
}

/** Keeps every document of the matter in a text store. */
export const keepWords = async (texts: TextStore): Promise<void> => {
  for (const words of [decision, report, objection, answer]) {
    const kept = await texts.put("town", words, 0)
    if (!kept.ok) throw new Error(kept.failure._tag)
  }
}

/**
 * A matter that both bodies decided, with both disclosures, an objection that was answered late, a correction, and both appraisals:
 * closed on 2026-02-08.
 */
export const closedOn = async (store: Store, given: Partial<JinlinConfig> = {}): Promise<PublicScene> => {
  const scene = await compoundOn(store, given)
  const { tell, until } = scene
  const text = digestOf(decision)
  const matter = "co-governance/c-1"
  await tell(matter, "mover", { _tag: "OpenCoGovernance", title: "北门改造", combine: "both", touched: [] })
  for (const [id, body, which] of [
    ["m-1", residents, "self-governance"],
    ["m-2", "joint-conference", "joint"],
  ] as const) {
    await putForward(scene, id, { body, text, sitsOn: "2026-01-09" })
    await tell(matter, "mover", { _tag: "AttachDeliberation", which, matter: id })
  }
  await until("2026-01-09")
  await decideOn(scene, "m-2", { body: "joint-conference" })
  await decideOn(scene, "m-1", { body: residents })
  await until("2026-01-09", 12)
  await publish(scene, "d-1", { words: decision, what: "decision", on: "2026-01-09" })
  await until("2026-01-12")
  await tell("disclosure/d-1", "resident", objectingOn("2026-01-12", "o-1", digestOf(objection)))
  await publish(scene, "d-2", {
    ...{ words: decision, what: "decision", blackedOut: ["who"], corrects: "d-1", on: "2026-01-12" },
  })
  await until("2026-01-12", 13)
  await tell(matter, "mover", { _tag: "BeginImplementation" })
  await until("2026-01-20")
  await tell(matter, "mover", { _tag: "ReportResult", report: digestOf(report), implementedOn: "2026-01-19" })
  await publish(scene, "d-3", { words: report, what: "result", on: "2026-01-20" })
  await until("2026-01-20", 13)
  await tell(matter, "appraiser", {
    _tag: "RecordAppraisal",
    ...({ which: "internal-bodies", appraisal: "a-1", result: anyDigest("c"), by: "compound-party-branch" } as const),
    ...({ appraised: ["owners-committee"], appraisers: ["p-appraiser"] } as const),
  })
  await tell(matter, "appraiser", { _tag: "SkipAppraisal", which: "co-building-units", reason: "没有共建单位参与" })
  await until("2026-02-02")
  await tell("disclosure/d-2", "discloser", { _tag: "AnswerObjection", objection: "o-1", answer: digestOf(answer) })
  // The disclosure of the result is completed by itself when the sheets of its last day have had their time.
  await until("2026-02-08")
  await tell(matter, "mover", { _tag: "CloseCoGovernance" })
  return scene
}
