import {
  type Covenant,
  type CovenantCommand,
  type CovenantEvent,
  CovenantEvent as CovenantEvents,
  covenant,
  type Draft,
  type Version,
} from "@jinlin/core/covenant"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { assertCovenantLaw, type CovenantDecider, type CovenantLaw, covenantLaws, tellCovenant } from "./index.ts"
import { storiesOf } from "./laws/law.ts"

type Tag = CovenantCommand["_tag"]

/** A decider that sees another covenant than there is, for some commands. */
const seeing = (change: (state: Covenant) => Covenant, ...tags: ReadonlyArray<Tag>): CovenantDecider => ({
  ...covenant,
  decide: (command, state, around) =>
    covenant.decide(command, tags.includes(command._tag) ? change(state) : state, around),
})

const draft = (change: (draft: Draft) => Draft, ...tags: ReadonlyArray<Tag>): CovenantDecider =>
  seeing((state) => ({ ...state, draft: state.draft && change(state.draft) }), ...tags)

const versions = (change: (version: Version) => Version, ...tags: ReadonlyArray<Tag>): CovenantDecider =>
  seeing((state) => ({ ...state, versions: state.versions.map(change) }), ...tags)

/** A decider that says something else than what happened. */
const saying = (change: (event: CovenantEvent) => CovenantEvent): CovenantDecider => ({
  ...covenant,
  decide: (command, state, around) =>
    Result.map(covenant.decide(command, state, around), (events) => events.map(change)),
})

/** A decider that takes note of some events in another way. */
const noting = (change: (before: Covenant, event: CovenantEvent, after: Covenant) => Covenant): CovenantDecider => ({
  ...covenant,
  evolve: (state, event) => change(state, event, covenant.evolve(state, event)),
})

/** A decider that believes everything of a fact. */
const believing = (
  change: (
    state: Covenant,
    around: Parameters<CovenantDecider["decide"]>[2],
    command: Parameters<CovenantDecider["decide"]>[0],
  ) => Parameters<CovenantDecider["decide"]>[2],
  tag: Tag,
): CovenantDecider => ({
  ...covenant,
  decide: (command, state, around) =>
    covenant.decide(command, state, command._tag === tag ? change(state, around, command) : around),
})

let asked = 0

interface Wrong {
  readonly does: string
  readonly decider: CovenantDecider
  readonly breaks: CovenantLaw["id"]
}

