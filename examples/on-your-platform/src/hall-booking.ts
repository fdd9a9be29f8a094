import type { DatabaseSync } from "node:sqlite"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { sqliteStoreWithin } from "@jinlin/store-sqlite"
import type { Jinlin, Outcome } from "jinlin"
import { schedule, tenant } from "./requests.ts"

/** A table of your own, in the same file. */
export const hallTable = "create table if not exists hall_booking (day text primary key, meeting text not null)"

// #region within
/** Books the hall in a table of yours and sets the meeting: both, or neither. The transaction is yours from end to end. */
export const bookHall = async (
  { within, workers }: Jinlin,
  database: DatabaseSync,
  { meeting, on }: { readonly meeting: string; readonly on: CivilDate },
): Promise<Outcome> => {
  database.exec("BEGIN IMMEDIATE")
  try {
    database.prepare("insert into hall_booking (day, meeting) values (?, ?)").run(on, meeting)
    const outcome = await within(sqliteStoreWithin(database)).execute(schedule(meeting, on))
    database.exec(outcome.ok ? "COMMIT" : "ROLLBACK")
    if (outcome.ok) workers.poke(tenant)
    return outcome
  } catch (thrown) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw thrown
  }
}
// #endregion within
