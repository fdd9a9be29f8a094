import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readCharter, runJournal, type Story } from "../src/index.ts"
import { htmlReport, timeline } from "../src/report/index.ts"
import { elementsOf, named, readPage, textOf } from "./html-tree.ts"

const lake = (name: string) => readFileSync(join(import.meta.dirname, "../../../examples/east-lake", name))

const story = ((): Story => {
  const charter = readCharter(JSON.parse(lake("charter.json").toString()))
  if (!charter.ok) throw new Error(JSON.stringify(charter.refusal))
  const told = runJournal(charter.value, { format: "csv", content: lake("journal.csv") })
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
})()

const recusal = story.entries.flatMap((entry) =>
  entry.process === "deliberation" && entry.event._tag === "VoterRecused" ? [entry.event] : [],
)
const typedFor = new Set(
  story.entries.flatMap((entry) =>
    entry.process === "deliberation" && "onBehalfOf" in entry.event ? [entry.event.onBehalfOf ?? ""] : [],
  ),
)

const pageFor = (audience: "public" | "parties" | "staff" | "auditor") => {
  const { errors, page } = readPage(htmlReport(story, "en", { audience }))
  expect(errors).toEqual([])
  return page
}

describe("REPORT-1 for whom a report is", () => {
  test("REPORT-1 those who serve the bodies, and auditors, read who was recused and why, and for whom somebody typed", () => {
    expect([recusal.length, typedFor.size]).toEqual([1, expect.any(Number)])
    expect(htmlReport(story, "en")).toBe(htmlReport(story, "en", { audience: "staff" }))
    for (const audience of ["staff", "auditor"] as const) {
      const text = textOf(pageFor(audience))
      expect(text).toContain(recusal[0]?.reason ?? "no recusal")
      for (const person of typedFor) expect(text).toContain(person)
      expect(text).toContain("For those who serve the bodies")
    }
  })

  test("REPORT-1 the public and the parties read how many, and neither who nor why", () => {
    for (const audience of ["public", "parties"] as const) {
      const page = pageFor(audience)
      const text = textOf(page)
      for (const { reason, voter } of recusal) for (const hidden of [reason, voter]) expect(text).not.toContain(hidden)
      for (const person of typedFor) expect(text).not.toContain(person)
      expect(text).toContain("May be published")
      const facts = elementsOf(page).filter(({ tagName }) => tagName === "dt")
      expect(facts.filter((fact) => textOf(fact) === "Recused")).toHaveLength(1)
      expect(named(page, "section").some((section) => textOf(section).startsWith("Notices"))).toBe(false)
    }
  })

  test("REPORT-1 a timeline for everybody has of a matter what its public timeline has, and all of the conference", () => {
    const [all, shown] = [timeline(story, "en"), timeline(story, "en", { audience: "public" })]
    const tags = new Set(shown.filter(({ matter }) => matter !== null).map(({ tag }) => tag))
    for (const tag of ["RollEntered", "VoterRecused", "AttendanceRecorded", "VotesRecorded", "CountsRecorded"])
      expect([tag, tags.has(tag)]).toEqual([tag, false])
    for (const tag of ["MatterOpened", "StepCalled", "StepPassed", "StepLost", "TextAmended"])
      expect([tag, tags.has(tag)]).toEqual([tag, true])
    const ofConference = (lines: typeof all) => lines.filter(({ matter }) => matter === null)
    expect(ofConference(shown)).toEqual(ofConference(all))
  })
})
