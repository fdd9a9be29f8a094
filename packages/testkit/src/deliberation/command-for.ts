import type { DeliberationCommand, Matter, MatterPlan, Voter } from "@jinlin/core/deliberation"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Move } from "./moves.ts"
import { someText } from "./scene.ts"

/** Where a move is made: the day, the voters there are, and the plan of the story. */
interface Place {
  readonly today: CivilDate
  readonly electorate: ReadonlyArray<Voter>
  readonly plan: MatterPlan
}

type Of<Tag extends DeliberationCommand["_tag"]> = Extract<DeliberationCommand, { readonly _tag: Tag }>

const reason = "as things are"
const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]
const twoBits = (bits: number, place: number): number => (bits >> (2 * (place % 8))) & 3

/** Somebody of the electorate, and now and then a stranger. */
const someone = ({ electorate }: Place, which: number): string =>
  which % 13 === 12 ? "stranger" : (pick(electorate, which)?.voter ?? "stranger")

const call = ({ bits, other, which }: Move, { at, plan }: Matter, { today }: Place): Of<"CallStep"> => {
  const steps = plan?.steps ?? []
  const wanted = which % 23 === 22 ? pick(steps, other) : steps.find(({ step }) => step === at)
  return {
    _tag: "CallStep",
    step: wanted?.step ?? "no-step",
    set: which % 31 === 30 ? "no-set" : (pick(wanted?.sets ?? [], other) ?? "no-set"),
    sitsOn: addDays(today, bits % 5 === 0 ? bits % 13 : 12),
    urgent: bits % 7 === 0 ? "a pipe burst" : null,
  }
}

const roll = ({ bits, which }: Move, { electorate }: Place): DeliberationCommand => {
  const chosen = which % 5 === 4 ? electorate.filter((_, place) => twoBits(bits, place) !== 0) : electorate
  const [first, ...others] = which % 17 === 16 ? [...chosen, ...chosen.slice(0, 1)] : chosen
  const stranger: Voter = { voter: "voter-1", person: "person-1", heads: 1, area: 0, kind: null }
  return { _tag: "EnterRoll", voters: [first ?? stranger, ...others] }
}

const coming = ({ bits, which }: Move, place: Place): DeliberationCommand => {
  const came = place.electorate.filter((_, index) => twoBits(bits, index) !== 0).map(({ voter }) => voter)
  return { _tag: "RecordAttendance", present: [someone(place, which), ...came] }
}

const motion = ({ bits, other }: Move, { at, plan }: Matter): Of<"OpenBallot">["motion"] => {
  if (bits % 6 === 0) return { _tag: "Amend", text: someText(1 + (other % 4)) }
  const returnsTo = plan?.steps.find(({ step }) => step === at)?.returnsTo ?? []
  if (bits % 6 === 1) return { _tag: "Return", to: pick(returnsTo, other) ?? "step-1" }
  return { _tag: "Adopt" }
}

/** Most ballots end on the day on which they open, some days later, and now and then far too late. */
const lastDay = ({ bits, which }: Move): number => {
  if (which % 29 === 28) return 89 + (bits % 4)
  return which % 4 === 0 ? (bits % 8) - 1 : 0
}

const open = (move: Move, matter: Matter, { today }: Place): Of<"OpenBallot"> => {
  const modes = ["show-of-hands", "open", "secret", "secret-papers"] as const
  const allowed = matter.sitting?.rules.ballot.modes ?? modes
  return {
    _tag: "OpenBallot",
    motion: motion(move, matter),
    mode: pick(move.which % 9 === 0 ? modes : allowed, move.other) ?? "open",
    closesOn: addDays(today, lastDay(move)),
  }
}

