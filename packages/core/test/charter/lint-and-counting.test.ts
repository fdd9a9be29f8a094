import { judge, tallyOfCounts } from "@jinlin/core/deliberation/rules"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countingOf, passes, type Turnout } from "../../src/charter/lint/turnout.ts"
import type { Base } from "../../src/kernel/arithmetic.ts"
import { atLeast, decisionRules, moreThan } from "../counting/sittings.ts"

const bases: ReadonlyArray<Base> = ["members", "entitled", "whole-estate", "present", "participating", "cast", "valid"]
const policies = ["not-participating", "abstain", "follow-majority"] as const
const shares = ["1/3", "1/2", "2/3", "3/4", "1"]

const asked = fc
  .record({
    of: fc.constantFrom(atLeast, moreThan),
    share: fc.constantFrom(...shares),
    base: fc.constantFrom(...bases),
  })
  .map(({ base, of, share }) => of(share, base))

const someRules = fc.record({
  quorum: fc.array(asked, { maxLength: 2 }),
  quorumCounts: fc.constantFrom("present" as const, "participating" as const),
  approval: fc.array(asked, { maxLength: 2 }),
  silence: fc.record({ policy: fc.constantFrom(...policies), clause: fc.constantFrom(null, "Covenant, article 12") }),
})

const some = fc.nat({ max: 5 })
const someTurnout: fc.Arbitrary<Turnout> = fc.record({
  for: some,
  against: some,
  abstain: some,
  sitting: some,
  away: some,
})

const countsOf = ({ abstain, against, away, sitting, for: votes }: Turnout) => {
  const present = votes + against + abstain + sitting
  return { members: present + away, present, for: votes, against, abstain }
}

/** Both verdicts on one evening: of lint, and of the judging of a sitting. */
const verdicts = (rules: Parameters<typeof decisionRules>[0], turnout: Turnout) => {
  const full = decisionRules(rules)
  return { lint: passes(countingOf(full), turnout), judged: judge(full, tallyOfCounts(countsOf(turnout))).passes }
}

describe("LINT-12 counts as sittings are counted", () => {
  it("LINT-12 passes what judge passes, whatever is asked for, of whom, and whatever becomes of silence", () => {
    fc.assert(
      fc.property(someRules, someTurnout, (rules, turnout) => {
        const { judged, lint } = verdicts(rules, turnout)
        expect(lint).toBe(judged)
      }),
      { numRuns: 3_000 },
    )
  })

  const turnouts: ReadonlyArray<Turnout> = [0, 1, 2].flatMap((yes) =>
    [0, 1].flatMap((against) =>
      [0, 1].flatMap((abstain) =>
        [0, 1, 2].flatMap((sitting) => [0, 2].map((away) => ({ for: yes, against, abstain, sitting, away }))),
      ),
    ),
  )

  const ways = policies.flatMap((policy) =>
    [null, "a clause"].flatMap((clause) =>
      (["present", "participating"] as const).map((quorumCounts) => ({ silence: { policy, clause }, quorumCounts })),
    ),
  )

  it.each(ways)(
    "LINT-12 in every small electorate, by every base, with $silence.policy ($silence.clause) and $quorumCounts",
    (way) => {
      let passed = 0
      for (const quorum of bases)
        for (const approval of bases)
          for (const turnout of turnouts) {
            const rules = { ...way, quorum: [atLeast("2/3", quorum)], approval: [moreThan("1/2", approval)] }
            const { judged, lint } = verdicts(rules, turnout)
            if (judged !== lint) expect({ rules, turnout, lint }).toEqual({ rules, turnout, lint: judged })
            if (judged) passed += 1
          }
      expect(passed).toBeGreaterThan(100)
    },
  )
})
