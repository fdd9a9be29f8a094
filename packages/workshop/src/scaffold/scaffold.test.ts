import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import { decideTypes } from "../tidy/decide-types.ts"
import { importMatrix } from "../tidy/import-matrix.ts"
import { literalTags } from "../tidy/literal-tags.ts"
import { policyFields, policyIsWrittenOut } from "../tidy/policy-fields.ts"
import { processShape } from "../tidy/process-shape.ts"
import { docstrings, explicitExports } from "../tidy/public-entries.ts"
import { corePurity } from "../tidy/purity.ts"
import { rulesAreCited, rulesAreTested } from "../tidy/readme-rules.ts"
import { refusalsAreExplained, refusalsAreMade } from "../tidy/refusal-cases.ts"
import { commandTense, eventTense } from "../tidy/tense.ts"
import { workspaceOf } from "../tidy/workspace.ts"
import { workspaceRoot } from "../workspace/places.ts"
import { entriesFor, withEntries } from "./entries.ts"
import { render, wordsFor } from "./render.ts"

const name = "service-centre"
const folder = `packages/core/src/${name}`
const files = Object.fromEntries(
  Object.entries(render(wordsFor(name))).map(([file, text]) => [`${folder}/${file}`, text]),
)

/** What TypeScript says of the new folder, which stands in memory only, beside the real kernel. */
const typeErrors = (): ReadonlyArray<string> => {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(workspaceRoot, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  )
  if (config === undefined) return ["tsconfig.json cannot be read"]
  const absolute = new Map(
    Object.entries(files).map(([path, text]) => [join(workspaceRoot, path).replaceAll("\\", "/"), text]),
  )
  const host = ts.createCompilerHost(config.options)
  const { directoryExists, fileExists, readFile, getSourceFile } = host
  const home = join(workspaceRoot, folder).replaceAll("\\", "/")
  host.directoryExists = (path) => path === home || directoryExists?.(path) === true
  host.fileExists = (path) => absolute.has(path) || fileExists(path)
  host.readFile = (path) => absolute.get(path) ?? readFile(path)
  host.getSourceFile = (path, options) => {
    const text = absolute.get(path)
    return text === undefined ? getSourceFile(path, options) : ts.createSourceFile(path, text, options)
  }
  const roots = [...absolute.keys()].filter((path) => path.endsWith(".ts"))
  const program = ts.createProgram(roots, { ...config.options, noEmit: true }, host)
  return roots
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
}

describe("a new process", () => {
  it("compiles beside the kernel", () => {
    expect(typeErrors()).toEqual([])
  })

  it.each(
    Object.entries({
      processShape,
      importMatrix,
      corePurity,
      explicitExports,
      docstrings,
      literalTags,
      commandTense,
      eventTense,
      decideTypes,
      policyIsWrittenOut,
      policyFields,
      refusalsAreMade,
      refusalsAreExplained,
      rulesAreCited,
      rulesAreTested,
    }),
  )("passes the tidy rule %s", (_name, rule) => {
    const manifest = { name: "@jinlin/core", exports: entriesFor(name, "@jinlin/source") }
    const kernel = ["decider", "authority", "arithmetic", "due", "notice", "projection"].map(
      (file) => `packages/core/src/kernel/${file}.ts`,
    )
    const real = Object.fromEntries(kernel.map((path) => [path, readFileSync(join(workspaceRoot, path), "utf8")]))
    expect(
      rule(workspaceOf({ ...real, ...files, "packages/core/package.json": JSON.stringify(manifest) })).filter(
        ({ path }) => path.startsWith(folder),
      ),
    ).toEqual([])
  })

  it("leaves no blank unfilled", () => {
    expect(Object.values(files).filter((text) => /__\w+__/.test(text))).toEqual([])
  })

  it("is told in its own words", () => {
    expect(wordsFor("home-visit")).toEqual({
      name: "home-visit",
      Subject: "HomeVisit",
      subject: "homeVisit",
      Words: "Home visit",
      words: "home visit",
      RULE: "VISIT",
    })
  })

  it.each(["home-visits", "", "utils", "Home-Visit", "__proto__"])(
    "is refused under the name %j, with the names there are",
    (wrong) => {
      expect(() => wordsFor(wrong)).toThrow("Remedy: take one of organization, grid")
    },
  )
})

describe("the entries of a new process", () => {
  it("come before what is closed, and keep every other", () => {
    const exports = { "./kernel": "./k.js", "./package.json": "./package.json", "./internal/*": null }
    expect(Object.keys(withEntries(exports, entriesFor("pairing", undefined)))).toEqual([
      "./kernel",
      "./pairing",
      "./pairing/rules",
      "./package.json",
      "./internal/*",
    ])
  })

  it("name the sources in the workspace only", () => {
    expect(entriesFor("pairing", "@jinlin/source")["./pairing/rules"]).toEqual({
      "@jinlin/source": "./src/pairing/rules.ts",
      types: "./dist/pairing/rules.d.ts",
      default: "./dist/pairing/rules.js",
    })
    expect(JSON.stringify(entriesFor("pairing", undefined))).not.toContain("source")
  })
})
