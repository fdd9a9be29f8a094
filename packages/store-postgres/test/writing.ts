import type { Append, Commit, Store } from "@jinlin/sdk"
import type { Pool, PoolClient } from "pg"

/** A tenant for tests that need one only. */
export const tenant = "lakeside"

/** Events of these texts for one stream that holds `expected` events. */
export const append = (stream: string, expected: number, ...texts: ReadonlyArray<string>): Append => ({
  stream,
  expected,
  events: texts.map((text) => ({ type: "Noted", body: JSON.stringify({ text }), meta: "{}", digest: "none" })),
})

/** A commit of that tenant. */
export const commitOf = (parts: Omit<Commit, "tenant" | "at">): Commit => ({ tenant, at: 1_000, ...parts })

/** Commits, and gives the position that was told. */
export const written = async (store: Store, ...appends: ReadonlyArray<Append>): Promise<string> => {
  const answer = await store.commit(commitOf({ appends }))
  if (!answer.ok || answer.value.position === null) throw new Error(`not written: ${JSON.stringify(answer)}`)
  return answer.value.position
}

/** The log of that tenant to its end, as `stream@revision`, and where to read on. */
export const readOn = async (store: Store, after?: string) => {
  const page = await store.readLog(tenant, { after, limit: 1_000 })
  if (!page.ok) throw new Error(`not read: ${JSON.stringify(page)}`)
  const { events, next } = page.value
  return { seen: events.map(({ revision, stream }) => `${stream}@${revision}`), next: next ?? undefined }
}

/** Runs something on a client with an open transaction, and ends it as told. */
export const within = async <Value>(
  pool: Pool,
  run: (client: PoolClient) => Promise<Value>,
  end: "commit" | "rollback" = "commit",
): Promise<Value> => {
  const client = await pool.connect()
  try {
    await client.query("begin")
    const value = await run(client)
    await client.query(end)
    client.release()
    return value
  } catch (thrown) {
    client.release(true)
    throw thrown
  }
}
