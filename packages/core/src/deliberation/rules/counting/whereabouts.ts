import type { Measure } from "../../../kernel/threshold.ts"
import type { Weight } from "../../model.ts"
import type { ReadyRules } from "./thresholds.ts"
import type { Turnout } from "./turnout.ts"
import { type Bloc, blocsOf, firstOf, weightOf } from "./weight.ts"

/** The silent by whether they are there. */
export interface Whereabouts {
  readonly here: ReadonlyArray<Bloc>
  readonly absent: ReadonlyArray<Bloc>
}

/** Whether a threshold reads who is present, in this measure. */
export const readsPresence = ({ approval, quorum, quorumCounts }: ReadyRules, measure: Measure): boolean =>
  quorum.some(({ threshold }) => quorumCounts === "present" && threshold.measure === measure) ||
  [...quorum, ...approval].some(({ threshold }) => threshold.base === "present" && threshold.measure === measure)

/** What somebody weighs in these measures; nothing in the others. */
const inMeasures = (measures: ReadonlyArray<Measure>) => (weight: Weight) => ({
  heads: measures.includes("heads") ? weight.heads : 0,
  area: measures.includes("area") ? weight.area : 0,
})

/**
 * Voters of whom so many heads are there: those and the others, where it makes no difference to these measures who they are.
 * So it is where nobody or everybody is there, and where all weigh the same. Undefined: it makes a difference.
 */
const parted = (
  blocs: ReadonlyArray<Bloc>,
  heads: number,
  measures: ReadonlyArray<Measure>,
): Whereabouts | undefined => {
  const all = weightOf(blocs).heads
  if (heads <= 0) return { here: [], absent: blocs }
  if (heads >= all) return { here: blocs, absent: [] }
  const voters = blocs.reduce((sum, bloc) => sum + bloc.voters, 0)
  const there = heads / (all / voters)
  if (blocsOf(blocs.map(inMeasures(measures))).length > 1 || !Number.isSafeInteger(there)) return undefined
  const [here, absent] = firstOf(blocs, there)
  return { here, absent }
}

/**
 * Who of the silent is there, as far as these measures can tell; heads are among them where the rules read who is present by
 * heads. Where only a number is known and it makes a difference who was counted, nobody can say, and it is undefined.
 */
export const whereabouts = (
  rules: ReadyRules,
  turnout: Turnout,
  measures: ReadonlyArray<Measure>,
): Whereabouts | undefined => {
  const { silentAbsent, silentHere, silentSomewhere = [] } = turnout
  const heads = turnout.present.heads - turnout.cast.heads - weightOf(silentHere).heads
  const found = parted(silentSomewhere, readsPresence(rules, "heads") ? heads : 0, measures)
  return found && { here: [...silentHere, ...found.here], absent: [...silentAbsent, ...found.absent] }
}
