import { describe, expect, test } from "vitest"
import { type PublicRecord, verifyRecord } from "../src/index.ts"
import { forged, setIn } from "./forged.ts"
import { around, histories } from "./hard-case.ts"
import { made } from "./made.ts"

const hard = made(histories, around)
const other = `sha-256:${"0".repeat(64)}`

type Parts = PublicRecord["parts"]
type Event = Record<string, unknown>

/** The events of a part, to be changed where they stand. */
const eventsOf = (parts: Parts, part: "coGovernance" | "covenant"): Array<Event> =>
  (parts[part]?.content.history ?? []) as unknown[] as Array<Event>

const lastDay = (events: ReadonlyArray<Event>) => events.at(-1)?.["on"]

const failing = (change: (parts: Parts) => unknown): ReadonlyArray<string> => {
  const { checks, holds, outcome } = verifyRecord(forged(hard, change))
  expect([holds, outcome]).toEqual([false, "does-not-hold"])
  return [...new Set(checks.flatMap(({ check, holds: is }) => (is ? [] : [check])))]
}

/** What is done to the history of a part, and the status to which it then leads. */
type Forgery = (events: Array<Event>) => string | undefined

const forging = (part: "coGovernance" | "covenant", forge: Forgery) =>
  failing((parts) => {
    const status = forge(eventsOf(parts, part))
    if (status !== undefined) setIn(parts, `${part}.content.status`, status)
  })

describe("RECORD-13 histories of two deliberations that could not be", () => {
  test.each<readonly [what: string, check: string, forge: Forgery]>([
    ["reported and closed without having been begun", "co-governance-course", (events) => void events.splice(8, 1)],
    [
      "an appraisal before there is a result",
      "co-governance-appraisals",
      (events) => void events.splice(7, 0, ...events.splice(11, 1).map((event) => ({ ...event, on: "2026-04-17" }))),
    ],
    ["resolved twice", "co-governance-resolution", (events) => void events.splice(6, 0, { ...events[5] })],
    [
      "withdrawn after it was implemented",
      "co-governance-course",
      (events) => {
        events.length = 10
        events.push({ _tag: "CoGovernanceWithdrawn", reason: "another plan", on: lastDay(events) })
        return "withdrawn"
      },
    ],
    [
      "revoked after its closing, by a matter that is nowhere",
      "co-governance-resolution",
      (events) => {
        const revoked = { by: "m-ghost", sections: [], set: "any", revokedOn: "2026-01-01", begun: true }
        events.push({ _tag: "ResolutionRevoked", ...revoked, on: lastDay(events) })
        return "revoked"
      },
    ],
    [
      "begun again after its closing",
      "co-governance-disclosures",
      (events) => {
        events.push({ ...events[8], on: lastDay(events) })
        return "implementing"
      },
    ],
    [
      "another report after its closing",
      "co-governance-course",
      (events) => void events.push({ ...events[9], report: other, on: lastDay(events) }),
    ],
    [
      "the two deliberations for each other",
      "co-governance-course",
      (events) => {
        for (const event of events)
          if (event["which"] === "joint") event["which"] = "self-governance"
          else if (event["which"] === "self-governance") event["which"] = "joint"
        return undefined
      },
    ],
    [
      "bodies that the policy does not name",
      "co-governance-course",
      ([opened]) => setIn(opened, "policy.jointBodies", ["nobody"]) ?? undefined,
    ],
    [
      "the joint conference before the residents where they go first",
      "co-governance-course",
      ([opened]) => setIn(opened, "combine", "first-then-second") ?? undefined,
    ],
    [
      "a way to combine that the policy does not have",
      "co-governance-course",
      ([opened]) => setIn(opened, "policy.combines", ["first-then-second"]) ?? undefined,
    ],
  ])("RECORD-13 %s", (_, check, forge) => {
    expect(forging("coGovernance", forge)).toContain(check)
  })

  test("RECORD-13 a unit that was touched after the joint deliberation was left out, and the matter closed all the same", () => {
    const found = failing((parts) => {
      const events = eventsOf(parts, "coGovernance")
      setIn(events[0], "combine", "second-if-touched")
      setIn(events[0], "touched", [])
      const kept = events.filter((event) => event["which"] !== "joint")
      const outcome = kept.findIndex(({ _tag }) => _tag === "OutcomeRecorded")
      const skip = { _tag: "JointSkipped", body: "joint-conference", reason: "no unit is touched", on: "2026-04-16" }
      kept.splice(outcome, 0, skip)
      const begun = kept.findIndex(({ _tag }) => _tag === "ImplementationBegun")
      kept.splice(begun, 0, { _tag: "TouchedUnitsDeclared", units: ["unit-3"], reason: "found late", on: "2026-04-24" })
      setIn(parts, "coGovernance.content.history", kept)
    })
    expect(found).toContain("co-governance-resolution")
  })
})

