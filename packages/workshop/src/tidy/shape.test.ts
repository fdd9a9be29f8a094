import { describe, expect, it } from "vitest"
import { drawerFolders } from "./folders.ts"
import { processShape } from "./process-shape.ts"
import { places, said } from "./said.ts"
import { crowdedFiles, fileLengths, functionLengths, parameterCounts } from "./sizes.ts"
import { workspaceOf } from "./workspace.ts"

const filesOf = (names: string): Record<string, string> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [`packages/core/src/${name}`, ""]),
  )

const within = (process: string, names: string): Record<string, string> =>
  filesOf(
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${process}/${name}`)
      .join(" "),
  )

const rulesOnly = "README.md model.ts policy.ts refusals.ts rules.ts index.ts rules.test.ts rules.property.test.ts"
const lifecycle = "commands.ts events.ts circumstances.ts authority.ts decide.ts evolve.ts notices.ts due.ts views.ts"
const whole = `${rulesOnly} ${lifecycle} decide.test.ts`

describe("drawer folders", () => {
  it("are found in packages, examples and docs, however deep and however written", () => {
    const files = {
      "packages/core/src/kernel/utils/dates.ts": "",
      "packages/jinlin/src/Types/index.ts": "",
      "examples/east-lake/src/shared/a.ts": "",
      "docs/src/components/misc/b.ts": "",
    }
    expect(said(drawerFolders, files).length).toBe(4)
    expect(said(drawerFolders, files).join()).toContain("Name the folder after what its files are about")
  })

  it("are not seen in a file's name, in a longer word, or outside sources", () => {
    const files = {
      "packages/core/src/kernel/types.ts": "",
      "packages/core/src/commons/a.ts": "",
      "packages/core/test/helpers/a.ts": "",
    }
    expect(said(drawerFolders, files)).toEqual([])
  })
})

describe("the shape of a process", () => {
  it("is complete with every file of the table", () => {
    expect(said(processShape, within("grid", whole))).toEqual([])
  })

  it("stops after rules where there is no lifecycle", () => {
    expect(said(processShape, within("grid", rulesOnly))).toEqual([])
  })

  it("wants every file of the lifecycle as soon as one stands", () => {
    expect(places(processShape, within("grid", `${rulesOnly} events.ts`)).length).toBe(9)
  })

  it.each(whole.split(" "))("misses %s", (file) => {
    const others = whole.split(" ").filter((name) => name !== file)
    const found = said(processShape, within("grid", others.join(" ")))
    expect(found.map((one) => one.split(" ")[0])).toEqual([`packages/core/src/grid/${file}:1`])
  })

  it("takes a folder of the same name for a file, and tests split by topic or beside a rule", () => {
    const names = whole
      .replace(" rules.ts", " rules/index.ts rules/next-in-turn.ts")
      .replace("decide.ts", "decide/index.ts decide/swap.ts")
      .replace(" rules.test.ts", " rules/next-in-turn.test.ts")
      .replace("rules.property.test.ts", "rules.property.rotation.test.ts")
      .replace("decide.test.ts", "decide.swap.test.ts decide.skip.test.ts")
    expect(said(processShape, within("grid", names))).toEqual([])
  })

  it("does not take the property test for the table of cases, nor the other way round", () => {
    const names = whole.replace(" rules.test.ts", "")
    expect(said(processShape, within("grid", names)).join()).toContain("grid/rules.test.ts:1 is missing")
    const others = whole.replace(" rules.property.test.ts", " rules.turns.test.ts")
    expect(said(processShape, within("grid", others)).join()).toContain("grid/rules.property.test.ts:1 is missing")
  })

  it.each(["format.ts", "sums/add.ts", "explore.test.ts", "notes.md", "index/a.ts"])("has no place for %s", (file) => {
    expect(said(processShape, within("grid", `${whole} ${file}`))).toEqual([
      expect.stringContaining(`packages/core/src/grid/${file}:1 is no file of a process`),
    ])
  })

  it("belongs to a folder that the table of processes names; kernel, charter and reactions are none", () => {
    expect(said(processShape, within("chair", rulesOnly))).toEqual([
      expect.stringContaining("`chair` is no process of the model map"),
    ])
    expect(said(processShape, filesOf("kernel/a.ts charter/b.ts reactions/c.ts"))).toEqual([])
  })
})

const lines = (count: number): string => "a()\n".repeat(count)
const functionOf = (height: number): string => `export const f = () => {\n${lines(height - 2)}}\n`

describe("sizes", () => {
  it("of a file: 250 lines pass, 251 do not; tests may be longer", () => {
    expect(said(fileLengths, { "packages/sdk/src/a.ts": lines(250) })).toEqual([])
    expect(said(fileLengths, { "packages/sdk/src/a.ts": lines(251) })).toEqual([
      expect.stringContaining("has 251 lines"),
    ])
    expect(said(fileLengths, { "packages/sdk/src/a.test.ts": lines(999) })).toEqual([])
  })

  it("of files that are getting long are only listed: 151 lines are, 150 are not", () => {
    const files = { "packages/sdk/src/a.ts": lines(150), "packages/sdk/src/b.ts": lines(151) }
    expect(crowdedFiles(workspaceOf(files))).toEqual(["packages/sdk/src/b.ts 151 lines"])
  })

  it("of a function: 70 lines pass, 71 do not; its docstring is not counted", () => {
    expect(said(functionLengths, { "packages/sdk/src/a.ts": `/**\n * f\n */\n${functionOf(70)}` })).toEqual([])
    expect(said(functionLengths, { "packages/sdk/src/a.ts": functionOf(71) })).toEqual([
      expect.stringContaining("packages/sdk/src/a.ts:1 a function of 71 lines"),
    ])
  })

  it("of a list of parameters: three pass, four do not, and a type of a function is none", () => {
    const four = "export const f = (a: 1, b: 1, c: 1, d: 1) => 1\n"
    expect(said(parameterCounts, { "packages/sdk/src/a.ts": four })).toEqual([
      expect.stringContaining("a function of 4 parameters"),
    ])
    const three = "export const f = (a: 1, b: 1, c: 1) => 1\nexport type F = (a: 1, b: 1, c: 1, d: 1) => 1"
    expect(said(parameterCounts, { "packages/sdk/src/a.ts": three })).toEqual([])
  })

  it("grant a fourth parameter to authority and to `step`, which are written so by design", () => {
    const four = "export const f = (actor: 1, command: 1, state: 1, circumstances: 1) => 1"
    expect(said(parameterCounts, { "packages/core/src/grid/authority.ts": four })).toEqual([])
    expect(said(parameterCounts, { "packages/core/src/kernel/decider.ts": four })).toEqual([])
    expect(said(parameterCounts, { "packages/core/src/grid/decide.ts": four }).length).toBe(1)
  })
})
