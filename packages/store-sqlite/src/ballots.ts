import {
  type Answer,
  type BallotCount,
  type BallotRefused,
  type BallotWrite,
  type Commit,
  done,
  failed,
} from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"

/** A box as it stands, or would stand after earlier writes of a commit. */
interface Box {
  readonly closed: boolean
  readonly has: (choice: string) => boolean
}

const refused = (box: string, because: BallotRefused["because"]): BallotRefused => ({
  ...{ _tag: "BallotRefused", rule: "STORE-15" },
  ...{ box, because },
})

const stateOf = ({ tables }: Ledger, tenant: Tenant, box: string): "open" | "closed" | undefined => {
  const row = tables.one<readonly [number]>(
    "SELECT closed FROM jinlin_boxes WHERE tenant = ? AND box = ?",
    tenant.number,
    box,
  )
  return row === undefined ? undefined : row[0] === 1 ? "closed" : "open"
}

const boxAt = (ledger: Ledger, tenant: Tenant, box: string): Box | undefined => {
  const state = stateOf(ledger, tenant, box)
  if (state === undefined) return undefined
  const has = (choice: string): boolean =>
    ledger.tables.one(
      "SELECT 1 FROM jinlin_ballots WHERE tenant = ? AND box = ? AND choice = ?",
      ...[tenant.number, box, choice],
    ) !== undefined
  return { closed: state === "closed", has }
}

const refusal = (box: Box | undefined, write: BallotWrite): BallotRefused["because"] | undefined => {
  if (write._tag === "Open") return box === undefined ? undefined : "opened-before"
  if (box === undefined) return "unknown-box"
  if (box.closed) return "closed"
  return write._tag === "Cast" && !box.has(write.choice) ? "unknown-choice" : undefined
}

const changed = (box: Box | undefined, write: BallotWrite): Box => {
  switch (write._tag) {
    case "Open":
      return { closed: false, has: (choice) => write.choices.includes(choice) }
    case "Cast":
      return box ?? { closed: false, has: () => false }
    case "Close":
      return { closed: true, has: box?.has ?? (() => false) }
  }
}

/** Whether every box takes what is done to it, after what comes before in the commit. Rule STORE-15. */
export const ballotFault = (ledger: Ledger, tenant: Tenant, { ballots = [] }: Commit): BallotRefused | undefined => {
  const draft = new Map<string, Box>()
  for (const write of ballots) {
    const box = draft.get(write.box) ?? boxAt(ledger, tenant, write.box)
    const because = refusal(box, write)
    if (because !== undefined) return refused(write.box, because)
    draft.set(write.box, changed(box, write))
  }
  return undefined
}

const open = ({ tables }: Ledger, tenant: Tenant, { box, choices }: BallotWrite & { readonly _tag: "Open" }): void => {
  tables.run("INSERT INTO jinlin_boxes (tenant, box, closed) VALUES (?, ?, 0)", tenant.number, box)
  for (const [number, choice] of choices.entries())
    tables.run(
      "INSERT INTO jinlin_ballots (tenant, box, choice, number, count) VALUES (?, ?, ?, ?, 0)",
      ...[tenant.number, box, choice, number],
    )
}

/**
 * Writes every row of the table anew, in its order. Where a row lies in its page tells when it grew, and with that which choice
 * was cast before which other; what lay there before is overwritten (`secure_delete`).
 */
const layAnew = ({ tables }: Ledger): void => {
  type Row = readonly [tenant: number, box: string, choice: string, number: number, count: number]
  const rows = tables.all<Row>(
    "SELECT tenant, box, choice, number, count FROM jinlin_ballots ORDER BY tenant, box, choice",
  )
  tables.run("DELETE FROM jinlin_ballots")
  for (const row of rows)
    tables.run("INSERT INTO jinlin_ballots (tenant, box, choice, number, count) VALUES (?, ?, ?, ?, ?)", ...row)
}

const close = (ledger: Ledger, tenant: Tenant, box: string): void => {
  ledger.tables.run("UPDATE jinlin_boxes SET closed = 1 WHERE tenant = ? AND box = ?", tenant.number, box)
  layAnew(ledger)
}

const write = (ledger: Ledger, tenant: Tenant, ballot: BallotWrite): void => {
  switch (ballot._tag) {
    case "Open":
      open(ledger, tenant, ballot)
      break
    case "Cast":
      // Every row of the box is written anew, so that nothing shows which one was meant.
      ledger.tables.run(
        "UPDATE jinlin_ballots SET count = count + (choice = ?) WHERE tenant = ? AND box = ?",
        ...[ballot.choice, tenant.number, ballot.box],
      )
      break
    case "Close":
      close(ledger, tenant, ballot.box)
  }
}

/** Opens, casts and closes, which has been found to be possible. */
export const writeBallots = (ledger: Ledger, tenant: Tenant, { ballots = [] }: Commit): void => {
  for (const ballot of ballots) write(ledger, tenant, ballot)
}

/** How often each choice was cast in a box that is closed, in the order of the choices. Rule STORE-15. */
export const readBallots = (
  ledger: Ledger,
  tenant: Tenant,
  box: string,
): Answer<ReadonlyArray<BallotCount>, BallotRefused> => {
  const state = stateOf(ledger, tenant, box)
  if (state === undefined) return failed(refused(box, "unknown-box"))
  if (state === "open") return failed(refused(box, "still-open"))
  const rows = ledger.tables.all<readonly [string, number]>(
    "SELECT choice, count FROM jinlin_ballots WHERE tenant = ? AND box = ? ORDER BY number",
    tenant.number,
    box,
  )
  return done(rows.map(([choice, count]) => ({ choice, count })))
}
