import type { Disclosure, DisclosureCommand } from "@jinlin/core/disclosure"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Move } from "./moves.ts"
import { sceneSections, someDigest } from "./scene.ts"

/** Where a move is made: the day, which disclosure, and which edition the matter decided last. */
export interface Place {
  readonly today: CivilDate
  readonly edition: number
  readonly idOf: (target: number) => string
}

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]

const prepare = ({ other, target, which }: Move, { edition, idOf }: Place): DisclosureCommand => {
  const [title, applicant, ...rest] = sceneSections(which % 11 === 10 ? edition + 1 : edition)
  const hidden = which % 13 === 12 ? false : undefined
  const sections = [
    { ...title, shown: hidden ?? title.shown },
    ...(applicant === undefined ? [] : [{ ...applicant, shown: hidden ?? which % 3 === 2 }]),
    ...rest.map((section) => ({ ...section, shown: hidden ?? section.shown })),
  ] as const
  const corrects = target === 0 ? (which % 17 === 16 ? idOf(0) : null) : idOf(other % 5 === 4 ? other % 3 : target - 1)
  return {
    _tag: "PrepareDisclosure",
    matter: which % 19 === 18 ? "matter-2" : "matter-1",
    what: other % 19 === 18 ? "result" : "decision",
    sections,
    corrects: target === 1 && other % 7 === 6 ? null : corrects,
    audience: other % 23 === 22 ? "owners" : "residents",
  }
}

const places = ["the gate", "building 3", "the square"]

const post = ({ kind, other, which }: Move, { today }: Place): DisclosureCommand => {
  const back = kind === "post-late" ? which % 6 : which % 29 === 28 ? -1 : 0
  return {
    _tag: "PostDisclosure",
    channel: kind === "post-online" ? "online" : other % 9 === 8 ? "online" : "notice-board",
    place: pick(places, other) ?? "the gate",
    on: addDays(today, -back),
    evidence: back > 0 && other % 7 !== 6 ? someDigest(which) : null,
  }
}

const takeDown = ({ other, which }: Move, { postings }: Disclosure, { today }: Place): DisclosureCommand => ({
  _tag: "TakeDown",
  posting: which % 13 === 12 ? 99 : (pick(postings, which)?.number ?? 1),
  on: addDays(today, other % 11 === 10 ? 1 : -(other % 4)),
  reason: "the wind",
  evidence: other % 4 > 0 && which % 7 !== 6 ? someDigest(which) : null,
})

const object = ({ other, which }: Move, { today }: Place): DisclosureCommand => {
  const back = other % 3 === 2 ? which % 6 : other % 17 === 16 ? -1 : 0
  return {
    ...{ _tag: "RaiseObjection", objection: `objection-${which % 5}`, text: someDigest(other % 7 === 6 ? 8 : 7) },
    receivedOn: addDays(today, -back),
    evidence: back > 0 && which % 11 !== 10 ? someDigest(which) : null,
  }
}

const hangs = ({ which }: Move, { postings }: Disclosure): DisclosureCommand => {
  const down = postings.filter(({ takenDown }) => takenDown !== null)
  const posting = pick(which % 5 === 4 ? postings : down, which)?.number ?? 1
  return { _tag: "ConfirmHanging", posting, reason: "a slip", evidence: someDigest(which) }
}

/** The command of a move in the state that a disclosure is in; undefined: it is none. */
export const commandFor = (move: Move, disclosure: Disclosure, place: Place): DisclosureCommand | undefined => {
  const { kind, other, target, which } = move
  switch (kind) {
    case "prepare":
      return prepare(move, place)
    case "check": {
      const { document, preparation } = disclosure
      const last = which % 11 === 10 ? preparation - 1 : preparation
      return { _tag: "ConfirmCheck", document: document ?? someDigest(9), preparation: last }
    }
    case "post":
    case "post-online":
    case "post-late":
      return post(move, place)
    case "down":
      return takeDown(move, disclosure, place)
    case "object":
      return object(move, place)
    case "hangs":
      return hangs(move, disclosure)
    case "answer": {
      const open = disclosure.objections.filter(({ answered }) => answered === null)
      const known = pick(which % 7 === 6 ? disclosure.objections : open, which)
      return { _tag: "AnswerObjection", objection: known?.objection ?? "objection-9", answer: someDigest(other % 2) }
    }
    case "recount":
      return { _tag: "RecountPeriod" }
    case "complete":
      return { _tag: "CompleteDisclosure" }
    case "supersede":
      return { _tag: "SupersedeDisclosure", by: place.idOf(which % 5 === 4 ? other % 3 : target + 1) }
    case "abandon":
      return { _tag: "AbandonDisclosure", reason: "not needed" }
    default:
      return undefined
  }
}
