import type { Pool } from "pg"
import { openedStore } from "../opened.ts"
import { tenant } from "../writing.ts"
import { commandOf } from "./command.ts"
import type { Killed } from "./kills.ts"

/** What is left of acknowledged commands. */
export interface Left {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: number
  /** Commands of which some rows are there and others are not. */
  readonly torn: number
  /** Commands that are there and were not acknowledged, and how many of them got the kept answer when asked again. */
  readonly unacknowledged: number
  readonly answered: number
  /** Commands that are there, and of these events that the log does not show. */
  readonly hidden: number
}

const rows = `select coalesce(e.stream, c.key, d.stream, v.id) as name,
    (e.stream is not null and c.key is not null and d.stream is not null and v.id is not null
      and s.revision = 1) as whole
  from jinlin_events e
  full join jinlin_commands c on c.key = e.stream
  full join jinlin_due d on d.stream = coalesce(e.stream, c.key)
  full join jinlin_deliveries v on v.id = coalesce(e.stream, c.key, d.stream)
  left join jinlin_streams s on s.stream = coalesce(e.stream, c.key, d.stream, v.id)`

/** How many of these commands get the answer that was kept when they are asked once more. */
const answeredAgain = async (pool: Pool, names: ReadonlyArray<string>): Promise<number> => {
  const store = await openedStore({ pool })
  let answered = 0
  for (const name of names) {
    const answer = await store.commit(commandOf(name))
    if (answer.ok && answer.value.repeated && answer.value.answer === `answer to ${name}`) answered += 1
  }
  await store[Symbol.asyncDispose]()
  return answered
}

/** The streams whose events the log shows. */
const shownInLog = async (pool: Pool): Promise<ReadonlySet<string>> => {
  const store = await openedStore({ pool })
  const shown = new Set<string>()
  let after: string | undefined
  for (;;) {
    const page = await store.readLog(tenant, { after, limit: 10_000 })
    if (!page.ok) throw new Error(JSON.stringify(page.failure))
    for (const { stream } of page.value.events) shown.add(stream)
    after = page.value.next ?? undefined
    if (page.value.atEnd) return shown
  }
}

/** Compares what landed with what was acknowledged. */
export const leftOf = async (pool: Pool, { acknowledged, kills }: Killed): Promise<Left> => {
  const landed = (await pool.query<{ readonly name: string; readonly whole: boolean }>(rows)).rows
  const whole = new Set(landed.filter((row) => row.whole).map(({ name }) => name))
  const known = new Set(acknowledged)
  const others = [...whole].filter((name) => !known.has(name))
  const shown = await shownInLog(pool)
  return {
    ...{ kills, acknowledged: known.size, torn: landed.length - whole.size },
    lost: acknowledged.filter((name) => !whole.has(name)).length,
    ...{ unacknowledged: others.length, answered: await answeredAgain(pool, others) },
    hidden: [...whole].filter((name) => !shown.has(name)).length,
  }
}

/** The figures in a line. */
export const lineOf = (what: string, left: Left): string =>
  `crash, ${left.kills} kills of ${what}: acknowledged ${left.acknowledged}, lost ${left.lost}, torn ${left.torn}; ` +
  `committed but not acknowledged ${left.unacknowledged}, of which ${left.answered} got the kept answer\n`
