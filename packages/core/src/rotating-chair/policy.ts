import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"

const whole = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

/** In which order the units take their turns. Each option has its own laws: see the README. */
export const TurnOrder = Schema.Union([
  Schema.TaggedStruct("Listed", {}),
  Schema.TaggedStruct("Drawn", { seed: Id }),
  Schema.TaggedStruct("LongestWaiting", {}),
])
export type TurnOrder = typeof TurnOrder.Type

/** How long one term lasts. Months count from the day of the month on which the rota opened; quarters are calendar quarters. */
export const TermLength = Schema.Union([
  Schema.TaggedStruct("Months", { count: whole(1, 60) }),
  Schema.TaggedStruct("Quarter", {}),
  Schema.TaggedStruct("Meetings", { count: whole(1, 60) }),
])
export type TermLength = typeof TermLength.Type

/**
 * What a community decides about its rotating chair. The source names no number (S5); every default below is our default,
 * and every bound is freely chosen by the community unless it says `floor` or `ceiling`.
 */
export const RotaPolicy = Schema.Struct({
  order: TurnOrder,
  term: TermLength,
  /** Terms published ahead of the one that serves; joins and leaves never change them, except the mover's own. */
  horizonTerms: whole(1, 60),
  /** When a newcomer first takes a turn under `Listed` and `Drawn`: last in this round, or from the next round on. */
  newcomers: Schema.Literals(["this-round", "next-round"]),
  /** Who fills a turn whose unit left, skipped, declined or merged: a regular turn, a stand-in that counts for nobody, or no one yet. */
  movedTurns: Schema.Literals(["next-in-turn", "substitute", "vacant"]),
  /** Which of the doubled turns a unit keeps that was merged out of two. */
  mergedTurns: Schema.Literals(["keep-earlier", "keep-later", "keep-both"]),
  /** Whether a chair that did not appear has used up its turn, or owes it. */
  noShow: Schema.Literals(["counts", "owed"]),
  /** How many turns a unit may owe at one time before it may skip no more. */
  owedTurnsLimit: whole(1, 12),
  /** Who presides for a chair that is absent or has an interest in the item. */
  substitute: Schema.Literals(["next-in-turn", "previous-chair"]),
  /** Within how many days a vacant chair is filled, the day of the vacancy not counted. */
  vacancyDays: whole(1, 90),
  /** Within how many days of its first day a new chair has the hand-over record. */
  handOverDays: whole(1, 90),
})
export type RotaPolicy = typeof RotaPolicy.Type

/** Our defaults: the source gives the mechanism and no number. `handOverDays` follows the 10 days of art. 25 of the Urban Residents' Committee Organization Law (2026) by analogy, our reading. */
export const rotaPolicyDefaults: RotaPolicy = {
  order: { _tag: "LongestWaiting" },
  term: { _tag: "Quarter" },
  horizonTerms: 3,
  newcomers: "next-round",
  movedTurns: "next-in-turn",
  mergedTurns: "keep-earlier",
  noShow: "owed",
  owedTurnsLimit: 2,
  substitute: "next-in-turn",
  vacancyDays: 7,
  handOverDays: 10,
}
