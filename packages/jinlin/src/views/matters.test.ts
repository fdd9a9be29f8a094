import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  byHeads,
  calling,
  callOwners,
  cast,
  chair,
  mover,
  ownersOn,
  scribe,
  sitsOn,
  toMatter,
  voidPaper,
  voterOf,
  votingOn,
} from "../../test/shell/matters.ts"
import { auditor, clerk, convenor, day, grant, type Scene, saidOf, superior } from "../../test/shell/scene.ts"
import type { ActorClaim } from "../shell/request.ts"
import type { Answered, Looking } from "./question.ts"

const otherScribe: ActorClaim = { login: "other-scribe", post: "secretary", within: "committee" }

/** Everybody who may want to look. v-2 votes for v-1 by proxy. */
const lookers: Readonly<Record<string, ActorClaim>> = {
  ...{ mover, chair, scribe, auditor, superior, convenor, clerk },
  ...{ voter: voterOf("v-1"), proxy: voterOf("v-2"), "another voter": voterOf("v-3"), stranger: voterOf("v-9") },
  "scribe of another body": otherScribe,
  "presider elsewhere": { ...chair, within: "committee" },
  "voter of another matter": voterOf("v-1", "m-2"),
  impostor: { ...chair, login: "scribe" },
}
const everybody = Object.keys(lookers)
const owners = ["voter", "proxy", "another voter"]

/** Written by hand: view, what is asked about, audience, who may. */
const table: ReadonlyArray<readonly [string, object, Looking["audience"], ReadonlyArray<string>]> = [
  ...(["matters", "register"] as const).flatMap((view) => [
    [`deliberation.${view}`, { subject: "m-1" }, "public", everybody] as const,
    [`deliberation.${view}`, { subject: "m-1" }, "parties", [...owners, "mover"]] as const,
    [`deliberation.${view}`, { subject: "m-1" }, "staff", ["chair", "scribe"]] as const,
    [`deliberation.${view}`, { subject: "m-1" }, "auditor", ["auditor"]] as const,
    [`deliberation.${view}`, {}, "public", everybody] as const,
    [`deliberation.${view}`, {}, "parties", []] as const,
    [`deliberation.${view}`, {}, "staff", []] as const,
    [`deliberation.${view}`, {}, "auditor", ["auditor"]] as const,
  ]),
  ["ballot.papers", { subject: "m-1:1:v-1" }, "public", []],
  ["ballot.papers", { subject: "m-1:1:v-1" }, "parties", ["voter", "proxy"]],
  ["ballot.papers", { subject: "m-1:1:v-1" }, "staff", ["chair", "scribe"]],
  ["ballot.papers", { subject: "m-1:1:v-1" }, "auditor", ["auditor"]],
  ["ballot.papers", { matter: "m-1" }, "public", []],
  ["ballot.papers", { matter: "m-1" }, "parties", []],
  ["ballot.papers", { matter: "m-1" }, "staff", ["chair", "scribe"]],
  ["ballot.papers", { matter: "m-1" }, "auditor", ["auditor"]],
  ["ballot.papers", {}, "parties", []],
  ["ballot.papers", {}, "staff", []],
  ["ballot.papers", {}, "auditor", ["auditor"]],
]

type Ask = (params: object, looking: object) => Promise<Answered<unknown>>

const viewNamed = ({ jinlin }: Scene, name: string): Ask => {
  const { ballot, deliberation } = jinlin.views
  const found = new Map<string, unknown>([
    ["deliberation.matters", deliberation.matters],
    ["deliberation.register", deliberation.register],
    ["ballot.papers", ballot.papers],
  ]).get(name)
  return found as Ask
}

const voting = async (): Promise<Scene> => {
  const scene = await votingOn(openMemoryStore(), { size: 4, mode: "open", proxies: [["v-1", "v-2"]], closes: sitsOn })
  await grant(scene, cast("v-1", "for", { by: "v-2" }), cast("v-3", "against"), voidPaper("v-4"))
  return scene
}

const rowsOf = async (
  scene: Scene,
  name: string,
  params: object,
  looking: object = {},
): Promise<ReadonlyArray<object>> => {
  const answered = await viewNamed(scene, name)({ tenant: "town", ...params }, looking)
  if (!answered.ok) throw new Error(JSON.stringify(answered.refusals))
  return answered.value.rows as ReadonlyArray<object>
}

const papersAs = (scene: Scene, actor: ActorClaim, audience: string, params: object) =>
  rowsOf(scene, "ballot.papers", params, { actor, audience })

