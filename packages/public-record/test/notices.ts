import { type DisclosureEvent, disclosure, standingOf } from "@jinlin/core/disclosure"
import { digestOfSections, replay, type Section } from "@jinlin/core/kernel"
import { article34, article35, disclosureStep, objectingOn, postingOn } from "@jinlin/testkit/disclosure"
import type { History } from "../src/index.ts"
import { told } from "./told.ts"

type Digest = `${string}:${string}`
type Sections = readonly [Section, ...ReadonlyArray<Section>]

/** What is disclosed of the decision and of the result. */
export interface Noticed {
  readonly decision: Sections
  readonly result: Sections
  /** Sections of the decision that are blacked out from the first, and one that a correction blacks out. */
  readonly hidden: ReadonlyArray<string>
  readonly slipped: string
  readonly objection: Digest
  readonly answer: Digest
}

const shown = ([first, ...others]: Sections, hidden: ReadonlyArray<string>) => {
  const one = (section: Section) => ({ ...section, shown: !hidden.includes(section.name) })
  return [one(first), ...others.map(one)] as const
}

const prepare = { _tag: "PrepareDisclosure", matter: "matter-1", audience: "residents" } as const

/** A decision told on 17 April and corrected on the 23rd, its objection answered on 20 May; the result told on 2 July. */
export const noticesOf = (all: Noticed): ReadonlyArray<History<DisclosureEvent>> => {
  const [document, report] = [digestOfSections(all.decision), digestOfSections(all.result)]
  const law = { law: article34, recourse: article35 }
  const ofDecision = {
    subject: { matter: "matter-1", what: "decision", digest: document, since: "2026-04-16", ...law },
  } as const
  const ofResult = {
    subject: { matter: "matter-1", what: "result", digest: report, since: "2026-06-30", ...law },
  } as const
  const begun = told(disclosure, [
    disclosureStep(
      "2026-04-16",
      { ...prepare, what: "decision", sections: shown(all.decision, all.hidden), corrects: null },
      ofDecision,
    ),
    disclosureStep("2026-04-16", { _tag: "ConfirmCheck", document, preparation: 1 }),
    disclosureStep("2026-04-17", postingOn("2026-04-17", "notice-board", "大门口公开栏"), ofDecision),
    disclosureStep("2026-04-17", postingOn("2026-04-17", "online", "小区网页"), ofDecision),
    disclosureStep("2026-04-20", {
      ...objectingOn("2026-04-20", "objection-1", { text: all.objection }),
      ...{ receivedOn: "2026-04-20", evidence: null },
    }),
  ])
  const corrected = standingOf("notice-1", replay(disclosure, begun))
  const again = { ...ofDecision, disclosure: "notice-2", corrected }
  const correction = told(disclosure, [
    disclosureStep(
      "2026-04-22",
      {
        ...prepare,
        what: "decision",
        sections: shown(all.decision, [...all.hidden, all.slipped]),
        corrects: "notice-1",
      },
      again,
    ),
    disclosureStep("2026-04-22", { _tag: "ConfirmCheck", document, preparation: 1 }),
    disclosureStep("2026-04-23", postingOn("2026-04-23", "notice-board", "大门口公开栏"), again),
    disclosureStep("2026-04-23", postingOn("2026-04-23", "online", "小区网页"), again),
    disclosureStep(
      "2026-04-25",
      { _tag: "TakeDown", posting: 2, on: "2026-04-25", reason: "网页改版", evidence: null },
      again,
    ),
    disclosureStep("2026-05-20", { _tag: "AnswerObjection", objection: "objection-1", answer: all.answer }),
    disclosureStep("2026-05-20", { _tag: "CompleteDisclosure" }),
  ])
  const taken = told(disclosure, [
    disclosureStep(
      "2026-07-01",
      { ...prepare, what: "result", sections: shown(all.result, []), corrects: null },
      { ...ofResult, disclosure: "notice-3" },
    ),
    disclosureStep("2026-07-01", { _tag: "ConfirmCheck", document: report, preparation: 1 }),
    disclosureStep("2026-07-02", postingOn("2026-07-02", "notice-board", "大门口公开栏"), {
      ...ofResult,
      disclosure: "notice-3",
    }),
    disclosureStep("2026-07-21", { _tag: "CompleteDisclosure" }),
  ])
  const supersededBy: DisclosureEvent = { _tag: "DisclosureSuperseded", by: "notice-2", on: "2026-04-23" }
  return [
    { id: "notice-1", events: [...begun, supersededBy] },
    { id: "notice-2", events: correction },
    { id: "notice-3", events: taken },
  ]
}
