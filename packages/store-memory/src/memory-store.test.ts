import type { Append, CommitResult } from "@jinlin/sdk"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { memoryStore } from "./index.ts"

const event = (type: string) => ({ type, body: `{"_tag":"${type}"}`, meta: "{}" })
const append = (stream: string, expected: number, ...types: ReadonlyArray<string>): Append => ({
  stream,
  expected,
  events: types.map(event),
})

describe("one atomic write", () => {
  it("numbers a stream and the log from 1 without gaps", async () => {
    await using store = memoryStore()
    await store.commit({ tenant: "t", appends: [append("a", 0, "X", "Y"), append("b", 0, "Z")] })
    await store.commit({ tenant: "t", appends: [append("a", 2, "W")] })
    const log = await store.readLog("t", 0, 10)
    expect(log.map(({ position, revision, stream, type }) => [position, stream, revision, type])).toEqual([
      [1, "a", 1, "X"],
      [2, "a", 2, "Y"],
      [3, "b", 1, "Z"],
      [4, "a", 3, "W"],
    ])
    expect(await store.readStream("t", "a", 2)).toEqual([log[3]])
    expect(await store.readLog("t", 1, 2)).toEqual(log.slice(1, 3))
  })

  it("writes nothing of a commit in which one stream has moved", async () => {
    await using store = memoryStore()
    await store.commit({ tenant: "t", appends: [append("b", 0, "Z")] })
    const result = await store.commit({ tenant: "t", appends: [append("a", 0, "X"), append("b", 0, "Y")] })
    expect(result).toEqual({ _tag: "VersionConflict", stream: "b", expected: 0, actual: 1 })
    expect(await store.readStream("t", "a")).toEqual([])
  })

  it("takes an empty append as nothing, and refuses a batch that is too large", async () => {
    await using store = memoryStore()
    expect(await store.commit({ tenant: "t", appends: [append("a", 0)] })).toEqual({ _tag: "Committed", position: 0 })
    const many = Array.from({ length: 10_001 }, () => "X")
    const result = await store.commit({ tenant: "t", appends: [append("a", 0, ...many)] })
    expect(result).toEqual({ _tag: "BatchTooLarge", events: 10_001, limit: 10_000 })
    expect(await store.readLog("t", 0, 1)).toEqual([])
  })
})

describe("the same command", () => {
  const command = (content: string, expected = 0) => ({
    tenant: "t",
    appends: [append("a", expected, "X")],
    idempotency: { key: "c-1", content },
  })

  it("has one effect and one answer, even after the stream has moved on", async () => {
    await using store = memoryStore()
    expect(await store.commit(command("one"))).toEqual({ _tag: "Committed", position: 1 })
    await store.commit({ tenant: "t", appends: [append("a", 1, "Y")] })
    expect(await store.commit(command("one"))).toEqual({ _tag: "AlreadyCommitted", position: 1 })
    expect(await store.readStream("t", "a")).toHaveLength(2)
  })

  it("with other content is a conflict and never a silent replay", async () => {
    await using store = memoryStore()
    await store.commit(command("one"))
    expect(await store.commit(command("two", 1))).toEqual({ _tag: "IdempotencyConflict", key: "c-1" })
    expect(await store.readStream("t", "a")).toHaveLength(1)
  })
})

describe("apart and ended", () => {
  it("keeps tenants apart that use the same names", async () => {
    await using store = memoryStore()
    await store.commit({ tenant: "t", appends: [append("a", 0, "X")] })
    expect(await store.readStream("T", "a")).toEqual([])
    expect(await store.commit({ tenant: "T", appends: [append("a", 0, "X")] })).toEqual({
      _tag: "Committed",
      position: 1,
    })
  })

  it("answers plainly after it was disposed of", async () => {
    const store = memoryStore()
    await store[Symbol.asyncDispose]()
    expect(await store.commit({ tenant: "t", appends: [] })).toEqual({ _tag: "StoreUnavailable", kind: "disposed" })
    expect(await store.readLog("t", 0, 1)).toEqual([])
  })

  it("hands out events that nobody can change", async () => {
    await using store = memoryStore()
    await store.commit({ tenant: "t", appends: [append("a", 0, "X")] })
    const [stored] = await store.readStream("t", "a")
    expect(Object.isFrozen(stored)).toBe(true)
  })
})

describe("one winner per expected version (R3)", () => {
  it("holds however sixteen writers interleave", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await using store = memoryStore()
        const commit = scheduler.scheduleFunction(store.commit)
        const writers = Array.from({ length: 16 }, (_, index) =>
          commit({ tenant: "t", appends: [append("a", 0, `W${index}`)] }),
        )
        await scheduler.waitAll()
        const results: ReadonlyArray<CommitResult> = await Promise.all(writers)
        expect(results.filter((result) => result._tag === "Committed")).toHaveLength(1)
        expect(results.filter((result) => result._tag === "VersionConflict")).toHaveLength(15)
        expect(await store.readStream("t", "a")).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})
