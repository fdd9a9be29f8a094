import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createJinlin, listedDirectory, runJournal, type Story } from "../src/index.ts"
import { storyOf } from "../src/journal/story-of.ts"
import { timelineText } from "../src/report/index.ts"
import { journals, smallLines, smallUpTo, smallWith, smallWithout, type Telling } from "./journals.ts"
import { inLines, matterCharter, matterRows } from "./matter-journals.ts"
import { csv, smallCharter, smallJournal } from "./small-story.ts"
import { contentsOf, endingAt, failingAt, stores, tell, tenant, toldIn } from "./told-journals.ts"

/** The story as it is told without a store. */
const purely = ({ charter, file, ...options }: Telling): Story => {
  const told = runJournal(charter, file, options)
  if (told.ok) return told.value
  throw new Error(`a journal of the tests is refused: ${JSON.stringify(told.refusal)}`)
}

const told = async (telling: Telling, store: Store) => {
  const { charter, file, ...options } = telling
  return toldIn(await tell(charter, file, { ...options, store }))
}

const small: Telling = { charter: smallCharter(), file: csv(smallJournal()) }

/** What a store holds after the small story was told to it without a break. */
const unbroken = async (telling: Telling) => {
  const store = openMemoryStore()
  await told(telling, store)
  return contentsOf(store)
}

describe("JOURNAL-7 told to a store, a journal comes to what it comes to without one", () => {
  describe.each(stores)("on %s", (_name, open) => {
    test.each(journals)(
      "JOURNAL-7 %s: the same events in the same order, notices, tasks and standings",
      async (_of, telling) => {
        const store = await open()
        const { known, story, written } = await told(telling, store)
        const expected = purely(telling)
        expect(story).toEqual(expected)
        expect(JSON.stringify(story.entries)).not.toBe("[]")
        expect([known, written]).toEqual([0, expected.entries.length + expected.tasks.length])
        const read = await storyOf(store, tenant, telling.charter)
        expect(read.ok && { ...read.value, refused: story.refused }).toEqual(story)
      },
    )
  })

  test("JOURNAL-7 with tasks among the stories that are compared", () => {
    const [, telling = small] = journals.find(([name]) => name === "reactions that are left to a person") ?? []
    expect(purely(telling).tasks).toMatchObject([
      { rule: "REACTION-1", command: "SeatUnit", refusals: [{ _tag: "ReactionTooDeep", limit: 0 }] },
      { process: "rotating-chair", command: "MergeUnits" },
    ])
  })

  test("JOURNAL-7 whichever rows are left out", async () => {
    const some = fc.uniqueArray(fc.integer({ min: 3, max: smallLines }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(some, async (lines) => {
        const telling: Telling = { ...small, file: csv(smallWithout(new Set(lines))), partial: true }
        expect((await told(telling, openMemoryStore())).story).toEqual(purely(telling))
      }),
      { numRuns: 15 },
    )
  })

  test("JOURNAL-7 whichever rows of matters are left out", async () => {
    const all = matterRows()
    const some = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(some, async (leftOut) => {
        const file = inLines(all.filter((_, index) => !leftOut.includes(index)))
        const telling: Telling = { charter: matterCharter(), file, partial: true }
        expect((await told(telling, openMemoryStore())).story).toEqual(purely(telling))
      }),
      { numRuns: 15 },
    )
  })
})

