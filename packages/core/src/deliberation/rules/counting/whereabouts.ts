import type { Measure } from "../../../kernel/threshold.ts"
import type { ReadyRules } from "./thresholds.ts"
import type { Turnout } from "./turnout.ts"
import { type Bloc, firstOf, weightOf } from "./weight.ts"

/** The silent by whether they are there. */
export interface Whereabouts {
  readonly here: ReadonlyArray<Bloc>
  readonly absent: ReadonlyArray<Bloc>
}

/** Whether a threshold reads who is present, in this measure. */
export const readsPresence = ({ approval, quorum, quorumCounts }: ReadyRules, measure: Measure): boolean =>
  quorum.some(({ threshold }) => quorumCounts === "present" && threshold.measure === measure) ||
  [...quorum, ...approval].some(({ threshold }) => threshold.base === "present" && threshold.measure === measure)

/**
 * Voters of whom so many heads are there: those and the others, where it makes no difference to these measures who they are.
 * So it is where nobody or everybody is there, and where all weigh the same. Undefined: it makes a difference.
 */
const parted = (
  blocs: ReadonlyArray<Bloc>,
  heads: number,
  measures: ReadonlyArray<Measure>,
): Whereabouts | undefined => {
  if (heads <= 0) return { here: [], absent: blocs }
  if (heads >= weightOf(blocs).heads) return { here: blocs, absent: [] }
  const [one] = blocs
  const voters = heads / (one?.heads ?? 0)
  const areAlike = blocs.every((bloc) => measures.every((measure) => bloc[measure] === one?.[measure]))
  if (!areAlike || !Number.isSafeInteger(voters)) return undefined
  const [here, absent] = firstOf(blocs, voters)
  return { here, absent }
}

/**
 * Who of the silent is there, as far as these measures can tell; heads have to be among them. Where only a number is known
 * and it makes a difference who was counted, nobody can say, and it is undefined. Where the rules read no presence it never does.
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
