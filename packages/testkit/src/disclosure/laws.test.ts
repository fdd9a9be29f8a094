import {
  type Disclosure,
  type DisclosureCommand,
  type DisclosureEvent,
  DisclosureEvent as DisclosureEvents,
  disclosure,
} from "@jinlin/core/disclosure"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  assertDisclosureLaw,
  type DisclosureDecider,
  type DisclosureLaw,
  disclosureLaws,
  disclosureRules,
  sceneSubject,
  tellDisclosure,
} from "./index.ts"
import { storiesOf } from "./laws/law.ts"

type Tag = DisclosureCommand["_tag"]
type Decide = DisclosureDecider["decide"]

/** A decider that decides otherwise. */
const deciding = (decide: Decide): DisclosureDecider => ({ ...disclosure, decide })

/** A decider that sees another disclosure than there is, for some commands. */
const seeing = (change: (seen: Disclosure) => Disclosure, ...tags: ReadonlyArray<Tag>): DisclosureDecider =>
  deciding((command, state, around) =>
    disclosure.decide(command, tags.includes(command._tag) ? change(state) : state, around),
  )

/** A decider that says something else than what happened. */
const saying = (change: (event: DisclosureEvent) => ReadonlyArray<DisclosureEvent>): DisclosureDecider =>
  deciding((command, state, around) =>
    Result.map(disclosure.decide(command, state, around), (events) => events.flatMap(change)),
  )

/** A decider that notes something else than what is said. */
const noting = (
  change: (before: Disclosure, event: DisclosureEvent, after: Disclosure) => Disclosure,
): DisclosureDecider => ({
  ...disclosure,
  evolve: (state, event) => change(state, event, disclosure.evolve(state, event)),
})

let asked = 0

/** A decider for each law that breaks it, by hand. */
const broken: { readonly [id: string]: DisclosureDecider } = {
  "DISCLOSURE-1": seeing(
    (seen) => (seen.status === "abandoned" ? { ...seen, status: "prepared" } : seen),
    "ConfirmCheck",
  ),
  "DISCLOSURE-2": deciding((command, state, around) =>
    disclosure.decide(command, state, {
      ...around,
      ...(command._tag === "PostDisclosure" && around.subject && state.document !== null
        ? { subject: { ...around.subject, digest: state.document } }
        : {}),
    }),
  ),
  "DISCLOSURE-3": deciding((command, state, around) => {
    if (command._tag !== "PrepareDisclosure") return disclosure.decide(command, state, around)
    const [first, ...others] = command.sections
    const shown = [{ ...first, shown: true }, ...others] as const
    return Result.map(disclosure.decide({ ...command, sections: shown }, state, around), (events) =>
      events.map((event) => (event._tag === "DisclosurePrepared" ? { ...event, sections: command.sections } : event)),
    )
  }),
  "DISCLOSURE-4": deciding((command, state, around) =>
    disclosure.decide(
      command._tag === "ConfirmCheck" ? { ...command, preparation: state.preparation } : command,
      state.preparedBy === null ? state : { ...state, preparedBy: { ...state.preparedBy, person: "nobody" } },
      around,
    ),
  ),
  "DISCLOSURE-5": deciding((command, state, around) =>
    command._tag === "PostDisclosure" && around.subject
      ? disclosure.decide(command, state, { ...around, subject: { ...around.subject, law: null } })
      : disclosure.decide(command, state, around),
  ),
  "DISCLOSURE-6": deciding((command, state, around) =>
    command._tag === "PostDisclosure" && command.evidence === null
      ? Result.map(disclosure.decide({ ...command, evidence: sceneSubject().digest }, state, around), (events) =>
          events.map((event) =>
            event._tag === "DisclosurePosted" ? { ...event, posting: { ...event.posting, evidence: null } } : event,
          ),
        )
      : disclosure.decide(command, state, around),
  ),
  "DISCLOSURE-7": seeing(
    (seen) =>
      seen.rules === null
        ? seen
        : { ...seen, rules: { ...seen.rules, required: { ...seen.rules.required, channels: ["online"] } } },
    "PostDisclosure",
    "TakeDown",
  ),
  "DISCLOSURE-8": saying((event) => [
    event._tag === "DisclosurePosted" && event.period !== null
      ? { ...event, period: { ...event.period, lastDay: event.posting.on } }
      : event,
  ]),
  "DISCLOSURE-9": noting((before, event, after) =>
    event._tag === "PostingTakenDown" ? { ...after, period: before.period } : after,
  ),
  "DISCLOSURE-10": deciding((command, state, around) =>
    command._tag === "RaiseObjection" && state.period !== null && around.now.civilDate > state.period.lastDay
      ? Result.fail([{ _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status: "posted", allowed: ["posted"] }])
      : disclosure.decide(command, state, around),
  ),
  "DISCLOSURE-11": seeing(
    (seen) => ({ ...seen, objections: seen.objections.map((one) => ({ ...one, answered: null })) }),
    "AnswerObjection",
  ),
  "DISCLOSURE-12": seeing((seen) => ({ ...seen, objections: [] }), "CompleteDisclosure"),
  "DISCLOSURE-13": seeing(
    (seen) => (seen.objections.length > 0 ? { ...seen, period: null } : seen),
    "CompleteDisclosure",
  ),
  "DISCLOSURE-14": deciding((command, state, around) =>
    disclosure.decide(command, state, {
      ...around,
      ...(command._tag === "SupersedeDisclosure" && around.correction
        ? { correction: { ...around.correction, postedOn: "2026-01-01" } }
        : {}),
    }),
  ),
  "DISCLOSURE-15": saying((event) => [event._tag === "DisclosurePosted" ? { ...event, carried: [] } : event]),
  "DISCLOSURE-16": seeing(
    (seen) => (seen.status === "superseded" ? { ...seen, status: "posted" } : seen),
    "CompleteDisclosure",
  ),
  "DISCLOSURE-20": deciding((command, state, around) => {
    if (command._tag === "PrepareDisclosure") return disclosure.decide(command, state, { ...around, rules: null })
    const seen = command._tag === "PostDisclosure" ? { ...state, audience: "residents" } : state
    return disclosure.decide(command, seen, around)
  }),
  "DISCLOSURE-18": noting((_before, event, after) => {
    asked += 1
    return event._tag === "ObjectionRaised" ? { ...after, objections: after.objections.slice(asked % 2) } : after
  }),
}

