import { readFileSync } from "node:fs"
import { join } from "node:path"
import { runJournal } from "jinlin"
import { describe, expect, it } from "vitest"
import { home, wantedFiles, writtenFiles } from "../scripts/folder.ts"
import { keptQuestions } from "../scripts/kept-questions.ts"
import { eastLake } from "../scripts/scenarios/east-lake.ts"
import { publishedCases, publishedHistories } from "./published.ts"

const remedy = "Remedy: run `node packages/vectors/scripts/generate.ts`, and look at what it changes."
const committed = writtenFiles()
const wanted = wantedFiles()
const cases = publishedCases.flatMap((file) => file.cases.map((each) => ({ ...each, file })))

describe("the files of this package", () => {
  it("VECTORS-1 are what our deciders answer today", () => {
    const differing = [...new Set([...committed.keys(), ...wanted.files.keys()])].filter(
      (path) => committed.get(path) !== wanted.files.get(path),
    )
    expect(differing, remedy).toEqual([])
  })

  it("VECTORS-1 are covered as the table of the README says", () => {
    expect(readFileSync(join(home, "README.md"), "utf8"), remedy).toBe(wanted.readme)
    expect(wanted.readme).not.toMatch(/^\| `.*; not /m)
  })

  it("VECTORS-1 tell the year of the example as the product tells it", () => {
    const { charter, file } = eastLake()
    const story = runJournal(charter, file)
    if (!story.ok) throw new Error(JSON.stringify(story.refusal))
    for (const process of ["joint-conference", "rotating-chair"] as const) {
      const told = story.value.entries.filter((entry) => entry.process === process).map(({ event }) => event)
      const history = publishedHistories.find((each) => each.process === process && each.history === "east-lake")
      expect(history?.events).toEqual(JSON.parse(JSON.stringify(told)))
    }
  })

  it("hold the case that the README shows", () => {
    const [, shown = "{}"] = /<!-- a case of [^>]*-->\n```json\n([^`]*)```/.exec(wanted.readme) ?? []
    const { file: _, ...published } = cases.find(({ id }) => id === JSON.parse(shown).id) ?? { file: undefined }
    expect(JSON.parse(shown)).toEqual(published)
  })

  it("stay below eight megabytes", () => {
    const bytes = [...committed.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeGreaterThan(1_000_000)
    expect(bytes).toBeLessThan(8_000_000)
  })

  it("name each case once, after its process and its file's scenario", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(cases.filter(({ file, id }) => !id.startsWith(`${file.process}/`))).toEqual([])
  })

  it("refer only to histories that are there, and to no more events than these hold", () => {
    const lengths = new Map(
      publishedHistories.map(({ events, history, process }) => [`${process}/${history}`, events.length]),
    )
    const astray = cases.filter(({ file, history }) => {
      if (history === undefined || !("from" in history)) return false
      return history.count < 1 || history.count > (lengths.get(`${file.process}/${history.from}`) ?? 0)
    })
    expect(astray).toEqual([])
  })
})

describe("cases that were published", () => {
  const head = { process: "rotating-chair", asks: "decide" }
  const history = (...events: ReadonlyArray<string>) =>
    ["histories/rotating-chair/life.json", JSON.stringify({ events: events.map((_tag) => ({ _tag })) })] as const
  const files = (life: readonly [string, string], ...list: ReadonlyArray<object>) =>
    new Map([life, ["cases/rotating-chair/life.json", JSON.stringify({ ...head, cases: list })] as const])
  const one = {
    id: "a/1",
    says: "x",
    rules: ["A-1"],
    history: { from: "life", count: 1 },
    command: { _tag: "Go" },
    expect: {},
  }
  const two = { ...one, id: "a/2", history: [] }
  const before = files(history("Began"), one)

  it("VECTORS-2 stay when others are added, and when their sentences are mended", () => {
    const after = files(history("Began", "Ended"), { ...one, says: "y", rules: ["A-2"] }, two)
    expect(keptQuestions(before, after)).toEqual({ added: 1, broken: [], answeredAnew: [] })
  })

  it.each([
    ["are gone", files(history("Began"))],
    ["have another name", files(history("Began"), { ...one, id: "a/3" })],
    ["ask for something else", files(history("Began"), { ...one, command: { _tag: "Stop" } })],
    ["have another history", files(history("Began"), { ...one, history: [] })],
    ["have other events in their history", files(history("Opened"), one)],
  ])("VECTORS-2 are not replaced in silence: those that %s", (_what, after) => {
    expect(keptQuestions(before, after).broken).toEqual(["a/1"])
  })

  it("VECTORS-2 may be answered anew, and that is said", () => {
    const after = files(history("Began"), { ...one, expect: { events: [] } })
    expect(keptQuestions(before, after)).toEqual({ added: 0, broken: [], answeredAnew: ["a/1"] })
  })

  it("VECTORS-2 are known by one id each", () => {
    expect(() => keptQuestions(before, files(history("Began"), one, one))).toThrow("Two cases are called a/1")
  })
})
