import { play } from "@jinlin/testkit"
import { session, untilResolve } from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { BallotMode } from "../kernel/decision-rules.ts"
import { project } from "../kernel/projection.ts"
import { type DeliberationEvent, deliberation, registerFor, stepRegister, timeline, withholdsChoices } from "./index.ts"

const sitting = {
  step: "resolve",
  set: "representatives-meeting",
  calledOn: "2026-03-30",
  sitsOn: "2026-04-08",
} as const

/** The story of a decision, told of a vote in this way and with so many ballots: what the views are given, whatever let it happen. */
const told = (mode: BallotMode, cast: number, votesFor = 6): ReadonlyArray<DeliberationEvent> => {
  const { history, refused } = play(deliberation, [
    ...untilResolve,
    ...session({ ...sitting, voters: 30, for: 20, against: 1 }),
  ])
  expect(refused).toEqual([])
  return history.map((event): DeliberationEvent => {
    if (event._tag === "BallotOpened" && event.round === 4) return { ...event, ballot: { ...event.ballot, mode } }
    if (event._tag !== "StepPassed" || event.round !== 4) return event
    const { tally } = event.judgement
    const heads = (number: number) => ({ heads: number, area: 0 })
    const setAside = (["void", "late"] as const).map((reason) => ({
      voter: `v-${reason}`,
      reason,
      channel: "paper" as const,
    }))
    // What an approval found hangs on the choices, and so its numbers do here.
    const findings = event.judgement.findings.map((found) =>
      found.rule === "TALLY-10" ? { ...found, facts: { ...found.facts, count: votesFor } } : found,
    )
    const votes = { for: heads(votesFor), against: heads(cast - votesFor) }
    const counted = { ...tally, cast: heads(cast), valid: heads(cast), ...votes }
    return { ...event, judgement: { ...event.judgement, setAside, findings, tally: counted } }
  })
}

const registersOf = (events: ReadonlyArray<DeliberationEvent>) => project(stepRegister, events).entries
const sheetOf = (mode: BallotMode, cast: number, audience: "public" | "parties" | "staff" | "auditor") => {
  const sheet = registerFor(registersOf(told(mode, cast)), audience).at(-1)
  if (sheet === undefined) throw new Error("no register")
  return sheet
}

describe("of a secret vote of few", () => {
  it("DELIBERATION-30 nine ballots are told without their choices, and ten with them", () => {
    for (const mode of ["secret", "secret-papers"] as const)
      for (const audience of ["public", "parties"] as const) {
        const nine = sheetOf(mode, 9, audience)
        expect(nine).toMatchObject({ withheld: true, tally: null, dissent: null, flips: [], result: "passed" })
        expect(nine.findings.map(({ rule }) => rule)).toEqual(["TALLY-9"])
        expect(nine.setAsideCounts).toEqual([{ reason: "late", ballots: 1 }])
        const ten = sheetOf(mode, 10, audience)
        expect(ten).toMatchObject({ withheld: false, tally: { for: { heads: 6 }, against: { heads: 4 } } })
        expect(ten.findings.map(({ rule }) => rule)).toEqual(["TALLY-9", "TALLY-10"])
        expect(ten.setAsideCounts).toHaveLength(2)
      }
  })

  it("DELIBERATION-30 those who serve the body, and auditors, have all of it, as the signed register does", () => {
    for (const audience of ["staff", "auditor"] as const)
      expect(sheetOf("secret", 3, audience)).toMatchObject({ withheld: false, tally: { cast: { heads: 3 } } })
  })

  it("DELIBERATION-30 an open vote is told however few it is of: those who were there saw it", () => {
    for (const mode of ["open", "show-of-hands"] as const)
      expect(sheetOf(mode, 3, "public")).toMatchObject({ withheld: false, tally: { cast: { heads: 3 } } })
  })

  it("DELIBERATION-30 the timeline says who came and that it passed, and nothing that reads a choice", () => {
    const rulesOf = (mode: BallotMode, cast: number) =>
      project(timeline, told(mode, cast)).flatMap(({ findings, round, what }) =>
        what === "StepPassed" && round === 4 ? findings.map(({ rule }) => rule) : [],
      )
    expect(rulesOf("secret", 9)).toEqual(["TALLY-9"])
    expect(rulesOf("secret", 10)).toEqual(["TALLY-9", "TALLY-10"])
    expect(rulesOf("open", 9)).toEqual(["TALLY-9", "TALLY-10"])
  })

  it("DELIBERATION-30 what is told is the same whatever was chosen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.nat(), fc.nat(), (cast, one, other) => {
        const [first, second] = [one, other].map((votes) => told("secret", cast, votes % (cast + 1)))
        if (first === undefined || second === undefined) throw new Error("two stories")
        expect(registerFor(registersOf(first), "public")).toEqual(registerFor(registersOf(second), "public"))
        expect(project(timeline, first)).toEqual(project(timeline, second))
      }),
      { numRuns: 25 },
    )
  })

  it("DELIBERATION-30 hangs on how many voted alone", () => {
    const cast = (heads: number) => ({ cast: { heads, area: 0 } })
    expect([9, 10].map((heads) => withholdsChoices("secret", cast(heads)))).toEqual([true, false])
    expect([null, "open"].map((mode) => withholdsChoices(mode as BallotMode | null, cast(1)))).toEqual([false, false])
  })
})
