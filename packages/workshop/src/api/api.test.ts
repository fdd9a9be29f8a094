import { describe, expect, it } from "vitest"
import { reportFile } from "./report.ts"
import { reportsVerdict } from "./verdict.ts"

const report = { file: "kernel.api.md", differs: false, faults: [], forgotten: [], exported: ["Decider"] }

describe("the reports of a package", () => {
  it("hold when they say what is committed", () => {
    expect(reportsVerdict("core", [report])).toEqual({ holds: true, note: "1 in all" })
  })

  it("fail with the remedy when one differs", () => {
    expect(reportsVerdict("core", [{ ...report, differs: true }])).toMatchObject({
      holds: false,
      report: expect.stringContaining("pnpm api:update"),
    })
  })

  it("let an entry use a type that another entry exports", () => {
    expect(
      reportsVerdict("core", [report, { ...report, file: "chair.api.md", exported: [], forgotten: ["Decider"] }]).holds,
    ).toBe(true)
  })

  it.each(["Decider_2", "Decider$1"])("know a type under the number that tools give it: %s", (name) => {
    expect(reportsVerdict("core", [report, { ...report, forgotten: [name] }]).holds).toBe(true)
  })

  it("fail for a type that no entry exports", () => {
    expect(reportsVerdict("core", [{ ...report, forgotten: ["Hidden"] }])).toMatchObject({
      holds: false,
      report: expect.stringContaining('"Hidden"'),
    })
  })

  it.each([
    { subpath: "", file: "index.api.md" },
    { subpath: "/kernel", file: "kernel.api.md" },
    { subpath: "/rotating-chair/rules", file: "rotating-chair-rules.api.md" },
  ])("lie in $file for the entry .$subpath", ({ file, subpath }) => {
    expect(reportFile({ subpath, name: "", source: "", types: "", code: "" })).toBe(file)
  })
})
