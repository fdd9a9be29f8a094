import { describe, expect, it } from "vitest"
import { importMatrix } from "./import-matrix.ts"
import { corePurity } from "./purity.ts"
import { effectBarrel, rings, testImports } from "./rings.ts"
import { places, said } from "./said.ts"

const core = "packages/core/src"

const kernel = {
  [`${core}/kernel/arithmetic.ts`]:
    'export { addDays } from "./date-arithmetic.ts"\nexport type { Text } from "./text.ts"',
  [`${core}/kernel/date-arithmetic.ts`]: 'export { addDays } from "./day-arithmetic.ts"',
  [`${core}/kernel/day-arithmetic.ts`]: "export const addDays = 1\nexport type CivilDate = string",
  [`${core}/kernel/text.ts`]:
    'import * as Schema from "effect/Schema"\nexport const Text = Schema.String\nexport type Text = string',
  [`${core}/kernel/index.ts`]: 'export { Text } from "./text.ts"\nexport { addDays } from "./arithmetic.ts"',
  [`${core}/kernel/decider.ts`]: "export const unless = 1",
}

const manifest = (name: string, rest: object = {}): string => JSON.stringify({ name, exports: {}, ...rest })

const matrixOf = (role: string, line: string): ReadonlyArray<string> =>
  said(importMatrix, { ...kernel, [`${core}/grid/${role}.ts`]: line })

describe("the import table of a process", () => {
  it.each([
    ["rules", 'import { addDays } from "../kernel/arithmetic.ts"'],
    ["rules", 'import type { Text } from "../kernel/index.ts"'],
    ["rules", 'import type { Policy } from "./policy.ts"'],
    ["rules/next", 'import { seatOf } from "./seats.ts"'],
    ["model", 'import * as Schema from "effect/Schema"'],
    ["policy", 'import * as SchemaIssue from "effect/SchemaIssue"'],
    ["model", 'import { Policy } from "./policy.ts"'],
    ["events", 'import { Term } from "./model.ts"\nimport { Text } from "../kernel/index.ts"'],
    ["decide", 'import { unless } from "../kernel/decider.ts"\nimport { nextInTurn } from "./rules/index.ts"'],
    ["decide", 'import * as Result from "effect/Result"'],
    ["decide", 'import type { CivilDate } from "../kernel/day-arithmetic.ts"'],
    ["evolve", 'import { Event } from "./events.ts"'],
    ["notices", 'import { Event } from "./events.ts"'],
    ["due", 'import { nextInTurn } from "./rules.ts"'],
    ["index", 'export { decide } from "./decide.ts"'],
  ])("lets %s write %s", (role, line) => {
    expect(matrixOf(role, line)).toEqual([])
  })

  it.each([
    [
      "rules",
      'import { addDays } from "../kernel/index.ts"',
      "../kernel/index.ts → packages/core/src/kernel/text.ts → effect/Schema",
    ],
    ["rules", 'import { type Text } from "../kernel/text.ts"', "reaches Effect at run time"],
    ["rules", 'import { Policy } from "./policy.ts"', "`rules` imports `policy` at run time"],
    ["rules", 'import * as Result from "effect/Result"', "`rules` imports effect/Result at run time"],
    ["rules/next", 'export { Grid } from "../model.ts"', "`rules` imports `model` at run time"],
    ["policy", 'import { Grid } from "./model.ts"', "`policy` imports `model` at run time"],
    ["commands", 'import { Event } from "./events.ts"', "`commands` imports `events` at run time"],
    ["events", 'const late = await import("./rules.ts")', "`events` imports `rules` at run time"],
    ["decide", 'import { Event } from "./events.ts"', "`decide` imports `events` at run time"],
    ["decide", 'import * as Schema from "effect/Schema"', "`decide` imports effect/Schema at run time"],
    ["evolve", 'import { nextInTurn } from "./rules.ts"', "`evolve` imports `rules` at run time"],
    ["evolve", 'import { defaults } from "./policy.ts"', "`evolve` imports `policy` at run time"],
    ["notices", 'import { Grid } from "./model.ts"', "`notices` imports `model` at run time"],
    ["due", 'import { Event } from "./events.ts"', "`due` imports `events` at run time"],
    ["views", 'import { decide } from "./decide.ts"', "`views` imports `decide` at run time"],
  ])("does not let %s write %s", (role, line, wrong) => {
    const found = matrixOf(role, line)
    expect(found).toEqual([expect.stringContaining(wrong)])
    expect(found[0]).toMatch(/^packages\/core\/src\/grid\/[\w/]+\.ts:1 /)
  })

  it("sees through re-exports and namespaces that a decider reckons with dates", () => {
    const named = matrixOf("decide", 'import { addDays, type CivilDate } from "../kernel/index.ts"')
    expect(named).toEqual([expect.stringContaining("`decide` does arithmetic of its own with `addDays`")])
    const spaced = matrixOf(
      "decide",
      'import * as dates from "../kernel/arithmetic.ts"\nexport const a = dates.addDays',
    )
    expect(spaced).toEqual([expect.stringContaining("`addDays`")])
  })

  it("keeps processes apart, their types too; reactions may know them, the kernel may not", () => {
    const line = 'import type { Rota } from "../rotating-chair/model.ts"'
    const files = { ...kernel, [`${core}/rotating-chair/model.ts`]: "export type Rota = string" }
    const at = (folder: string) => said(importMatrix, { ...files, [`${core}/${folder}/rules.ts`]: line })
    expect(at("grid")).toEqual([
      expect.stringContaining("reaches into `rotating-chair`, and only `reactions/` knows two processes"),
    ])
    expect(at("kernel")).toEqual([expect.stringContaining("reaches into `rotating-chair`")])
    expect(at("reactions")).toEqual([])
  })
})

