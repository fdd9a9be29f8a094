import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Rota, RotaCommand, RotaPolicy } from "@jinlin/core/rotating-chair"
import type { Move } from "./arbitraries.ts"

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]

const termCommand = (move: Move, rota: Rota): RotaCommand => {
  const ordinals = rota.terms.map((term) => term.ordinal)
  const term = pick(ordinals, move.which) ?? 1
  switch (move.kind) {
    case "swap":
      return { _tag: "SwapTurns", first: term, second: pick(ordinals, move.other) ?? 1 }
    case "skip":
      return { _tag: "SkipTurn", term, reason: "inspection week" }
    case "decline":
      return { _tag: "DeclineTurn", term, reason: "no staff" }
    case "no-show":
      return { _tag: "RecordNoShow", term: move.other % 2 === 0 ? rota.serving : rota.serving - 1 }
    case "hand-over":
      return { _tag: "HandOverChair", term: rota.serving, record: `sha-256:${"0".repeat(64)}` }
    case "remind":
      return { _tag: "RemindHandOver", term: rota.serving }
    default: {
      const vacant = rota.terms.find((published) => published.unit === null)?.ordinal ?? term
      const unit = move.other % 2 === 0 ? null : (pick(rota.seats, move.other)?.unit ?? null)
      return { _tag: "FillVacancy", term: vacant, unit }
    }
  }
}

/** Where a move is made: the rota, the day, a maker of names that were never used, and the units that left. */
interface Scene {
  readonly rota: Rota
  readonly day: CivilDate
  readonly fresh: () => string
  readonly left: ReadonlyArray<string>
}

const orders: ReadonlyArray<RotaPolicy["order"]> = [
  { _tag: "LongestWaiting" },
  { _tag: "Listed" },
  { _tag: "Drawn", seed: "other-seed" },
]

/** Another policy on the same basis, from today or a later day on. */
const adoption = ({ other, which }: Move, { day, rota }: Scene): RotaCommand => {
  const latest = rota.policies.at(-1)
  if (latest === undefined) return { _tag: "AdvanceRota" }
  const { order, policy } = { order: pick(orders, other), policy: latest.policy }
  const asked: CivilDate = addDays(day, which % 40)
  return {
    _tag: "AdoptRotaPolicy",
    effectiveFrom: asked < latest.effectiveFrom ? latest.effectiveFrom : asked,
    policy: {
      ...policy,
      order: order ?? policy.order,
      term: policy.term._tag === "Meetings" ? { _tag: "Meetings", count: 1 + (which % 3) } : policy.term,
      horizonTerms: 1 + (other % 4),
      vacancyDays: 1 + (which % 10),
    },
  }
}

/** The command that a move means where the rota stands. */
export const commandFor = (move: Move, scene: Scene): RotaCommand => {
  const { day, fresh, left, rota } = scene
  const seated = rota.seats.map((seat) => seat.unit)
  const unit = pick(seated, move.which) ?? "nobody"
  switch (move.kind) {
    case "wait":
      return { _tag: "AdvanceRota" }
    case "join":
      return { _tag: "SeatUnit", unit: fresh() }
    case "rejoin":
      return { _tag: "SeatUnit", unit: pick(left, move.which) ?? fresh() }
    case "leave":
      return { _tag: "UnseatUnit", unit }
    case "merge": {
      const other = pick(seated, move.other) ?? "nobody"
      const into = move.other % 3 === 0 ? fresh() : move.other % 3 === 1 ? unit : other
      return { _tag: "MergeUnits", units: [unit, other], into }
    }
    case "substitute":
      return { _tag: "NameSubstitute", unit: move.other % 2 === 0 ? null : unit }
    case "interest":
      return { _tag: "DeclareInterest", item: `item-${move.other % 3}`, unit }
    case "meeting":
      // Some are counted a few days late.
      return {
        _tag: "CountMeeting",
        meeting: `meeting-${day}-${move.other}`,
        heldOn: addDays(day, -(move.which % 3)),
      }
    case "adopt":
      return adoption(move, scene)
    default:
      return termCommand(move, rota)
  }
}
