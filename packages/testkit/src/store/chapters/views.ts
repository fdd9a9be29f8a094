import { type Store, type ViewQuery, viewCheckpoint } from "@jinlin/sdk"
import { allOf, breathe, granted, holds, refused, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

type Row = { readonly key: string; readonly body: string | null }

const row = (key: string, body: string | null = `body of ${key}`): Row => ({ key, body })

const writing = ({ store, tenant }: Trial, version: string, ...rows: ReadonlyArray<Row>) =>
  granted(store.commit(commitOf(tenant, { views: [{ view: "board", version, rows }] })), "rows of a view")

const switching = ({ store, tenant }: Trial, version: string) =>
  granted(store.commit(commitOf(tenant, { viewSwitches: [{ view: "board", version }] })), "switching a version on")

const keysIn = async ({ store, tenant }: Trial, query: Omit<ViewQuery, "view"> = {}, limit = 100) => {
  const read = (after: string | undefined) => store.readView(tenant, { view: "board", ...query, after, limit })
  return (await allRows(read, "a view")).map(({ key }) => key)
}

const rows: StoreTrial = {
  title: "keeps rows by key, the last one written, takes away what is null, and minds neither other views nor versions",
  run: async (trial) => {
    const { store, tenant } = trial
    await writing(trial, "1", row("b"), row("a"), row("B"), row("a", "another body"), row("c"))
    await writing(trial, "2", row("a", "of version 2"))
    await writing(trial, "1", row("b", null), row("never", null), row("c", "changed"))
    const page = await granted(store.readView(tenant, { view: "board", version: "1", limit: 9 }), "version 1")
    same(page.rows, [row("B"), row("a", "another body"), row("c", "changed")], "the rows of version 1")
    same([page.version, page.next], ["1", null], "what else the page says")
    same(await keysIn(trial, { version: "2" }), ["a"], "the rows of version 2")
    const none = { rows: [], next: null, version: "3", checkpoint: null }
    same(
      await granted(store.readView(tenant, { view: "board", version: "3", limit: 9 }), "version 3"),
      none,
      "version 3",
    )
    same((await granted(store.readView(tenant, { view: "Board", version: "1", limit: 9 }), "Board")).rows, [], "Board")
  },
}

const queries: StoreTrial = {
  title:
    "reads rows in the order of their keys by code units: all, those of some keys, those that begin alike, in pages",
  run: async (trial) => {
    const { store, tenant } = trial
    const keys = ["a_1", "ab1", "a-1", "A_1", "a_", "a_2", "a.1", "a:1", "b", "a"]
    await writing(trial, "1", ...keys.map((key) => row(key)))
    await switching(trial, "1")
    const inOrder = ["A_1", "a", "a-1", "a.1", "a:1", "a_", "a_1", "a_2", "ab1", "b"]
    for (const limit of [1, 3, 5, 9, 10, 11]) same(await keysIn(trial, {}, limit), inOrder, `in pages of ${limit}`)
    same(await keysIn(trial, { prefix: "" }), inOrder, "those that begin with nothing")
    same(await keysIn(trial, { prefix: "a_" }, 2), ["a_", "a_1", "a_2"], "those that begin with a_")
    same(await keysIn(trial, { prefix: "A" }), ["A_1"], "those that begin with A")
    same(await keysIn(trial, { prefix: "zz" }), [], "those that begin with zz")
    same(await keysIn(trial, { keys: ["b", "a_1", "none", "A_1", "b"] }, 2), ["A_1", "a_1", "b"], "those of some keys")
    same(await keysIn(trial, { keys: [] }), [], "those of no keys")
    const whole = await granted(store.readView(tenant, { view: "board", limit: 10 }), "all on one page")
    same([whole.rows.length, whole.next], [10, null], "a page that just holds all")
  },
}

const versions: StoreTrial = {
  title: "answers from the version that is switched on, and from the one before until then",
  run: async (trial) => {
    const { store, tenant } = trial
    const empty = { rows: [], next: null, version: "", checkpoint: null }
    same(await granted(store.readView(tenant, { view: "board", limit: 5 }), "no view"), empty, "before anything is on")
    await writing(trial, "1", row("old"))
    same(
      await granted(store.readView(tenant, { view: "board", limit: 5 }), "no view"),
      empty,
      "a version that is not on",
    )
    await switching(trial, "1")
    await writing(trial, "2", row("new"))
    same(await keysIn(trial), ["old"], "while the next version is made")
    const both = { views: [{ view: "board", version: "2", rows: [row("newer")] }] }
    const on = { ...both, viewSwitches: [{ view: "board", version: "2" }] }
    await refused(
      store.commit(commitOf(tenant, { ...on, guards: [{ stream: "a", revision: 1 }] })),
      { _tag: "VersionConflict" },
      "a switch in a commit that fails",
    )
    same(await keysIn(trial), ["old"], "after a switch that failed")
    await granted(store.commit(commitOf(tenant, on)), "rows and switch at once")
    same(await keysIn(trial), ["new", "newer"], "after the switch")
    same(await keysIn(trial, { version: "1" }), ["old"], "the version before, by its name")
    await switching(trial, "1")
    same((await granted(store.readView(tenant, { view: "board", limit: 5 }), "back")).version, "1", "switched back")
  },
}

const dropped: StoreTrial = {
  title: "forgets a version with its rows and its checkpoint, and leaves alone the one that is switched on",
  run: async (trial) => {
    const { store, tenant } = trial
    const to = (await granted(store.commit(commitOf(tenant, { appends: [append("a", 0, noted(1))] })), "an event"))
      .position
    for (const version of ["1", "2"]) {
      const checkpoints = [{ name: viewCheckpoint({ view: "board", version }), from: null, to: to ?? "" }]
      const views = [{ view: "board", version, rows: [row(`row-of-${version}`)] }]
      await granted(store.commit(commitOf(tenant, { views, checkpoints })), "rows with their checkpoint")
    }
    await switching(trial, "2")
    for (const version of ["1", "2", "3"])
      same(await granted(store.dropView(tenant, { view: "board", version }), "dropping"), null, "what dropping answers")
    const one = await granted(store.readView(tenant, { view: "board", version: "1", limit: 5 }), "version 1")
    same([one.rows, one.checkpoint], [[], null], "the version that was dropped")
    const name = viewCheckpoint({ view: "board", version: "1" })
    same(await granted(store.readCheckpoint(tenant, name), "its checkpoint"), null, "its checkpoint")
    const two = await granted(store.readView(tenant, { view: "board", limit: 5 }), "version 2")
    same([two.rows.length, two.checkpoint], [1, to], "the version that is on")
  },
}

const checkpoints: StoreTrial = {
  title: "moves a checkpoint only from where it stands, and writes nothing of a commit that thinks otherwise",
  run: async (trial) => {
    const { store, tenant } = trial
    const at: Array<string> = []
    for (const count of upTo(3))
      at.push(
        (await granted(store.commit(commitOf(tenant, { appends: [append("a", count - 1, noted(count))] })), "an event"))
          .position ?? "",
      )
    const [one = "", two = "", three = ""] = at
    const move = (from: string | null, to: string, name = "reader") =>
      store.commit(commitOf(tenant, { checkpoints: [{ name, from, to }], appends: [append("b", 0, noted(to))] }))
    const moved = { _tag: "CheckpointMoved", rule: "STORE-12", name: "reader" }
    same(await granted(store.readCheckpoint(tenant, "reader"), "a checkpoint"), null, "before it was read")
    await refused(move(one, two), moved, "from where it never stood")
    await granted(
      store.commit(commitOf(tenant, { checkpoints: [{ name: "reader", from: null, to: one }] })),
      "the first",
    )
    await refused(move(null, two), moved, "from the start again")
    await refused(move(two, three), moved, "from where it does not stand yet")
    same(await granted(store.readCheckpoint(tenant, "reader"), "a checkpoint"), one, "after moves that failed")
    same(await granted(store.readCheckpoint(tenant, "Reader"), "a checkpoint"), null, "a reader of another case")
    same((await granted(store.readStream(tenant, "b"), "a stream")).length, 0, "events of moves that failed")
    await granted(move(one, three), "from where it stands")
    same(await granted(store.readCheckpoint(tenant, "reader"), "a checkpoint"), three, "after it was moved")
  },
}

const folded: StoreTrial = {
  title:
    "commits rows with the checkpoint of their fold: of many folds at once one goes through, and nothing counts twice (R6)",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    const name = viewCheckpoint({ view: "board", version: "1" })
    let from: string | null = null
    for (const round of upTo(rounds)) {
      const event = commitOf(tenant, { appends: [append("a", round - 1, noted(round))] })
      const to: string = (await granted(store.commit(event), "an event")).position ?? ""
      const fold = (one: (typeof stores)[number], index: number) =>
        one.commit(
          commitOf(tenant, {
            checkpoints: [{ name, from, to }],
            views: [{ view: "board", version: "1", rows: [row("total", String(round)), row(`by-${index}`, to)] }],
          }),
        )
      const answers = await allOf(stores.map(fold))
      same(answers.filter(({ ok }) => ok).length, 1, `folds that went through in round ${round}`)
      const page = await granted(store.readView(tenant, { view: "board", version: "1", limit: 100 }), "the view")
      same(page.checkpoint, to, "the checkpoint that the page tells")
      same(page.rows.find(({ key }) => key === "total")?.body, String(round), "the row at that checkpoint")
      same(page.rows.filter(({ body }) => body === to).length, 1, "rows of folds that went through")
      from = to
    }
    holds(from !== null, "at least one round is run")
  },
}

