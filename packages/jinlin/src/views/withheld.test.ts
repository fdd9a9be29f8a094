import { readFileSync } from "node:fs"
import { join } from "node:path"
import { messagesFor } from "@jinlin/messages"
import { registerHtml, stepRegisterOf } from "@jinlin/registers"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { inLines, matterCharter, matterRows } from "../../test/matter-journals.ts"
import { cast, chair, sitsOn, toMatter, voters, votingOn } from "../../test/shell/matters.ts"
import { grant } from "../../test/shell/scene.ts"
import { readCharter } from "../charter/charter.ts"
import { runJournal } from "../journal/run.ts"
import { htmlReport, timeline } from "../report/index.ts"

/** What everybody, and whoever serves the body, is told of a secret vote of so many. */
const registersOf = async (size: number) => {
  const scene = await votingOn(openMemoryStore(), { size, mode: "secret", closes: sitsOn })
  await grant(scene, ...voters(size).map((voter) => cast(voter, voter === "v-1" ? "against" : "for", { secret: true })))
  await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
  await scene.jinlin.settle("town")
  const asked = { tenant: "town", subject: "m-1" }
  const forAll = await scene.jinlin.views.deliberation.register(asked)
  const office = await scene.jinlin.views.deliberation.register(asked, { audience: "staff", actor: chair })
  if (!forAll.ok || !office.ok) throw new Error("no register")
  return { forAll: forAll.value.rows[0], office: office.value.rows[0] }
}

const story = () => {
  const told = runJournal(matterCharter(), inLines(matterRows()))
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
}

describe("of a secret vote of few, wherever it is read", () => {
  it("DELIBERATION-30 the public view of the register has no count by choice, and that of the body has", async () => {
    const { forAll, office } = await registersOf(5)
    expect(forAll).toMatchObject({ withheld: true, tally: null, result: "passed" })
    expect(forAll?.findings.every(({ rule }) => rule === "TALLY-9")).toBe(true)
    expect(office).toMatchObject({ withheld: false, tally: { for: { heads: 4 }, against: { heads: 1 } } })
    expect((await registersOf(10)).forAll).toMatchObject({ withheld: false, tally: { for: { heads: 9 } } })
  })

  it("DELIBERATION-30 REGISTER-2 the register that is written from it says so, and none of the numbers", async () => {
    const { forAll } = await registersOf(5)
    if (forAll === undefined) throw new Error("no register")
    const around = { community: "willow", title: "北门", roll: [] }
    const page = registerHtml(stepRegisterOf(forAll, around), { messages: messagesFor("zh-Hans") })
    expect(page).toContain("无记名投票的人数不足10人")
    expect(page).not.toMatch(/赞成4|反对1|<td>4<\/td>/)
  })

  it("DELIBERATION-30 REPORT-1 a report for everybody tells neither counts nor what would have turned it; one for the body does", () => {
    const [forAll, office] = (["public", "staff"] as const).map((audience) =>
      timeline(story(), "en", { audience }).filter(({ matter, tag }) => matter === "path" && tag.startsWith("Step")),
    )
    const said = (lines: typeof forAll) => lines?.flatMap(({ details, text }) => [text, ...details]).join("\n") ?? ""
    expect(said(office)).toContain("2 for, 2 against")
    expect(said(forAll)).not.toMatch(/\d+ for\b|\d+ against/)
    expect(said(forAll)).toContain(
      "Fewer than 10 voted, secretly: it is told whether it passed, and not how many voted for what.",
    )
    const pages = (["public", "staff"] as const).map((audience) => htmlReport(story(), "zh-Hans", { audience }))
    expect(pages.map((page) => page.includes("无记名投票的人数不足10人"))).toEqual([true, false])
  })

  it("DELIBERATION-30 an open vote of few is told in a report for everybody", () => {
    const lines = timeline(story(), "en", { audience: "public" }).filter(({ matter }) => matter === "gate")
    expect(lines.map(({ text }) => text).join("\n")).toContain("3 for, 1 against")
  })

  it("REPORT-1 a report for everybody names no voter whose ballot was not counted; one for the body does", () => {
    const lake = (name: string) => readFileSync(join(import.meta.dirname, "../../../../examples/east-lake", name))
    const charter = readCharter(JSON.parse(lake("charter.json").toString()))
    if (!charter.ok) throw new Error("the charter of East Lake")
    const told = runJournal(charter.value, { format: "csv", content: lake("journal.csv") })
    if (!told.ok) throw new Error("the journal of East Lake")
    const aside = told.value.entries.flatMap(({ event }) =>
      "judgement" in event ? event.judgement.setAside.map(({ voter }) => voter) : [],
    )
    expect(aside.length).toBeGreaterThan(0)
    const isNamed = (audience: "public" | "staff") => {
      const said = timeline(told.value, "en", { audience }).flatMap(({ details }) => details)
      return aside.some((voter) => said.some((detail) => detail.includes(voter)))
    }
    expect([isNamed("staff"), isNamed("public")]).toEqual([true, false])
  })
})
