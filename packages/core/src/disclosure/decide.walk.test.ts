import { play, walk } from "@jinlin/testkit"
import {
  disclosureStep as at,
  disclosureAt,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneSections,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/index.ts"
import {
  Disclosure,
  DisclosureCommand,
  DisclosureEvent,
  DisclosureRefusal,
  disclosure,
  due,
  standingOf,
} from "./index.ts"

const document = sceneSubject().digest
const [title, ...rest] = sceneSections()
const shown = [title, ...rest.map((one) => ({ ...one, shown: true }))] as const

/** Everything that can be asked of a disclosure, with few choices each. */
const everything: ReadonlyArray<DisclosureCommand> = [
  preparing,
  { ...preparing, sections: shown },
  { ...preparing, corrects: "disclosure-9" },
  { _tag: "ConfirmCheck", document, preparation: 1 },
  { _tag: "ConfirmCheck", document, preparation: 2 },
  postingOn("2026-09-01"),
  postingOn("2026-09-01", "online"),
  postingOn("2026-09-20"),
  downOn("2026-09-20", 1, "2026-09-17"),
  downOn("2026-09-20"),
  { _tag: "ConfirmHanging", posting: 1, reason: "a slip", evidence: someDigest(4) },
  objectingOn("2026-09-20", "one"),
  { _tag: "AnswerObjection", objection: "one", answer: someDigest(8) },
  { _tag: "RecountPeriod" },
  { _tag: "CompleteDisclosure" },
  { _tag: "SupersedeDisclosure", by: "disclosure-2" },
  { _tag: "AbandonDisclosure", reason: "not needed" },
]

const corrected = standingOf("disclosure-9", play(disclosure, disclosureAt("posted")).state)
/** A correction that knows every objection of this small world. */
const correction = {
  ...corrected,
  disclosure: "disclosure-2",
  corrects: "disclosure-1",
  objections: [
    {
      ...({ objection: "one", text: someDigest(7), receivedOn: "2026-09-01", evidence: null } as const),
      ...({ on: "2026-09-01", by: null, from: null, answered: null } as const),
    },
  ],
} as const

/** Postings of the first are entered on their day, everything else when the period is over. */
const around = (_state: Disclosure, command: DisclosureCommand) => {
  const isEarly = command._tag === "PrepareDisclosure" || command._tag === "ConfirmCheck"
  const day = command._tag === "PostDisclosure" ? command.on : isEarly ? "2026-08-31" : "2026-09-20"
  return at(day, command, { corrected, correction })[1]
}

/** A status in a word, and whether a period runs. */
const look = ({ period, status }: Disclosure): string =>
  status === "posted" ? `posted, ${period === null ? "no period" : "period"}` : status

/** It would be put up for ever: the walk tries no more postings after the second, and no more preparations after the second. */
const isDeep = ({ postings, preparation }: Disclosure, { _tag }: DisclosureCommand): boolean =>
  (_tag === "PostDisclosure" && postings.length > 1) || (_tag === "PrepareDisclosure" && preparation > 1)

const readState = decodeStrictly(Disclosure)
const readEvent = decodeStrictly(DisclosureEvent)
const readRefusal = decodeStrictly(DisclosureRefusal)

describe("every state that a small disclosure can come to", () => {
  const seen: Array<Disclosure> = []
  const walked = walk({
    decider: disclosure,
    commands: (state) => {
      seen.push(state)
      return everything.filter((command) => !isDeep(state, command))
    },
    circumstances: around,
    view: look,
    limit: 20_000,
  })

  it("DISCLOSURE-1 is walked to its end, and each look leads where it may and nowhere else", () => {
    expect(walked.complete).toBe(true)
    const ways = new Map<string, Set<string>>()
    for (const { from, to } of walked.transitions)
      if (from !== to) ways.set(from, (ways.get(from) ?? new Set()).add(to))
    const listed = Object.fromEntries([...ways].map(([from, to]) => [from, [...to].toSorted()]))
    expect(listed).toEqual({
      unprepared: ["prepared"],
      prepared: ["abandoned", "checked"],
      checked: ["abandoned", "posted, no period", "posted, period", "prepared"],
      "posted, no period": ["posted, period", "superseded"],
      "posted, period": ["completed", "posted, no period", "superseded"],
      completed: ["superseded"],
    })
  })

  it("DISCLOSURE-16 nothing leads out of what is superseded or abandoned", () => {
    const out = (from: string) =>
      walked.transitions.filter((one) => one.from === from).map(({ command, to }) => `${command} ${to}`)
    expect(out("abandoned")).toEqual([])
    expect(out("superseded").toSorted()).toEqual([
      "AnswerObjection superseded",
      "RaiseObjection superseded",
      "SupersedeDisclosure superseded",
      "TakeDown superseded",
    ])
  })

  it("DISCLOSURE-14 no command changes what is up", () => {
    for (const state of seen.filter(({ postings }) => postings.length > 0))
      for (const command of everything) {
        const decided = disclosure.decide(command, state, around(state, command))
        if (Result.isFailure(decided)) continue
        const after = decided.success.reduce(disclosure.evolve, state)
        for (const field of ["document", "sections", "matter", "what", "audience", "corrects", "rules"] as const)
          expect(after[field]).toEqual(state[field])
      }
  })

  it("DISCLOSURE-18 in every state every command acts or refuses with a typed reason, and all of it can be stored", () => {
    const kinds = new Set<string>()
    const stands = seen.filter((_, place) => place < 100 || place % 13 === 0)
    for (const state of stands) {
      expect(readState(state)).toMatchObject({ ok: true })
      expect(due(state).length).toBeLessThan(2)
      for (const command of everything) {
        const decided = disclosure.decide(command, state, around(state, command))
        if (Result.isSuccess(decided)) {
          for (const event of decided.success) expect(readEvent(event)).toMatchObject({ ok: true })
          continue
        }
        for (const refusal of decided.failure) {
          kinds.add(refusal._tag)
          expect(readRefusal(refusal)).toMatchObject({ ok: true })
        }
      }
    }
    expect(stands.length).toBeGreaterThan(100)
    expect(kinds.size).toBeGreaterThan(11)
  })

  it("DISCLOSURE-18 every command there is was tried", () => {
    const tried = new Set(everything.map(({ _tag }) => _tag))
    const all = DisclosureCommand.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !tried.has(tag))).toEqual([])
  })
})
