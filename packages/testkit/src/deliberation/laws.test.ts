import {
  type DeliberationCommand,
  type DeliberationEvent,
  DeliberationEvent as DeliberationEvents,
  deliberation,
  type Matter,
  type Sitting,
} from "@jinlin/core/deliberation"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  assertDeliberationLaw,
  type DeliberationDecider,
  type DeliberationLaw,
  deliberationLaws,
  plainRules,
  tellDeliberation,
} from "./index.ts"
import { storiesOf } from "./laws/law.ts"

type Tag = DeliberationCommand["_tag"]

/** A decider that sees another matter than there is, for some commands or for all. */
const seeing = (change: (matter: Matter) => Matter, ...tags: ReadonlyArray<Tag>): DeliberationDecider => ({
  ...deliberation,
  decide: (command, state, around) =>
    deliberation.decide(command, tags.length === 0 || tags.includes(command._tag) ? change(state) : state, around),
})

/** A decider that sees another sitting than there is. */
const sitting = (change: (sitting: Sitting) => Sitting, ...tags: ReadonlyArray<Tag>): DeliberationDecider =>
  seeing((matter) => ({ ...matter, sitting: matter.sitting && change(matter.sitting) }), ...tags)

/** It was chosen to keep to the law of the call, so that nobody compares it with that of the day. */
const kept = (ofCall: Sitting["rules"], against: Sitting["rules"] | null): Sitting["rebased"] => ({
  ...{ onto: "law-of-call", changed: [], against, ofCall, on: "2026-01-01", reason: "none" },
})

/** A decider that sees a sitting which keeps to its rules, whatever the law of the day is. */
const keeping = (change: (sitting: Sitting) => Sitting, ...tags: ReadonlyArray<Tag>): DeliberationDecider => ({
  ...deliberation,
  decide: (command, state, around) => {
    const seen = tags.includes(command._tag) ? state.sitting : null
    const instead = seen && change({ ...seen, rebased: kept(seen.rules, around.law ?? null) })
    return deliberation.decide(command, instead === null ? state : { ...state, sitting: instead }, around)
  },
})

/** A decider that sees other rules than those of the call. */
const rules = (change: Partial<Sitting["rules"]>, ...tags: ReadonlyArray<Tag>): DeliberationDecider =>
  keeping((seen) => ({ ...seen, rules: { ...seen.rules, ...change } }), ...tags)

/** A decider that says something else than what happened. */
const saying = (change: (event: DeliberationEvent) => ReadonlyArray<DeliberationEvent>): DeliberationDecider => ({
  ...deliberation,
  decide: (command, state, around) =>
    Result.map(deliberation.decide(command, state, around), (events) => events.flatMap(change)),
})

/** A decider that takes note of some events in another way. */
const noting = (change: (before: Matter, event: DeliberationEvent, after: Matter) => Matter): DeliberationDecider => ({
  ...deliberation,
  evolve: (state, event) => change(state, event, deliberation.evolve(state, event)),
})

const forgetting = (tag: DeliberationEvent["_tag"]): DeliberationDecider =>
  noting((before, event, after) => (event._tag === tag ? before : after))

let asked = 0

