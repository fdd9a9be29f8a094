import { object, unless } from "../../kernel/decider.ts"
import type { DecisionRules } from "../../kernel/decision-rules.ts"
import type { ProxyVote, Sitting } from "../model.ts"
import { chainedWith, grantOf, heldBy, isRecused, overCap } from "../rules/index.ts"
import { mustBeOnRoll } from "./roll.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  quiet,
  rollIn,
  type Standing,
} from "./standing.ts"

const capIsReached = (sitting: Sitting, by: string, { cap, citation }: DecisionRules["proxies"]): Objection => ({
  _tag: "ProxyCapReached",
  rule: "DELIBERATION-9",
  by,
  cap,
  holds: heldBy(sitting, by),
  citation,
})

/** Nobody may vote for more others than these rules let it: proxies that were granted under others must be revoked first. */
export const capMustHold = (sitting: Sitting, { proxies }: DecisionRules): Objection => {
  const by = overCap(sitting, proxies.cap)
  return by === undefined ? undefined : capIsReached(sitting, by, proxies)
}

/** Neither of the two is recused, and no grant stands in the way (DELIBERATION-8, DELIBERATION-9). */
const grantMustStandAlone = (sitting: Sitting, asked: ProxyVote): ReadonlyArray<Objection> => {
  const { by, voter } = asked
  const given = grantOf(sitting, voter)
  const grants = chainedWith(sitting, asked)
  return [
    ...[voter, by]
      .filter((one) => isRecused(sitting, one))
      .map((recused) => ({ _tag: "VoterIsRecused", rule: "DELIBERATION-8", voter: recused }) as const),
    given === undefined ? undefined : { _tag: "ProxyGivenAlready", rule: "DELIBERATION-9", voter, by: given.by },
    grants.length === 0 ? undefined : { _tag: "ProxyChain", rule: "DELIBERATION-9", voter, by, grants },
  ]
}

/** One voter lets another vote for it: both on the roll, nobody in a chain, nobody above the cap (DELIBERATION-9). */
export const grant = ({ by, voter }: Command<"GrantProxy">, standing: Standing): DeliberationDecision => {
  const found = rollIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const { proxies } = sitting.rules
  if (voter === by) return object({ _tag: "ProxyForItself", rule: "DELIBERATION-9", voter })
  if (grantOf(sitting, voter)?.by === by) return quiet
  const objections = [
    mustBeOnRoll(sitting, [voter, by]),
    ...grantMustStandAlone(sitting, { voter, by }),
    heldBy(sitting, by).length < proxies.cap ? undefined : capIsReached(sitting, by, proxies),
  ]
  return unless(objections, () => [{ _tag: "ProxyGranted", ...placeOf(sitting), voter, by }])
}

/** A voter takes its proxy back. */
export const revoke = ({ voter }: Command<"RevokeProxy">, standing: Standing): DeliberationDecision => {
  const found = rollIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  return unless([mustBeOnRoll(sitting, [voter])], () =>
    grantOf(sitting, voter) === undefined ? [] : [{ _tag: "ProxyRevoked", ...placeOf(sitting), voter }],
  )
}
