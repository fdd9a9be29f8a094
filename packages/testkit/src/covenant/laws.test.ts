import { covenant } from "@jinlin/core/covenant"
import * as fc from "fast-check"
import { it } from "vitest"
import { tellCovenant } from "./index.ts"
import { storiesOf } from "./laws/law.ts"

it("tmp", () => {
  const n: Record<string, number> = {},
    r: Record<string, number> = {}
  for (const story of fc.sample(storiesOf(), { numRuns: 600, seed: 1 }))
    for (const c of tellCovenant(covenant, story).chapters) {
      for (const { _tag } of c.events) n[_tag] = (n[_tag] ?? 0) + 1
      for (const { _tag } of c.refusals) r[_tag] = (r[_tag] ?? 0) + 1
    }
  process.stdout.write(JSON.stringify([n, r], null, 1))
})
