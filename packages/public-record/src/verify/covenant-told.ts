import type {
  Covenant,
  CovenantCircumstances,
  CovenantCommand,
  CovenantEvent,
  CovenantRules,
  MatterOutcome,
} from "@jinlin/core/covenant"
import type { Citation } from "@jinlin/core/kernel"
import type { PublicRecord } from "../model/record.ts"
import { outcomeOn } from "./deliberation-on.ts"
import { type Asked, endOf } from "./replaying.ts"

type Parts = PublicRecord["parts"]
/** A command on a covenant that may have led to an event, and what it may have been told. */
export type Ask = Asked<CovenantCommand, CovenantCircumstances>

const system = { _tag: "System", rule: "RECORD-14" } as const
/** Who says so, where nothing that is asked reads it. */
export const unsaid: Citation = { instrument: "jinlin", certainty: "our-default" }

/** A command with what it was told; nobody who drafted or checked is in a record. */
export const by = ({ on }: CovenantEvent, command: CovenantCommand, more: Partial<CovenantCircumstances> = {}): Ask => [
  command,
  { actor: system, now: endOf(on), ...more },
]

/** The rules of a day as far as an event says them; the others are read by nothing that it is held against. */
export const rulesOf = (
  { kind }: Covenant,
  { day, packs }: Pick<CovenantRules, "day" | "packs">,
  said: Partial<CovenantRules>,
): CovenantRules => ({
  ...{ kind: kind ?? "residents-covenant", day, packs, requiredClauses: [] },
  comments: { days: 0, citation: unsaid },
  unaskedChanges: { need: "stated-reason", citation: unsaid },
  conformity: { citation: unsaid },
  makers: { sets: ["nobody"], citation: unsaid },
  filing: { required: false, withinDays: 0, citation: unsaid },
  ...said,
})

/** What the record has of a matter on a day, or, where it does not have the matter, what is supposed of it. */
export const outcomesOf = (
  { deliberations }: Parts,
  { on }: CovenantEvent,
  told: MatterOutcome | undefined,
): ReadonlyArray<MatterOutcome> => {
  const known = deliberations.find(({ content }) => content.matter === told?.matter)?.content
  if (known !== undefined) return outcomeOn(known, on)
  return told === undefined ? [] : [told]
}
