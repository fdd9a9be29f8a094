import { DatabaseSync } from "node:sqlite"
import type { RawRows } from "@jinlin/testkit/store"

/** What landed for a tenant in the file, read by SQL on another connection, as a DBA would. */
export const rawRowsOf = (file: string, tenant: string, prefix = "jinlin_"): RawRows => {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = <Row>(columns: string, table: string, order = ""): ReadonlyArray<Row> => {
    const sql = `SELECT ${columns} FROM ${prefix}${table} AS rows JOIN ${prefix}tenants AS owner ON owner.number = rows.tenant
      WHERE owner.name = ? ${order}`
    const found: ReadonlyArray<unknown> = database.prepare(sql.replaceAll("jinlin_", prefix)).all(tenant)
    return found as ReadonlyArray<Row>
  }
  try {
    const due = rows<RawRows["due"][number]>("stream, key, at, rule, command, settled", "due")
    const ballots = rows<RawRows["ballots"][number]>(
      `box, choice, count, (SELECT closed FROM jinlin_boxes AS b WHERE b.tenant = rows.tenant AND b.box = rows.box) AS closed`,
      "ballots",
    )
    return {
      events: rows("stream, revision, type, body, meta, digest", "events", "ORDER BY place"),
      commands: rows("key, content, answer, at", "commands"),
      claims: rows("scope, key, holder", "claims"),
      due: due.map((row) => ({ ...row, settled: Boolean(row.settled) })),
      deliveries: rows(
        "id, key, kind, payload, status, starts, not_before AS notBefore, at, cause",
        "deliveries",
        "ORDER BY place",
      ),
      views: rows("view, version, key, body", "view_rows"),
      ballots: ballots.map((row) => ({ ...row, closed: Boolean(row.closed) })),
      audit: rows("kind, body, at", "audit", "ORDER BY place"),
    }
  } finally {
    database.close()
  }
}
