import { on, play } from "@jinlin/testkit"
import { matterAt, proposer, someText } from "@jinlin/testkit/deliberation"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type DeliberationCommand, decides, deliberation, type Matter } from "./index.ts"

type Holder = Extract<Actor, { readonly _tag: "Post" }>

const post = (name: string, within: string, more: { readonly onBehalfOf?: string } = {}): Holder => ({
  _tag: "Post",
  person: `${name}-1`,
  post: name,
  within,
  ...more,
})
const system: Actor = { _tag: "System", rule: "DELIBERATION-16" }
const body = "party-committee"
const another = "representatives-meeting"

const may = (actor: Actor, command: DeliberationCommand, matter: Matter): boolean =>
  authorize(authority, command, matter, { actor, now: on("2026-03-10") }).ok

const reason = "as things are"
const commands: {
  readonly [Tag in DeliberationCommand["_tag"]]: Extract<DeliberationCommand, { readonly _tag: Tag }>
} = {
  OpenMatter: matterAt("opened")[0]?.[0] as Extract<DeliberationCommand, { readonly _tag: "OpenMatter" }>,
  CallStep: { _tag: "CallStep", step: "propose", set: body, sitsOn: "2026-03-20", urgent: null },
  CancelCall: { _tag: "CancelCall", reason },
  EnterRoll: { _tag: "EnterRoll", voters: [{ voter: "v", person: null, heads: 1, area: 0, kind: null }] },
  StrikeFromRoll: { _tag: "StrikeFromRoll", voters: ["v"], reason },
  RecuseVoter: { _tag: "RecuseVoter", voter: "v", reason },
  GrantProxy: { _tag: "GrantProxy", voter: "v", by: "w" },
  RevokeProxy: { _tag: "RevokeProxy", voter: "v" },
  RecordAttendance: { _tag: "RecordAttendance", present: ["v"] },
  RecordHeadcount: { _tag: "RecordHeadcount", present: 1 },
  OpenBallot: { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "open", closesOn: "2026-03-20" },
  RecordVotes: { _tag: "RecordVotes", for: [], against: [], abstain: [], void: [] },
  RecordCounts: { _tag: "RecordCounts", for: 1, against: 0, abstain: 0, void: 0 },
  ExtendBallot: { _tag: "ExtendBallot", closesOn: "2026-03-20", reason },
  CloseBallot: { _tag: "CloseBallot" },
  AnnulBallot: { _tag: "AnnulBallot", reason },
  DecideStep: { _tag: "DecideStep" },
  RecordOpinion: { _tag: "RecordOpinion", opinion: someText(2), favours: true, reason },
  RebaseStep: { _tag: "RebaseStep", onto: "law-of-call", reason },
  WithdrawMatter: { _tag: "WithdrawMatter", reason },
  FileRegister: { _tag: "FileRegister", round: 1, register: someText(2) },
}

/** By hand: the presider, the secretary alone, the secretary on somebody's behalf, the timekeeper. All of the body whose turn it is. */
const granted: { readonly [Tag in DeliberationCommand["_tag"]]: readonly [boolean, boolean, boolean, boolean] } = {
  OpenMatter: [false, false, false, false],
  CallStep: [true, false, false, false],
  CancelCall: [true, false, false, false],
  EnterRoll: [true, true, true, false],
  StrikeFromRoll: [true, true, true, false],
  RecuseVoter: [true, true, true, false],
  GrantProxy: [true, true, true, false],
  RevokeProxy: [true, true, true, false],
  RecordAttendance: [true, true, true, false],
  RecordHeadcount: [true, true, true, false],
  OpenBallot: [true, false, false, false],
  RecordVotes: [true, true, true, false],
  RecordCounts: [true, true, true, false],
  ExtendBallot: [true, false, false, false],
  CloseBallot: [true, false, false, true],
  AnnulBallot: [false, false, false, false],
  DecideStep: [true, false, false, true],
  RecordOpinion: [true, false, false, false],
  RebaseStep: [true, false, false, false],
  WithdrawMatter: [false, false, false, false],
  FileRegister: [false, true, true, false],
}

const { state } = play(deliberation, matterAt("closed"))
/** The same with a sitting that is over, whose turn it still is. */
const closed: Matter = { ...state, closed: [{ round: 1, step: "propose", outcome: "lost", register: null }] }
const rows = Object.values(commands).map((command) => [command._tag, command] as const)

