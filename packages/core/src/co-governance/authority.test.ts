import { on, play } from "@jinlin/testkit"
import {
  coGovernanceAt,
  coGovernancePolicy,
  coGovernanceOpener as opener,
  revokingText,
  sceneConvenor,
} from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type CoGovernance, CoGovernanceCommand, coGovernance, decides } from "./index.ts"

type Command = CoGovernanceCommand
const document = `sha-256:${"8".repeat(64)}` as const
const reason = "as things are"

/** One command of each kind. */
const commands: { readonly [Tag in Command["_tag"]]: Extract<Command, { readonly _tag: Tag }> } = {
  OpenCoGovernance: { _tag: "OpenCoGovernance", title: "Lights", combine: "both", touched: [] },
  AttachDeliberation: { _tag: "AttachDeliberation", which: "joint", matter: "matter-2" },
  DetachDeliberation: { _tag: "DetachDeliberation", which: "joint", reason },
  RecordOutcome: { _tag: "RecordOutcome", which: "joint" },
  DeclareTouchedUnits: { _tag: "DeclareTouchedUnits", units: ["school"], reason },
  SkipJoint: { _tag: "SkipJoint", reason },
  ReturnToDeliberation: { _tag: "ReturnToDeliberation", which: "joint", reason },
  RejectCoGovernance: { _tag: "RejectCoGovernance", which: "joint", reason },
  WithdrawCoGovernance: { _tag: "WithdrawCoGovernance", reason },
  BeginImplementation: { _tag: "BeginImplementation" },
  ReportResult: { _tag: "ReportResult", report: document, implementedOn: "2026-05-01" },
  LinkDisclosure: { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" },
  RecordAppraisal: {
    _tag: "RecordAppraisal",
    which: "internal-bodies",
    appraisal: "appraisal-1",
    result: document,
    by: "compound-party-branch",
    appraised: ["owners-committee"],
    appraisers: ["person-5"],
  },
  SkipAppraisal: { _tag: "SkipAppraisal", which: "internal-bodies", reason },
  CloseCoGovernance: { _tag: "CloseCoGovernance" },
  RevokeResolution: { _tag: "RevokeResolution", by: "matter-7", sections: revokingText },
}
const tags = CoGovernanceCommand.members.map((member) => member.fields._tag.schema.literal)

const opened = play(coGovernance, coGovernanceAt("opened")).state
const holder = (post: string, within: string): Actor => ({ _tag: "Post", person: "person-9", post, within })
const may = (actor: Actor, command: Command, state: CoGovernance = opened): boolean =>
  authorize(authority, command, state, { actor, now: on("2026-05-01"), policy: coGovernancePolicy }).ok
const grantedTo = (actor: Actor): ReadonlyArray<string> => tags.filter((tag) => may(actor, commands[tag]))

describe("who may do what", () => {
  const proposing = [
    ...["OpenCoGovernance", "AttachDeliberation", "RecordOutcome", "DeclareTouchedUnits", "ReturnToDeliberation"],
    ...["RejectCoGovernance", "WithdrawCoGovernance", "BeginImplementation", "ReportResult", "LinkDisclosure"],
    "CloseCoGovernance",
  ]
  const keeping = [
    ...["AttachDeliberation", "RecordOutcome", "DeclareTouchedUnits", "ReportResult", "LinkDisclosure"],
    ...["CloseCoGovernance", "RevokeResolution"],
  ]

  it("COGOVERNANCE-21 the proposer of the body that opened the matter carries it on, and no other proposer", () => {
    expect(grantedTo(opener)).toEqual(proposing)
    expect(grantedTo(holder("proposer", "residents-committee"))).toEqual(proposing)
    expect(grantedTo(holder("proposer", "owners-committee"))).toEqual(["OpenCoGovernance"])
  })

  it("COGOVERNANCE-21 the secretary of one of its bodies takes over what others decided, and decides nothing", () => {
    for (const body of ["residents-committee", "compound-residents", "joint-conference"])
      expect(grantedTo(holder("secretary", body))).toEqual(keeping)
    expect(grantedTo(holder("secretary", "another-conference"))).toEqual([])
    for (const tag of tags)
      if (decides[tag]) {
        expect(may(holder("secretary", "joint-conference"), commands[tag])).toBe(false)
        expect(may({ _tag: "System", rule: "COGOVERNANCE-21" }, commands[tag])).toBe(false)
      }
  })

  it("COGOVERNANCE-7 COGOVERNANCE-21 only the convenor of the joint conference skips its deliberation", () => {
    expect(grantedTo(sceneConvenor)).toEqual(["DeclareTouchedUnits", "SkipJoint"])
    expect(grantedTo(holder("convenor", "another-conference"))).toEqual([])
  })

  it("COGOVERNANCE-11 COGOVERNANCE-21 whoever oversees lets a deliberation go", () => {
    expect(grantedTo(holder("overseer", "oversight-committee"))).toEqual(["DetachDeliberation", "DeclareTouchedUnits"])
    expect(grantedTo(holder("overseer", "oversight-of-elsewhere"))).toEqual([])
    const elsewhere = { ...coGovernancePolicy, overseers: ["oversight-of-elsewhere"] } as const
    const there = play(coGovernance, coGovernanceAt("opened", {}, elsewhere)).state
    expect(may(holder("overseer", "oversight-of-elsewhere"), commands.DetachDeliberation, there)).toBe(true)
    expect(may(holder("overseer", "oversight-committee"), commands.DetachDeliberation, there)).toBe(false)
  })

  it("COGOVERNANCE-21 a delegate declares its own unit alone", () => {
    const delegate = holder("delegate", "school")
    expect(grantedTo(delegate)).toEqual(["DeclareTouchedUnits"])
    expect(may(delegate, { ...commands.DeclareTouchedUnits, units: ["school", "clinic"] })).toBe(false)
    expect(may(delegate, { ...commands.DeclareTouchedUnits, units: ["clinic"] })).toBe(false)
  })

  it("COGOVERNANCE-21 whoever appraises does so for the body that appraises, and skips for one that may", () => {
    expect(grantedTo(holder("appraiser", "compound-party-branch"))).toEqual(["RecordAppraisal", "SkipAppraisal"])
    expect(grantedTo(holder("appraiser", "community-party-organization"))).toEqual(["SkipAppraisal"])
    expect(grantedTo(holder("appraiser", "owners-committee"))).toEqual([])
  })

  it("COGOVERNANCE-21 the system takes note, and draws what follows", () => {
    expect(grantedTo({ _tag: "System", rule: "COGOVERNANCE-21" })).toEqual([
      ...["AttachDeliberation", "RecordOutcome", "RejectCoGovernance", "LinkDisclosure"],
      ...["CloseCoGovernance", "RevokeResolution"],
    ])
    expect(grantedTo(holder("system", "system"))).toEqual([])
    expect(grantedTo(holder("resident", "residents-committee"))).toEqual([])
  })

  it("COGOVERNANCE-21 before a matter is opened, nobody but who opens one may do anything to it", () => {
    for (const post of ["proposer", "secretary", "convenor", "appraiser"])
      expect(tags.filter((tag) => may(holder(post, "joint-conference"), commands[tag], coGovernance.initial))).toEqual(
        post === "proposer" ? ["OpenCoGovernance"] : [],
      )
    const refused = authorize(authority, commands.SkipJoint, opened, { actor: opener, now: on("2026-05-01") })
    expect(refused).toEqual({
      ok: false,
      refusal: {
        ...{ _tag: "Forbidden", rule: "COGOVERNANCE-21", command: "SkipJoint", allowed: ["convenor"] },
        within: ["joint-conference"],
      },
    })
  })

  it("COGOVERNANCE-21 a refusal says in which bodies the post would have to be held", () => {
    const within = (actor: Actor, command: Command): ReadonlyArray<string> | undefined => {
      const answer = authorize(authority, command, opened, { actor, now: on("2026-05-01") })
      return answer.ok ? undefined : answer.refusal.within
    }
    const detach: Command = { _tag: "DetachDeliberation", which: "joint", reason }
    const touched: Command = { _tag: "DeclareTouchedUnits", units: ["school"], reason }
    expect(within(holder("overseer", "elsewhere"), detach)).toEqual(["oversight-committee"])
    expect(within(holder("delegate", "clinic"), touched)).toEqual(["school"])
    expect(within(holder("proposer", "elsewhere"), touched)).toEqual(["residents-committee"])
    expect(within(holder("resident", "elsewhere"), { ...commands.RecordAppraisal, by: "a-branch" })).toEqual([
      "a-branch",
    ])
  })
})
