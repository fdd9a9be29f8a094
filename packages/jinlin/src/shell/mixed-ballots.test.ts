import type { NamedVotes } from "@jinlin/core/deliberation"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  byHeads,
  cast,
  chair,
  charterWith,
  eventsOf,
  overseer,
  ownersOf,
  ownersOn,
  paper,
  type Round,
  scribe,
  sitsOn,
  toMatter,
  voterOf,
  voters,
  votingOn,
} from "../../test/shell/matters.ts"
import { retold } from "../../test/shell/retelling.ts"
import { day, grant, type Scene, saidOf, usersOf } from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { toldIn } from "../../test/shell/told.ts"
import { type ListedUser, listedDirectory } from "./people.ts"

const forMeeting = { ...scribe, onBehalfOf: "p-chair" }

const record = (votes: Partial<NamedVotes>) =>
  toMatter("record", forMeeting, { _tag: "RecordVotes", for: [], against: [], abstain: [], void: [], ...votes })

const counted = async (scene: Scene) => {
  await scene.clock.advance(4 * day)
  expect(await scene.jinlin.settle("town")).toEqual([])
  const [told] = await retold(scene.store)
  expect(told?.published).toEqual(told?.again)
  if (told === undefined) throw new Error("nothing was counted")
  return told.published
}

const open = (round: Partial<Round> = {}): Round => ({ size: 9, mode: "open", ...round })

describe.each(grounds)("votes over logins and by a clerk, in one ballot, $name", ({ open: onStore }) => {
  it("TALLY-1 DELIBERATION-29 BALLOT-10 what nine voters cast stands, whatever a clerk enters for them, and they are told", async () => {
    const scene = await votingOn((await onStore()).store, open())
    const all = voters(9)
    await grant(scene, ...all.map((voter) => cast(voter, "for")))
    await grant(scene, paper("v-1", "against"), record({ against: all.slice(1) }))
    const { setAside, tally } = await counted(scene)
    expect([tally.for.heads, tally.against.heads, tally.cast.heads]).toEqual([9, 0, 9])
    expect(setAside).toEqual([
      { voter: "v-1", reason: "superseded", channel: "paper" },
      ...all.slice(1).map((voter) => ({ voter, reason: "superseded", channel: "record" })),
    ])
    expect((await eventsOf(scene.store)).map(({ _tag }) => _tag).slice(-2)).toEqual(["StepPassed", "MatterDecided"])
    const told = await toldIn(scene)
    const people = all.map((voter) => `p-${voter}`)
    expect(told.byTemplate).toMatchObject({
      ...{ "ballot-entered": ["p-v-1"], "vote-entered": people.slice(1), "entry-set-aside": people },
    })
    expect(told.text).not.toMatch(/"against"|"for"|"abstain"/)
  })
})

describe("whose wish prevails", () => {
  it.each<readonly ["first" | "last"]>([["first"], ["last"]])(
    "TALLY-1 what came over a login, before the paper or after it, where the %s counts",
    async (counts) => {
      const choice = { key: `${byHeads}/repeated-ballots`, value: { _tag: "Choice", choice: counts } } as const
      const charter = charterWith(choice)
      const scene = await votingOn(openMemoryStore(), open({ proxies: [["v-3", "v-4"]] }), { charter })
      await grant(scene, cast("v-1", "for"), paper("v-1", "against"))
      await grant(scene, paper("v-2", "against"), cast("v-2", "for"))
      await grant(scene, paper("v-3", "against"), cast("v-3", "for", { by: "v-4" }))
      await grant(scene, paper("v-5", "against"), record({ for: ["v-5"], abstain: ["v-2"] }))
      const { tally } = await counted(scene)
      const clerks = counts === "last" ? 1 : 0
      expect([tally.for.heads, tally.against.heads, tally.abstain.heads]).toEqual([3 + clerks, 1 - clerks, 0])
      expect((await toldIn(scene)).byTemplate).toMatchObject({
        "ballot-entered": ["p-v-1", "p-v-2", "p-v-3", "p-v-5"],
        "vote-entered": ["p-v-5", "p-v-2"],
        "entry-set-aside": ["p-v-1", "p-v-2", "p-v-3", "p-v-5"],
      })
    },
  )

  it("TALLY-1 of whoever did not vote over a login what the clerk entered counts, and nobody is told that it gave way", async () => {
    const scene = await votingOn(openMemoryStore(), open())
    await grant(scene, paper("v-1", "for"), record({ against: ["v-2"] }), cast("v-3", "abstain"))
    const { setAside, tally } = await counted(scene)
    expect([tally.for.heads, tally.against.heads, tally.abstain.heads]).toEqual([1, 1, 1])
    expect(setAside).toEqual([])
    expect(Object.keys((await toldIn(scene)).byTemplate)).not.toContain("entry-set-aside")
  })
})

