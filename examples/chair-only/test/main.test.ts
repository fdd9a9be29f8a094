import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

it("CHAIR-10 tells six terms from a vendor's own tables, the newcomer after all who waited before it", () => {
  const told = execFileSync(process.execPath, ["--conditions=@jinlin/source", "--no-warnings", main], {
    encoding: "utf8",
  })
  expect(told.trim().split("\n")).toEqual([
    "1  Coastal station  2026-01-31  2026-02-28",
    "2  School  2026-02-28  2026-03-31",
    "3  Clinic  2026-03-31  2026-04-30",
    "4  Coastal station  2026-04-30  2026-05-31",
    "5  Newcomer  2026-05-31  2026-06-30",
    "6  Clinic  2026-06-30  2026-07-31",
  ])
})

it("needs fewer than thirty lines", () => {
  expect(readFileSync(main, "utf8").split("\n").length).toBeLessThan(30)
})
