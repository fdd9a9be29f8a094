import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, describe, expect, it } from "vitest"
import { library } from "./library.ts"
import { markPureCalls, pureCalls } from "./pure-calls.ts"

const folder = mkdtempSync(join(tmpdir(), "jinlin-build-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const marked = (source: string): string => markPureCalls("x.ts", source).replaceAll("/* @__PURE__ */", "#")

describe("calls that make a module's constants", () => {
  it.each([
    { source: "export const a = f(g(1), h)", says: "export const a = # f(# g(1), h)" },
    { source: "const a = S.Int.check(S.isBetween(1, 2))", says: "const a = # S.Int.check(# S.isBetween(1, 2))" },
    { source: "const a = f(1).g(2)", says: "const a = # f(1).g(2)" },
    { source: "const a = new Set([f()])", says: "const a = # new Set([# f()])" },
    { source: "const a = { b: f(), c: () => f() }", says: "const a = { b: # f(), c: () => f() }" },
  ])("are marked: $source", ({ says, source }) => {
    expect(marked(source)).toBe(says)
  })

  it.each([
    "f()",
    "await main()",
    "const a = () => f(g())",
    "const a = 1",
    "export function a() { return f() }",
    "if (x) f()",
  ])("are the only ones that are marked, and these are not: %s", (source) => {
    expect(marked(source)).toBe(source)
  })

  it("are left out of a bundle that does not use them, while what a module does on loading stays", async () => {
    const part = join(folder, "part.ts")
    const outside = join(folder, "outside.ts")
    writeFileSync(
      outside,
      "export const make = (name: string): { name: string } => { globalThis.made?.push(name); return { name } }\ndeclare global { var made: string[] | undefined }\n",
    )
    writeFileSync(
      part,
      'import { make } from "./outside.ts"\nexport const used = make("used")\nexport const idle = make("idle")\nmake("deed")\n',
    )
    const { outputFiles } = await build({
      stdin: { contents: 'import { used } from "./part.ts"\nconsole.log(used)', resolveDir: folder },
      bundle: true,
      format: "esm",
      write: false,
      plugins: [pureCalls],
    })
    const text = outputFiles[0]?.text ?? ""
    expect(text).toContain('make("used")')
    expect(text).toContain('make("deed")')
    expect(text).not.toContain('make("idle")')
  })
})

describe("the build of a package", () => {
  const manifest = (source: string) => ({
    name: "@jinlin/probe",
    version: "0.0.0",
    exports: { ".": { "@jinlin/source": source, types: "./dist/index.d.ts", default: "./dist/index.js" } },
  })

  it("takes its entries from the exports", () => {
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest("./part.ts")))
    writeFileSync(join(folder, "part.ts"), "export const a = 1\n")
    expect(library(folder)).toMatchObject({ entry: { index: "part.ts" }, platform: "neutral", sourcemap: false })
  })

  it("builds the commands that the manifest names", () => {
    const bin = { probe: "./dist/cli/main.js" }
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest("./part.ts"), bin }))
    expect(library(folder)).toMatchObject({ entry: { "cli/main": "src/cli/main.ts" } })
  })

  it("says which entry names a source that is not there", () => {
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest("./gone.ts")))
    expect(() => library(folder)).toThrow('@jinlin/probe: the entry "." names gone.ts, which does not exist. Remedy:')
  })
})
