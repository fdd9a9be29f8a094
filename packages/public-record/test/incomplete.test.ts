import { en } from "@jinlin/messages/en"
import { describe, expect, test } from "vitest"
import { type PublicRecord, recordHtml, verifyRecord } from "../src/index.ts"
import { forged, setIn } from "./forged.ts"
import { around, histories } from "./hard-case.ts"
import { made } from "./made.ts"

const hard = made(histories, around)

type Parts = PublicRecord["parts"]

const looked = (change: (parts: Parts) => void) => verifyRecord(forged(hard, change))

const withoutDeliberations = (parts: Parts): void => {
  setIn(parts, "deliberations", [])
  setIn(parts, "matter.content.deliberations", [])
}
const withoutDisclosures = (parts: Parts): void => {
  setIn(parts, "disclosures", [])
  setIn(parts, "matter.content.disclosures", [])
  setIn(parts, "calendars", [])
}

describe("RECORD-15 an end that is claimed needs what it rests on", () => {
  test("RECORD-15 the whole record holds and lacks nothing", () => {
    const { outcome, unchecked } = looked(() => {})
    expect(outcome).toBe("holds")
    expect(unchecked.filter(({ needed }) => needed)).toEqual([])
  })

  test.each<readonly [what: string, change: (parts: Parts) => void, missing: ReadonlyArray<string>]>([
    ["its deliberations", withoutDeliberations, ["deliberation-missing"]],
    ["its disclosures", withoutDisclosures, ["disclosure-missing"]],
    ["its calendar", (parts) => setIn(parts, "calendars", []), ["calendar-missing"]],
  ])("RECORD-15 a closed matter without %s is incomplete, and does not hold", (_, change, missing) => {
    const { checks, holds, outcome, unchecked } = looked(change)
    expect(checks.filter((check) => !check.holds)).toEqual([])
    expect([outcome, holds]).toEqual(["incomplete", false])
    const needed = unchecked.flatMap((one) => (one.needed ? [one.unchecked] : []))
    expect([...new Set(needed)]).toEqual(missing)
  })

  test("RECORD-15 a disclosure that another one took the place of is no end: without it the record holds", () => {
    const { outcome, unchecked } = looked((parts) => {
      setIn(parts, "disclosures", parts.disclosures.slice(1))
      setIn(parts, "matter.content.disclosures", ["notice-2", "notice-3"])
    })
    expect(outcome).toBe("holds")
    expect(unchecked.map((one) => one.unchecked)).toContain("disclosure-missing")
  })

  test("RECORD-15 a matter that is taken back rests on nothing, one that is resolved on both of its deliberations", () => {
    const until = (length: number) => (parts: Parts) => {
      withoutDeliberations(parts)
      withoutDisclosures(parts)
      setIn(parts, "covenant", null)
      setIn(parts, "matter.content.covenant", null)
      const history = parts.coGovernance?.content.history.slice(0, length) ?? []
      setIn(parts, "coGovernance.content.history", history)
      setIn(parts, "coGovernance.content.status", length > 5 ? "resolved" : "deliberating")
    }
    expect(looked(until(3)).outcome).toBe("holds")
    expect(looked(until(6)).outcome).toBe("incomplete")
  })

  test("RECORD-15 whoever broke the record is told so, whatever it lacks besides", () => {
    const { outcome } = looked((parts) => {
      withoutDeliberations(parts)
      setIn(parts, "coGovernance.content.status", "revoked")
    })
    expect(outcome).toBe("does-not-hold")
  })

  test("RECORD-16 the page of such a record says that it is incomplete", () => {
    const { record } = looked(withoutDeliberations)
    if (record === null) throw new Error("it can be read")
    expect(recordHtml(record, { messages: en })).toContain("This record is incomplete")
    expect(recordHtml(hard, { messages: en })).not.toContain("This record is incomplete")
  })
})

describe("RECORD-12 a period that is too short", () => {
  const oneDay = (parts: Parts, disclosure: number): void => {
    const at = `disclosures.${disclosure}.content.period`
    setIn(parts, `${at}.lastDay`, "2026-07-03")
    setIn(parts, `${at}.end`, { date: "2026-07-04", minute: 0 })
  }
  const failing = (change: (parts: Parts) => void) =>
    looked(change).checks.flatMap(({ check, holds }) => (holds ? [] : [check]))

  test("RECORD-12 is found without a calendar too", () => {
    const found = failing((parts) => {
      setIn(parts, "calendars", [])
      oneDay(parts, 2)
    })
    expect(found).toEqual(["period"])
  })

  test("RECORD-12 is found where no law is said to apply, and the period says of itself that it is law", () => {
    const found = failing((parts) => {
      const at = "disclosures.2.content"
      for (const name of ["law", "recourse"]) setIn(parts, `${at}.${name}`, null)
      setIn(parts, `${at}.rules.period.days`, 5)
      setIn(parts, `${at}.period.rule.amount`, 5)
      oneDay(parts, 2)
    })
    expect(found).toContain("postings")
  })

  test("RECORD-12 and so is a completion before the sheets of its last day had their time", () => {
    const found = failing((parts) => setIn(parts, "disclosures.2.content.completedOn", "2026-07-19"))
    expect(found).toContain("completion")
  })
})

describe("RECORD-13 the day of a link", () => {
  /** An earlier day on another channel, entered later: the link keeps the day of what was entered first. */
  const earlier = (parts: Parts): void => {
    const [first] = parts.disclosures[0]?.content.postings ?? []
    setIn(parts, "disclosures.0.content.postings", [
      first,
      { ...first, number: 2, channel: "online", on: "2026-04-16", takenDown: null },
    ])
  }

  test("RECORD-13 is that of the first posting, also where one of an earlier day was entered after it", () => {
    expect(looked(earlier).checks.filter(({ holds }) => !holds)).toEqual([])
    const { checks } = looked((parts) => {
      earlier(parts)
      setIn(parts, "coGovernance.content.history.6.from", "2026-04-16")
    })
    expect(checks.flatMap(({ check, holds }) => (holds ? [] : [check]))).toContain("co-governance-disclosures")
  })
})