/** Wrong in ways that no law is named after, with the laws that catch them. */
const others: ReadonlyArray<readonly [string, `DISCLOSURE-${number}`, DisclosureDecider]> = [
  [
    "completes when the last day begins",
    "DISCLOSURE-12",
    deciding((command, state, around) =>
      command._tag === "CompleteDisclosure" && state.period !== null
        ? disclosure.decide(
            command,
            {
              ...state,
              period: { ...state.period, provisional: false, end: { date: state.period.lastDay, minute: 0 } },
            },
            around,
          )
        : disclosure.decide(command, state, around),
    ),
  ],
  [
    "counts the day of the posting",
    "DISCLOSURE-8",
    deciding((command, state, around) => {
      const { rules } = around
      if (command._tag !== "PostDisclosure" || !rules) return disclosure.decide(command, state, around)
      const shorter = { ...rules, period: { ...rules.period, days: rules.period.days - 1 } }
      return Result.map(disclosure.decide(command, { ...state, law: null }, { ...around, rules: shorter }), (events) =>
        events.map((event) => (event._tag === "DisclosurePosted" && event.rules ? { ...event, rules } : event)),
      )
    }),
  ],
  [
    "lets rules that are kept change with the charter",
    "DISCLOSURE-5",
    noting((_before, event, after) =>
      event._tag === "DisclosurePosted" ? { ...after, rules: disclosureRules(event.on) } : after,
    ),
  ],
  [
    "lets a check of an earlier preparation stand",
    "DISCLOSURE-4",
    noting((before, event, after) =>
      event._tag === "DisclosurePrepared" && before.status === "checked"
        ? { ...after, status: "checked", checkedBy: before.checkedBy, checkedOn: before.checkedOn }
        : after,
    ),
  ],
  [
    "completes while sheets may be entered",
    "DISCLOSURE-12",
    seeing(
      (seen) =>
        seen.rules === null ? seen : { ...seen, rules: { ...seen.rules, sheets: { ...seen.rules.sheets, days: 0 } } },
      "CompleteDisclosure",
    ),
  ],
  [
    "takes what was received on any day",
    "DISCLOSURE-10",
    deciding((command, state, around) =>
      disclosure.decide(
        command._tag === "RaiseObjection" ? { ...command, receivedOn: around.now.civilDate } : command,
        state,
        around,
      ),
    ),
  ],
  [
    "keeps the law of the day on which it was drawn up",
    "DISCLOSURE-5",
    noting((before, event, after) =>
      event._tag === "DisclosurePosted" && before.law === null ? { ...after, law: null } : after,
    ),
  ],
  [
    "forgets what came down",
    "DISCLOSURE-9",
    deciding((command, state, around) =>
      Result.map(disclosure.decide(command, state, around), (events) =>
        events.map((event) =>
          event._tag === "PostingTakenDown" ? { ...event, period: state.period, broken: false } : event,
        ),
      ),
    ),
  ],
  [
    "draws up anew what hangs",
    "DISCLOSURE-14",
    deciding((command, state, around) =>
      disclosure.decide(
        command,
        command._tag === "PrepareDisclosure" && state.status === "posted" ? { ...state, status: "checked" } : state,
        around,
      ),
    ),
  ],
]

/** What is said against a decider; nothing where the law holds for it. */
const faultOf = (law: DisclosureLaw, decider: DisclosureDecider, numRuns = 1500): string | undefined => {
  try {
    assertDisclosureLaw(law, decider, { numRuns, endOnFailure: true })
    return undefined
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe("every law catches a decider that breaks it", () => {
  for (const law of disclosureLaws)
    it(`${law.id} ${law.says}`, () => {
      const decider = broken[law.id]
      if (decider === undefined) throw new Error(`no decider breaks ${law.id}`)
      expect(faultOf(law, decider)).toContain(`${law.id} does not hold`)
    })

  it.each(others)("one that %s is caught by %s", (_, id, decider) => {
    const law = disclosureLaws.find((known) => known.id === id)
    if (law === undefined) throw new Error(`no law ${id}`)
    expect(faultOf(law, decider)).toContain(`${id} does not hold`)
  })
})

describe("the stories", () => {
  it("reach every event there is, and are refused in many ways", () => {
    const events = new Set<string>()
    const refusals = new Set<string>()
    const stories = [storiesOf(), storiesOf(["down", "hangs"])].flatMap((of) =>
      fc.sample(of, { numRuns: 600, seed: 1 }),
    )
    for (const story of stories)
      for (const chapter of tellDisclosure(disclosure, story).chapters) {
        for (const { _tag } of chapter.events) events.add(_tag)
        for (const { _tag } of chapter.refusals) refusals.add(_tag)
      }
    const all = DisclosureEvents.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !events.has(tag))).toEqual(["PeriodRecounted", "DisclosureAbandoned"])
    expect([...refusals].toSorted().length).toBeGreaterThan(28)
  })
})
