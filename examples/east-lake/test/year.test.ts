import { readFileSync } from "node:fs"
import { project } from "@jinlin/core/kernel"
import { fairnessReport, tenures, turnHistory } from "@jinlin/core/rotating-chair"
import { readCharter, runJournal, type Story } from "jinlin"
import { describe, expect, it } from "vitest"

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url))
const charter = readCharter(JSON.parse(file("charter.json").toString()))
if (!charter.ok) throw new Error(JSON.stringify(charter.refusal))
const tell = (): Story => {
  const told = runJournal(charter.value, { format: "csv", content: file("journal.csv") })
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
}
const story = tell()
const rotaEvents = story.entries.flatMap((entry) => (entry.process === "rotating-chair" ? [entry.event] : []))
const conferenceEvents = story.entries.flatMap((entry) => (entry.process === "joint-conference" ? [entry.event] : []))

describe("a year of East Lake, told from its data", () => {
  it("is told whole: no row is refused, and no reaction is left to a person", () => {
    expect(story.refused).toEqual([])
    expect(story.tasks).toEqual([])
  })

  it("has one chair a month: March and April swapped, May skipped, June left by the bank, November declined", () => {
    const held = project(tenures, rotaEvents).map(({ from, unit }) => `${from} ${unit}`)
    expect(held).toEqual([
      "2026-01-01 coastal-station",
      "2026-02-01 primary-school",
      "2026-03-01 judicial-office",
      "2026-04-01 yuehaiwan-property",
      "2026-05-01 health-station",
      "2026-06-01 zone-two-branch",
      "2026-07-01 zone-one-branch",
      "2026-08-01 bihai-property",
      "2026-09-01 district-organ",
      "2026-10-01 zone-three-branch",
      "2026-11-01 primary-school",
      "2026-12-01 coastal-station",
    ])
  })

  it("gives the skipped turn back in July, and owes the October chair that did not appear a turn in 2027", () => {
    const repaid = rotaEvents.flatMap((event) =>
      event._tag === "TermPublished" && event.repays ? [[event.term.ordinal, event.repays]] : [],
    )
    expect(repaid).toEqual([
      [7, { unit: "zone-one-branch", since: 5, cause: "skipped" }],
      [14, { unit: "zone-three-branch", since: 10, cause: "no-show" }],
    ])
    const report = fairnessReport(project(turnHistory, rotaEvents))
    const row = (unit: string) => report.rows.find((candidate) => candidate.unit === unit)
    expect(row("zone-one-branch")).toMatchObject({ turns: 1, skipped: 1, owed: 0 })
    expect(row("zone-three-branch")).toMatchObject({ turns: 0, noShows: 1, owed: 0, published: 1 })
    expect(row("smart-park")).toMatchObject({ turns: 0, seated: true })
    expect(row("bank-branch")).toMatchObject({ turns: 0, seated: false })
  })

  it("decides only where there is a quorum, and puts the May meeting off", () => {
    const outcome = conferenceEvents.flatMap((event) =>
      event._tag === "ResolutionAdopted" || event._tag === "ResolutionLost"
        ? [`${event._tag} ${event.resolution}`]
        : [],
    )
    expect(outcome).toEqual([
      "ResolutionAdopted r-fire-lanes",
      "ResolutionAdopted r-night-patrol",
      "ResolutionAdopted r-mediation",
      "ResolutionLost r-school-gate",
      "ResolutionAdopted r-shade",
      "ResolutionAdopted r-summer-classes",
      "ResolutionAdopted r-parking",
      "ResolutionAdopted r-benches",
      "ResolutionAdopted r-winter-visits",
      "ResolutionAdopted r-year-review",
      "ResolutionAdopted r-next-year",
    ])
    expect(conferenceEvents.find((event) => event._tag === "MeetingFoundInquorate")).toMatchObject({
      meeting: "2026-05",
    })
    expect(conferenceEvents.find((event) => event._tag === "MeetingAdjourned")).toMatchObject({ into: "2026-05b" })
  })

  it("lets a substitute preside over the item in which the chair has an interest, and over the meeting it missed", () => {
    const presided = conferenceEvents.flatMap((event) =>
      event._tag === "ResolutionAdopted" && event.presided._tag !== "Chair" ? [[event.resolution, event.presided]] : [],
    )
    expect(presided).toEqual([["r-parking", { _tag: "Substitute", unit: "zone-three-branch" }]])
    const replaced = conferenceEvents.find((event) => event._tag === "ChairUnitReplaced")
    expect(replaced).toMatchObject({ meeting: "2026-10", before: "zone-three-branch", chairUnit: "primary-school" })
  })

  it("is the same story every time", () => {
    expect(JSON.stringify(tell().entries)).toBe(JSON.stringify(story.entries))
  })
})