const officeOf = (login: string, person: string, within: string): ListedUser => ({
  ...{ tenant: "town", login, person, units: [], offices: [{ post: "overseer", within }] },
})

describe("who annuls a ballot", () => {
  const annul = (id: string, actor: typeof overseer) =>
    toMatter(id, actor, { _tag: "AnnulBallot", reason: "not liked" })

  it("DELIBERATION-26 nobody who oversees another body, votes, or presided over it", async () => {
    const directory = listedDirectory([
      ...usersOf("town"),
      ...ownersOf(9),
      officeOf("o-elsewhere", "p-x", "some-other-compound"),
      officeOf("o-voter", "p-v-2", "owners"),
      officeOf("o-chair", "p-chair", "owners"),
    ])
    const scene = await votingOn(openMemoryStore(), open({ proxies: [["v-1", "v-2"]] }), { directory })
    const said = async (login: string, within = "owners") => {
      const outcome = await scene.jinlin.execute(annul(`by-${login}`, { login, post: "overseer", within }))
      return outcome.ok ? "accepted" : outcome.refusals.map((refusal) => [refusal._tag, "as" in refusal && refusal.as])
    }
    expect(await said("o-elsewhere", "some-other-compound")).toEqual([["Forbidden", false]])
    expect(await said("other-overseer", "oversight")).toEqual([["Forbidden", false]])
    expect(await said("o-voter")).toEqual([["OverseerTakesPart", ["on-the-roll", "votes-for-another"]]])
    expect(await said("o-chair")).toEqual([["OverseerTakesPart", ["called", "presided"]]])
    expect(await said("overseer")).toBe("accepted")
  })
})

describe("what the right person is told", () => {
  it("DELIBERATION-22 that no such matter, step or round is there, and for whom votes are typed", async () => {
    const scene = await votingOn(openMemoryStore(), open())
    const said = async (request: Parameters<typeof scene.jinlin.execute>[0]) =>
      saidOf(await scene.jinlin.execute(request))
    expect(await said(toMatter("typo", chair, { _tag: "CloseBallot" }, "m-11"))).toBe("MatterNotOpen")
    const call = { _tag: "CallStep", step: "asembly", set: byHeads, sitsOn, urgent: null } as const
    expect(await said(toMatter("no-step", chair, call))).toContain("StepUnknown")
    const file = { _tag: "FileRegister", round: 9, register: `sha-256:${"2".repeat(64)}` } as const
    expect(await said(toMatter("no-round", scribe, file))).toBe("RoundNotOver")
    expect(await said({ ...record({ for: ["v-1"] }), id: "for-nobody", actor: scribe })).toBe("OnBehalfMissing")
    expect(await said(toMatter("not-his", voterOf("v-1"), { _tag: "CloseBallot" }, "m-11"))).toBe("Forbidden")
  })

  it("DELIBERATION-23 a presider who decides what fell due has decided is answered, and nothing happens", async () => {
    const scene = await votingOn(openMemoryStore(), open({ closes: sitsOn }))
    await grant(scene, cast("v-1", "for"), toMatter("close", chair, { _tag: "CloseBallot" }))
    expect(await scene.jinlin.settle("town")).toEqual([])
    const before = await eventsOf(scene.store)
    expect(before.at(-1)?._tag).toBe("MatterDecided")
    await grant(scene, toMatter("decide", chair, { _tag: "DecideStep" }))
    await grant(scene, toMatter("close-again", chair, { _tag: "CloseBallot" }))
    expect(await eventsOf(scene.store)).toEqual(before)
  })

  it("DELIBERATION-22 whoever oversees is told that the matter is not there", async () => {
    const scene = await ownersOn(openMemoryStore(), 1)
    const request = toMatter("annul", overseer, { _tag: "AnnulBallot", reason: "a typo" }, "m-9")
    expect(saidOf(await scene.jinlin.execute(request))).toBe("MatterNotOpen")
  })
})