describe("RECORD-14 histories of a covenant that could not be", () => {
  test.each<readonly [what: string, check: string, forge: Forgery]>([
    [
      "words changed while comments run",
      "covenant-text",
      (events) => void events.splice(4, 0, { ...events[1], revision: 2, on: "2026-02-10" }),
    ],
    [
      "a version that has begun moved to another day",
      "covenant-versions",
      (events) => void events.push({ ...events[13], from: "2026-07-01", on: "2026-06-01" }),
    ],
    [
      "an end without a later version",
      "covenant-versions",
      (events) => setIn(events[13], "until", "2026-06-01") ?? undefined,
    ],
    [
      "repealed by a matter that is nowhere, before it was decided",
      "covenant-adoption",
      (events) => {
        const decided = { matter: "m-ghost", text: other, sections: [], set: "any", decidedOn: "2030-01-01" }
        const ended = { from: "2020-01-01", ends: null, overtaken: [], draft: null, on: lastDay(events) }
        events.push({ _tag: "CovenantRepealed", ...decided, ...ended })
        return "repealed"
      },
    ],
    [
      "an order lifted that never was",
      "covenant-course",
      (events) => void events.push({ _tag: "OrderLifted", order: "order-1", reason: "met", on: lastDay(events) }),
    ],
    ["adopted twice", "covenant-adoption", (events) => void events.splice(13, 0, { ...events[12] })],
  ])("RECORD-14 %s", (_, check, forge) => {
    expect(forging("covenant", forge)).toContain(check)
  })
})

describe("RECORD-11 RECORD-15 sums and parts that could not be", () => {
  const owners = "deliberations.0.content.sittings.6.roll"
  test.each<readonly [what: string, check: string, change: (parts: Parts) => void]>([
    ["a roll of three of whom sixty are counted", "sums", (parts) => setIn(parts, `${owners}.voters`, 3)],
    ["all but one recused, and sixty who could vote", "sums", (parts) => setIn(parts, `${owners}.recused`, 59)],
    [
      "more recused than are on the roll of a body that is heard",
      "sums",
      (parts) => setIn(parts, "deliberations.0.content.sittings.4.roll.recused", 7),
    ],
    [
      "two calendars of one version",
      "contents",
      (parts) => (parts.calendars as unknown[]).push(JSON.parse(JSON.stringify(parts.calendars[0]))),
    ],
    [
      "what is disclosed stood from another day",
      "disclosed-document",
      (parts) => setIn(parts, "coGovernance.content.history.9.implementedOn", "2026-07-01"),
    ],
  ])("RECORD-11 %s", (_, check, change) => {
    expect(failing(change)).toContain(check)
  })

  test("RECORD-11 of an opinion that was heard it is said that nobody looked whether it was in favour", () => {
    const file = forged(hard, (parts) => setIn(parts, "deliberations.0.content.sittings.4.opinion.favours", false))
    const { outcome, unchecked } = verifyRecord(file)
    expect(outcome).toBe("holds")
    expect(unchecked).toContainEqual(expect.objectContaining({ unchecked: "attendance", part: "deliberations.0" }))
  })
})
