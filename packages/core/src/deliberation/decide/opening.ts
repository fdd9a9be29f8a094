import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { OpenBallot, Sitting } from "../model.ts"
import {
  asksForArea,
  findComposition,
  findQuorum,
  headsAreEqual,
  latestFirstClose,
  longestBallot,
  weighTheSame,
} from "../rules/index.ts"
import { mustHaveBegun, presentMustFit } from "./attendance.ts"
import { digestOfRoll } from "./freezing.ts"
import { lawMustStand } from "./law.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  type OpenMatter,
  personAsking,
  placeOf,
  type Standing,
  sittingIn,
} from "./standing.ts"

type Asked = Command<"OpenBallot">

/** The mode is one of the rules', and neither shows a voter by its weight nor counts what it cannot weigh (DELIBERATION-12). */
const modeMustFit = (sitting: Sitting, { mode }: Asked): Objection => {
  const { citation, modes } = sitting.rules.ballot
  if (!modes.includes(mode)) return { _tag: "ModeNotAllowed", rule: "DELIBERATION-12", mode, modes, citation }
  const alike = headsAreEqual(sitting) && (mode !== "secret" || weighTheSame(sitting))
  if ((mode !== "secret" && mode !== "secret-papers") || (alike && !asksForArea(sitting))) return undefined
  const others = modes.filter((other) => other === "open" || other === "show-of-hands")
  return { _tag: "WeightsIdentify", rule: "DELIBERATION-12", mode, modes: others }
}

/** A body decides what its rules let it decide: to adopt, and where the plan says so to amend or to send back (DELIBERATION-13). */
const motionMustFit = (
  { rules }: Sitting,
  { motion }: Asked,
  { matter, step: plan }: { readonly matter: OpenMatter; readonly step: Standing["step"] },
): ReadonlyArray<Objection> => {
  const { amendedRestartsAt, returnsTo, step } = plan
  const heard: Objection =
    rules.approval.length > 0 ? undefined : { _tag: "BodyIsHeard", rule: "DELIBERATION-13", step, set: rules.set }
  if (motion._tag === "Adopt") return [heard]
  if (motion._tag === "Return")
    return [
      heard,
      returnsTo.includes(motion.to)
        ? undefined
        : { _tag: "MayNotReturnTo", rule: "DELIBERATION-13", step, to: motion.to, allowed: returnsTo },
    ]
  return [
    heard,
    amendedRestartsAt === null ? { _tag: "BodyMayNotAmend", rule: "DELIBERATION-13", step } : undefined,
    motion.text === matter.text ? { _tag: "TextUnchanged", rule: "DELIBERATION-13", text: motion.text } : undefined,
  ]
}

/** Where those present make the quorum it must be there; a body without one does not vote (DELIBERATION-11). */
export const quorumMustBeThere = (sitting: Sitting): Objection => {
  if (sitting.rules.quorumCounts === "participating") return undefined
  const missing = findQuorum(sitting).filter(({ holds }) => !holds)
  return missing.length === 0 ? undefined : { _tag: "NoQuorum", rule: "DELIBERATION-11", findings: missing }
}

/** Somebody is on the roll, it is made up as it must be, and enough are there (DELIBERATION-7, DELIBERATION-11). */
const bodyMustBeThere = (sitting: Sitting): ReadonlyArray<Objection> => {
  const { presentCount, roll, round } = sitting
  if (roll.length === 0) return [{ _tag: "RollIsEmpty", rule: "DELIBERATION-7", round }]
  const composition = findComposition(sitting)
  return [
    composition === null || composition.holds
      ? undefined
      : { _tag: "CompositionFails", rule: "DELIBERATION-11", finding: composition },
    presentCount === null ? undefined : presentMustFit(sitting, presentCount),
    quorumMustBeThere(sitting),
  ]
}

/** A ballot runs until today or later, and not so long that a slip of the pen stops a matter for years (DELIBERATION-27). */
const lastDayMustFit = ({ closesOn }: Asked, today: CivilDate): Objection => {
  if (closesOn < today) return { _tag: "ClosesInPast", rule: "DELIBERATION-14", closesOn, earliest: today }
  const latest = latestFirstClose(today)
  if (closesOn <= latest) return undefined
  return { _tag: "BallotTooLong", rule: "DELIBERATION-27", closesOn, days: longestBallot, latest }
}

const opened = ({ closesOn, mode, motion }: Asked, { around, today }: Standing): OpenBallot => ({
  mode,
  motion,
  openedOn: today,
  openedAt: around.now.instant,
  closesOn,
  extended: 0,
  closedAt: null,
  closedOn: null,
})

/** A motion is put to the vote. From now on roll, weights, recusals, proxies and rules stand (DELIBERATION-7). */
export const openBallot = (command: Asked, standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const { ballot, roll, round } = sitting
  if (ballot !== null)
    return object({ _tag: "BallotAlreadyOpened", rule: "DELIBERATION-14", round, openedOn: ballot.openedOn })
  const { today } = standing
  const objections: ReadonlyArray<Objection> = [
    mustHaveBegun(sitting, standing),
    lawMustStand(sitting, standing),
    lastDayMustFit(command, today),
    modeMustFit(sitting, command),
    ...motionMustFit(sitting, command, standing),
    ...bodyMustBeThere(sitting),
  ]
  return unless(objections, () => [
    {
      _tag: "BallotOpened",
      ...placeOf(sitting),
      ballot: opened(command, standing),
      roll: roll.length,
      digest: digestOfRoll(sitting),
      by: personAsking(standing.around),
    },
  ])
}
