import { describe, expect, it } from "vitest"
import { countedTotal, heldBy, sameCounts, sameVotes } from "../../src/deliberation/rules/index.ts"

describe("DELIBERATION-14 two records of votes", () => {
  const named = { for: ["v-1", "v-2"], against: ["v-3"], abstain: ["v-4"], void: [{ voter: "v-5", reason: "torn" }] }

  it.each([
    ["the same", {}, true],
    ["another for it", { for: ["v-1", "v-6"] }, false],
    ["another order", { for: ["v-2", "v-1"] }, false],
    ["one fewer for it", { for: ["v-1"] }, false],
    ["one more for it", { for: ["v-1", "v-2", "v-6"] }, false],
    ["another against it", { against: ["v-6"] }, false],
    ["nobody against it", { against: [] }, false],
    ["another that abstains", { abstain: ["v-6"] }, false],
    ["another void one", { void: [{ voter: "v-6", reason: "torn" }] }, false],
    ["another reason", { void: [{ voter: "v-5", reason: "two marks" }] }, false],
    ["no void one", { void: [] }, false],
  ] as const)("DELIBERATION-14 by name: %s", (_, other, same) => {
    expect(sameVotes(named, { ...named, ...other })).toBe(same)
    expect(sameVotes({ ...named, ...other }, named)).toBe(same)
  })

  const counted = { for: 4, against: 3, abstain: 2, void: 1 }

  it.each([
    [{}, true],
    [{ for: 5 }, false],
    [{ against: 4 }, false],
    [{ abstain: 3 }, false],
    [{ void: 2 }, false],
  ])("DELIBERATION-14 as counts, with %j: %s", (other, same) => {
    expect(sameCounts(counted, { ...counted, ...other })).toBe(same)
  })

  it("DELIBERATION-14 void votes were counted as well", () => {
    expect(countedTotal(counted)).toBe(10)
  })
})

describe("DELIBERATION-9 for whom somebody votes", () => {
  it("DELIBERATION-9 for those who named this voter, and for nobody else", () => {
    const grant = (voter: string, by: string) => ({ voter, by })
    const proxies = [grant("v-1", "v-9"), grant("v-2", "v-8"), grant("v-3", "v-9")]
    expect(heldBy({ proxies }, "v-9")).toEqual(["v-1", "v-3"])
    expect(heldBy({ proxies }, "v-1")).toEqual([])
  })
})
