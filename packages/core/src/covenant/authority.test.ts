import { on, play } from "@jinlin/testkit"
import { covenantAt, covenantDigest, offeredText, repealText } from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type Covenant, type CovenantCommand, covenant, decides } from "./index.ts"

type Holder = Extract<Actor, { readonly _tag: "Post" }>

const here = "community-1"
const post = (name: string, within = here, more: { readonly onBehalfOf?: string } = {}): Holder => ({
  _tag: "Post",
  person: `${name}-1`,
  post: name,
  within,
  ...more,
})
const system: Actor = { _tag: "System", rule: "COVENANT-3" }

const may = (actor: Actor, command: CovenantCommand, state: Covenant): boolean =>
  authorize(authority, command, state, { actor, now: on("2026-05-10") }).ok

const reason = "as things are"
const commands: { readonly [Tag in CovenantCommand["_tag"]]: Extract<CovenantCommand, { readonly _tag: Tag }> } = {
  OpenCovenant: { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" },
  DraftRevision: { _tag: "DraftRevision", sections: offeredText, reasons: [] },
  AbandonDraft: { _tag: "AbandonDraft", reason },
  OpenComments: { _tag: "OpenComments", until: "2026-06-10" },
  RecordComment: {
    _tag: "RecordComment",
    comment: "c",
    clause: null,
    text: covenantDigest(7),
    receivedOn: "2026-05-10",
  },
  DisposeComment: { _tag: "DisposeComment", comment: "c", disposition: "not-taken-up", reason, clauses: [] },
  CloseComments: { _tag: "CloseComments" },
  CheckLegality: {
    ...{ _tag: "CheckLegality", document: covenantDigest(1), conforms: true, opinion: covenantDigest(8), against: [] },
  },
  SubmitDraft: { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
  RecordDecision: { _tag: "RecordDecision" },
  BringIntoForce: { _tag: "BringIntoForce", version: 1, from: "2026-06-01" },
  FileVersion: { _tag: "FileVersion", version: 1, receipt: "r", with: "office-1", on: "2026-05-10" },
  RemindFiling: { _tag: "RemindFiling", version: 1 },
  OrderCorrection: { _tag: "OrderCorrection", order: "order-2", version: 1, by: "office-1", clauses: [], reason },
  LiftOrder: { _tag: "LiftOrder", order: "order-1", reason },
  RepealCovenant: { _tag: "RepealCovenant", matter: "m", sections: repealText, from: "2026-06-01" },
}

/** By hand: drafter, resident, secretary alone, secretary for the office, presider, legal reviewer, the office, the timekeeper. */
const granted: { readonly [Tag in CovenantCommand["_tag"]]: string } = {
  OpenCovenant: "drafter",
  DraftRevision: "drafter",
  AbandonDraft: "drafter",
  OpenComments: "drafter",
  RecordComment: "resident clerk",
  DisposeComment: "drafter",
  CloseComments: "drafter system",
  CheckLegality: "reviewer",
  SubmitDraft: "drafter",
  RecordDecision: "secretary clerk system",
  BringIntoForce: "presider",
  FileVersion: "secretary clerk",
  RemindFiling: "system",
  OrderCorrection: "clerk office",
  LiftOrder: "clerk office",
  RepealCovenant: "presider",
}
const actors: { readonly [name: string]: Actor } = {
  drafter: post("drafter"),
  resident: post("resident"),
  secretary: post("secretary"),
  clerk: post("secretary", here, { onBehalfOf: "office-1" }),
  presider: post("presider"),
  reviewer: post("legal-reviewer", "office-7"),
  office: post("supervising-office", "office-1"),
  system,
}

const { state: inForce } = play(covenant, covenantAt("announced"))
const state: Covenant = {
  ...inForce,
  orders: [{ order: "order-1", version: 1, by: "office-1", clauses: [], reason, on: "2026-05-10", lifted: false }],
}
const rows = Object.values(commands).map((command) => [command._tag, command] as const)

describe("who may do what", () => {
  it.each(rows)("COVENANT-17 in the community whose covenant it is: %s", (tag, command) => {
    const allowed = Object.entries(actors).filter(([, actor]) => may(actor, command, state))
    expect(allowed.map(([name]) => name).join(" ")).toBe(granted[tag])
  })

  it.each(rows)("COVENANT-17 nobody of another community, of another office or without a post: %s", (tag, command) => {
    for (const name of ["drafter", "resident", "secretary", "presider"])
      if (tag !== "OpenCovenant") expect(may(post(name, "community-2"), command, state)).toBe(false)
    expect(may(post("secretary", "community-2", { onBehalfOf: "office-1" }), command, state)).toBe(false)
    expect(may(post("supervising-office", "office-2"), command, state)).toBe(false)
    expect(may(post("supervising-office", here), command, state)).toBe(false)
    expect(may(post("system"), command, state)).toBe(false)
  })

  it("COVENANT-17 a clerk types an order for the office that gave it and for no other", () => {
    const forAnother = post("secretary", here, { onBehalfOf: "office-2" })
    expect(may(forAnother, commands.OrderCorrection, state)).toBe(false)
    expect(may(forAnother, commands.LiftOrder, state)).toBe(false)
    expect(may(forAnother, commands.RecordComment, state)).toBe(true)
    expect(may(post("supervising-office", "office-1"), { ...commands.LiftOrder, order: "order-9" }, state)).toBe(false)
  })

  it("COVENANT-17 a refusal names the posts that may", () => {
    const refused = authorize(authority, commands.RecordComment, state, { actor: system, now: on("2026-05-10") })
    expect(refused).toEqual({
      ok: false,
      refusal: { _tag: "Forbidden", rule: "COVENANT-17", command: "RecordComment", allowed: ["resident", "secretary"] },
    })
  })

  it("COVENANT-17 a refusal says in which bodies the post would have to be held", () => {
    const within = (actor: Actor, command: CovenantCommand): ReadonlyArray<string> | undefined => {
      const answer = authorize(authority, command, state, { actor, now: on("2026-05-10") })
      return answer.ok ? undefined : answer.refusal.within
    }
    expect(within(post("drafter", "community-2"), commands.DraftRevision)).toEqual([here])
    expect(within(post("supervising-office", "office-2"), commands.LiftOrder)).toEqual(["office-1"])
    expect(within(post("resident"), commands.LiftOrder)).toEqual(["office-1", here])
    expect(within(post("resident"), commands.CheckLegality)).toEqual([])
  })

  it("COVENANT-17 no command that decides is granted to a secretary on nobody's behalf", () => {
    const deciding = rows.filter(([tag]) => decides[tag])
    expect(deciding.filter(([, command]) => may(post("secretary"), command, state))).toEqual([])
    expect(deciding.length).toBe(12)
  })
})