describe("rings", () => {
  const packages = {
    "packages/core/package.json": manifest("@jinlin/core", {
      exports: { "./kernel": { "@jinlin/source": "./src/kernel/index.ts" } },
    }),
    "packages/sdk/package.json": manifest("@jinlin/sdk"),
    "packages/store-memory/package.json": manifest("@jinlin/store-memory"),
    "packages/jinlin/package.json": manifest("jinlin"),
  }
  const from = (folder: string, line: string) => places(rings, { ...packages, [`packages/${folder}/src/a.ts`]: line })

  it("let nothing of ours into core and sdk, and only sdk into an adapter", () => {
    expect(from("core", 'import { Store } from "@jinlin/sdk"')).toEqual(["packages/core/src/a.ts:1"])
    expect(from("sdk", 'import type { Decider } from "@jinlin/core/kernel"')).toEqual(["packages/sdk/src/a.ts:1"])
    expect(from("store-memory", 'import { Decider } from "@jinlin/core/kernel"')).toEqual([
      "packages/store-memory/src/a.ts:1",
    ])
    expect(from("store-memory", 'import { Store } from "@jinlin/sdk"')).toEqual([])
    expect(from("jinlin", 'import { Decider } from "@jinlin/core/kernel"')).toEqual([])
  })

  it("are not walked round by a relative path", () => {
    expect(from("jinlin", 'import { a } from "../../core/src/kernel/index.ts"')).toEqual(["packages/jinlin/src/a.ts:1"])
  })
})

describe("imports that nobody writes", () => {
  it("are the barrel of effect, in tests and as a type too", () => {
    const files = {
      "packages/core/src/kernel/a.ts": 'import { Schema } from "effect"',
      "packages/core/src/kernel/a.test.ts": 'import type { Effect } from "effect"',
      "examples/chair-only/src/main.ts": 'type Late = import("effect").Effect.Effect<void>',
      "packages/core/src/kernel/b.ts": 'import * as Schema from "effect/Schema"',
    }
    expect(places(effectBarrel, files)).toEqual([
      "examples/chair-only/src/main.ts:1",
      "packages/core/src/kernel/a.test.ts:1",
      "packages/core/src/kernel/a.ts:1",
    ])
  })

  it("are a test runner's in a source, unless the package runs on it", () => {
    const source = 'import * as fc from "fast-check"\nimport { table } from "./a.test.ts"'
    const files = {
      "packages/core/package.json": manifest("@jinlin/core", { devDependencies: { "fast-check": "catalog:" } }),
      "packages/core/src/kernel/a.ts": source,
      "packages/core/src/kernel/a.test.ts": source,
      "packages/testkit/package.json": manifest("@jinlin/testkit", { dependencies: { "fast-check": "^4.0.0" } }),
      "packages/testkit/src/a.ts": 'import * as fc from "fast-check"',
    }
    expect(places(testImports, files)).toEqual(["packages/core/src/kernel/a.ts:1", "packages/core/src/kernel/a.ts:2"])
  })
})

