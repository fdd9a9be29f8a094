import { coGovernance } from "@jinlin/core/co-governance"
import { covenant } from "@jinlin/core/covenant"
import { deliberation } from "@jinlin/core/deliberation"
import { type DisclosureEvent, disclosure } from "@jinlin/core/disclosure"
import type { CalendarData } from "@jinlin/core/kernel"
import { coGovernanceLaws, tellCoGovernance } from "@jinlin/testkit/co-governance"
import { covenantLaws, tellCovenant } from "@jinlin/testkit/covenant"
import { deliberationLaws, tellDeliberation } from "@jinlin/testkit/deliberation"
import { disclosureLaws, tellDisclosure } from "@jinlin/testkit/disclosure"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { publicRecord, type RecordHistories, type RecordSurroundings, recordText, verifyRecord } from "../src/index.ts"
import { byConference } from "./hard-case.ts"

const around: RecordSurroundings = { community: "willow", asOf: "2040-01-01" }
const nothing: RecordHistories = { deliberations: [], disclosures: [] }

/** Whatever may be told, what is recorded of it is recomputed, and names nobody; that something is missing is no fault. */
const mustHold = (histories: RecordHistories, more: Partial<RecordSurroundings> = {}) => {
  const record = publicRecord(histories, { ...around, ...more })
  if (!record.ok) throw new Error(JSON.stringify(record.refusal))
  const text = recordText(record.value)
  const { checks, outcome } = verifyRecord(text)
  expect(checks.filter((check) => !check.holds)).toEqual([])
  expect(["holds", "incomplete"]).toContain(outcome)
  expect(text).not.toMatch(/"person-\d/)
  return text
}

/** The scene cites the law for every period, also for one that no law is so short for; whoever chose that is not the law. */
const citedRightly = (event: DisclosureEvent): DisclosureEvent => {
  if (event._tag !== "DisclosurePosted" || event.rules === null || event.rules.period.days >= 15) return event
  const { period, sheets } = event.rules
  return { ...event, rules: { ...event.rules, period: { ...period, citation: sheets.citation } } }
}

const options = { numRuns: 80 }

describe("RECORD-11 whatever may be told", () => {
  test("RECORD-11 every story of a deliberation is recomputed from its record", () => {
    fc.assert(
      fc.property(fc.oneof(...deliberationLaws.map(({ stories }) => stories)), (story) => {
        const { history } = tellDeliberation(deliberation, story)
        const text = mustHold({ ...nothing, deliberations: [{ id: "matter-1", events: history }] })
        expect(text).not.toMatch(/"voter-\d/)
      }),
      options,
    )
  })

  test("RECORD-12 every story of disclosures is recomputed, with corrections, gaps and years without calendar", () => {
    fc.assert(
      fc.property(fc.oneof(...disclosureLaws.map(({ stories }) => stories)), (story) => {
        const { chapters } = tellDisclosure(disclosure, story)
        const calendars = new Map<string, CalendarData>()
        const histories = new Map<string, Array<DisclosureEvent>>()
        for (const { around: told, events, id } of chapters) {
          if (told.calendar !== undefined) calendars.set(`${told.calendar.id} ${told.calendar.version}`, told.calendar)
          histories.set(id, [...(histories.get(id) ?? []), ...events.map(citedRightly)])
        }
        const disclosures = [...histories].map(([id, events]) => ({ id, events }))
        const deliberations = [{ id: "m-joint", events: byConference }]
        mustHold({ deliberations, disclosures }, { calendars: [...calendars.values()] })
      }),
      options,
    )
  })

  test("RECORD-13 every story of two deliberations is recomputed", () => {
    fc.assert(
      fc.property(fc.oneof(...coGovernanceLaws.map(({ stories }) => stories)), (story) => {
        const { history } = tellCoGovernance(coGovernance, story)
        mustHold({ ...nothing, coGovernance: { id: "co-governance-1", events: history } })
      }),
      options,
    )
  })

  test("RECORD-14 every story of a covenant is recomputed", () => {
    fc.assert(
      fc.property(fc.oneof(...covenantLaws.map(({ stories }) => stories)), (story) => {
        const { history } = tellCovenant(covenant, story)
        mustHold({ ...nothing, covenant: { id: "covenant-1", events: history } })
      }),
      options,
    )
  })
})