const wrong: ReadonlyArray<Wrong> = [
  {
    breaks: "COVENANT-1",
    does: "goes on after the repeal",
    decider: seeing((state) => ({ ...state, status: "open" }), "DraftRevision"),
  },
  {
    breaks: "COVENANT-2",
    does: "changes the text when a comment is disposed of",
    decider: noting((_before, event, after) =>
      event._tag === "CommentDisposed" && after.draft !== null
        ? { ...after, draft: { ...after.draft, sections: after.draft.sections.slice(1) } }
        : after,
    ),
  },
  {
    breaks: "COVENANT-3",
    does: "revises a text that lies open",
    decider: draft((known) => ({ ...known, phase: "revising" }), "DraftRevision"),
  },
  {
    breaks: "COVENANT-3",
    does: "closes comments before their last day is over",
    decider: draft(
      (known) => ({ ...known, round: known.round && { ...known.round, until: "2000-01-01" } }),
      "CloseComments",
    ),
  },
  {
    breaks: "COVENANT-4",
    does: "takes comments that came late",
    decider: draft(
      (known) => ({ ...known, round: known.round && { ...known.round, until: "2999-01-01" } }),
      "RecordComment",
    ),
  },
  {
    breaks: "COVENANT-4",
    does: "loses comments that are typed after the close",
    decider: draft((known) => (known.phase === "revising" ? { ...known, round: null } : known), "RecordComment"),
  },
  {
    breaks: "COVENANT-5",
    does: "submits with comments that nobody settled",
    decider: draft(
      (known) => ({ ...known, comments: known.comments.filter(({ disposed }) => disposed !== null) }),
      "SubmitDraft",
    ),
  },
  {
    breaks: "COVENANT-5",
    does: "gives up a draft with comments that nobody settled",
    decider: draft((known) => ({ ...known, comments: [] }), "AbandonDraft"),
  },
  {
    breaks: "COVENANT-5",
    does: "gives up a draft while it lies open",
    decider: draft((known) => (known.phase === "commenting" ? { ...known, phase: "revising" } : known), "AbandonDraft"),
  },
  {
    breaks: "COVENANT-6",
    does: "lets a comment that was taken up excuse every clause",
    decider: draft(
      (known) => ({
        ...known,
        comments: known.comments.map((one) => ({
          ...one,
          disposed: one.disposed && { ...one.disposed, clauses: known.sections.map(({ name }) => name) },
        })),
      }),
      "SubmitDraft",
    ),
  },
  {
    breaks: "COVENANT-6",
    does: "looks at words and not at their order",
    decider: draft(
      (known) => ({
        ...known,
        sections: known.sections.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
        round: known.round && {
          ...known.round,
          offered: known.round.offered.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
        },
      }),
      "SubmitDraft",
    ),
  },
  {
    breaks: "COVENANT-7",
    does: "asks for no clause",
    decider: believing(
      (_state, around) => ({ ...around, rules: around.rules && { ...around.rules, requiredClauses: [] } }),
      "SubmitDraft",
    ),
  },
  {
    breaks: "COVENANT-8",
    does: "keeps a check although the text changed",
    decider: noting((before, event, after) =>
      event._tag === "RevisionDrafted" && after.draft !== null
        ? { ...after, draft: { ...after.draft, legality: before.draft?.legality ?? null } }
        : after,
    ),
  },
  {
    breaks: "COVENANT-8",
    does: "lets the drafters check their own text",
    decider: draft((known) => ({ ...known, drafters: [] }), "CheckLegality"),
  },
  {
    breaks: "COVENANT-9",
    does: "names a matter twice",
    decider: seeing((state) => ({ ...state, matters: [] }), "SubmitDraft"),
  },
  {
    breaks: "COVENANT-9",
    does: "takes any matter for its own",
    decider: believing((state, around, command) => {
      if (command._tag !== "SubmitDraft" || state.draft === null) return around
      const { document: text } = state.draft
      return { ...around, outcome: { matter: command.matter, status: "open", text, decidedOn: null, set: null } }
    }, "SubmitDraft"),
  },
  {
    breaks: "COVENANT-9",
    does: "revises what lies with a body",
    decider: draft((known) => ({ ...known, phase: "revising", submission: null }), "DraftRevision"),
  },
  {
    breaks: "COVENANT-10",
    does: "adopts whatever was decided",
    decider: believing(
      (state, around) => ({
        ...around,
        outcome: around.outcome && { ...around.outcome, text: around.outcome.text && (state.draft?.document ?? null) },
      }),
      "RecordDecision",
    ),
  },
  {
    breaks: "COVENANT-10",
    does: "adopts what anybody decided",
    decider: believing(
      (_state, around) => ({
        ...around,
        outcome: around.outcome && { ...around.outcome, set: around.outcome.set && "residents-assembly" },
      }),
      "RecordDecision",
    ),
  },
  {
    breaks: "COVENANT-11",
    does: "lets the version before go on",
    decider: saying((event) => (event._tag === "VersionBroughtIntoForce" ? { ...event, ends: null } : event)),
  },
  {
    breaks: "COVENANT-11",
    does: "brings versions into force in the past",
    decider: saying((event) =>
      event._tag === "VersionBroughtIntoForce"
        ? { ...event, from: "2025-11-20", ends: event.ends && { ...event.ends, until: "2025-11-20" } }
        : event,
    ),
  },
  {
    breaks: "COVENANT-12",
    does: "moves the day of what has begun",
    decider: versions((known) => ({ ...known, from: null }), "BringIntoForce"),
  },
  {
    breaks: "COVENANT-13",
    does: "never says that a receipt is late",
    decider: saying((event) =>
      event._tag === "VersionFiled" ? { ...event, filing: { ...event.filing, lateDays: 0 } } : event,
    ),
  },
  {
    breaks: "COVENANT-13",
    does: "reminds before the last day",
    decider: versions(
      (known) => ({ ...known, filing: { ...known.filing, lastDay: known.filing.lastDay && "2025-11-01" } }),
      "RemindFiling",
    ),
  },
  {
    breaks: "COVENANT-14",
    does: "forgets orders",
    decider: seeing((state) => ({ ...state, orders: [] }), "SubmitDraft"),
  },
  {
    breaks: "COVENANT-15",
    does: "keeps versions in force after the repeal",
    decider: saying((event) => (event._tag === "CovenantRepealed" ? { ...event, ends: null } : event)),
  },
  {
    breaks: "COVENANT-15",
    does: "ends by a text that names another covenant",
    decider: believing((_state, around) => ({ ...around, covenant: "covenant-2" }), "RepealCovenant"),
  },
  {
    breaks: "COVENANT-15",
    does: "ends by what was decided before the last version",
    decider: versions((known) => ({ ...known, decidedOn: "2025-01-01" }), "RepealCovenant"),
  },
  {
    breaks: "COVENANT-20",
    does: "takes rules of any day",
    decider: {
      ...covenant,
      decide: (command, state, around) => {
        const day = around.outcome?.decidedOn ?? around.now.civilDate
        return covenant.decide(command, state, { ...around, rules: around.rules && { ...around.rules, day } })
      },
    },
  },
  {
    breaks: "COVENANT-22",
    does: "forgets what it follows",
    decider: seeing((state) => ({ ...state, notBefore: null }), "BringIntoForce"),
  },
  {
    breaks: "COVENANT-21",
    does: "leaves a draft whose matter was lost with its body",
    decider: believing(
      (_state, around) => ({ ...around, outcome: around.outcome?.status === "decided" ? around.outcome : null }),
      "RecordDecision",
    ),
  },
  {
    breaks: "COVENANT-18",
    does: "remembers how often it was asked",
    decider: noting((_before, _event, after) => {
      asked += 1
      return { ...after, drafts: asked }
    }),
  },
]

