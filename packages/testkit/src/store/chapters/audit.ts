import { allOf, granted, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { commitOf, noon, noted, upTo } from "../writing.ts"

const entriesIn = ({ store, tenant }: Trial, limit = 100) =>
  allRows((after) => store.readAudit(tenant, { after, limit }), "audit entries")

const inOrder: StoreTrial = {
  title: "keeps entries in the order of commits with their moment, page by page, and says when there is no more",
  run: async (trial) => {
    const { store, tenant } = trial
    same(await granted(store.readAudit(tenant, { limit: 5 }), "no entries"), { rows: [], next: null }, "no entries")
    const entry = (what: number) => ({ kind: what % 2 === 0 ? "looked" : "forbidden", body: noted(what) })
    for (const count of upTo(5)) {
      const parts = { at: noon - count, audit: [entry(2 * count - 1), entry(2 * count)] }
      await granted(store.commit(commitOf(tenant, parts)), "two entries")
    }
    const all = upTo(10).map((what) => ({ ...entry(what), at: noon - Math.ceil(what / 2) }))
    for (const limit of [1, 3, 5, 9, 10, 11]) {
      const rows = (await entriesIn(trial, limit)).map(({ at, body, kind }) => ({ kind, body, at }))
      same(rows, all, `entries in pages of ${limit}`)
    }
    const positions = (await entriesIn(trial)).map(({ position }) => position)
    same(
      [...new Set(positions)].sort((one, other) => (one < other ? -1 : 1)),
      positions,
      "their positions as text",
    )
    const { next, rows } = await granted(store.readAudit(tenant, { limit: 10 }), "all on one page")
    same([rows.length, next], [10, null], "a page that just holds all")
    const after = positions[6] ?? ""
    const rest = await granted(store.readAudit(tenant, { after, limit: 5 }), "after the seventh")
    same(
      rest.rows.map(({ body }) => body),
      [8, 9, 10].map(noted),
      "after the seventh",
    )
  },
}

const race: StoreTrial = {
  title: "loses no entry of many that are written at once, and keeps those of one writer in order",
  run: async (trial) => {
    const { tenant, writers } = trial
    const stores = await writers()
    await allOf(
      stores.map(async (one, writer) => {
        for (const count of upTo(4))
          await granted(
            one.commit(commitOf(tenant, { audit: [{ kind: `w-${writer}`, body: noted(count) }] })),
            "an entry",
          )
      }),
    )
    const entries = await entriesIn(trial, 7)
    for (const writer of stores.keys())
      same(
        entries.filter(({ kind }) => kind === `w-${writer}`).map(({ body }) => body),
        upTo(4).map(noted),
        "the entries of one writer",
      )
    same(entries.length, stores.length * 4, "entries of all writers")
  },
}

/** STORE-16. */
export const audit: StoreChapter = {
  rule: "STORE-16",
  says: "audit entries stand in the order of commits",
  trials: [inOrder, race],
}
