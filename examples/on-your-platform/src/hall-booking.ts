import type { DatabaseSync } from "node:sqlite"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { sqliteStoreWithin } from "@jinlin/store-sqlite"
import type { Jinlin, Outcome } from "jinlin"
import { schedule, tenant } from "./requests.ts"

/** A table of your own, in the same file. */
export const hallTable = "create table if not exists hall_booking (day text primary key, meeting text not null)"

interface Booking {
  readonly meeting: string
  readonly on: CivilDate
}

// #region within
/** Books the hall in your table and sets the meeting: both or none. */
export const bookHall = async (
  { within, workers }: Jinlin,
  database: DatabaseSync,
  { meeting, on }: Booking,
): Promise<Outcome> => {
  database.exec("BEGIN IMMEDIATE")
  try {
    const booking = database.prepare("insert into hall_booking values (?, ?)")
    booking.run(on, meeting)
    const { execute } = within(sqliteStoreWithin(database))
    const outcome = await execute(schedule(meeting, on))
    database.exec(outcome.ok ? "COMMIT" : "ROLLBACK")
    if (outcome.ok) workers.poke(tenant)
    return outcome
  } catch (thrown) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw thrown
  }
}
// #endregion within
