import {
  type CoGovernance,
  type CoGovernanceCircumstances,
  type CoGovernanceCommand,
  type CoGovernanceEvent,
  CoGovernanceEvent as CoGovernanceEvents,
  coGovernance,
} from "@jinlin/core/co-governance"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  assertCoGovernanceLaw,
  type CoGovernanceDecider,
  type CoGovernanceLaw,
  coGovernanceLaws,
  tellCoGovernance,
} from "./index.ts"
import { storiesOf } from "./laws/law.ts"

type Tag = CoGovernanceCommand["_tag"]

/** A decider that sees another matter than there is, for some commands or for all. */
const seeing = (change: (state: CoGovernance) => CoGovernance, ...tags: ReadonlyArray<Tag>): CoGovernanceDecider => ({
  ...coGovernance,
  decide: (command, state, around) =>
    coGovernance.decide(command, tags.length === 0 || tags.includes(command._tag) ? change(state) : state, around),
})

/** A decider that is told something else than is so. */
const told = (
  change: (around: CoGovernanceCircumstances, command: CoGovernanceCommand) => Partial<CoGovernanceCircumstances>,
  ...tags: ReadonlyArray<Tag>
): CoGovernanceDecider => ({
  ...coGovernance,
  decide: (command, state, around) =>
    coGovernance.decide(
      command,
      state,
      tags.includes(command._tag) ? { ...around, ...change(around, command) } : around,
    ),
})

/** A decider that says something else than what happened. */
const saying = (
  change: (event: CoGovernanceEvent, state: CoGovernance) => ReadonlyArray<CoGovernanceEvent>,
): CoGovernanceDecider => ({
  ...coGovernance,
  decide: (command, state, around) =>
    Result.map(coGovernance.decide(command, state, around), (events) =>
      events.flatMap((event) => change(event, state)),
    ),
})

/** A decider that takes note of some events in another way. */
const noting = (
  change: (before: CoGovernance, event: CoGovernanceEvent, after: CoGovernance) => CoGovernance,
): CoGovernanceDecider => ({
  ...coGovernance,
  evolve: (state, event) => change(state, event, coGovernance.evolve(state, event)),
})

const charter = (change: Partial<NonNullable<CoGovernance["policy"]>>, ...tags: ReadonlyArray<Tag>) =>
  seeing((state) => ({ ...state, policy: state.policy && { ...state.policy, ...change } }), ...tags)

const allOver = (around: CoGovernanceCircumstances): Partial<CoGovernanceCircumstances> => ({
  disclosures: around.disclosures?.map((one) => ({ ...one, status: "completed", ends: null, openObjections: 0 })),
})

let asked = 0

