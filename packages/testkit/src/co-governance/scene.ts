import {
  type CoGovernanceCircumstances,
  type CoGovernanceCommand,
  type CoGovernancePolicy,
  coGovernancePolicyDefaults,
  type DeliberationFact,
  type Disclosed,
  type DisclosureFact,
  type Which,
} from "@jinlin/core/co-governance"
import type { Actor, Digest, Section } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on } from "../moments.ts"

/** A command and the circumstances in which it comes: what `play` takes. */
export type Step = readonly [CoGovernanceCommand, CoGovernanceCircumstances]

/** The digest of a document, to hand in where any will do. */
export const someDocument = (digit: number): Digest => `sha-256:${String(digit).repeat(64)}`

/** The id of the matter of the scene. */
const sceneMatter = "co-governance-1"

/** A text that says by the name of its first section that what was resolved in the matter of the scene is revoked. */
export const revokingText: readonly [Section, ...ReadonlyArray<Section>] = [
  { name: `revokes.${sceneMatter}`, commitment: someDocument(6) },
  { name: "why", commitment: someDocument(7) },
]

/** Who opened the matter of the scene, in the residents' committee. */
export const opener: Actor = { _tag: "Post", person: "person-0", post: "proposer", within: "residents-committee" }

/** The convenor of the joint conference of the scene. */
export const convenor: Actor = { _tag: "Post", person: "person-1", post: "convenor", within: "joint-conference" }

/** The policy of the scene: our defaults. */
export const scenePolicy: CoGovernancePolicy = coGovernancePolicyDefaults

const bodies = { "self-governance": "compound-residents", joint: "joint-conference" } as const
const sets = { "self-governance": "compound-residents-meeting", joint: "joint-conference" } as const

/** A matter of deliberation that runs, unless more is said. */
export const deliberationFact = (
  which: Which,
  matter: string,
  more: Partial<DeliberationFact> = {},
): DeliberationFact => ({
  matter,
  status: "open",
  text: someDocument(1),
  body: bodies[which],
  set: null,
  openedOn: "2026-03-02",
  endedOn: null,
  ...more,
})

/** A matter of deliberation that decided text 1 on a day, unless more is said. */
export const decidedFact = (
  which: Which,
  matter: string,
  more: Partial<DeliberationFact> & { readonly endedOn: CivilDate },
): DeliberationFact => deliberationFact(which, matter, { status: "decided", set: sets[which], ...more })

/** A disclosure that was posted on a day, with fifteen days to run after it, unless more is said. */
export const disclosureFact = (
  what: Disclosed,
  disclosure: string,
  more: Partial<DisclosureFact> & { readonly from: CivilDate },
): DisclosureFact => ({
  disclosure,
  ofThisMatter: true,
  what,
  proves: someDocument(what === "decision" ? 1 : 9),
  status: "posted",
  ends: { date: addDays(more.from, 16), minute: 0 },
  corrects: [],
  supersededBy: null,
  openObjections: 0,
  ...more,
})

/** What a step is told besides the command: who acts, and what others came to. */
export type Around = Partial<CoGovernanceCircumstances> & { readonly minuteOfDay?: number }

/** A command that comes on a day, at nine unless another minute is given, from whoever opened the matter. */
export const step = (day: CivilDate, command: CoGovernanceCommand, around: Around = {}): Step => {
  const { minuteOfDay, ...more } = around
  const now = on(day, minuteOfDay ?? 540)
  return [command, { actor: opener, now, coGovernance: sceneMatter, policy: scenePolicy, ...more }]
}

/** What the matter of the scene is opened with. */
export type Opening = Partial<Extract<CoGovernanceCommand, { readonly _tag: "OpenCoGovernance" }>>

/** The matter of the scene is opened on 2 March 2026; its deliberations go side by side, unless something else is said. */
export const opening = (more: Opening = {}, policy: CoGovernancePolicy = scenePolicy): Step =>
  step(
    "2026-03-02",
    { _tag: "OpenCoGovernance", title: "Lights at the gate", combine: "both", touched: [], ...more },
    { policy },
  )

/** A deliberation is attached and comes to what is said, on the day on which it ended. */
export const deliberated = (
  which: Which,
  fact: DeliberationFact & { readonly endedOn: CivilDate },
): ReadonlyArray<Step> => [
  step(
    fact.endedOn,
    { _tag: "AttachDeliberation", which, matter: fact.matter },
    {
      deliberation: { ...fact, status: "open", endedOn: null, set: null },
    },
  ),
  step(fact.endedOn, { _tag: "RecordOutcome", which }, { deliberation: fact }),
]

/** How far the matter of the scene has come. */
export const coGovernanceStages = [
  "opened",
  "resolved",
  "disclosed",
  "implementing",
  "implemented",
  "appraised",
  "closed",
] as const
/** One of them. */
export type CoGovernanceStage = (typeof coGovernanceStages)[number]

/** The two disclosures of the scene, when both are over. */
export const completedDisclosures: ReadonlyArray<DisclosureFact> = [
  disclosureFact("decision", "notice-1", { from: "2026-03-21", status: "completed" }),
  disclosureFact("result", "notice-2", { from: "2026-05-02", status: "completed" }),
]

const posted = completedDisclosures.map((one): DisclosureFact => ({ ...one, status: "posted" }))

const stepsTo: { readonly [Stage in CoGovernanceStage]: ReadonlyArray<Step> } = {
  opened: [],
  resolved: [
    ...deliberated("self-governance", {
      ...decidedFact("self-governance", "matter-1", { endedOn: "2026-03-10" }),
      endedOn: "2026-03-10",
    }),
    ...deliberated("joint", {
      ...decidedFact("joint", "matter-2", { endedOn: "2026-03-20", openedOn: "2026-03-12" }),
      endedOn: "2026-03-20",
    }),
  ],
  disclosed: [
    step("2026-03-21", { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" }, { disclosures: posted }),
  ],
  implementing: [step("2026-03-22", { _tag: "BeginImplementation" }, { disclosures: posted })],
  implemented: [step("2026-05-01", { _tag: "ReportResult", report: someDocument(9), implementedOn: "2026-04-30" })],
  appraised: [
    step("2026-05-02", { _tag: "LinkDisclosure", what: "result", disclosure: "notice-2" }, { disclosures: posted }),
    step(
      "2026-05-03",
      {
        _tag: "RecordAppraisal",
        which: "internal-bodies",
        appraisal: "appraisal-1",
        result: someDocument(8),
        by: "compound-party-branch",
        appraised: ["owners-committee"],
        appraisers: ["person-5"],
      },
      { memberships: [{ person: "person-5", bodies: ["compound-party-branch"] }] },
    ),
    step("2026-05-03", { _tag: "SkipAppraisal", which: "co-building-units", reason: "none took part" }),
  ],
  closed: [step("2026-05-18", { _tag: "CloseCoGovernance" }, { disclosures: completedDisclosures })],
}

/**
 * The steps of a matter of the scene up to a stage: decided by the residents on 10 March 2026 and by the joint conference on the
 * 20th, disclosed on the 21st, begun on the 22nd, finished on 30 April, told on 2 May, appraised on the 3rd, closed on the 18th.
 */
export const coGovernanceAt = (
  stage: CoGovernanceStage,
  more: Opening = {},
  policy: CoGovernancePolicy = scenePolicy,
): ReadonlyArray<Step> => {
  const until = coGovernanceStages.indexOf(stage) + 1
  return [opening(more, policy), ...coGovernanceStages.slice(0, until).flatMap((one) => stepsTo[one])]
}
