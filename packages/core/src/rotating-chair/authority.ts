import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { RotaCircumstances } from "./circumstances.ts"
import type { RotaCommand } from "./commands.ts"
import type { Rota } from "./model.ts"
import { termOf } from "./rules/index.ts"

type Row = AuthorityRule<RotaCommand, Rota, RotaCircumstances>

/** The convenor decides; the secretary arranges and records, and decides nothing (S6). */
const convenor: Row = posts("CHAIR-21", "convenor")
const arranging: Row = posts("CHAIR-21", "convenor", "secretary", "system")
const recording: Row = posts("CHAIR-21", "convenor", "secretary")
/** The convenor on his own part; the reactor when the joint conference has already decided. */
const membership: Row = posts("CHAIR-21", "convenor", "system")

const isDelegateOf = (actor: Actor, units: ReadonlyArray<string | null | undefined>): boolean =>
  actor._tag === "Post" && actor.post === "delegate" && units.includes(actor.within)

const isOnBehalf = (actor: Actor): boolean =>
  actor._tag === "Post" && actor.post === "secretary" && actor.onBehalfOf !== undefined

const ownVoice = ["delegate-of-the-unit", "secretary-for-the-delegate"]

/**
 * A unit speaks for its own turns through its delegate; the secretary may type it for the delegate, and says for whom. That
 * this person is the unit's delegate is for whoever knows the roll to check.
 */
const unitItself =
  <Tag extends RotaCommand["_tag"]>(
    unitsOf: (command: Extract<RotaCommand, { _tag: Tag }>, rota: Rota) => ReadonlyArray<string | null | undefined>,
  ): AuthorityRule<Extract<RotaCommand, { _tag: Tag }>, Rota, RotaCircumstances> =>
  (actor, command, rota, circumstances) => {
    if (isDelegateOf(actor, unitsOf(command, rota)) || isOnBehalf(actor))
      return posts("CHAIR-21", "delegate", "secretary")(actor, command, rota, circumstances)
    return refuse({ _tag: "Forbidden", rule: "CHAIR-21", command: command._tag, allowed: ownVoice })
  }

/** Who may do what to a rota. A command without a row does not compile. */
export const authority: AuthorityTable<RotaCommand, Rota, RotaCircumstances> = {
  OpenRota: membership,
  AdoptRotaPolicy: convenor,
  SeatUnit: membership,
  UnseatUnit: membership,
  MergeUnits: membership,
  SwapTurns: unitItself<"SwapTurns">(({ first, second }, rota) => [
    termOf(rota, first)?.unit,
    termOf(rota, second)?.unit,
  ]),
  SkipTurn: unitItself<"SkipTurn">(({ term }, rota) => [termOf(rota, term)?.unit]),
  DeclineTurn: unitItself<"DeclineTurn">(({ term }, rota) => [termOf(rota, term)?.unit]),
  RecordNoShow: recording,
  NameSubstitute: convenor,
  DeclareInterest: unitItself<"DeclareInterest">(({ unit }) => [unit]),
  FillVacancy: convenor,
  HandOverChair: recording,
  RemindHandOver: arranging,
  CountMeeting: arranging,
  AdvanceRota: arranging,
  CloseRota: membership,
}