/** For each law a decider that breaks it. */
const broken: { readonly [id: CoGovernanceLaw["id"]]: CoGovernanceDecider } = {
  "COGOVERNANCE-1": seeing(
    (state) =>
      state.status === "revoked" || state.status === "rejected" ? { ...state, status: "deliberating" } : state,
    "DeclareTouchedUnits",
    "AttachDeliberation",
    "WithdrawCoGovernance",
  ),
  "COGOVERNANCE-2": noting((_before, event, after) =>
    event._tag === "OutcomeRecorded" ? { ...after, combine: "both" } : after,
  ),
  "COGOVERNANCE-3": seeing(
    (state) => ({
      ...state,
      deliberations: {
        "self-governance": { ...state.deliberations["self-governance"], past: [] },
        joint: { ...state.deliberations.joint, past: [] },
      },
    }),
    "AttachDeliberation",
  ),
  "COGOVERNANCE-4": seeing(
    (state) => ({ ...state, combine: state.combine === "first-then-second" ? "both" : state.combine }),
    "AttachDeliberation",
  ),
  // Rejects at once what is lost for good, which reads well: then it matters who ends first.
  "COGOVERNANCE-5": {
    ...coGovernance,
    decide: (command, state, around) =>
      Result.map(coGovernance.decide(command, state, around), (events) =>
        events.flatMap((event): ReadonlyArray<CoGovernanceEvent> => {
          if (event._tag !== "OutcomeRecorded" || event.outcome._tag !== "Rejected") return [event]
          return [event, { _tag: "CoGovernanceRejected", which: event.which, reason: null, on: event.on }]
        }),
      ),
  },
  "COGOVERNANCE-6": saying((event) =>
    event._tag === "TextsFoundDifferent"
      ? [event, { _tag: "MatterResolved", text: event.joint, since: event.on, on: event.on }]
      : [event],
  ),
  "COGOVERNANCE-7": seeing((state) => ({ ...state, combine: "second-if-touched", touched: [] }), "SkipJoint"),
  "COGOVERNANCE-8": saying((event) => (event._tag === "ResolutionReopened" ? [] : [event])),
  "COGOVERNANCE-9": saying((event) =>
    event._tag === "ReturnedToDeliberation" ? [{ ...event, lapsed: [event.which] }] : [event],
  ),
  "COGOVERNANCE-10": charter({ newStarts: 5 }, "ReturnToDeliberation"),
  "COGOVERNANCE-11": told(
    ({ deliberation }) => ({ deliberation: deliberation && { ...deliberation, status: "open" } }),
    "DetachDeliberation",
  ),
  "COGOVERNANCE-12": told(allOver, "BeginImplementation"),
  "COGOVERNANCE-13": saying((event) =>
    event._tag === "ResultReported" ? [{ ...event, implementedOn: "2026-01-05" }] : [event],
  ),
  "COGOVERNANCE-14": told(
    ({ disclosures }) => ({
      disclosures: disclosures?.map((one) => ({ ...one, ofThisMatter: true, status: "posted" })),
    }),
    "LinkDisclosure",
  ),
  "COGOVERNANCE-15": seeing((state) => ({ ...state, disclosures: { decision: null, result: null } }), "LinkDisclosure"),
  "COGOVERNANCE-16": charter({ internalBodiesAppraisal: "may-be-skipped" }, "SkipAppraisal"),
  "COGOVERNANCE-17": told(
    ({ memberships }) => ({ memberships: memberships?.map(({ person }) => ({ person, bodies: [] })) }),
    "RecordAppraisal",
  ),
  // Believes whoever says that a disclosure is completed, and does not look at the clock.
  "COGOVERNANCE-18": told(
    ({ disclosures }) => ({ disclosures: disclosures?.map((one) => ({ ...one, ends: null })) }),
    "CloseCoGovernance",
  ),
  "COGOVERNANCE-19": seeing((state) => ({ ...state, reopened: 0 }), "WithdrawCoGovernance"),
  "COGOVERNANCE-20": charter(
    { revocations: [{ by: "residents-committee", of: "representatives-meeting" }] },
    "RevokeResolution",
  ),
  "COGOVERNANCE-22": noting((_before, _event, after) => {
    asked += 1
    return { ...after, touched: [...after.touched, `unit-${asked}`] }
  }),
}

/** What is said against a decider; nothing where the law holds for it. */
const faultOf = (law: CoGovernanceLaw, decider: CoGovernanceDecider): string | undefined => {
  try {
    assertCoGovernanceLaw(law, decider, { numRuns: 1000, endOnFailure: true })
    return undefined
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe("every law catches a decider that breaks it", () => {
  for (const law of coGovernanceLaws)
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
    const ends = new Map<string, number>()
    for (const story of fc.sample(storiesOf(), { numRuns: 600, seed: 1 })) {
      const { chapters, matter } = tellCoGovernance(coGovernance, story)
      ends.set(matter.status, (ends.get(matter.status) ?? 0) + 1)
      for (const chapter of chapters) {
        for (const { _tag } of chapter.events) events.add(_tag)
        for (const { _tag } of chapter.refusals) refusals.add(_tag)
      }
    }
    const all = CoGovernanceEvents.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !events.has(tag) && tag !== "CoGovernanceWithdrawn")).toEqual([])
    expect(refusals.size).toBeGreaterThan(30)
    for (const end of ["closed", "rejected", "revoked"]) expect(ends.get(end) ?? 0).toBeGreaterThan(5)
  })
})