const inCore = (line: string): ReadonlyArray<string> => said(corePurity, { "packages/core/src/kernel/a.ts": line })

describe("core uses nothing of the world around it", () => {
  it.each([
    ["const now = Date.now()", "`Date`"],
    ["export const at = (day: Date): string => day.toISOString()", "`Date`"],
    ["const name = new Intl.DateTimeFormat()", "`Intl`"],
    ["type Format = Intl.NumberFormat", "`Intl`"],
    ["const day = Temporal.Now.plainDateISO()", "`Temporal`"],
    ["if (process.env.DEBUG) stop()", "`process`"],
    ["console.log(1)", "`console`"],
    ["const { crypto } = globalThis", "`globalThis`"],
    ["const world = { process }", "`process`"],
    ["setTimeout(() => {}, 1)", "`setTimeout`"],
    ["const id = crypto.randomUUID()", "`crypto`"],
    ["const t = performance.now()", "`performance`"],
    ["const x = Math.random()", "`Math.random`"],
    ["const x = Math.pow(2, 3)", "`Math.pow`"],
    ["const { pow } = Math", "`Math.…`"],
    ["const x = 2 ** 3", "`**`"],
    ["x **= 2", "`**`"],
    ["names.sort((a, b) => a.localeCompare(b))", "`localeCompare`"],
    ["const text = count.toLocaleString()", "`toLocaleString`"],
    ["const low = name.toLocaleLowerCase()", "`toLocaleLowerCase`"],
    ['import { readFileSync } from "node:fs"', "imports node:fs"],
    ['import * as Clock from "effect/Clock"', "imports effect/Clock"],
    ['import * as Sql from "effect/sql/SqlClient"', "imports effect/sql/SqlClient"],
  ])("refuses %s", (line, what) => {
    expect(inCore(line)).toEqual([expect.stringContaining(what)])
  })

  it.each([
    "export interface Decider { readonly process: string }",
    'export const chair = { process: "rotating-chair", Date: 1 }',
    "export const nameOf = (decider: { process: string }): string => decider.process",
    "export const named = (process: string): object => ({ process, text: process.length })",
    "export const half = (x: number): number => Math.floor(x / 2)",
    "export type CivilDate = string",
    "// Date.now() is what the shell knows",
    'import { sha256 } from "@noble/hashes/sha2.js"',
    'import * as Result from "effect/Result"',
  ])("allows %s", (line) => {
    expect(inCore(line)).toEqual([])
  })

  it("does not take a name of one function for that of another", () => {
    const text = "const named = (process: string) => process\nconst read = () => process.argv"
    expect(inCore(text)).toEqual([expect.stringContaining("a.ts:2 core uses `process`")])
  })

  it("leaves tests and other packages alone", () => {
    const files = { "packages/core/src/kernel/a.test.ts": "Date.now()", "packages/jinlin/src/a.ts": "Date.now()" }
    expect(said(corePurity, files)).toEqual([])
  })
})

describe("sorting without a comparator", () => {
  it.each([
    "export const of = (numbers: ReadonlyArray<number>) => [...numbers].sort()",
    "export const of = (found: unknown) => found.toSorted()",
    "export const of = (terms: Array<Term>) => terms.map((term) => term.ordinal).sort()",
  ])("is refused where items may be numbers: %s", (line) => {
    expect(inCore(line)).toEqual([expect.stringContaining("without a comparator sorts numbers as text")])
  })

  it.each([
    "export const of = (o: object) => Object.keys(o).sort()",
    "export const of = (names: ReadonlyArray<string>) => [...names].sort()",
    "export const of = <Item extends string>(items: ReadonlyArray<Item>) => { const order = [...items]; return order.toSorted() }",
    "export const of = (keys: unknown) => (keys as Array<string>).sort()",
    "export const of = (names: ReadonlySet<string>) => [...names].filter(Boolean).sort()",
    "export const of = (numbers: Array<number>) => numbers.sort((a, b) => a - b)",
  ])("is allowed where they are strings for certain: %s", (line) => {
    expect(inCore(line)).toEqual([])
  })
})
