import { messagesFor } from "@jinlin/messages"
import { paperForm, readPaperRegister, registerCsv, registerHtml, stepRegisterOf } from "@jinlin/registers"
import { describe, expect, it } from "vitest"
import {
  byHeads,
  callOwners,
  cast,
  chair,
  eventsOf,
  openVote,
  ownersOn,
  paper,
  scribe,
  sitsOn,
  toMatter,
  voidPaper,
  voterOf,
  voters,
  votingOn,
} from "../../test/shell/matters.ts"
import { auditor, grant, type Scene, saidOf, superior } from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import type { ActorClaim } from "../shell/request.ts"
import type { SittingRecord } from "./sitting.ts"

const close = toMatter("close", chair, { _tag: "CloseBallot" })

const ask = ({ jinlin }: Scene, actor: ActorClaim = scribe, more: object = {}) =>
  jinlin.views.deliberation.sitting(
    { tenant: "town", subject: "m-1", ...more },
    { actor, audience: actor === auditor ? "auditor" : "staff" },
  )

const sittingOf = async (scene: Scene, more: object = {}): Promise<SittingRecord> => {
  const answer = await ask(scene, scribe, more)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
  return answer.value
}

const english = { messages: messagesFor("en") }

const registerOf = ({ entry, marks, roll, title }: SittingRecord) =>
  stepRegisterOf(entry, { community: "willow", title, roll, ...(marks === null ? {} : { marks }) })

/** The rows of one part of a register, without the name of the part. */
const partIn = (csv: string, part: string): ReadonlyArray<string> =>
  csv
    .split("\r\n")
    .filter((row) => row.startsWith(`${part},`))
    .map((row) => row.slice(part.length + 1).replace(/,+$/, ""))