describe("who may look at a matter and its ballots", () => {
  it("VIEW-6 default deny: an audience is made of those whom the matter names, and of nobody else", async () => {
    const scene = await voting()
    const wrong: Array<string> = []
    for (const [name, params, audience, may] of table)
      for (const [looker, actor] of Object.entries(lookers)) {
        const said = saidOf(await viewNamed(scene, name)({ tenant: "town", ...params }, { actor, audience }))
        const expected = may.includes(looker) ? ["accepted"] : ["Forbidden", "Unauthenticated"]
        if (!expected.includes(said))
          wrong.push(`${name} ${JSON.stringify(params)} as ${audience} by ${looker}: ${said}`)
      }
    expect(wrong).toEqual([])
  })

  it("VIEW-6 nobody looks without saying who they are, and a matter is asked about where it is one", async () => {
    const scene = await voting()
    const ask = async (name: string, params: object, looking: object) =>
      saidOf(await viewNamed(scene, name)({ tenant: "town", ...params }, looking))
    expect(await ask("ballot.papers", { matter: "m-1" }, { audience: "staff" })).toBe("Unauthenticated")
    expect(await ask("deliberation.matters", { matter: "m-1" }, {})).toBe("UnknownField")
    expect(await ask("deliberation.matters", { subject: "m-1", conference: "m-1" }, {})).toBe("UnknownField")
    expect(await ask("ballot.papers", { subject: "nonsense" }, { actor: chair, audience: "staff" })).toBe("Forbidden")
  })

  it("VIEW-6 how an open ballot was cast is shown to its voter at once, and to others once it is closed", async () => {
    const scene = await voting()
    const shown = async (actor: ActorClaim, audience: string, params: object) =>
      (await papersAs(scene, actor, audience, params)).map((row) => ("choice" in row ? row.choice : undefined))
    for (const own of ["v-1", "v-2"])
      expect(await shown(voterOf(own), "parties", { subject: "m-1:1:v-1" })).toEqual(["for"])
    expect(await shown(scribe, "staff", { matter: "m-1" })).toEqual([null, null, null])
    expect(await shown(auditor, "auditor", { matter: "m-1" })).toEqual([null, null, null])
    expect(await shown(auditor, "auditor", {})).toEqual([null, null, null])
    expect((await papersAs(scene, scribe, "staff", { matter: "m-1" })).map((row) => ({ ...row, matter: "" }))).toEqual([
      {
        matter: "",
        round: 1,
        voter: "v-1",
        castBy: "v-2",
        channel: "online",
        choice: null,
        kept: "counts",
        reason: null,
      },
      {
        matter: "",
        round: 1,
        voter: "v-3",
        castBy: "v-3",
        channel: "online",
        choice: null,
        kept: "counts",
        reason: null,
      },
      {
        matter: "",
        round: 1,
        voter: "v-4",
        castBy: "v-4",
        channel: "paper",
        choice: null,
        kept: "void",
        reason: "two crosses",
      },
    ])
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    expect(await shown(scribe, "staff", { matter: "m-1" })).toEqual(["for", "against", null])
    await scene.jinlin.settle("town")
    expect(await shown(auditor, "auditor", { matter: "m-1" })).toEqual(["for", "against", null])
  })

  it("VIEW-6 BALLOT-9 what somebody voted is shown to them once it is decided, and when the body was called again", async () => {
    const scene = await voting()
    const shown = async (login: string, subject: string) => {
      const looking = { actor: voterOf(login), audience: "parties" }
      const answered = await viewNamed(scene, "ballot.papers")({ tenant: "town", subject }, looking)
      return answered.ok ? answered.value.rows.map((row) => (row as { choice: unknown }).choice) : saidOf(answered)
    }
    const everybodyLooks = async () => {
      expect(await shown("v-1", "m-1:1:v-1")).toEqual(["for"])
      expect(await shown("v-2", "m-1:1:v-1")).toEqual(["for"])
      expect(await shown("v-3", "m-1:1:v-3")).toEqual(["against"])
      expect(await shown("v-4", "m-1:1:v-4")).toEqual([null])
      expect(await shown("v-2", "m-1:1:v-2")).toEqual([])
      for (const [login, of] of [
        ["v-3", "v-1"],
        ["v-1", "v-2"],
        ["chair", "v-1"],
      ] as const)
        expect(await shown(login, `m-1:1:${of}`)).toBe("Forbidden")
    }
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    await scene.jinlin.settle("town")
    await everybodyLooks()
    const call = { _tag: "CallStep", step: "assembly", set: byHeads, sitsOn: "2026-01-20", urgent: null } as const
    const roll = [{ voter: "v-5", person: "p-chair", heads: 1, area: 0, kind: null }] as const
    await grant(scene, toMatter("call-again", chair, call))
    await grant(scene, toMatter("roll-again", scribe, { _tag: "EnterRoll", voters: roll }))
    await everybodyLooks()
  })

  it("VIEW-6 who stood on the roll stays a party of the register, once it is decided, and nobody else is one", async () => {
    const scene = await voting()
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    await scene.jinlin.settle("town")
    const said = async (name: string, actor: ActorClaim) =>
      saidOf(await viewNamed(scene, name)({ tenant: "town", subject: "m-1" }, { actor, audience: "parties" }))
    for (const name of ["deliberation.register", "deliberation.matters"]) {
      for (const login of ["v-1", "v-4"]) expect(await said(name, voterOf(login))).toBe("accepted")
      for (const actor of [voterOf("chair"), voterOf("v-1", "m-2"), scribe])
        expect(await said(name, actor)).toBe("Forbidden")
    }
  })

  it("BALLOT-9 of a secret ballot somebody sees that they voted, once it is decided, and not how", async () => {
    const scene = await votingOn(openMemoryStore(), { size: 3, mode: "secret", closes: sitsOn })
    await grant(scene, cast("v-1", "for", { secret: true }))
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    await scene.jinlin.settle("town")
    const [own] = await papersAs(scene, voterOf("v-1"), "parties", { subject: "m-1:1:v-1" })
    expect(own).toMatchObject({ voter: "v-1", choice: null, kept: "counts" })
  })

  it("VIEW-6 the ballots of one matter are not those of another whose name begins so", async () => {
    const scene = await ownersOn(openMemoryStore(), 2)
    for (const matter of ["m", "m:1", "m-1"]) await callOwners(scene, { size: 2, mode: "open", matter })
    scene.clock.set(scene.clock.now() + 4 * day)
    for (const matter of ["m", "m:1", "m-1"]) {
      const command = { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "open", closesOn: sitsOn } as const
      await grant(scene, toMatter(`vote-${matter}`, chair, command, matter))
      await grant(scene, cast("v-1", "for", { matter }), cast("v-2", "for", { matter }))
    }
    for (const matter of ["m", "m:1", "m-1"]) {
      const rows = await papersAs(scene, scribe, "staff", { matter })
      expect(rows.map((row) => ("matter" in row ? row.matter : ""))).toEqual([matter, matter])
    }
  })

  it("VIEW-6 of a secret ballot is shown who voted, before the close and after it, and never what", async () => {
    const scene = await votingOn(openMemoryStore(), { size: 3, mode: "secret", closes: sitsOn })
    await grant(scene, cast("v-1", "for", { secret: true }), cast("v-2", "against", { secret: true }))
    const before = await papersAs(scene, scribe, "staff", { matter: "m-1" })
    expect(before.map((row) => ("choice" in row ? row.choice : "none"))).toEqual([null, null])
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    expect(await papersAs(scene, scribe, "staff", { matter: "m-1" })).toEqual(before)
  })
})