const votes = ({ bits, which }: Move, { sitting }: Matter, place: Place): Of<"RecordVotes"> => {
  const on = sitting?.roll.map(({ voter }) => voter) ?? []
  const recused = sitting?.recusals.map(({ voter }) => voter) ?? []
  const voting = which % 11 === 0 ? on : on.filter((voter) => !recused.includes(voter))
  const choosing = (wanted: number) => voting.filter((_, index) => twoBits(bits, index) === wanted)
  const more = which % 13 === 0 ? [someone(place, bits)] : []
  const spoilt = which % 4 === 3 ? choosing(3) : []
  return {
    _tag: "RecordVotes",
    for: [...choosing(0), ...choosing(3).filter((voter) => !spoilt.includes(voter)), ...more],
    against: choosing(1),
    abstain: choosing(2),
    void: spoilt.map((voter) => ({ voter, reason: "two marks" })),
  }
}

const counts = ({ bits, which }: Move, { sitting }: Matter): Of<"RecordCounts"> => {
  const there = sitting?.presentCount ?? sitting?.present.length ?? 0
  const yes = Math.min(bits % 5, there)
  const no = Math.min(which % 3, there - yes)
  return { _tag: "RecordCounts", for: yes, against: no, abstain: which % 19 === 0 ? 5 : 0, void: 0 }
}

const ofRoll = (move: Move, place: Place): DeliberationCommand => {
  const voter = someone(place, move.which)
  switch (move.kind) {
    case "roll":
      return roll(move, place)
    case "strike":
      return { _tag: "StrikeFromRoll", voters: [voter], reason }
    case "recuse":
      return { _tag: "RecuseVoter", voter, reason }
    case "proxy":
      return { _tag: "GrantProxy", voter, by: someone(place, move.other) }
    case "revoke":
      return { _tag: "RevokeProxy", voter }
    default:
      return coming(move, place)
  }
}

const ofBallot = (move: Move, matter: Matter, place: Place): DeliberationCommand => {
  switch (move.kind) {
    case "open":
      return open(move, matter, place)
    case "votes":
      return votes(move, matter, place)
    case "counts":
      return counts(move, matter)
    case "extend": {
      const before = matter.sitting?.ballot?.closesOn ?? place.today
      return { _tag: "ExtendBallot", closesOn: addDays(before, (move.other % 8) - 1), reason }
    }
    case "close":
      return { _tag: "CloseBallot" }
    case "annul":
      return { _tag: "AnnulBallot", reason }
    default:
      return { _tag: "DecideStep" }
  }
}

const ofMatter = (move: Move, matter: Matter, { plan }: Place): DeliberationCommand => {
  const { bits, other, which } = move
  switch (move.kind) {
    case "cancel":
      return { _tag: "CancelCall", reason }
    case "headcount":
      return { _tag: "RecordHeadcount", present: which % 8 }
    case "opinion":
      return { _tag: "RecordOpinion", opinion: someText(other % 10), favours: bits % 2 === 0, reason }
    case "rebase":
      return { _tag: "RebaseStep", onto: bits % 2 === 0 ? "law-of-call" : "law-of-today", reason }
    case "withdraw":
      return { _tag: "WithdrawMatter", reason }
    case "file":
      return { _tag: "FileRegister", round: (which % (matter.closed.length + 1)) + 1, register: someText(other % 10) }
    default:
      return { _tag: "OpenMatter", title: "Another matter", about: null, text: someText(0), plan }
  }
}

/** The command that a move comes to in a state of a matter; `wait` and `cast` come to none. */
export const commandFor = (move: Move, matter: Matter, place: Place): DeliberationCommand | undefined => {
  switch (move.kind) {
    case "wait":
    case "cast":
      return undefined
    case "call":
      return call(move, matter, place)
    case "roll":
    case "strike":
    case "recuse":
    case "proxy":
    case "revoke":
    case "attend":
      return ofRoll(move, place)
    case "open":
    case "votes":
    case "counts":
    case "extend":
    case "close":
    case "decide":
    case "annul":
      return ofBallot(move, matter, place)
    default:
      return ofMatter(move, matter, place)
  }
}
