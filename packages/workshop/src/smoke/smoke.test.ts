import { describe, expect, it } from "vitest"
import { programOfEntries, strayModules } from "./bundle.ts"
import { asRequire, packagesIn, snippetIn } from "./snippet.ts"

const page = [
  "# Title",
  "",
  "<!-- snippet: quick-start -->",
  "```ts",
  'console.log("here")',
  "```",
  "",
  "```ts",
  "other()",
  "```",
].join("\n")

describe("the snippet of a page", () => {
  it("is the block below its marker", () => {
    expect(snippetIn(page, "quick-start")).toBe('console.log("here")\n')
  })

  it("is found in a page with Windows line endings", () => {
    expect(snippetIn(page.replaceAll("\n", "\r\n"), "quick-start").trim()).toBe('console.log("here")')
  })

  it("is missed aloud when the page has no marker", () => {
    expect(() => snippetIn(page, "other")).toThrow("no <!-- snippet: other -->")
  })

  it("is missed aloud when something else follows the marker", () => {
    expect(() => snippetIn(page.replace("```ts", "Some words.\n\n```ts"), "quick-start")).toThrow(
      "No ```ts block follows",
    )
  })
})

describe("a snippet said with require", () => {
  it("calls for what it imported, under the same names", () => {
    const required = asRequire(
      [
        'import { on, given as suppose } from "@jinlin/testkit"',
        'import * as Schema from "effect/Schema"',
        'import { type A, b } from "c"',
        "",
        "on()",
      ].join("\n"),
    )
    expect(required).toContain('const { on, given: suppose } = require("@jinlin/testkit")')
    expect(required).toContain('const Schema = require("effect/Schema")')
    expect(required).toContain('const { b } = require("c")')
    expect(required).not.toMatch(/^import/m)
  })

  it("takes an import over several lines, and drops one of types", () => {
    const required = asRequire('import {\n  a,\n  b,\n} from "x"\nimport type { C } from "y"\na(b)')
    expect(required).toContain('const { a, b } = require("x")')
    expect(required).not.toContain('"y"')
  })

  it("may await", () => {
    expect(asRequire('import { a } from "x"\nawait a()')).toMatch(/;\(async \(\) => \{\nawait a\(\)\n\}\)\(\)/)
  })

  it("is refused when it has an import that none of our packages offers", () => {
    expect(() => asRequire('import x from "x"')).toThrow("cannot say")
  })

  it("runs the way it is written", async () => {
    const required = asRequire('import { sep } from "node:path"\nglobal(sep)')
    const heard: Array<string> = []
    const run = new Function("require", "global", required)
    run(
      () => ({ sep: "/" }),
      (word: string) => heard.push(word),
    )
    expect(heard).toEqual(["/"])
  })
})

describe("the packages of a program", () => {
  it("are named once, without subpaths, without Node's own and without files", () => {
    const program =
      'import { a } from "@jinlin/core/kernel"\nimport { b } from "@jinlin/core"\nimport c from "jinlin"\nimport "x"\nimport d from "node:fs"\nimport e from "./e.ts"'
    expect(packagesIn(program)).toEqual(["@jinlin/core", "jinlin"])
  })
})

describe("modules in a consumer's bundle", () => {
  it("pass when ours are built code", () => {
    expect(
      strayModules([
        "/x/node_modules/.pnpm/a/node_modules/@jinlin/core/dist/kernel/index.js?v=1",
        "/x/main.ts",
        "/x/node_modules/effect/src/Schema.ts",
      ]),
    ).toEqual([])
  })

  it("fail when one of ours is a source", () => {
    expect(strayModules(["/x/node_modules/@jinlin/core/src/kernel/index.ts"])).toHaveLength(1)
  })

  it("fail in the same way on Windows", () => {
    expect(strayModules(["C:\\x\\node_modules\\jinlin\\src\\index.ts"])).toHaveLength(1)
  })
})

describe("a program of entries", () => {
  it("imports each and prints how much it found", () => {
    expect(programOfEntries(["a", "b/c"])).toBe(
      'import * as entry0 from "a"\nimport * as entry1 from "b/c"\nconsole.log(Object.keys(entry0).length + Object.keys(entry1).length, "names")\n',
    )
  })
})
