import ts from "typescript"
import { describe, expect, test } from "vitest"
import { samplesOf } from "../scripts/samples-of-types.ts"

const source = `
  export type AText = string
  export type ABrandedText = string & { readonly brand: "branded" }
  export type ACivilDate = \`\${number}-\${number}-\${number}\`
  export type ADigest = \`\${string}:\${string}\`
  export type PerhapsNull = null | string
  export type Literals = "a" | "b" | 3
  export type AList = ReadonlyArray<"a" | "b">
  export type ATuple = readonly [number, string]
  export interface AnObject { a: "x" | "y"; b: string | null; c?: number }
  export interface AnObjectInAnObject { t: { u: string | null } }
  export interface Itself { t: Itself | null }
`

const program = (() => {
  const options = { strict: true, exactOptionalPropertyTypes: true, target: ts.ScriptTarget.ES2023, types: [] }
  const host = ts.createCompilerHost(options)
  const file = ts.createSourceFile("types.ts", source, ts.ScriptTarget.ES2023, true)
  const getSourceFile: typeof host.getSourceFile = (name, ...rest) =>
    name === "types.ts" ? file : host.getSourceFile(name, ...rest)
  return ts.createProgram(["types.ts"], options, { ...host, getSourceFile })
})()

const samplesIn = (name: string): ReadonlyArray<unknown> => {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile("types.ts")
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
  const type =
    module === undefined ? undefined : checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  return type === undefined ? [] : samplesOf(checker, checker.getDeclaredTypeOfSymbol(type))
}

describe("the samples of a type", () => {
  test.each<[string, ReadonlyArray<unknown>]>([
    ["AText", ["7"]],
    ["ABrandedText", ["7"]],
    ["ACivilDate", ["2026-11-23"]],
    ["ADigest", ["7:7"]],
    ["PerhapsNull", ["7", null]],
    ["Literals", ["a", "b", 3]],
    ["AList", [["a"], ["b"], []]],
    ["ATuple", [[3, "7"]]],
    ["AnObjectInAnObject", [{ t: { u: "7" } }, { t: { u: null } }]],
  ])("%s", (name, samples) => expect(samplesIn(name)).toEqual(samples))

  test("an object is given whole, and once for each other way that a field can be", () => {
    const whole = { a: "x", b: "7", c: 3 }
    expect(samplesIn("AnObject")).toEqual([
      whole,
      { ...whole, a: "y" },
      { ...whole, b: null },
      { ...whole, c: undefined },
    ])
  })

  test("a type that contains itself comes to an end", () => expect(samplesIn("Itself").length).toBeGreaterThan(1))
})
