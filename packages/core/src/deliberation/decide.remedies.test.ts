import { on } from "@jinlin/testkit"
import {
  assignedSubjects,
  type DeliberationChapter,
  decidingRules,
  deliberationStories,
  matterPlans,
  sceneVoters,
  tellDeliberation,
} from "@jinlin/testkit/deliberation"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate, compareCivilDates } from "../kernel/date-arithmetic.ts"
import { type DeliberationCommand, type DeliberationRefusal, deliberation } from "./index.ts"

/** The same command, the same day or the same matter, as the evidence of a refusal says that it would pass. */
interface Remedy {
  readonly command?: DeliberationCommand
  readonly about?: string
  readonly today?: CivilDate
}

/** What the evidence says, where it names what would do; nothing where something else must happen first. */
const remedyOf = (refusal: DeliberationRefusal, command: DeliberationCommand): Remedy | undefined => {
  switch (refusal._tag) {
    case "NoticeTooShort":
      return command._tag === "CallStep" ? { command: { ...command, sitsOn: refusal.earliest } } : undefined
    case "NotItsTurn":
      return command._tag === "CallStep" ? { command: { ...command, step: refusal.at } } : undefined
    case "SetNotOfStep": {
      const [set] = refusal.sets
      return command._tag === "CallStep" && set !== undefined ? { command: { ...command, set } } : undefined
    }
    case "SubjectNotOfSet": {
      const [about] = refusal.subjects
      return about === undefined ? undefined : { about }
    }
    case "ClosesInPast":
      return command._tag === "OpenBallot" ? { command: { ...command, closesOn: refusal.earliest } } : undefined
    case "ModeNotAllowed":
    case "WeightsIdentify": {
      const [mode] = refusal.modes
      return command._tag === "OpenBallot" && mode !== undefined ? { command: { ...command, mode } } : undefined
    }
    case "MayNotReturnTo": {
      const [to] = refusal.allowed
      return command._tag === "OpenBallot" && to !== undefined
        ? { command: { ...command, motion: { _tag: "Return", to } } }
        : undefined
    }
    case "BodyMayNotAmend":
    case "TextUnchanged":
      return command._tag === "OpenBallot" ? { command: { ...command, motion: { _tag: "Adopt" } } } : undefined
    case "MoreVotesThanVoters":
      return command._tag === "RecordCounts"
        ? { command: { _tag: "RecordCounts", for: refusal.atMost, against: 0, abstain: 0, void: 0 } }
        : undefined
    case "MorePresentThanEntitled":
      return command._tag === "RecordHeadcount" ? { command: { ...command, present: refusal.atMost } } : undefined
    case "BallotTooLong":
      return command._tag === "OpenBallot" ? { command: { ...command, closesOn: refusal.latest } } : undefined
    case "ExtensionTooLong":
      return command._tag === "ExtendBallot" ? { command: { ...command, closesOn: refusal.latest } } : undefined
    case "ExtensionNotLater":
      return command._tag === "ExtendBallot"
        ? { command: { ...command, closesOn: addDays(refusal.closesOn, 1) } }
        : undefined
    case "BallotStillRuns":
      return { today: refusal.earliest }
    case "SittingNotBegun":
      return { today: refusal.sitsOn }
    case "RoundNotOver": {
      const [round] = refusal.rounds
      return command._tag === "FileRegister" && round !== undefined ? { command: { ...command, round } } : undefined
    }
    default:
      return undefined
  }
}

/** Whether the refusal is gone when its remedy is taken; others may stand, and come with remedies of their own. */
const isCured = (chapter: DeliberationChapter, refusal: DeliberationRefusal, remedy: Remedy): boolean => {
  const { around, before } = chapter
  const today = remedy.today ?? around.now.civilDate
  const matter = { ...before, about: remedy.about ?? before.about }
  const decided = deliberation.decide(remedy.command ?? chapter.command, matter, { ...around, now: on(today, 1439) })
  return Result.isSuccess(decided) || decided.failure.every(({ _tag }) => _tag !== refusal._tag)
}

const plain = decidingRules({ subjects: assignedSubjects })
const stories = fc.record({
  plan: matterPlans,
  about: fc.constantFrom(null, "lights", "lights"),
  electorate: fc.integer({ min: 1, max: 6 }).map((count) => sceneVoters(count)),
  before: plain,
  after: plain,
  changesAfter: fc.constant(10_000),
  moves: deliberationStories({
    kinds: ["call", "open", "counts", "headcount", "extend", "close", "file", "attend", "opinion", "roll"],
  }),
})

describe("refusals", () => {
  it("DELIBERATION-23 say what would make them pass, and with that they are gone", () => {
    const cured = new Set<string>()
    fc.assert(
      fc.property(stories, (story) => {
        for (const chapter of tellDeliberation(deliberation, story).chapters)
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
    expect(cured.size).toBeGreaterThan(12)
  })

  it("DELIBERATION-23 name days that are no earlier than the one on which they are given", () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { now, refusals } of tellDeliberation(deliberation, story).chapters)
          for (const refusal of refusals)
            if ("earliest" in refusal && refusal._tag !== "NoticeNotKept")
              expect(compareCivilDates(refusal.earliest, now.civilDate)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
