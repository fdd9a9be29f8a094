import { fileURLToPath } from "node:url"
import { describe, it } from "vitest"
import { decideTypes } from "./decide-types.ts"
import { expectNone, type Finding } from "./finding.ts"
import { drawerFolders } from "./folders.ts"
import { keptTypes, plainModules } from "./forbidden-syntax.ts"
import { importMatrix } from "./import-matrix.ts"
import { literalTags } from "./literal-tags.ts"
import { catalogVersions, effectIsPeer } from "./manifest-dependencies.ts"
import { closedInside, entrySources, packedExports } from "./manifest-exports.ts"
import { namedRulesAreListed } from "./named-rules.ts"
import { isSource } from "./places.ts"
import { policyFields, policyIsWrittenOut } from "./policy-fields.ts"
import { processShape } from "./process-shape.ts"
import { docstrings, explicitExports } from "./public-entries.ts"
import { corePurity } from "./purity.ts"
import { rulesAreCited, rulesAreListed, rulesAreTested } from "./readme-rules.ts"
import { refusalsAreExplained, refusalsAreMade } from "./refusal-cases.ts"
import { effectBarrel, rings, testImports } from "./rings.ts"
import { crowdedFiles, fileLengths, functionLengths, parameterCounts } from "./sizes.ts"
import { commandTense, eventTense } from "./tense.ts"
import { clockExpectations, silentSkips, switchedTests, waits } from "./test-habits.ts"
import { bannedWords } from "./words.ts"
import { type Workspace, workspaceAt } from "./workspace.ts"

const workspace = workspaceAt(fileURLToPath(new URL("../../../..", import.meta.url)))

const rules: Readonly<Record<string, Readonly<Record<string, (workspace: Workspace) => ReadonlyArray<Finding>>>>> = {
  "the tree is the model": {
    "no folder is a drawer": drawerFolders,
    "every process has the files of a process, and only those": processShape,
  },
  "dependencies point inward": {
    "a file of core imports only what its row of the table allows": importMatrix,
    "a package imports nothing of an outer ring": rings,
    "nobody imports the barrel of effect": effectBarrel,
    "no source imports what only tests need": testImports,
    "core uses nothing of the world around it": corePurity,
  },
  "what is public is explicit": {
    "public entries and processes list their exports by name": explicitExports,
    "every public name has a docstring": docstrings,
    "sources keep their types": keptTypes,
    "modules have neither enums, namespaces nor default exports": plainModules,
  },
  "what is short is read": {
    "no file is longer than 250 lines": fileLengths,
    "no function is longer than 70 lines": functionLengths,
    "no function has more than three parameters": parameterCounts,
  },
  "a process says what it does": {
    "commands, events and refusals are written with literal tags": literalTags,
    "commands are imperative": commandTense,
    "events are past": eventTense,
    "the deciders' return types are annotated and their switches complete": decideTypes,
    "every policy is written out as a struct": policyIsWrittenOut,
    "every policy field is read": policyFields,
    "every refusal is made somewhere": refusalsAreMade,
    "every refusal has a doc line": refusalsAreExplained,
  },
  "rules have ids": {
    "the kernel and every process list their rules": rulesAreListed,
    "every rule has a citation or is called ours": rulesAreCited,
    "every rule has a test that is named after it": rulesAreTested,
    "every rule that code names is listed": namedRulesAreListed,
  },
  "tests can be trusted": {
    "no test is switched off or alone": switchedTests,
    "no test is left without a reason": silentSkips,
    "no test waits for time to pass": waits,
    "no test expects anything of the wall clock": clockExpectations,
  },
  "words and manifests": {
    "no word misleads, belongs to one city or to one machine": bannedWords,
    "what is packed exports what the workspace exports": packedExports,
    "nobody reaches past the entries": closedInside,
    "every entry leads to a source": entrySources,
    "versions come from the catalog": catalogVersions,
    "effect is a peer of what imports it": effectIsPeer,
  },
}

describe("tidy", () => {
  it("sees the sources and tests of the workspace", ({ expect }) => {
    expect(workspace.paths.filter(isSource).length).toBeGreaterThan(20)
    expect(workspace.paths).toContain("packages/core/src/kernel/decider.ts")
  })

  for (const [subject, ofSubject] of Object.entries(rules))
    describe(subject, () => {
      for (const [sentence, rule] of Object.entries(ofSubject)) it(sentence, () => expectNone(rule(workspace)))
    })

  it("prints the files that are getting long", () => {
    const crowded = crowdedFiles(workspace)
    if (crowded.length > 0)
      process.stdout.write(`Getting long (over 150 lines), to look at:\n  ${crowded.join("\n  ")}\n`)
  })
})
