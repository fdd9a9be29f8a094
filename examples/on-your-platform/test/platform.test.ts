import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { virtualClock } from "@jinlin/testkit/clock"
import type { JinlinConfig } from "jinlin"
import { describe, expect, it } from "vitest"
import { firstDay } from "../src/first-day.ts"
import { convenor } from "../src/people.ts"
import { openPlatform } from "../src/platform.ts"
import { admit, found, openRota, tenant } from "../src/requests.ts"
import { grant, monday, refusedAs, rowsIn, runsAwaitUsing, tagsOf, temporaryFolder } from "./ground.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
const willow = { tenant, subject: "willow" }

/** What the first day says, told on this file. */
const linesOf = async (file: string, clock?: JinlinConfig["clock"]): Promise<ReadonlyArray<string>> => {
  await using jinlin = await openPlatform(file, { notifiers: [], ...(clock === undefined ? {} : { clock }) })
  const lines: Array<string> = []
  await firstDay(jinlin, (...words) => lines.push(words.join(" ")))
  return lines
}

describe("a vendor's program", () => {
  it("founds a conference with its rota, is refused in two languages, and shows each audience what it may see", async () => {
    expect(await linesOf(temporaryFolder()("platform.db"), virtualClock(monday))).toEqual([
      "founded: joint-conference/willow at revision 1",
      "TermAlreadyBegun (CHAIR-5): 第1任已经开始，不能再变动。 只有尚未开始的任期可以变动，最早是第2任。",
      "TermAlreadyBegun (CHAIR-5): Term 1 has begun and cannot be changed any more. Only terms that have not begun can change; the first of them is term 2.",
      "everybody sees: school ",
      "everybody sees: clinic ",
      "staff see: school p-school",
      "staff see: clinic p-clinic",
      "term: 2027-01-04 school",
      "term: 2027-04-01 clinic",
      "term: 2027-07-01 school",
      "term: 2027-10-01 clinic",
    ])
  })

  it("runs as it stands and tells everybody; when it is told again it says the same and leaves no row that was not there", async (context) => {
    context.skip(!runsAwaitUsing, "this Node does not run `await using` as it stands")
    const file = temporaryFolder()("platform.db")
    const args = ["--conditions=@jinlin/source", "--no-warnings", main, file]
    const lines = execFileSync(process.execPath, args, { encoding: "utf8" }).trim().split("\n")
    const notices = lines.filter((line) => line.startsWith("[notice]"))
    expect(notices.some((line) => line.includes("柳荫小学"))).toBe(true)
    expect(notices.some((line) => line.includes("Willow Primary School"))).toBe(true)

    const rows = rowsIn(file)
    expect(rows.get("jinlin_events")).toBeGreaterThan(5)
    expect(await linesOf(file)).toEqual(
      lines.filter((line) => !notices.includes(line)).map((line) => line.replace(/ null$/, " ")),
    )
    expect(rowsIn(file)).toEqual(rows)
  })
})

describe("what the pages say of commands", () => {
  it("SHELL-1 a command that is sent again gives the same answer, and its id is good for no other command", async () => {
    const file = temporaryFolder()("platform.db")
    await using jinlin = await openPlatform(file, { clock: virtualClock(monday), notifiers: [] })
    // #region again
    const first = await jinlin.execute(found)
    const again = await jinlin.execute(found)
    expect(again).toEqual(first)

    const other = await jinlin.execute({ ...admit("school"), id: found.id })
    expect(other).toMatchObject(refusedAs("IdempotencyConflict"))
    // #endregion again
  })

  it("SHELL-4 of several servers on one file that do the same thing under ids of their own, one is the first", async () => {
    const file = temporaryFolder()("platform.db")
    const given = { clock: virtualClock(monday), notifiers: [] }
    await using first = await openPlatform(file, given)
    await grant(first, found, admit("school"), admit("clinic"))
    // #region race
    await using second = await openPlatform(file, given)
    const late = refusedAs("RotaAlreadyOpened")

    const outcomes = await Promise.all([
      first.execute(openRota("2027-01-04", "clerk-one")),
      second.execute(openRota("2027-01-04", "clerk-two")),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject(late)
    // #endregion race
  })
})

describe("what the pages say of queries", () => {
  it("VIEW-3 what was written is in the answer, or the question is refused", async () => {
    const file = temporaryFolder()("platform.db")
    const clock = virtualClock(monday)
    await using here = await openPlatform(file, { clock, notifiers: [] })
    await using elsewhere = await openPlatform(file, { clock, notifiers: [] })
    await grant(here, found)
    // #region read-your-write
    const admitted = await here.execute(admit("school"))
    if (!admitted.ok) throw new Error(tagsOf(admitted).join())

    const after = admitted.value.position
    const { roster } = elsewhere.views.jointConference
    const seen = await roster(willow, { after })
    expect(seen).toMatchObject({ value: { rows: [{ unit: "school" }] } })
    // #endregion read-your-write
  })

  it("VIEW-1 VIEW-2 who asks as an audience needs a post of it, and a cursor goes on with its own question only", async () => {
    const file = temporaryFolder()("platform.db")
    await using jinlin = await openPlatform(file, { clock: virtualClock(monday), notifiers: [] })
    await grant(jinlin, found, admit("school"), admit("clinic"), openRota("2027-01-04"))
    const { roster } = jinlin.views.jointConference
    const { terms } = jinlin.views.rotatingChair
    // #region audiences
    const nobody = await roster(willow, { audience: "staff" })
    expect(nobody).toMatchObject(refusedAs("Unauthenticated"))

    const actor = { login: "school", post: "delegate", within: "school" }
    const asStaff = await roster(willow, { audience: "staff", actor })
    expect(asStaff).toMatchObject(refusedAs("Forbidden"))

    const asParty = await roster(willow, { audience: "parties", actor })
    expect(asParty.ok).toBe(true)
    // #endregion audiences

    // #region cursor
    const first = await terms(willow, { page: { size: 2 } })
    const cursor = (first.ok && first.value.next) || "none"
    const page = { size: 2, cursor }

    const second = await terms(willow, { page })
    expect(second.ok).toBe(true)

    const other = { audience: "staff", actor: convenor, page } as const
    const elsewhere = await terms(willow, other)
    expect(elsewhere).toMatchObject(refusedAs("InvalidCursor"))
    // #endregion cursor
  })
})
