import type { BallotCommand } from "@jinlin/core/ballot"
import type { CoGovernanceCommand } from "@jinlin/core/co-governance"
import type { CovenantCommand } from "@jinlin/core/covenant"
import type { DeliberationCommand } from "@jinlin/core/deliberation"
import type { DisclosureCommand } from "@jinlin/core/disclosure"
import { type ConferenceCommand, conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { type RotaCommand, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import { failed } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  byHeads,
  calling,
  chair,
  charterWith,
  mover,
  overseer,
  ownersOf,
  scribe,
  sitsOn,
  toMatter,
  voterOf,
} from "../../test/shell/matters.ts"
import {
  admit,
  appoint,
  auditor,
  clerk,
  convenor,
  day,
  delegateOf,
  found,
  grant,
  openRota,
  saidOf,
  sceneOn,
  schedule,
  superior,
  toConference,
  usersOf,
} from "../../test/shell/scene.ts"
import { committing, gone } from "../../test/shell/wrapping.ts"
import { processes } from "../hosting/processes.ts"
import type { TaskCommand } from "../tasks/task.ts"
import type { TextCommand } from "../texts/text-record.ts"
import { listedDirectory } from "./people.ts"
import type { ActorClaim, CommandRequest, ProcessName } from "./request.ts"

const typist: ActorClaim = { ...clerk, onBehalfOf: "p-school-delegate" }
const alternate: ActorClaim = { login: "school-alternate", post: "alternate", within: "school" }
const head: ActorClaim = { login: "school-head", post: "unit-head", within: "school" }

const forMeeting: ActorClaim = { ...scribe, onBehalfOf: "p-chair" }
const otherScribe: ActorClaim = { login: "other-scribe", post: "secretary", within: "committee" }

const otherOverseer: ActorClaim = { login: "other-overseer", post: "overseer", within: "oversight" }

const clerkOf = (login: string, post: string, within: string): ActorClaim => ({ login, post, within })
const discloser = clerkOf("discloser", "discloser", "owners")
const checker = clerkOf("checker", "checker", "owners")
const resident = clerkOf("resident", "resident", "owners")
const appraiser = clerkOf("appraiser", "appraiser", "party-branch")
const joint = clerkOf("joint-convenor", "convenor", "joint")
const delegateOfUnit = clerkOf("shop-delegate", "delegate", "shop")
const drafter = clerkOf("drafter", "drafter", "owners")
const otherDrafter = clerkOf("other-drafter", "drafter", "committee")
const reviewer = clerkOf("reviewer", "legal-reviewer", "street")
const street = clerkOf("street-officer", "supervising-office", "street")

/** The people of disclosures, co-governance and covenants: each holds one office. */
const officers = [
  ...[discloser, checker, resident, appraiser, joint, delegateOfUnit, drafter, otherDrafter, reviewer, street],
]

/** Who acts. All of them hold their posts; `typist` is the clerk, for the delegate of the school, whose unit has the chair. */
const holders = {
  ...{ superior, auditor, convenor, clerk, typist, alternate, head },
  delegate: delegateOf("school"),
  "delegate of the clinic": delegateOf("clinic"),
  "head of the clinic": { login: "clinic-head", post: "unit-head", within: "clinic" },
  ...{
    mover,
    overseer,
    "overseer of another body": otherOverseer,
    chair,
    scribe,
    "scribe for the meeting": forMeeting,
    "scribe of another body": otherScribe,
  },
  ...{ discloser, checker, resident, appraiser, drafter, reviewer, "convenor of the joint conference": joint },
  ...{ "delegate of a shop": delegateOfUnit, "drafter of another body": otherDrafter, "supervising office": street },
  ...{ voter: voterOf("v-1"), "proxy of the voter": voterOf("v-2"), "another voter": voterOf("v-3") },
}
type Holder = keyof typeof holders

/** People who claim a post that is another's, or that nobody holds: they may do nothing at all. */
const impostors: ReadonlyArray<ActorClaim> = [
  ...Object.values(holders).map((claim) => ({ ...claim, login: "stranger" })),
  ...Object.values(holders).map((claim) => ({ ...claim, login: "nobody" })),
  { ...convenor, login: "next-convenor" },
  { ...clerk, within: "elsewhere", login: "stranger" },
  { ...clerk, within: "subdistrict", login: "convenor" },
  { ...delegateOf("school"), within: "clinic" },
  { ...alternate, post: "delegate" },
  { ...head, within: "clinic" },
  { ...superior, within: "district" },
  { login: "convenor", post: "system", within: "system" },
  { login: "superior", post: "convenor", within: "subdistrict" },
  { ...chair, within: "committee" },
  { ...chair, login: "scribe" },
  { ...chair, post: "convenor" },
  { ...scribe, within: "committee" },
  { ...voterOf("v-1"), within: "m-2" },
  { ...voterOf("v-1"), post: "presider", within: "owners" },
  { login: "chair", post: "voter", within: "m-1" },
]

const digest = `sha-256:${"1".repeat(64)}` as const
const because = { reason: "it is so" }
const spring = { meeting: "spring" }
const lights = { resolution: "lights" }
const appointment = { on: "2026-02-20", minuteOfDay: 540, place: "the hall" } as const
const newUnit = { unit: "market", kind: "market", capacity: "member", delegate: "p-m", alternate: null } as const
const policy = rotaPolicyDefaults

type Row<Command> = readonly [Command, ReadonlyArray<Holder>]

/** Written by hand from the READMEs of the processes: the command, and who may. */
const ofConference: ReadonlyArray<Row<ConferenceCommand>> = [
  [{ _tag: "FoundConference", level: "community", convenor: "p-c", policy: conferencePolicyDefaults }, ["superior"]],
  [{ _tag: "AdoptPolicy", policy: conferencePolicyDefaults, effectiveFrom: "2026-03-01" }, ["convenor"]],
  [{ _tag: "AssignConvenor", person: "p-c", from: "2026-03-01" }, ["superior"]],
  [{ _tag: "AppointSecretariat", body: "office", person: "p-clerk" }, ["convenor"]],
  [{ _tag: "AdmitUnit", ...newUnit }, ["convenor"]],
  [{ _tag: "ReleaseUnit", unit: "school", ...because }, ["convenor"]],
  [
    { _tag: "MergeMemberUnits", units: ["school", "clinic"], into: "x", delegate: "p-x", alternate: null },
    ["convenor"],
  ],
  [{ _tag: "NameDelegate", unit: "school", delegate: "p-x", alternate: null }, ["head", "typist"]],
  [{ _tag: "ScheduleMeeting", ...appointment, meeting: "next", chairUnit: null }, ["convenor", "clerk", "typist"]],
  [{ _tag: "ReplaceChairUnit", ...spring, chairUnit: "clinic" }, ["convenor", "clerk", "typist"]],
  [
    { _tag: "AddAgendaItem", ...spring, item: "i-2", title: "a matter", proposedBy: "school" },
    ["convenor", "clerk", "typist", "delegate", "alternate"],
  ],
  [{ _tag: "WithdrawAgendaItem", ...spring, item: "i-1" }, ["convenor", "typist", "delegate", "alternate"]],
  [{ _tag: "GiveNotice", ...spring }, ["convenor", "clerk", "typist"]],
  [{ _tag: "CancelMeeting", ...spring, ...because }, ["convenor"]],
  [
    { _tag: "RecordAttendance", ...spring, unit: "court", by: "delegate", person: "p-court-delegate" },
    ["convenor", "clerk", "typist"],
  ],
  [{ _tag: "CallToOrder", ...spring }, ["convenor", "delegate"]],
  [
    { _tag: "AdjournMeeting", ...spring, ...appointment, into: "next", chairUnit: null },
    ["convenor", "clerk", "typist"],
  ],
  [{ _tag: "ReconveneMeeting", ...spring, ...appointment }, ["convenor"]],
  [
    {
      ...{ _tag: "AdoptResolution", ...spring, ...lights, item: "i-1", textDigest: digest, presidedBy: "school" },
      ...{ recused: [], votes: { for: [], against: [], abstain: [] }, responsibleUnit: "school", dueOn: "2026-03-01" },
    },
    ["delegate"],
  ],
  [{ _tag: "CloseMeeting", ...spring }, ["convenor", "delegate"]],
  [{ _tag: "FileMinutes", ...spring, digest }, ["convenor", "clerk", "typist"]],
  [{ _tag: "RemindMinutes", ...spring }, ["convenor", "clerk", "typist"]],
  [{ _tag: "CloseAction", ...lights, evidence: digest }, ["convenor", "clerk", "typist"]],
  [{ _tag: "ExtendAction", ...lights, dueOn: "2026-04-01", ...because }, ["convenor"]],
  [{ _tag: "ReassignAction", ...lights, unit: "clinic", ...because }, ["convenor"]],
  [{ _tag: "RemindAction", ...lights, stage: "overdue" }, ["convenor", "clerk", "typist"]],
  [{ _tag: "NoteMissingMeeting" }, ["convenor", "clerk", "typist"]],
  [{ _tag: "DissolveConference", ...because }, ["superior"]],
]

const ofRota: ReadonlyArray<Row<RotaCommand>> = [
  [{ _tag: "OpenRota", policy, units: ["school"], startsOn: "2026-03-01" }, ["convenor"]],
  [{ _tag: "AdoptRotaPolicy", policy, effectiveFrom: "2026-03-01" }, ["convenor"]],
  [{ _tag: "SeatUnit", unit: "market" }, ["convenor"]],
  [{ _tag: "UnseatUnit", unit: "school" }, ["convenor"]],
  [{ _tag: "MergeUnits", units: ["school", "clinic"], into: "x" }, ["convenor"]],
  [{ _tag: "SwapTurns", first: 1, second: 2 }, ["delegate", "typist", "delegate of the clinic"]],
  [{ _tag: "SkipTurn", term: 1, ...because }, ["delegate", "typist"]],
  [{ _tag: "DeclineTurn", term: 1, ...because }, ["delegate", "typist"]],
  [{ _tag: "RecordNoShow", term: 1 }, ["convenor", "clerk", "typist"]],
  [{ _tag: "NameSubstitute", unit: null }, ["convenor"]],
  [{ _tag: "DeclareInterest", item: "i-1", unit: "school" }, ["delegate", "typist"]],
  [{ _tag: "FillVacancy", term: 1, unit: null }, ["convenor"]],
  [{ _tag: "HandOverChair", term: 1, record: digest }, ["convenor", "clerk", "typist"]],
  [{ _tag: "RemindHandOver", term: 1 }, ["convenor", "clerk", "typist"]],
  [{ _tag: "CountMeeting", ...spring, heldOn: "2026-01-08" }, ["convenor", "clerk", "typist"]],
  [{ _tag: "AdvanceRota" }, ["convenor", "clerk", "typist"]],
  [{ _tag: "CloseRota" }, ["convenor"]],
]

const presiding: ReadonlyArray<Holder> = ["chair"]
const arranging: ReadonlyArray<Holder> = ["chair", "scribe", "scribe for the meeting"]
const [anOwner] = [{ voter: "v-4", person: "p-v-4", heads: 1, area: 1, kind: null }]
const step = { step: "assembly", body: "owners", standing: "owners", sets: [byHeads] } as const

const ofMatter: ReadonlyArray<Row<DeliberationCommand>> = [
  [
    {
      ...{ _tag: "OpenMatter", title: "a lamp", about: null, text: digest },
      plan: {
        list: "owners",
        steps: [{ ...step, whenLost: { _tag: "Stay" }, returnsTo: [], amendedRestartsAt: null }],
      },
    },
    ["mover"],
  ],
  [{ _tag: "CallStep", step: "assembly", set: byHeads, sitsOn, urgent: null }, presiding],
  [{ _tag: "CancelCall", ...because }, presiding],
  [{ _tag: "EnterRoll", voters: [anOwner] }, arranging],
  [{ _tag: "StrikeFromRoll", voters: ["v-3"], ...because }, arranging],
  [{ _tag: "RecuseVoter", voter: "v-3", ...because }, arranging],
  [{ _tag: "GrantProxy", voter: "v-3", by: "v-2" }, arranging],
  [{ _tag: "RevokeProxy", voter: "v-1" }, arranging],
  [{ _tag: "RecordAttendance", present: ["v-1"] }, arranging],
  [{ _tag: "RecordHeadcount", present: 2 }, arranging],
  [{ _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "open", closesOn: sitsOn }, presiding],
  [{ _tag: "RecordVotes", for: [], against: [], abstain: [], void: [] }, ["chair", "scribe for the meeting"]],
  [{ _tag: "RecordCounts", for: 0, against: 0, abstain: 0, void: 0 }, ["chair", "scribe for the meeting"]],
  [{ _tag: "ExtendBallot", closesOn: sitsOn, ...because }, presiding],
  [{ _tag: "CloseBallot" }, presiding],
  [{ _tag: "AnnulBallot", ...because }, ["overseer"]],
  [{ _tag: "DecideStep" }, presiding],
  [{ _tag: "RecordOpinion", opinion: digest, favours: true, ...because }, presiding],
  [{ _tag: "RebaseStep", onto: "law-of-call", ...because }, presiding],
  [{ _tag: "WithdrawMatter", ...because }, ["mover"]],
  [{ _tag: "FileRegister", round: 1, register: digest }, ["scribe", "scribe for the meeting"]],
]

const thisBallot = { matter: "m-1", round: 2, voter: "v-1" } as const

/** Of the voter v-1, whose proxy is v-2, in the second round of the matter. */
const ofBallot: ReadonlyArray<Row<BallotCommand>> = [
  [{ _tag: "CastBallot", ...thisBallot, castBy: "v-1", choice: "for" }, ["voter"]],
  [{ _tag: "CastSecretBallot", ...thisBallot, castBy: "v-2", choice: "for" }, ["proxy of the voter"]],
  [
    { _tag: "EnterPaperBallot", ...thisBallot, castBy: "v-1", choice: "for", late: false },
    ["scribe", "scribe for the meeting"],
  ],
  [{ _tag: "EnterVoidBallot", ...thisBallot, ...because }, ["scribe", "scribe for the meeting"]],
]

const ofText: ReadonlyArray<Row<TextCommand>> = [
  [
    { _tag: "RecordText", sections: [{ name: "whole", commitment: digest }], digest },
    ["convenor", "clerk", "typist", "delegate", "alternate", "delegate of the clinic"],
  ],
  [{ _tag: "RecordRedaction", sections: ["whole"], ...because }, ["convenor", "clerk", "typist"]],
]

const aSection = { name: "whole", commitment: digest }

/** Nothing is drawn up yet: every discloser and secretary of the body of the matter may, and all others are told that there is nothing yet. */
const ofDisclosure: ReadonlyArray<Row<DisclosureCommand>> = [
  [
    {
      ...{ _tag: "PrepareDisclosure", matter: "m-1", what: "decision", corrects: null, audience: "residents" },
      sections: [{ ...aSection, shown: true }],
    },
    ["discloser", "scribe", "scribe for the meeting"],
  ],
  [{ _tag: "ConfirmCheck", document: digest, preparation: 1 }, ["checker"]],
  [
    { _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-01-08", evidence: null },
    ["discloser", "scribe for the meeting"],
  ],
  [
    { _tag: "TakeDown", posting: 1, on: "2026-01-08", evidence: null, ...because },
    ["discloser", "scribe for the meeting", "overseer", "overseer of another body"],
  ],
  [
    { _tag: "ConfirmHanging", posting: 1, evidence: digest, ...because },
    ["discloser", "scribe for the meeting", "overseer", "overseer of another body"],
  ],
  [
    { _tag: "RaiseObjection", objection: "o-1", text: digest, receivedOn: "2026-01-08", evidence: null },
    ["resident", "overseer", "overseer of another body", "scribe for the meeting"],
  ],
  [{ _tag: "AnswerObjection", objection: "o-1", answer: digest }, ["discloser", "scribe for the meeting"]],
  [{ _tag: "RecountPeriod" }, ["discloser"]],
  [{ _tag: "CompleteDisclosure" }, ["discloser"]],
  [{ _tag: "SupersedeDisclosure", by: "d-2" }, ["discloser"]],
  [{ _tag: "AbandonDisclosure", ...because }, ["discloser"]],
]

const which = { which: "self-governance" } as const
const keepers = ["mover", "scribe", "scribe for the meeting"] as const

/** The owners' committee has opened it; the owners decide for themselves, and the joint conference with them. */
const ofCoGovernance: ReadonlyArray<Row<CoGovernanceCommand>> = [
  [{ _tag: "OpenCoGovernance", title: "a new gate", combine: "both", touched: [] }, ["mover"]],
  [{ _tag: "AttachDeliberation", ...which, matter: "m-1" }, keepers],
  [{ _tag: "DetachDeliberation", ...which, ...because }, ["overseer"]],
  [{ _tag: "RecordOutcome", ...which }, keepers],
  [
    { _tag: "DeclareTouchedUnits", units: ["shop"], ...because },
    [...keepers, ...(["delegate of a shop", "convenor of the joint conference", "overseer"] as const)],
  ],
  [{ _tag: "SkipJoint", ...because }, ["convenor of the joint conference"]],
  [{ _tag: "ReturnToDeliberation", ...which, ...because }, ["mover"]],
  [{ _tag: "RejectCoGovernance", ...which, ...because }, ["mover"]],
  [{ _tag: "WithdrawCoGovernance", ...because }, ["mover"]],
  [{ _tag: "BeginImplementation" }, ["mover"]],
  [{ _tag: "ReportResult", report: digest, implementedOn: "2026-01-08" }, keepers],
  [{ _tag: "LinkDisclosure", what: "decision", disclosure: "d-1" }, keepers],
  [
    {
      ...{ _tag: "RecordAppraisal", which: "internal-bodies", appraisal: "a-1", result: digest, by: "party-branch" },
      ...{ appraised: ["owners-committee"], appraisers: ["p-appraiser"] },
    },
    ["appraiser"],
  ],
  [{ _tag: "SkipAppraisal", which: "co-building-units", ...because }, ["appraiser"]],
  [{ _tag: "CloseCoGovernance" }, keepers],
  [{ _tag: "RevokeResolution", by: "m-2", sections: [aSection] }, ["scribe", "scribe for the meeting"]],
]

const papers = ["scribe", "scribe for the meeting"] as const

/** The drafter of the owners has begun it. */
const ofCovenant: ReadonlyArray<Row<CovenantCommand>> = [
  [
    { _tag: "OpenCovenant", kind: "management-covenant", title: "the covenant" },
    ["drafter", "drafter of another body"],
  ],
  [{ _tag: "DraftRevision", sections: [aSection], reasons: [] }, ["drafter"]],
  [{ _tag: "AbandonDraft", ...because }, ["drafter"]],
  [{ _tag: "OpenComments", until: "2026-02-01" }, ["drafter"]],
  [
    { _tag: "RecordComment", comment: "c-1", clause: null, text: digest, receivedOn: "2026-01-08" },
    ["resident", "scribe for the meeting"],
  ],
  [{ _tag: "DisposeComment", comment: "c-1", disposition: "not-taken-up", clauses: [], ...because }, ["drafter"]],
  [{ _tag: "CloseComments" }, ["drafter"]],
  [{ _tag: "CheckLegality", document: digest, conforms: true, opinion: digest, against: [] }, ["reviewer"]],
  [{ _tag: "SubmitDraft", matter: "m-1", corrects: [] }, ["drafter"]],
  [{ _tag: "RecordDecision" }, papers],
  [{ _tag: "BringIntoForce", version: 1, from: "2026-02-01" }, ["chair"]],
  [{ _tag: "FileVersion", version: 1, receipt: "no. 1", with: "street", on: "2026-01-08" }, papers],
  [{ _tag: "RemindFiling", version: 1 }, []],
  [
    { _tag: "OrderCorrection", order: "r-1", version: 1, by: "street", clauses: [], ...because },
    ["supervising office"],
  ],
  [{ _tag: "LiftOrder", order: "r-1", ...because }, []],
  [{ _tag: "RepealCovenant", matter: "m-2", sections: [aSection], from: "2026-02-01" }, ["chair"]],
]

const ofTask: ReadonlyArray<Row<TaskCommand>> = [
  [
    {
      ...{ _tag: "OpenTask", stream: "rotating-chair/willow", command: "AdvanceRota", rule: "CHAIR-10" },
      ...{ refusals: "[]", event: null, post: "secretary", within: "office", conference: "willow" },
    },
    [],
  ],
  [{ _tag: "CloseTask", remark: "done" }, []],
]

interface Cell {
  readonly process: ProcessName
  readonly command: { readonly _tag: string }
  readonly may: ReadonlyArray<Holder>
}

const rows: ReadonlyArray<Cell> = [
  ...ofConference.map(([command, may]) => ({ process: "joint-conference", command, may }) as const),
  ...ofRota.map(([command, may]) => ({ process: "rotating-chair", command, may }) as const),
  ...ofMatter.map(([command, may]) => ({ process: "deliberation", command, may }) as const),
  ...ofBallot.map(([command, may]) => ({ process: "ballot", command, may }) as const),
  ...ofDisclosure.map(([command, may]) => ({ process: "disclosure", command, may }) as const),
  ...ofCoGovernance.map(([command, may]) => ({ process: "co-governance", command, may }) as const),
  ...ofCovenant.map(([command, may]) => ({ process: "covenant", command, may }) as const),
  ...ofText.map(([command, may]) => ({ process: "text", command, may }) as const),
  ...ofTask.map(([command, may]) => ({ process: "task", command, may }) as const),
]

const inTenant = (tenant: string, request: CommandRequest): CommandRequest => {
  const text = JSON.stringify({ ...request, tenant }).replace(
    /"(p-[a-z-]+)"/g,
    `"$1${tenant === "town" ? "" : "-of-city"}"`,
  )
  return JSON.parse(text)
}

/** A matter of the owners that was called, given up and called again. */
const matter: ReadonlyArray<CommandRequest> = (() => {
  const round = { size: 3, mode: "open", proxies: [["v-1", "v-2"]] } as const
  const [opening, call, ...roll] = calling(round)
  if (opening === undefined || call === undefined) throw new Error("the matter of the scene")
  const cancel = toMatter("cancel", chair, { _tag: "CancelCall", ...because })
  return [opening, call, cancel, { ...call, id: "call-again" }, ...roll]
})()

/** A meeting of today at which the school presides, and a matter, in two tenants with the same ids and other people. */
const prepared = async () => {
  const under = openMemoryStore()
  const users = ["town", "city"].flatMap((tenant) => [
    ...usersOf(tenant),
    ...ownersOf(3, tenant),
    ...officers.map(({ login, post, within }) => ({
      ...{ tenant, login, person: `p-${login}`, units: [], offices: [{ post, within }] },
    })),
  ])
  const choices = {
    selfGovernanceBodies: ["owners"],
    jointBodies: ["joint"],
    appraisers: ["party-branch"],
    overseers: ["owners"],
  } as const
  const policies = { together: { process: "co-governance", choices } } as const
  const given = { directory: listedDirectory(users), charter: { ...charterWith(), policies } }
  const setting = await sceneOn(under, given)
  const policyOfScene = { ...conferencePolicyDefaults, noticeDays: 1, agendaDays: 0 }
  const requests: ReadonlyArray<CommandRequest> = [
    { ...found, command: { ...found.command, policy: policyOfScene } as typeof found.command },
    ...[appoint, ...["school", "clinic", "court"].map((unit) => admit(unit)), openRota(["school", "clinic", "court"])],
    schedule("spring", { on: "2026-01-08", chairUnit: "school" }),
    toConference("item", delegateOf("school"), {
      ...{ _tag: "AddAgendaItem", ...spring, item: "i-1", title: "a matter", proposedBy: "school" },
    }),
    toConference("notice", clerk, { _tag: "GiveNotice", ...spring }),
    ...matter,
    {
      ...{ tenant: "town", id: "open-c-1", process: "co-governance", subject: "c-1", actor: mover },
      command: { _tag: "OpenCoGovernance", title: "a new gate", combine: "both", touched: [] },
    },
    {
      ...{ tenant: "town", id: "open-v-1", process: "covenant", subject: "v-1", actor: drafter },
      command: { _tag: "OpenCovenant", kind: "management-covenant", title: "the covenant" },
    },
  ]
  const attended = ["school", "clinic"].map((unit) =>
    toConference(`came-${unit}`, clerk, {
      ...{ _tag: "RecordAttendance", ...spring, unit, by: "delegate", person: `p-${unit}-delegate` },
    }),
  )
  for (const tenant of ["town", "city"]) await grant(setting, ...requests.map((one) => inTenant(tenant, one)))
  await setting.clock.advance(3 * day)
  for (const tenant of ["town", "city"]) await grant(setting, ...attended.map((one) => inTenant(tenant, one)))
  // Nothing is written from here on: a command that is allowed is seen by the store's failing, and changes nothing for the next.
  const frozen = committing(under, async ({ appends = [] }, go) => (appends.length > 0 ? failed(gone) : go()))
  return { ...(await sceneOn(frozen, { clock: setting.clock, ...given })), under }
}

const subjects: { readonly [Name in ProcessName]: string } = {
  ...{ "joint-conference": "willow", "rotating-chair": "willow", text: "one", task: "one" },
  ...{ deliberation: "m-1", ballot: "m-1:2:v-1" },
  ...{ disclosure: "d-1", "co-governance": "c-1", covenant: "v-1" },
}

/** A secretary who does not say for whom votes are typed may not type them, and is told what is missing. */
const isDenied = (said: string): boolean => ["Forbidden", "Unauthenticated", "OnBehalfMissing"].includes(said)

describe("who may do what", () => {
  it("SHELL-5 every command of every process has a row here", () => {
    const listed = rows.map(({ command, process }) => `${process} ${command._tag}`).sort()
    const all = [...processes.values()].flatMap(({ commandTags, name }) =>
      [...commandTags].map((tag) => `${name} ${tag}`),
    )
    expect(listed).toEqual(all.sort())
  })

  it("SHELL-5 in two tenants nobody may do what the tables do not grant, and whoever is granted it may", async () => {
    const { jinlin } = await prepared()
    const wrong: Array<string> = []
    let cells = 0
    for (const tenant of ["town", "city"])
      for (const [number, { command, may, process }] of rows.entries()) {
        const subject = subjects[process]
        const beside = subject === "one" ? { conference: "willow" } : {}
        const ask = async (actor: ActorClaim, id: string): Promise<string> => {
          cells += 1
          const request = { ...{ tenant, id, process, subject, command, actor }, ...beside } as CommandRequest
          return saidOf(await jinlin.execute(inTenant(tenant, request)))
        }
        for (const [name, actor] of Object.entries(holders)) {
          const said = await ask(actor, `m-${number}-${name.replaceAll(" ", "-")}`)
          const isExpected = isDenied(said) === !may.includes(name as Holder)
          if (!isExpected) wrong.push(`${tenant}: ${name} ${command._tag}: ${said}`)
        }
        for (const [place, actor] of impostors.entries()) {
          const said = await ask(actor, `i-${number}-${place}`)
          if (!isDenied(said)) wrong.push(`${tenant}: impostor ${JSON.stringify(actor)} ${command._tag}: ${said}`)
        }
      }
    process.stdout.write(`Role × command × tenant: ${cells} cells checked, ${wrong.length} unexpected\n`)
    expect(wrong).toEqual([])
    expect(cells).toBe(2 * rows.length * (Object.keys(holders).length + impostors.length))
  })
})
