import { object, unless } from "../../kernel/decider.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Sitting, Voter } from "../model.ts"
import {
  isRecused,
  largestRoll,
  largestVoter,
  namedTwice,
  newToRoll,
  overflows,
  proxiesOf,
  strangersTo,
} from "../rules/index.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  quiet,
  rollIn,
  type Standing,
} from "./standing.ts"

const measures = ["heads", "area"] as const

const nobodyTwice = (voters: ReadonlyArray<string>): Objection => {
  const voter = namedTwice(voters)
  return voter === undefined ? undefined : { _tag: "VoterNamedTwice", rule: "DELIBERATION-7", voter }
}

/** All of these must stand on the roll of the sitting (DELIBERATION-7). */
export const mustBeOnRoll = (sitting: Sitting, voters: ReadonlyArray<string>): Objection => {
  const strangers = strangersTo(sitting, voters)
  return strangers.length === 0 ? undefined : { _tag: "NotOnRoll", rule: "DELIBERATION-7", voters: strangers }
}

const weightsMustFit = (voters: ReadonlyArray<Voter>): ReadonlyArray<Objection> =>
  voters.flatMap((voter) =>
    measures
      .filter((measure) => voter[measure] > largestVoter[measure])
      .map((measure) => ({
        _tag: "WeightTooLarge",
        rule: "DELIBERATION-7",
        voter: voter.voter,
        measure,
        got: voter[measure],
        atMost: largestVoter[measure],
      })),
  )

const rollMustFit = (sitting: Sitting, voters: ReadonlyArray<Voter>): ReadonlyArray<Objection> =>
  measures
    .filter((measure) => overflows(sitting, voters, measure))
    .map((measure) => ({ _tag: "RollTooLarge", rule: "DELIBERATION-7", measure, atMost: largestRoll }))

/** Voters are entered, or entered otherwise than before; who stands there so already is left out of the event. */
export const enter = ({ voters }: Command<"EnterRoll">, standing: Standing): DeliberationDecision => {
  const found = rollIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const entering = newToRoll(sitting, voters)
  const objections = [
    nobodyTwice(voters.map(({ voter }) => voter)),
    ...weightsMustFit(voters),
    ...rollMustFit(sitting, voters),
  ]
  return unless(objections, () =>
    entering.length === 0
      ? []
      : [{ _tag: "RollEntered", ...placeOf(sitting), sitsOn: sitting.sitsOn, voters: entering }],
  )
}

/** The proxies that fall with those who leave the roll or take no part. */
const revoked = (sitting: Sitting, voters: ReadonlyArray<string>): ReadonlyArray<DeliberationEvent> =>
  proxiesOf(sitting, voters).map(({ voter }) => ({ _tag: "ProxyRevoked", ...placeOf(sitting), voter }))

/** Voters leave the roll, with their recusals, their presence and the proxies in which they stand. */
export const strike = ({ reason, voters }: Command<"StrikeFromRoll">, standing: Standing): DeliberationDecision => {
  const found = rollIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  return unless([nobodyTwice(voters), mustBeOnRoll(sitting, voters)], () => [
    ...revoked(sitting, voters),
    { _tag: "RollStruck", ...placeOf(sitting), voters, reason },
  ])
}

/** A voter takes no part because of an interest; the proxies in which it stands fall (DELIBERATION-8). */
export const recuse = ({ reason, voter }: Command<"RecuseVoter">, standing: Standing): DeliberationDecision => {
  const found = rollIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  if (isRecused(sitting, voter)) return quiet
  return unless([mustBeOnRoll(sitting, [voter])], () => [
    ...revoked(sitting, [voter]),
    { _tag: "VoterRecused", ...placeOf(sitting), voter, reason },
  ])
}