const atCheckpoint: StoreTrial = {
  title: "shows rows and the checkpoint that they belong to, while a fold goes on and many read",
  run: async ({ store, tenant, writers }) => {
    const stores = await writers()
    const name = viewCheckpoint({ view: "board", version: "1" })
    const totals = new Map<string | null, string>()
    let folding = true
    const fold = async (): Promise<void> => {
      let from: string | null = null
      for (const count of upTo(20)) {
        const event = commitOf(tenant, { appends: [append("a", count - 1, noted(count))] })
        const to: string = (await granted(store.commit(event), "an event")).position ?? ""
        totals.set(to, String(count))
        const views = [{ view: "board", version: "1", rows: [row("total", String(count)), row(`k-${count}`)] }]
        await granted(store.commit(commitOf(tenant, { checkpoints: [{ name, from, to }], views })), "a fold")
        from = to
      }
    }
    const look = async (one: Store): Promise<void> => {
      while (folding) {
        const page = await granted(one.readView(tenant, { view: "board", version: "1", limit: 100 }), "the view")
        const total = page.rows.find(({ key }) => key === "total")?.body
        same(total, totals.get(page.checkpoint), "the total at the checkpoint that the page tells")
        same(page.rows.length, total === undefined ? 0 : Number(total) + 1, "rows at that checkpoint")
        await breathe()
      }
    }
    const folded = fold().finally(() => {
      folding = false
    })
    await allOf([folded, ...stores.slice(0, 4).map(look)])
  },
}

/** STORE-12. */
export const views: StoreChapter = {
  rule: "STORE-12",
  says: "rows of a view commit with their checkpoint, and a version is switched on at once",
  trials: [rows, queries, versions, dropped, checkpoints, folded, atCheckpoint],
}