describe("what is shown of a matter", () => {
  it("VIEW-6 the public and the parties see numbers and no names, staff see who was there", async () => {
    const scene = await voting()
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    await scene.jinlin.settle("town")
    const [card] = await rowsOf(scene, "deliberation.matters", { subject: "m-1" })
    expect(card).toMatchObject({ title: "a new gate", at: "assembly", steps: [{ step: "assembly", state: "lost" }] })
    const [sheet] = await rowsOf(scene, "deliberation.register", { subject: "m-1" })
    expect(sheet).toMatchObject({ result: "lost", byProxy: 1, names: null, tally: { cast: { heads: 3 } } })
    expect(JSON.stringify([card, sheet])).not.toMatch(/"p-|"v-/)
    const [forVoter] = await rowsOf(
      scene,
      "deliberation.register",
      { subject: "m-1" },
      { actor: voterOf("v-3"), audience: "public" },
    )
    expect(forVoter).toEqual(sheet)
    const [forStaff] = await rowsOf(
      scene,
      "deliberation.register",
      { subject: "m-1" },
      { actor: scribe, audience: "staff" },
    )
    expect(forStaff).toMatchObject({ names: { proxies: [{ voter: "v-1", by: "v-2" }] } })
  })

  it("VIEW-3 a roll that is longer than a row may be is remembered in several, and forgotten when it is over", async () => {
    const store = openMemoryStore()
    const size = 12_000
    const scene = await ownersOn(store, 1)
    const roll = Array.from({ length: size }, (_, at) => ({
      ...{
        voter: `voter-with-a-long-name-${at}`,
        person: `person-with-a-long-name-${at}`,
        heads: 1,
        area: 0,
        kind: null,
      },
    }))
    const [opening, call] = calling({ size: 1, mode: "open" })
    if (opening === undefined || call === undefined) throw new Error("the matter")
    await grant(scene, opening, call)
    for (let from = 0; from < size; from += 4_000) {
      const [one, ...others] = roll.slice(from, from + 4_000)
      if (one === undefined) throw new Error("the roll")
      await grant(scene, toMatter(`roll-${from}`, scribe, { _tag: "EnterRoll", voters: [one, ...others] }))
    }
    const remembered = async () => {
      const view = { view: "deliberation.register", version: "1", prefix: "m-1/@memory", limit: 100 }
      const read = await store.readView("town", view)
      return read.ok ? read.value.rows.length : -1
    }
    expect(await rowsOf(scene, "deliberation.register", { subject: "m-1" })).toHaveLength(1)
    expect(await remembered()).toBeGreaterThan(1)
    const again = await ownersOn(store, 1)
    const cancel = toMatter("cancel", chair, { _tag: "CancelCall", reason: "another day" })
    await grant(again, cancel, { ...call, id: "call-again" })
    expect(await rowsOf(again, "deliberation.register", { subject: "m-1" })).toMatchObject([
      { result: "cancelled" },
      { result: "open" },
    ])
    expect(await remembered()).toBe(1)
  })
})
