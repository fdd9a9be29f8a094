import type { Flip } from "../../model.ts"
import { type Change, changesOf } from "./changes.ts"
import { fewest } from "./fewest.ts"
import { heaviestFirst } from "./heaviest.ts"
import { passes } from "./judge.ts"
import { isAreaUnknown } from "./known.ts"
import { measuresOf, type ReadyRules, readyRules, type TallyRules } from "./thresholds.ts"
import { type Turnout, tallyOf } from "./turnout.ts"
import { readsPresence, type Whereabouts, whereabouts } from "./whereabouts.ts"

/** More who come and do not vote can do either, help a quorum or raise a base: every number is tried. */
const byTrying = (most: number, isTurned: (voters: number) => boolean): number | undefined => {
  for (let voters = 1; voters <= most; voters += 1) if (isTurned(voters)) return voters
  return undefined
}

const votersFor = (rules: ReadyRules, passed: boolean, { after, groups, turns }: Change): number | undefined => {
  const found = measuresOf([...rules.quorum, ...rules.approval]).map((measure) => {
    const [first, second] = [heaviestFirst(groups[0], measure), heaviestFirst(groups[1], measure)]
    const isTurned = (a: number, b: number): boolean => passes(rules, after(first.first(a), second.first(b))) !== passed
    if (turns === "either") return byTrying(first.voters, (voters) => isTurned(voters, 0))
    return fewest(first.voters, second.voters, isTurned)
  })
  const turning = found.filter((voters) => voters !== undefined)
  return turning.length === 0 ? undefined : Math.min(...turning)
}

const nobody: Whereabouts = { here: [], absent: [] }

/**
 * For each kind of change the smallest number of voters who would turn the outcome by it, the others staying as they are;
 * kinds that cannot are left out. Those who weigh most are taken first, by each measure that the rules name: where all of a
 * group have the same heads, or the rules name one measure, no choice of fewer voters does it. Only where presence is counted
 * by area could others who come do it with fewer. Where only a number of those present is known, a kind for which it makes a
 * difference who they are is left out, and all are where the rules read their area. Rule TALLY-15.
 */
export const flips = (rules: TallyRules, turnout: Turnout): ReadonlyArray<Flip> => {
  const ready = readyRules(rules)
  if (isAreaUnknown(turnout) && readsPresence(ready, "area")) return []
  const tally = tallyOf(turnout)
  const passed = passes(ready, tally)
  const isPresenceRead = readsPresence(ready, "heads") || readsPresence(ready, "area")
  const voting = whereabouts(ready, turnout, measuresOf([...ready.quorum, ...ready.approval])) ?? nobody
  const coming = whereabouts(ready, turnout, ["heads"]) ?? nobody
  return changesOf(turnout, tally, { voting, coming })
    .filter(({ turns }) => (turns === "either" ? isPresenceRead : turns === (passed ? "passing" : "failing")))
    .flatMap((each) => {
      const voters = votersFor(ready, passed, each)
      return voters === undefined ? [] : [{ change: each.change, voters }]
    })
}
