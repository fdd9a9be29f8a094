import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import {
  due,
  type Rota,
  type RotaCommand,
  type RotaPolicy,
  rotaPolicyDefaults,
  rotatingChair,
} from "@jinlin/core/rotating-chair"
import { on, type Walked, walk } from "@jinlin/testkit"

/** The term that is followed, and the one after it, with which it may be swapped. */
const [followed, other] = [2, 3]
const convenor = { _tag: "Post", person: "p-1", post: "convenor", within: "conference" } as const
const record = "sha-256:0000000000000000000000000000000000000000000000000000000000000000"

const policies: ReadonlyArray<RotaPolicy> = (["next-in-turn", "substitute", "vacant"] as const).map((movedTurns) => ({
  ...rotaPolicyDefaults,
  term: { _tag: "Months", count: 1 },
  horizonTerms: 2,
  mergedTurns: "keep-later",
  owedTurnsLimit: 1,
  movedTurns,
}))

const openings: ReadonlyArray<RotaCommand> = policies.map((policy) => ({
  _tag: "OpenRota",
  policy,
  units: ["school", "clinic", "property", "judicial-office"],
  startsOn: "2026-01-01",
}))

const holderOf = (rota: Rota, ordinal: number): string | undefined =>
  rota.terms.find((term) => term.ordinal === ordinal)?.unit ?? undefined

/** Turns move a few times and no more: each move leaves a reason behind, and the world must end somewhere. */
const mayStillMove = (rota: Rota): boolean =>
  rota.terms.every((term) => term.because.length < 4) && rota.seats.length > 1

const moves = (rota: Rota): ReadonlyArray<RotaCommand> => {
  const [holder, next] = [holderOf(rota, followed), holderOf(rota, other)]
  if (!mayStillMove(rota) || holder === undefined) return []
  const merge: ReadonlyArray<RotaCommand> =
    next === undefined || next === holder ? [] : [{ _tag: "MergeUnits", units: [holder, next], into: holder }]
  return [
    { _tag: "SwapTurns", first: followed, second: other },
    { _tag: "SkipTurn", term: followed, reason: "flood season" },
    { _tag: "DeclineTurn", term: followed, reason: "short of staff" },
    { _tag: "UnseatUnit", unit: holder },
    ...merge,
  ]
}

/** What the timekeeper would issue next for the followed term: whatever falls due first. */
const nextDue = (rota: Rota): ReadonlyArray<{ readonly on: CivilDate; readonly command: RotaCommand }> => {
  const days = due(rota).filter(({ command }) => command._tag !== "RemindHandOver" || command.term === followed)
  const [first] = days.map((one) => one.on).sort()
  return days.filter((one) => one.on === first)
}

const commands = (rota: Rota): ReadonlyArray<RotaCommand> => {
  if (rota.status === "unopened") return openings
  if (rota.serving > followed) return []
  return [
    ...moves(rota),
    { _tag: "FillVacancy", term: followed, unit: null },
    { _tag: "HandOverChair", term: followed, record },
    { _tag: "RecordNoShow", term: followed },
    ...nextDue(rota).map(({ command }) => command),
  ]
}

/** A command that waits for its day comes on that day, any other on the first day of the serving term or of its vacancy. */
const dayOf = (rota: Rota, command: RotaCommand): CivilDate =>
  nextDue(rota).find((one) => one.command._tag === command._tag)?.on ??
  rota.vacancy?.since ??
  rota.terms.find((term) => term.ordinal === rota.serving)?.from ??
  "2026-01-01"

/** What has become of the followed term. */
const view = (rota: Rota): string => {
  if (rota.status === "unopened") return "unopened"
  if (rota.serving > followed) return "over"
  const term = rota.terms.find(({ ordinal }) => ordinal === followed)
  const holder = term?.unit == null ? "vacant" : term.counts ? "own" : "stand-in"
  return `${rota.serving < followed ? "published" : "serving"}-${holder}`
}

/** The life of one term, under each rule for turns that move. Closing the rota, which ends everything at any time, is left out. */
export const rotatingChairWorld = (): Walked =>
  walk({
    decider: rotatingChair,
    commands,
    circumstances: (rota, command) => ({ actor: convenor, now: on(dayOf(rota, command)) }),
    view,
    limit: 20_000,
  })
