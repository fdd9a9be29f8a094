import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readCharter } from "../src/charter/charter.ts"
import { runJournal } from "../src/journal/run.ts"
import { htmlReport } from "../src/report/html.ts"

const lake = (name: string) => readFileSync(join(import.meta.dirname, "../../../examples/east-lake", name), "utf8")
const read = readCharter(JSON.parse(lake("charter.json")))
if (!read.ok) throw new Error(JSON.stringify(read.refusal))
const told = (journal: string) => {
  const story = runJournal(read.value, { format: "csv", content: journal })
  if (!story.ok) throw new Error(JSON.stringify(story.refusal))
  return story.value
}
const story = told(lake("journal.csv"))

const part = (page: string, id: string): string => {
  const from = page.indexOf(`<section id="${id}">`)
  return from < 0 ? "" : page.slice(from, page.indexOf("<h2>", page.indexOf("<h2>", from) + 1))
}
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")

describe("REPORT-2 what everybody may see of what was published, of two deliberations and of covenants", () => {
  const page = htmlReport(story, "en")

  it("REPORT-2 says what hung where until when, with objections, answers and what is blacked out", () => {
    const text = textOf(part(page, "disclosures"))
    expect(text).toContain("21 July 2026, to its end")
    expect(text).toContain("15 days (Urban Residents’ Committee Organization Law (2025-10-28), art. 34)")
    expect(text).toContain("where the duct points: 20 July 2026, answered 29 July 2026")
    expect(text).toContain("house numbers: 15 September 2026, goes on with the correction")
    expect(text).toContain("blacked out: donors")
    expect(text).toContain("came down on 18 September 2026")
  })

  it("REPORT-2 says how far a matter with two deliberations is, and which version of a covenant holds", () => {
    const together = textOf(part(page, "co-governance"))
    expect(together).toContain("joint deliberation Canteen for the old, joint deliberation decided, 3 July 2026")
    expect(together).toContain("Ended 12 October 2026")
    const covenants = textOf(part(page, "covenants"))
    expect(covenants).toContain("1 April 2026 to 30 September 2026 28 April 2026, Wenwusha Subdistrict")
    expect(covenants).toContain("late by 2 days")
    expect(covenants).toContain("keep the fine dogs 12 August 2026 not taken up")
  })

  it("REPORT-2 says the same to every audience", () => {
    const published = htmlReport(story, "en", { audience: "public" })
    for (const id of ["co-governance", "disclosures", "covenants"]) expect(part(published, id)).toBe(part(page, id))
  })

  it("REPORT-2 has no part for what there is none of, and nothing of what was never put up", () => {
    const [header = "", ...rows] = lake("journal.csv").trimEnd().split("\n")
    const drawnUp = rows.filter((row) => row < "2026-03-30,15:00")
    const early = htmlReport(told([header, ...drawnUp].join("\n")), "en")
    expect(drawnUp.some((row) => row.includes("PrepareDisclosure"))).toBe(true)
    expect(part(early, "disclosures")).toBe("")
    expect(part(early, "co-governance")).toBe("")
    expect(part(early, "covenants")).not.toBe("")
  })
})
