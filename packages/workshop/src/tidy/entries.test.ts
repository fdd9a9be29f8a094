import { describe, expect, it } from "vitest"
import { keptTypes, plainModules } from "./forbidden-syntax.ts"
import { docstrings, explicitExports } from "./public-entries.ts"
import { places, said } from "./said.ts"

const manifest = JSON.stringify({
  name: "@jinlin/core",
  exports: { "./grid": { "@jinlin/source": "./src/grid/index.ts" } },
})

const withEntry = (index: string, others: Record<string, string> = {}): Record<string, string> => ({
  "packages/core/package.json": manifest,
  "packages/core/src/grid/index.ts": index,
  ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`packages/core/src/grid/${name}`, text])),
})

describe("what is public is listed by name", () => {
  it.each(['export * from "./rules.ts"', 'export * as rules from "./rules.ts"', 'export type * from "./model.ts"'])(
    "and not passed on as a whole: %s",
    (line) => {
      expect(places(explicitExports, withEntry(line))).toEqual(["packages/core/src/grid/index.ts:1"])
    },
  )

  it("deeper in a process too", () => {
    const files = withEntry("", { "rules/index.ts": '\nexport * from "./next.ts"' })
    expect(places(explicitExports, files)).toEqual(["packages/core/src/grid/rules/index.ts:2"])
  })

  it("but outside processes entries may share a list of names", () => {
    const entry = { "@jinlin/source": "./src/index.ts" }
    const files = (list: string) => ({
      "packages/messages/package.json": JSON.stringify({ name: "@jinlin/messages", exports: { ".": entry } }),
      "packages/messages/src/index.ts": 'export type * from "./public-types.ts"',
      "packages/messages/src/public-types.ts": list,
    })
    expect(said(explicitExports, files('export type { Messages } from "./messages.ts"'))).toEqual([])
    expect(said(explicitExports, files("export type Messages = string")).length).toBe(1)
  })
})

describe("docstrings", () => {
  it("are missed where a public name is declared, through every re-export", () => {
    const files = withEntry('export { nextInTurn as next, type Seat } from "./rules/index.ts"\nexport const grid = 1', {
      "rules/index.ts":
        'import { seatOf as nextInTurn } from "./next.ts"\nexport { nextInTurn }\nexport type { Seat } from "./next.ts"',
      "rules/next.ts": "export const seatOf = () => 1\n\nexport interface Seat { a: 1 }\nexport const hidden = 1",
    })
    expect(said(docstrings, files)).toEqual([
      expect.stringContaining("grid/index.ts:2 public `grid` has no docstring"),
      expect.stringContaining("grid/rules/next.ts:1 public `seatOf` has no docstring"),
      expect.stringContaining("grid/rules/next.ts:3 public `Seat` has no docstring"),
    ])
  })

  it("may stand at the value for its type, and must say something", () => {
    const documented =
      "/** A seat. */\nexport const Seat = 1\nexport type Seat = typeof Seat\n/** */\nexport function stand() {}"
    expect(said(docstrings, withEntry(documented))).toEqual([expect.stringContaining("index.ts:5 public `stand`")])
  })
})

describe("types that are given up", () => {
  it.each([
    ["export const of = (x: any) => x", "`any`"],
    ["const a = b as any", "`any`"],
    ["const a = b as unknown as string", "`as unknown as`"],
    ["const a = (b as unknown) as string", "`as unknown as`"],
    ["const a = b!.c", "`!`"],
    ["// @ts-ignore", "@ts-ignore"],
    ["/* @ts-expect-error */", "@ts-expect-error"],
    ["//@ts-nocheck", "@ts-nocheck"],
  ])("are found in %s", (line, what) => {
    expect(said(keptTypes, { "packages/sdk/src/a.ts": line })).toEqual([expect.stringContaining(what)])
  })

  it.each(["const a = b as unknown", "const any = 1", "const a = !b", 'const a = "as any"', "const a = b as string"])(
    "are not seen in %s",
    (line) => {
      expect(said(keptTypes, { "packages/sdk/src/a.ts": line })).toEqual([])
    },
  )

  it("are free in tests", () => {
    expect(
      said(keptTypes, {
        "packages/sdk/src/a.test.ts": "// @ts-expect-error: not a date\nread(1 as unknown as string)",
      }),
    ).toEqual([])
  })
})

describe("plain modules", () => {
  it.each([
    ["enum Colour { Red }", "an enum"],
    ["export const enum Colour { Red }", "an enum"],
    ["namespace A { export const b = 1 }", "a namespace"],
    ["export default 1", "a default"],
    ["export default function f() {}", "a default"],
    ["const a = 1\nexport { a as default }", "a default"],
  ])("have no %s", (line, what) => {
    expect(said(plainModules, { "packages/sdk/src/a.test.ts": line })).toEqual([expect.stringContaining(what)])
  })

  it("may switch with a default clause and describe a module of others", () => {
    const text = 'switch (a) { default: b() }\ndeclare module "chinese-days" { export const c: string }'
    expect(said(plainModules, { "packages/sdk/src/a.ts": text })).toEqual([])
  })
})