describe.each(grounds)("one sitting with everything that its register is written from, $name", ({ open }) => {
  it("VIEW-7 of a vote by login and on paper it has roll, marks and who voted: the register says what was counted", async () => {
    const scene = await votingOn((await open()).store, { size: 5, mode: "open", closes: sitsOn })
    await grant(scene, cast("v-1", "for"), cast("v-2", "against"), paper("v-3", "abstain"), voidPaper("v-4"), close)
    await scene.jinlin.settle("town")
    const sitting = await sittingOf(scene)
    expect([sitting.title, sitting.entry.result]).toEqual(["a new gate", "lost"])
    expect(sitting.roll.map(({ person, voter }) => [voter, person])).toEqual(
      [1, 2, 3, 4, 5].map((at) => [`v-${at}`, `p-v-${at}`]),
    )
    expect([...(sitting.marks ?? [])]).toEqual([
      ["v-1", "for"],
      ["v-2", "against"],
      ["v-3", "abstain"],
      ["v-4", "void"],
    ])
    const csv = registerCsv(registerOf(sitting), english)
    expect(partIn(csv, "Roll")).toEqual([
      "Voter,Name,Heads,Floor area,Present,Vote,Remark,Signature",
      "v-1,p-v-1,1,1.00 m²,present,for",
      "v-2,p-v-2,1,1.00 m²,present,against",
      "v-3,p-v-3,1,1.00 m²,present,abstaining",
      "v-4,p-v-4,1,1.00 m²,present,void",
      "v-5,p-v-5,1,1.00 m²,not recorded as present",
    ])
    expect(partIn(csv, "Dissent")).toEqual(["Voter,Vote", "v-2,against", "v-3,abstaining"])
    expect(registerHtml(registerOf(sitting), english)).not.toMatch(/not listed|undefined|\[register/)
  })

  it("VIEW-7 there is a register of every round, each with its own roll and ballots", async () => {
    const scene = await votingOn((await open()).store, { size: 3, mode: "open", closes: sitsOn })
    await grant(scene, cast("v-1", "against"), cast("v-2", "for"), close)
    await scene.jinlin.settle("town")
    const later = "2026-01-20"
    const roll = voters(2).map((voter) => ({ voter, person: `p-${voter}`, heads: 1, area: 10_000, kind: null })) as [
      never,
    ]
    await grant(
      scene,
      toMatter("again", chair, { _tag: "CallStep", step: "assembly", set: byHeads, sitsOn: later, urgent: null }),
      toMatter("roll-again", scribe, { _tag: "EnterRoll", voters: roll }),
    )
    scene.clock.set(Date.UTC(2026, 0, 20, 1))
    await grant(
      scene,
      toMatter("vote-again", chair, { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "open", closesOn: later }),
      cast("v-1", "for", { round: 2 }),
      { ...close, id: "close-again" },
    )
    await scene.jinlin.settle("town")
    const [first, second, last] = [
      await sittingOf(scene, { round: 1 }),
      await sittingOf(scene, { round: 2 }),
      await sittingOf(scene),
    ]
    expect([first.entry.round, first.roll.length, [...(first.marks ?? [])]]).toEqual([
      1,
      3,
      [
        ["v-1", "against"],
        ["v-2", "for"],
      ],
    ])
    expect([second.entry.round, second.roll.length, [...(second.marks ?? [])]]).toEqual([2, 2, [["v-1", "for"]]])
    expect(last).toEqual(second)
    expect([first, second].map((one) => registerCsv(registerOf(one), english).includes("v-3,"))).toEqual([true, false])
  })

  it("VIEW-7 of a secret ballot it says who voted, and nothing of what", async () => {
    const scene = await votingOn((await open()).store, { size: 4, mode: "secret", closes: sitsOn })
    await grant(scene, ...["v-1", "v-3"].map((voter) => cast(voter, "for", { secret: true })), close)
    await scene.jinlin.settle("town")
    const sitting = await sittingOf(scene)
    expect([...(sitting.marks ?? [])]).toEqual([
      ["v-1", "secret"],
      ["v-3", "secret"],
    ])
    expect(partIn(registerCsv(registerOf(sitting), english), "Roll").slice(1, 3)).toEqual([
      "v-1,p-v-1,1,1.00 m²,present,voted (secret)",
      "v-2,p-v-2,1,1.00 m²,not recorded as present",
    ])
  })

  it("VIEW-7 what was cast stands in it once the ballot is closed, and no sooner", async () => {
    const scene = await votingOn((await open()).store, { size: 3, mode: "open", closes: sitsOn })
    await grant(scene, cast("v-1", "for"))
    const before = await sittingOf(scene)
    expect([before.marks, before.roll.length]).toEqual([null, 3])
    expect(registerCsv(registerOf(before), english)).toContain("v-1,p-v-1,1,1.00 m²,not listed,not listed")
    await grant(scene, close)
    expect([...((await sittingOf(scene)).marks ?? [])]).toEqual([["v-1", "for"]])
  })

  it("VIEW-7 a form for its roll comes back as the command, is carried out, and stands in its register", async () => {
    const scene = await ownersOn((await open()).store, 4)
    await callOwners(scene, { size: 4, mode: "show-of-hands" })
    await openVote(scene, { mode: "show-of-hands", closes: sitsOn })
    const { entry, roll } = await sittingOf(scene)
    const of = { matter: "m-1", round: entry.round }
    const names = (id: string) => id.replace("p-", "Owner ")
    const form = paperForm(roll, { ...english, names }, of)
    const filled = form
      .replace("Owner v-1,,", "Owner v-1,for,")
      .replace("Owner v-2,,", "Owner v-2,against,too dear")
      .replace("Owner v-3,,", "Owner v-3,void,two crosses")
    const read = readPaperRegister(new TextEncoder().encode(filled), { roll, of, names })
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    expect(read.remarks).toEqual([{ voter: "v-2", remark: "too dear" }])
    await grant(scene, toMatter("record", { ...scribe, onBehalfOf: "p-chair" }, read.value), close)
    await scene.jinlin.settle("town")
    const events = await eventsOf(scene.store)
    expect(events.find(({ _tag }) => _tag === "VotesRecorded")).toMatchObject({ votes: { for: ["v-1"] } })
    expect(events.at(-1)).toMatchObject({
      judgement: { tally: { cast: { heads: 3 }, for: { heads: 1 }, against: { heads: 1 }, valid: { heads: 2 } } },
    })
    const csv = registerCsv(registerOf(await sittingOf(scene)), { ...english, names })
    expect(partIn(csv, "Roll").slice(1)).toEqual([
      "v-1,Owner v-1,1,1.00 m²,present,for",
      "v-2,Owner v-2,1,1.00 m²,present,against",
      "v-3,Owner v-3,1,1.00 m²,present,void,two crosses",
      "v-4,Owner v-4,1,1.00 m²,not recorded as present",
    ])
    const late = readPaperRegister(filled, { roll, of: { ...of, round: 2 } })
    expect(late).toMatchObject({
      ok: false,
      refusal: [{ _tag: "PaperOfAnother", what: "round", got: "1", expected: "2" }],
    })
  })

  it("VIEW-7 default deny: it is for whoever serves the body and for auditors, and for nobody else", async () => {
    const scene = await votingOn((await open()).store, { size: 2, mode: "open", closes: sitsOn })
    const said = async (actor: ActorClaim, audience: "public" | "parties" | "staff" | "auditor") =>
      saidOf(await scene.jinlin.views.deliberation.sitting({ tenant: "town", subject: "m-1" }, { actor, audience }))
    for (const one of [scribe, chair]) expect(await said(one, "staff")).toBe("accepted")
    expect(await said(auditor, "auditor")).toBe("accepted")
    for (const one of [voterOf("v-1"), superior, { ...scribe, within: "committee" }, { ...chair, login: "scribe" }])
      for (const audience of ["public", "parties", "staff", "auditor"] as const)
        expect(await said(one, audience)).toBe("Forbidden")
    for (const audience of ["public", "parties", "auditor"] as const)
      expect(await said(scribe, audience)).toBe("Forbidden")
  })

  it("VIEW-7 what is asked for is read strictly, and a sitting that there is not is told with those that there are", async () => {
    const scene = await votingOn((await open()).store, { size: 2, mode: "open", closes: sitsOn })
    expect(await ask(scene, scribe, { round: 2 })).toEqual({
      ok: false,
      refusals: [{ _tag: "NoSuchSitting", rule: "VIEW-7", subject: "m-1", rounds: [1] }],
    })
    for (const [more, tag] of [
      [{ round: 0 }, "OutOfBounds"],
      [{ round: "1" }, "WrongType"],
      [{ subject: "a b" }, "InvalidId"],
      [{ matter: "m-1" }, "UnknownField"],
      [{ tenant: "" }, "TenantRequired"],
    ] as const)
      expect(saidOf(await ask(scene, scribe, more))).toBe(tag)
  })
})
