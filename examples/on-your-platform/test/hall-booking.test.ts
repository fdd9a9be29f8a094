import { DatabaseSync } from "node:sqlite"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it, onTestFinished } from "vitest"
import { bookHall, hallTable } from "../src/hall-booking.ts"
import { openPlatform } from "../src/platform.ts"
import { admit, found, openRota, tenant } from "../src/requests.ts"
import { grant, monday, rowsIn, tagsOf, temporaryFolder } from "./ground.ts"

const scene = async () => {
  const file = temporaryFolder()("platform.db")
  const jinlin = await openPlatform(file, { clock: virtualClock(monday), notifiers: [] })
  const database = new DatabaseSync(file)
  onTestFinished(async () => {
    database.close()
    await jinlin[Symbol.asyncDispose]()
  })
  await grant(jinlin, found, admit("school"), admit("clinic"), openRota("2027-01-04"))
  database.exec(hallTable)
  return { jinlin, database, file }
}

const meetingsIn = async ({ jinlin }: Awaited<ReturnType<typeof scene>>): Promise<ReadonlyArray<string>> => {
  const seen = await jinlin.views.jointConference.meetings({ tenant, subject: "willow" })
  return seen.ok ? seen.value.rows.map(({ meeting }) => meeting) : tagsOf(seen)
}

describe("a meeting and a booking of the hall in one transaction of the host", () => {
  it("are both there when the host commits", async () => {
    const { database, file, jinlin } = await scene()
    const booked = await bookHall(jinlin, database, { meeting: "2027-02", on: "2027-02-05" })
    expect(tagsOf(booked)).toEqual([])
    expect(rowsIn(file).get("hall_booking")).toBe(1)
    expect(await meetingsIn({ database, file, jinlin })).toEqual(["2027-02"])
  })

  it("are neither there when the rules refuse the meeting", async () => {
    const { database, file, jinlin } = await scene()
    const events = rowsIn(file).get("jinlin_events")
    const refused = await bookHall(jinlin, database, { meeting: "2027-01", on: "2027-01-05" })
    expect(tagsOf(refused)).toEqual(["MeetingTooSoon"])
    expect(rowsIn(file).get("hall_booking")).toBe(0)
    expect(rowsIn(file).get("jinlin_events")).toBe(events)
  })

  it("are neither there when the hall is taken", async () => {
    const { database, file, jinlin } = await scene()
    const on = "2027-02-05"
    await bookHall(jinlin, database, { meeting: "2027-02", on })
    await expect(bookHall(jinlin, database, { meeting: "2027-02b", on })).rejects.toThrow("UNIQUE")
    expect(database.isTransaction).toBe(false)
    expect(await meetingsIn({ database, file, jinlin })).toEqual(["2027-02"])
  })
})
