import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { CommandRequest, Jinlin } from "jinlin"
import { onTestFinished } from "vitest"

/** 2027-01-04, nine o'clock in Shanghai: a Monday. */
export const monday = Date.UTC(2027, 0, 4, 1)
export const day = 86_400_000

/** Whether this Node runs `await using` without a compiler: Node 24 and newer do. */
export const runsAwaitUsing = Number.parseInt(process.versions.node, 10) >= 24

/** Paths of files that are gone when the test is over. */
export const temporaryFolder = (): ((name: string) => string) => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-platform-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return (name) => join(folder, name)
}

/** How many rows each table of a file holds, read on a connection of its own. What workers note of themselves is left out. */
export const rowsIn = (file: string): ReadonlyMap<string, number> => {
  const database = new DatabaseSync(file)
  const names = database.prepare("select name from sqlite_schema where type = 'table' order by name").all()
  const counts = names.map(({ name }): readonly [string, number] => [
    String(name),
    Number(database.prepare(`select count(*) as count from "${String(name)}"`).get()?.["count"]),
  ])
  database.close()
  return new Map(counts)
}

/** Carries out requests that must be accepted. */
export const grant = async (jinlin: Jinlin, ...requests: ReadonlyArray<CommandRequest>): Promise<void> => {
  for (const request of requests) {
    const outcome = await jinlin.execute(request)
    if (!outcome.ok) throw new Error(`${request.id} was refused: ${JSON.stringify(outcome.refusals)}`)
  }
}

/** An answer that refuses by this name. */
export const refusedAs = (tag: string) => ({ ok: false, refusals: [{ _tag: tag }] })

/** The tags of what was refused, or nothing. */
export const tagsOf = (
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusals: ReadonlyArray<{ readonly _tag: string }> },
): ReadonlyArray<string> => (outcome.ok ? [] : outcome.refusals.map(({ _tag }) => _tag))