describe("who may do what", () => {
  it.each(rows)("DELIBERATION-22 in the body whose turn it is: %s", (tag, command) => {
    const asked = [
      may(post("presider", body), command, closed),
      may(post("secretary", body), command, closed),
      may(post("secretary", body, { onBehalfOf: "person-9" }), command, closed),
      may(system, command, closed),
    ]
    expect(asked).toEqual(granted[tag])
  })

  it.each(rows)("DELIBERATION-22 nobody of another body, and nobody without a post: %s", (_, command) => {
    for (const actor of [
      post("presider", another),
      post("secretary", another, { onBehalfOf: "person-9" }),
      post("overseer", another),
      post("voter", body),
      post("system", body),
    ])
      expect(may(actor, command, closed)).toBe(false)
  })

  it("DELIBERATION-22 a matter is put forward by a proposer, and taken back by that proposer alone", () => {
    expect(may(proposer, commands.OpenMatter, deliberation.initial)).toBe(true)
    expect(may(proposer, commands.WithdrawMatter, closed)).toBe(true)
    expect(may(post("proposer", body), commands.WithdrawMatter, closed)).toBe(false)
    expect(may({ ...post("proposer", another), person: "person-0" }, commands.WithdrawMatter, closed)).toBe(false)
  })

  it("DELIBERATION-26 a ballot is annulled by whoever oversees the body whose ballot it is, and by no overseer of another", () => {
    expect(may(post("overseer", body), commands.AnnulBallot, closed)).toBe(true)
    for (const within of [another, "affairs-oversight-committee", "some-other-compound"])
      expect(may(post("overseer", within), commands.AnnulBallot, closed)).toBe(false)
    expect(may(post("overseer", another), commands.AnnulBallot, { ...closed, at: "resolve" })).toBe(true)
    expect(may(post("overseer", body), commands.CancelCall, closed)).toBe(false)
    expect(may(post("overseer", body), commands.DecideStep, closed)).toBe(false)
  })

  it("DELIBERATION-22 a step is called by the presider of its own body, in whose turn ever", () => {
    const resolve = { ...commands.CallStep, step: "resolve" }
    expect(may(post("presider", another), resolve, closed)).toBe(true)
    expect(may(post("presider", body), resolve, closed)).toBe(false)
  })

  it("DELIBERATION-22 a register is filed by the secretary of the body that sat, when the turn is another's", () => {
    const later: Matter = { ...closed, at: "resolve" }
    expect(may(post("secretary", body), commands.FileRegister, later)).toBe(true)
    expect(may(post("secretary", another), commands.FileRegister, later)).toBe(false)
  })

  it("DELIBERATION-22 where there is no such matter, step or round, whoever holds the post is told so, and not that the post is wrong", () => {
    const told = (actor: Actor, command: DeliberationCommand, matter: Matter) => {
      expect(may(actor, command, matter)).toBe(true)
      const decided = deliberation.decide(command, matter, { actor, now: on("2026-03-10") })
      return Result.isFailure(decided) ? decided.failure.map(({ _tag }) => _tag) : []
    }
    const { initial } = deliberation
    expect(told(post("presider", another), commands.CloseBallot, initial)).toEqual(["MatterNotOpen"])
    expect(told(post("secretary", another), commands.EnterRoll, initial)).toEqual(["MatterNotOpen"])
    expect(told(post("overseer", another), commands.AnnulBallot, initial)).toEqual(["MatterNotOpen"])
    expect(told(post("proposer", another), commands.WithdrawMatter, initial)).toEqual(["MatterNotOpen"])
    expect(told(post("secretary", another), commands.FileRegister, initial)).toEqual(["MatterNotOpen"])
    const free: Matter = { ...closed, sitting: null }
    expect(told(post("presider", another), { ...commands.CallStep, step: "no-step" }, free)).toContain("StepUnknown")
    expect(told(post("secretary", another), { ...commands.FileRegister, round: 9 }, free)).toEqual(["RoundNotOver"])
    expect(told(post("presider", body), commands.OpenBallot, { ...free, closed: [] })).toEqual(["NoSitting"])
    for (const actor of [post("voter", body), post("secretary", body), post("overseer", body)])
      expect(may(actor, commands.OpenBallot, initial)).toBe(false)
  })

  it("DELIBERATION-23 whoever presided is not refused for asking again what fell due has done", () => {
    const decided: Matter = { ...closed, sitting: null, at: "resolve" }
    for (const command of [commands.CloseBallot, commands.DecideStep]) {
      expect(may(post("presider", body), command, decided)).toBe(true)
      expect(may(post("presider", "two-committees"), command, decided)).toBe(false)
      expect(may(post("presider", body), command, { ...closed, at: "resolve" })).toBe(false)
      const around = { actor: post("presider", body), now: on("2026-03-10") }
      expect(deliberation.decide(command, decided, around)).toEqual(Result.succeed([]))
      const annulled = {
        ...decided,
        closed: [{ round: 1, step: "propose", outcome: "annulled", register: null }],
      } as const
      expect(may(post("presider", body), command, annulled)).toBe(false)
    }
  })

  it("DELIBERATION-22 a secretary is granted nothing that decides, and a refusal names the posts that may", () => {
    for (const [tag, command] of rows)
      if (decides[tag]) expect(may(post("secretary", body, { onBehalfOf: "person-9" }), command, closed)).toBe(false)
    const refused = authorize(authority, commands.CloseBallot, closed, {
      actor: post("voter", body),
      now: on("2026-03-10"),
    })
    expect(refused).toEqual({
      ok: false,
      refusal: { _tag: "Forbidden", rule: "DELIBERATION-22", command: "CloseBallot", allowed: ["presider", "system"] },
    })
  })
})
