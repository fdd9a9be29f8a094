import { on } from "@jinlin/testkit"
import {
  type DisclosureChapter,
  type DisclosureStory,
  disclosureRules,
  disclosureStories,
  tellDisclosure,
} from "@jinlin/testkit/disclosure"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { type DisclosureCommand, type DisclosureRefusal, disclosure } from "./index.ts"

/** The same command, or the same moment, as the evidence of a refusal says that it would pass. */
interface Remedy {
  readonly command?: DisclosureCommand
  readonly today?: CivilDate
}

/** What the evidence says, where it names what would do; nothing where something else must happen first. */
const remedyOf = (refusal: DisclosureRefusal, command: DisclosureCommand): Remedy | undefined => {
  switch (refusal._tag) {
    case "PeriodStillRuns":
      return { today: refusal.end.date }
    case "PostingDayImpossible":
      return command._tag === "PostDisclosure" && refusal.earliest <= refusal.latest
        ? { command: { ...command, on: refusal.latest } }
        : undefined
    case "SheetMissing":
      return command._tag === "PostDisclosure" ? { command: { ...command, on: refusal.today } } : undefined
    case "SheetsAwaited":
      return { today: refusal.from }
    case "ObjectionDayImpossible":
    case "ObjectionSheetMissing":
      return command._tag === "RaiseObjection"
        ? { command: { ...command, receivedOn: "today" in refusal ? refusal.today : refusal.latest } }
        : undefined
    case "TakeDownSheetMissing":
      return command._tag === "TakeDown" ? { command: { ...command, on: refusal.today } } : undefined
    case "AudienceUnknown":
      return command._tag === "PrepareDisclosure" && refusal.among[0] !== undefined
        ? { command: { ...command, audience: refusal.among[0] } }
        : undefined
    case "NotAsPrepared":
      return command._tag === "ConfirmCheck"
        ? { command: { ...command, document: refusal.document, preparation: refusal.preparation } }
        : undefined
    case "TakeDownDayImpossible":
      return command._tag === "TakeDown" ? { command: { ...command, on: refusal.latest } } : undefined
    case "PostingUnknown": {
      const [posting] = refusal.postings
      return (command._tag === "TakeDown" || command._tag === "ConfirmHanging") && posting !== undefined
        ? { command: { ...command, posting } }
        : undefined
    }
    case "ObjectionUnknown": {
      const [objection] = refusal.open
      return command._tag === "AnswerObjection" && objection !== undefined
        ? { command: { ...command, objection } }
        : undefined
    }
    case "ObjectionIdTaken":
      return command._tag === "RaiseObjection" ? { command: { ...command, objection: "another" } } : undefined
    case "DisclosureOfAnother":
      return command._tag === "PrepareDisclosure"
        ? { command: { ...command, matter: refusal.matter, what: refusal.what } }
        : undefined
    case "NothingShown":
      return command._tag === "PrepareDisclosure"
        ? { command: { ...command, sections: [{ ...command.sections[0], shown: true }] } }
        : undefined
    default:
      return undefined
  }
}

/** Whether the refusal is gone when its remedy is taken; others may stand, and come with remedies of their own. */
const isCured = (
  { around, before, command }: DisclosureChapter,
  refusal: DisclosureRefusal,
  remedy: Remedy,
): boolean => {
  const now = remedy.today === undefined ? around.now : on(remedy.today, 0)
  const asked = remedy.command ?? command
  const day = asked._tag === "PostDisclosure" ? asked.on : now.civilDate
  const rules = around.rules ? { ...around.rules, day } : around.rules
  const decided = disclosure.decide(asked, before, { ...around, now, rules })
  return Result.isSuccess(decided) || decided.failure.every(({ _tag }) => _tag !== refusal._tag)
}

const { day: _, ...plain } = disclosureRules("2026-08-28")
const stories: fc.Arbitrary<DisclosureStory> = fc.record({
  begins: fc.constantFrom<CivilDate>("2026-08-28", "2026-12-20"),
  before: fc.constant(plain),
  after: fc.constant(plain),
  changesAfter: fc.constant(10_000),
  statutory: fc.boolean(),
  lawAfter: fc.constant(0),
  moves: disclosureStories(),
})

describe("refusals", () => {
  it("DISCLOSURE-18 say what would make them pass, and with that they are gone", () => {
    const cured = new Set<string>()
    fc.assert(
      fc.property(stories, (story) => {
        for (const chapter of tellDisclosure(disclosure, story).chapters)
          for (const refusal of chapter.refusals) {
            const remedy = remedyOf(refusal, chapter.command)
            if (remedy === undefined) continue
            if (!isCured(chapter, refusal, remedy))
              throw new Error(`${refusal._tag} stands against ${JSON.stringify(remedy)}: ${JSON.stringify(refusal)}`)
            cured.add(refusal._tag)
          }
      }),
      { numRuns: 400 },
    )
    expect(cured.size).toBeGreaterThan(11)
  })
})