/** For each law a decider that breaks it, and no other thing. */
const broken: { readonly [id: DeliberationLaw["id"]]: DeliberationDecider } = {
  "DELIBERATION-1": seeing(
    (matter) => (matter.status === "withdrawn" ? { ...matter, status: "open", at: "step-1" } : matter),
    "CallStep",
    "WithdrawMatter",
  ),
  "DELIBERATION-2": noting((_before, event, after) =>
    event._tag === "RollEntered" ? { ...after, title: "Another title" } : after,
  ),
  "DELIBERATION-3": saying((event) => (event._tag === "MatterDecided" ? [] : [event])),
  "DELIBERATION-4": saying((event) => [event._tag === "StepCalled" ? { ...event, sitsOn: event.calledOn } : event]),
  "DELIBERATION-5": {
    ...deliberation,
    decide: (command, state, around) =>
      Result.map(
        deliberation.decide(command, state, {
          ...around,
          law: around.law && { ...around.law, partyStudy: { ...around.law.partyStudy, required: false } },
        }),
        (events) =>
          events.map((event) => (event._tag === "StepCalled" && around.law ? { ...event, rules: around.law } : event)),
      ),
  },
  "DELIBERATION-6": keeping((seen) => seen, "OpenBallot", "DecideStep"),
  "DELIBERATION-7": sitting((seen) => ({ ...seen, ballot: null }), "EnterRoll", "StrikeFromRoll", "RecuseVoter"),
  "DELIBERATION-8": sitting((seen) => ({ ...seen, recusals: [] }), "GrantProxy", "RecordVotes"),
  "DELIBERATION-9": sitting((seen) => ({ ...seen, proxies: [] }), "GrantProxy"),
  "DELIBERATION-10": sitting(
    (seen) => ({ ...seen, ballot: null, present: [], presentCount: null }),
    "RecordAttendance",
    "RecordHeadcount",
  ),
  "DELIBERATION-11": rules({ quorum: [], composition: null }, "OpenBallot"),
  "DELIBERATION-12": rules({ ballot: plainRules.ballot }, "OpenBallot"),
  "DELIBERATION-13": saying((event) => [
    event._tag === "BallotOpened"
      ? { ...event, ballot: { ...event.ballot, motion: { _tag: "Return", to: "no-step" } } }
      : event,
  ]),
  "DELIBERATION-14": sitting((seen) => ({ ...seen, named: null, counted: null }), "RecordVotes", "RecordCounts"),
  "DELIBERATION-15": rules({ extension: { ...plainRules.extension, times: 9, days: 90 } }, "ExtendBallot"),
  "DELIBERATION-16": sitting(
    (seen) => ({ ...seen, ballot: seen.ballot && { ...seen.ballot, openedOn: seen.ballot.closesOn } }),
    "CloseBallot",
  ),
  "DELIBERATION-17": rules({ quorum: [] }, "DecideStep"),
  "DELIBERATION-18": noting((before, event, after) =>
    event._tag === "TextAmended" ? { ...after, passed: before.passed } : after,
  ),
  "DELIBERATION-19": rules({ approval: [] }, "RecordOpinion"),
  "DELIBERATION-20": sitting((seen) => ({ ...seen, ballot: null }), "WithdrawMatter"),
  "DELIBERATION-21": forgetting("RegisterFiled"),
  "DELIBERATION-25": {
    ...deliberation,
    decide: (command, state, around) =>
      deliberation.decide(command, state, command._tag === "OpenMatter" ? { ...around, plan: command.plan } : around),
  },
  "DELIBERATION-26": {
    ...deliberation,
    decide: (command, state, around) =>
      command._tag === "AnnulBallot"
        ? deliberation.decide({ _tag: "CancelCall", reason: command.reason }, state, around)
        : deliberation.decide(command, state, around),
  },
  "DELIBERATION-27": saying((event) => [
    event._tag === "BallotOpened" ? { ...event, ballot: { ...event.ballot, closesOn: "2036-01-01" } } : event,
  ]),
  "DELIBERATION-28": seeing((matter) => ({ ...matter, about: "gates" }), "CallStep", "RebaseStep"),
  "DELIBERATION-23": noting((_before, _event, after) => {
    asked += 1
    return { ...after, closed: after.closed.slice(asked % 2) }
  }),
}

/** What is said against a decider; nothing where the law holds for it. */
const faultOf = (law: DeliberationLaw, decider: DeliberationDecider): string | undefined => {
  try {
    assertDeliberationLaw(law, decider, { numRuns: 1000, endOnFailure: true })
    return undefined
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe("every law catches a decider that breaks it", () => {
  for (const law of deliberationLaws)
    it(`${law.id} ${law.says}`, () => {
      const decider = broken[law.id]
      if (decider === undefined) throw new Error(`no decider breaks ${law.id}`)
      expect(faultOf(law, decider)).toContain(`${law.id} does not hold`)
    })
})

describe("the stories", () => {
  it("reach every event there is, and are refused in many ways", () => {
    const events = new Set<string>()
    const refusals = new Set<string>()
    for (const story of fc.sample(storiesOf(), { numRuns: 600, seed: 1 }))
      for (const chapter of tellDeliberation(deliberation, story).chapters) {
        for (const { _tag } of chapter.events) events.add(_tag)
        for (const { _tag } of chapter.refusals) refusals.add(_tag)
      }
    const all = DeliberationEvents.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !events.has(tag) && tag !== "MatterWithdrawn")).toEqual([])
    expect(refusals.size).toBeGreaterThan(45)
  })
})