describe("JOURNAL-8 each row is told once", () => {
  test.each(journals)("JOURNAL-8 %s, told again, writes nothing and is the same story", async (_of, telling) => {
    const store = openMemoryStore()
    const first = await told(telling, store)
    const before = await contentsOf(store)
    const again = await told(telling, store)
    expect([again.written, again.known]).toEqual([0, first.written])
    expect(again.story).toEqual(first.story)
    expect(await contentsOf(store)).toEqual(before)
  })

  test("JOURNAL-8 goes on where a longer journal goes on", async () => {
    const { until: _, ...charter } = small.charter
    const whole = { ...small, charter }
    const store = openMemoryStore()
    let written = 0
    for (const line of [4, 5, 9, 23, 24, smallLines])
      written += (await told({ ...whole, file: csv(smallUpTo(line)) }, store)).written
    expect(await contentsOf(store)).toEqual(await unbroken(whole))
    expect(written).toBe(purely(whole).entries.length)
  })

  /** Ends the process at one write of a telling, starts it anew, and gives what the store holds in the end. */
  const endedAt = async (telling: Telling, write: number, when: "before" | "after") => {
    const store = openMemoryStore()
    const process = endingAt(store, write, when)
    const came = await Promise.race([told(telling, process.store), process.ended])
    const { known, written } = await told(telling, store)
    return { came, all: known + written, contents: await contentsOf(store) }
  }

  test("JOURNAL-8 ended at any write, before it or behind it, it ends in the same log when it is told again", async () => {
    const [, telling = small] = journals.find(([name]) => name === "a unit that joins") ?? []
    const expected = await unbroken(telling)
    const counting = endingAt(openMemoryStore(), Number.POSITIVE_INFINITY, "before")
    await told(telling, counting.store)
    expect(counting.writes()).toBeGreaterThan(10)
    for (let write = 1; write <= counting.writes(); write += 1)
      for (const when of ["before", "after"] as const) {
        const { all, came, contents } = await endedAt(telling, write, when)
        expect([write, came]).toEqual([write, "ended"])
        expect(contents).toEqual(expected)
        expect(all).toBe(expected.log.length)
      }
  })

  test("JOURNAL-8 a store that fails once stops it, and the next run ends in the same log", async () => {
    const [, telling = small] = journals.find(([name]) => name === "a unit that joins") ?? []
    const expected = await unbroken(telling)
    const counting = endingAt(openMemoryStore(), Number.POSITIVE_INFINITY, "before")
    await told(telling, counting.store)
    for (let write = 1; write <= counting.writes(); write += 1)
      for (const when of ["before", "after"] as const) {
        const store = openMemoryStore()
        const { charter, file } = telling
        const failed = await tell(charter, file, { store: failingAt(store, write, when) })
        expect([write, failed]).toMatchObject([
          write,
          { ok: false, refusal: { _tag: "StoreStopped", refusal: { _tag: "StoreUnavailable", kind: "full" } } },
        ])
        await told(telling, store)
        expect(await contentsOf(store)).toEqual(expected)
      }
  })

  test("JOURNAL-8 a longer story too, with all that falls due in it", async () => {
    const expected = await unbroken(small)
    const counting = endingAt(openMemoryStore(), Number.POSITIVE_INFINITY, "before")
    await told(small, counting.store)
    const write = fc.integer({ min: 1, max: counting.writes() })
    await fc.assert(
      fc.asyncProperty(write, fc.constantFrom("before", "after"), async (at, when) => {
        const { came, contents } = await endedAt(small, at, when)
        expect(came).toBe("ended")
        expect(contents).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })
})

describe("JOURNAL-9 a store holds one journal", () => {
  const changed: ReadonlyArray<readonly [string, string, ReadonlyArray<readonly [number, string | null, string]>]> = [
    ["another field", smallWith(10, "社区会议室", "hall"), [[10, null, "ToldOtherwise"]]],
    ["another day", smallWith(22, "2026-03-20", "2026-03-21"), [[22, null, "ToldOtherwise"]]],
    ["another actor", smallWith(9, "p-secretary", "p-other"), [[9, null, "ToldOtherwise"]]],
    ["a row that is gone", smallWithout(new Set([9])), [[9, null, "ToldRowGone"]]],
    [
      "rows that are gone at the end",
      smallUpTo(42),
      [
        [43, null, "ToldRowGone"],
        [44, null, "ToldRowGone"],
      ],
    ],
  ]

  test.each(changed)("JOURNAL-9 %s is refused with its line, and nothing is written", async (_what, journal, rows) => {
    const store = openMemoryStore()
    await told(small, store)
    const before = await contentsOf(store)
    const again = await tell(small.charter, csv(journal), { store, partial: true })
    if (again.ok || again.refusal._tag !== "RowsRefused") throw new Error("not refused")
    expect(again.refusal.rows.map(({ field, line, refusal }) => [line, field, refusal._tag])).toEqual(rows)
    expect(await contentsOf(store)).toEqual(before)
  })

  test("JOURNAL-9 other choices of the charter are another row, and other names are not", async () => {
    const { charter } = small
    const store = openMemoryStore()
    const { written } = await told(small, store)
    const renamed = { ...charter, names: {} }
    expect(await told({ ...small, charter: renamed }, store)).toMatchObject({ written: 0, known: written })
    const stricter = { process: "joint-conference", choices: { agendaDays: 4 } } as const
    const other = { ...charter, policies: { ...charter.policies, conference: stricter } }
    expect(await tell(other, small.file, { store })).toMatchObject({
      refusal: {
        _tag: "RowsRefused",
        rows: [{ line: 2, command: "FoundConference", refusal: { _tag: "ToldOtherwise" } }],
      },
    })
  })

  test("JOURNAL-9 a new row before what was told is refused, with the day up to which it was", async () => {
    const { until: _, ...charter } = small.charter
    const store = openMemoryStore()
    await told({ charter, file: csv(smallWithout(new Set([9]))) }, store)
    expect(await tell(charter, small.file, { store })).toMatchObject({
      refusal: {
        rows: [{ line: 9, field: "date", refusal: { _tag: "ToldPastThis", on: "2026-02-06", reached: "2026-07-20" } }],
      },
    })
  })

  test("JOURNAL-9 a day that passed already in the store is not told of again", async () => {
    const { charter } = small
    const store = openMemoryStore()
    const [until, start] = ["2026-06-30", csv(smallUpTo(43))] as const
    await told({ charter: { ...charter, until }, file: start }, store)
    const again = await tell({ ...charter, until }, small.file, { store })
    expect(again.ok).toBe(true)
    const late = openMemoryStore()
    await told({ charter, file: start }, late)
    expect(await tell(charter, small.file, { store: late })).toMatchObject({
      refusal: { rows: [{ line: 44, refusal: { _tag: "ToldPastThis", on: "2026-07-20" } }] },
    })
  })
})

describe("JOURNAL-10 one writer at a time", () => {
  test.each(stores)("JOURNAL-10 on %s whoever begins later goes on, and the other stops", async (_name, open) => {
    const store = await open()
    const { charter, file } = small
    const [earlier, later] = await Promise.all([tell(charter, file, { store }), tell(charter, file, { store })])
    expect(earlier).toEqual({
      ok: false,
      refusal: { _tag: "StoreStopped", refusal: { _tag: "LeaseLost", rule: "STORE-9", lease: "journal" } },
    })
    expect(toldIn(later).story).toEqual(purely(small))
    expect(await contentsOf(store)).toEqual(await unbroken(small))
  })

  test("JOURNAL-10 the next run waits for nobody, however the one before it ended", async () => {
    const store = openMemoryStore()
    const process = endingAt(store, 20, "after")
    await Promise.race([told(small, process.store), process.ended])
    expect((await told(small, store)).story).toEqual(purely(small))
    expect(await contentsOf(store)).toEqual(await unbroken(small))
  })
})

describe("JOURNAL-7 what was sent to the shell is part of the story", () => {
  test("JOURNAL-7 with its own id for a cause, beside what followed from it", async () => {
    const store = openMemoryStore()
    const users = [
      { login: "sub", person: "p-1", units: [], offices: [{ post: "superior", within: "subdistrict" }], tenant },
    ]
    const clock = virtualClock(Date.UTC(2026, 0, 5, 1))
    const made = await createJinlin({ store, directory: listedDirectory(users), charter: small.charter, clock })
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    const policy = conferencePolicyDefaults
    await made.value.execute({
      ...({ tenant, id: "c-1", process: "joint-conference", subject: "willow" } as const),
      command: { _tag: "FoundConference", level: "community", convenor: "p-2", policy },
      actor: { login: "sub", post: "superior", within: "subdistrict" },
    })
    const story = await storyOf(store, tenant, small.charter)
    if (!story.ok) throw new Error(JSON.stringify(story.refusal))
    expect(story.value.entries).toMatchObject([
      {
        event: { _tag: "ConferenceFounded" },
        moment: { civilDate: "2026-01-05" },
        cause: { _tag: "Asked", command: "c-1" },
      },
    ])
    expect(timelineText(story.value, "en", { width: 200, colours: false })).toContain("asked for by command")
  })

  test("JOURNAL-7 an event that is not what was stored is refused, and no story is told", async () => {
    const store = openMemoryStore()
    await told(small, store)
    const spoiled: Store["readLog"] = async (...asked) => {
      const page = await store.readLog(...asked)
      if (!page.ok) return page
      const events = page.value.events.map((event, at) => (at === 3 ? { ...event, meta: `${event.meta} ` } : event))
      return { ok: true, value: { ...page.value, events } }
    }
    expect(await storyOf({ readLog: spoiled }, tenant, small.charter)).toMatchObject({
      ok: false,
      refusal: { _tag: "CorruptEvent", because: "digest" },
    })
  })
})