/** What is said against a decider; nothing where the law holds for it. */
const faultOf = (law: CovenantLaw, decider: CovenantDecider): string | undefined => {
  try {
    assertCovenantLaw(law, decider, { numRuns: 3000, endOnFailure: true })
    return undefined
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe("a wrong decider breaks the law that it breaks", () => {
  for (const { breaks, decider, does } of wrong)
    it(`${breaks} is broken by a decider that ${does}`, () => {
      const laws = covenantLaws.filter(({ id }) => id === breaks)
      expect(laws.map((law) => faultOf(law, decider)).join()).toContain(`${breaks} does not hold`)
    })

  it("every law is broken by one of them", () => {
    const broken = new Set(wrong.map(({ breaks }) => breaks))
    expect(covenantLaws.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
  })
})

describe("the stories", () => {
  it("reach every event there is, and are refused in many ways", () => {
    const events = new Set<string>()
    const refusals = new Set<string>()
    const stories = [storiesOf(), storiesOf(["repeal", "order", "force"])].flatMap((some) =>
      fc.sample(some, { numRuns: 400, seed: 1 }),
    )
    for (const story of stories)
      for (const chapter of tellCovenant(covenant, story).chapters) {
        for (const { _tag } of chapter.events) events.add(_tag)
        for (const { _tag } of chapter.refusals) refusals.add(_tag)
      }
    const all = CovenantEvents.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !events.has(tag))).toEqual([])
    expect(refusals.size).toBeGreaterThan(35)
  })
})
