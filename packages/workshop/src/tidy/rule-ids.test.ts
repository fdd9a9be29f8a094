import { describe, expect, it } from "vitest"
import { namedRulesAreListed } from "./named-rules.ts"
import { rulesAreCited, rulesAreListed, rulesAreTested } from "./readme-rules.ts"
import { idsIn, ruleRowsIn } from "./rule-rows.ts"
import { places, said } from "./said.ts"

const grid = "packages/core/src/grid"

const statedIn = (text: string) => ruleRowsIn("README.md", text).map(({ id, line }) => `${line} ${id}`)

describe("rules in a README", () => {
  it.each([
    "| GRID-1 | x |",
    "| `GRID-1` | x |",
    "- GRID-1 x",
    "- **GRID-1** x",
    "1. GRID-1 x",
    "### GRID-1 x",
    "GRID-1: x",
    '<a id="x"></a>**GRID-1** x',
  ])("are lines that begin with an id: %s", (line) => {
    expect(statedIn(`# Grid\n\n${line}`)).toEqual(["3 GRID-1"])
  })

  it.each(["see GRID-1", "- as GRID-1 says", "- UTF-8 is read", "| RFC-3339 | x |", "| rule | GRID-1 |"])(
    "are not %s",
    (line) => {
      expect(statedIn(line)).toEqual([])
    },
  )

  it("have ids with more than one word, and numbers that do not run into others", () => {
    expect(idsIn("DIGEST-AT-REST-12 beside GRID-1, not GRID-1a, xGRID-2 or SHA-256")).toEqual([
      "DIGEST-AT-REST-12",
      "GRID-1",
    ])
  })

  it("are listed by the kernel and every process", () => {
    const files = {
      [`${grid}/model.ts`]: "",
      [`${grid}/README.md`]: "# Grid\n",
      "packages/core/src/kernel/README.md": "- DATE-1 x",
    }
    expect(said(rulesAreListed, files)).toEqual([expect.stringContaining(`${grid}/README.md:1 lists no rule`)])
  })
})

describe("citations", () => {
  const cited = (text: string) => places(rulesAreCited, { [`${grid}/README.md`]: text })

  it.each([
    "art. 29",
    "Civil Code, arts. 200–204",
    "Article 5",
    "《民法典》第二百条",
    "第34條",
    "our default",
    "Our reading of art. 3",
    "RFC 3339 §5.6",
  ])("are accepted: %s", (citation) => {
    expect(cited(`| GRID-1 | one head a grid | ${citation} |`)).toEqual([])
  })

  it("are missed in the row itself, not found in the next", () => {
    expect(cited("| GRID-1 | one head a grid | practice |\n| GRID-2 | x | art. 2 |")).toEqual([`${grid}/README.md:1`])
    expect(cited("- GRID-1 one head a grid,\n  by practice\n\nSee art. 2.")).toEqual([`${grid}/README.md:1`])
    expect(cited("- GRID-1 one head a grid,\n  our default")).toEqual([])
    expect(cited("### GRID-1 One head\n\nBecause.\n\nArt. 4.\n\n### GRID-2 Two\n\nBecause.")).toEqual([
      `${grid}/README.md:7`,
    ])
  })

  it("may stand in one of several rows of an id", () => {
    expect(cited("| GRID-1 | one head |\n\n### GRID-1\n\nOur default.")).toEqual([])
  })
})

describe("tests named after rules", () => {
  const tested = (tests: string) =>
    said(rulesAreTested, { [`${grid}/README.md`]: "- GRID-1 x, our default", [`${grid}/rules.test.ts`]: tests })

  it.each([
    'it("GRID-1 has one head", () => {})',
    'describe("GRID-1", () => {})',
    'it.each(rows)("GRID-1: %s", () => {})',
    "it(`GRID-1 has \u0024{n} heads`, () => {})",
    'test.prop([fc.nat()])("GRID-1", () => {})',
  ])("are found: %s", (text) => {
    expect(tested(text)).toEqual([])
  })

  it.each(['it("GRID-11 x", () => {})', '// it("GRID-1 x")', 'expect("GRID-1").toBe(1)', 'refuses("GRID-1")'])(
    "are not %s",
    (text) => {
      expect(tested(text)).toEqual([expect.stringContaining("README.md:1 no test is named after GRID-1")])
    },
  )

  it("are looked for beside the outer README too, for rules that no inner one states", () => {
    const files = { "packages/messages/README.md": "- MSG-1 x\n- GRID-1 y", [`${grid}/README.md`]: "- GRID-1 x" }
    expect(places(rulesAreTested, files)).toEqual([`${grid}/README.md:1`, "packages/messages/README.md:1"])
  })
})

describe("rules that code names", () => {
  const named = (path: string, text: string) =>
    said(namedRulesAreListed, {
      [`${grid}/README.md`]: "- GRID-1 x, our default",
      "packages/core/src/kernel/README.md": "- DATE-1 x",
      [path]: text,
    })

  it.each([
    'const a = { _tag: "X", rule: "GRID-1" }',
    'posts("GRID-1", "head")',
    'const a = { rule: Schema.Literal("GRID-1") }',
    'const digest = "SHA-256"',
  ])("are listed: %s", (text) => {
    expect(named(`${grid}/rules.ts`, text)).toEqual([])
  })

  it.each([
    'const a = { _tag: "X", rule: "GRID-2" }',
    'interface A { readonly rule: "GRID-2" }',
    'posts("GRID-2", "head")',
    'const a = { rule: Schema.Literal("GRID-2") }',
    'const a = { rule: "DATE-1" }',
  ])("are not listed in the README of the folder: %s", (text) => {
    const found = named(`${grid}/rules.ts`, text)
    expect(found).toEqual([
      expect.stringMatching(/^packages\/core\/src\/grid\/rules\.ts:1 (GRID-2|DATE-1) stands in no README/),
    ])
    expect(found[0]).toContain(`Give it a row in ${grid}/README.md`)
  })

  it("may stand in any README when they are named outside core", () => {
    expect(named("packages/jinlin/src/a.ts", 'const a = { rule: "GRID-1" }')).toEqual([])
    expect(named("packages/jinlin/src/a.ts", 'const a = { rule: "JOURNAL-1" }').length).toBe(1)
  })
})
