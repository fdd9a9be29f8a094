import { DatabaseSync } from "node:sqlite"
import { roundScope } from "@jinlin/core/ballot"
import type { StoredEvent } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { sqliteStoreWithin } from "@jinlin/store-sqlite"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  byHeads,
  calling,
  callOwners,
  cast,
  chair,
  charterWith,
  eventsOf,
  openVote,
  overseer,
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
import { retold } from "../../test/shell/retelling.ts"
import { auditOf, day, grant, logOf, type Scene, saidOf } from "../../test/shell/scene.ts"
import { grounds, openFile } from "../../test/shell/stores.ts"
import { toldIn } from "../../test/shell/told.ts"
import { type Failing, failingAt, spoilt } from "../../test/shell/wrapping.ts"
import type { Charter } from "../charter/charter.ts"
import type { CommandRequest } from "./request.ts"

const secretly = { secret: true } as const

const typesIn = async (scene: Scene): Promise<ReadonlyArray<string>> =>
  (await logOf(scene.store)).map(({ type }) => type)

describe.each(grounds)("matters and ballots, $name", ({ open }) => {
  it("SHELL-16 a ballot is put to the stream that it is for", async () => {
    const scene = await votingOn((await open()).store, { size: 3, mode: "open" })
    const right = cast("v-1", "for")
    const before = (await typesIn(scene)).length
    for (const subject of ["m-1:1:v-2", "m-1:2:v-1", "m-2:1:v-1", "m-1"]) {
      const outcome = await scene.jinlin.execute({ ...right, subject })
      expect(outcome).toEqual({
        ok: false,
        refusals: [{ _tag: "SubjectDiffers", rule: "SHELL-16", expected: "m-1:1:v-1", path: ["subject"] }],
      })
    }
    expect((await typesIn(scene)).length).toBe(before)
    expect(saidOf(await scene.jinlin.execute(right))).toBe("accepted")
  })

  it("SHELL-17 the first ballot after the last day finds it closed, at its end, and counted", async () => {
    const scene = await votingOn((await open()).store, { size: 40, mode: "open" })
    await grant(scene, cast("v-1", "for"), cast("v-2", "for"), cast("v-2", "against", { id: "again" }))
    await scene.clock.advance(6 * day)
    const late = await Promise.all(
      voters(16).map((voter) => scene.jinlin.execute(cast(voter, "for", { id: `late-${voter}` }))),
    )
    expect(late.map(saidOf)).toEqual(late.map(() => "RoundNotOpen"))
    const events = await eventsOf(scene.store)
    expect(events.slice(-3).map(({ _tag }) => _tag)).toEqual(["BallotOpened", "BallotClosed", "StepLost"])
    expect(events.at(-2)).toMatchObject({ on: "2026-01-13", closedAt: Date.UTC(2026, 0, 12, 16) })
    expect(events.at(-1)).toMatchObject({ on: "2026-01-13", judgement: { tally: { cast: { heads: 2 } } } })
    expect(await typesIn(scene)).not.toContain("TaskOpened")
    const [deciding] = (await logOf(scene.store)).filter(({ type }) => type === "StepLost")
    // Three papers of two voters were read.
    expect(JSON.parse(deciding?.meta ?? "{}").asOf).toEqual([{ stream: roundScope("m-1", 1), revision: 3 }])
  })

  it("SHELL-17 a ballot that was decided on a matter as it stood before it moved on is decided anew", async () => {
    const ground = await open()
    const scene = await votingOn(ground.store, { size: 3, mode: "open", closes: sitsOn })
    const other = await ownersOn(await ground.another(), 3)
    other.clock.set(scene.clock.now())
    await grant(scene, cast("v-1", "for"))
    await grant(other, toMatter("close", chair, { _tag: "CloseBallot" }))
    expect(saidOf(await scene.jinlin.execute(cast("v-2", "for")))).toBe("RoundNotOpen")
    expect(saidOf(await scene.jinlin.execute(cast("v-1", "for")))).toBe("accepted")
  })

  it("SHELL-20 sent again with another choice a command gets the answer that it got, and counts once", async () => {
    const scene = await votingOn((await open()).store, { size: 3, mode: "secret", closes: sitsOn })
    const first = cast("v-1", "for", secretly)
    const answers = [await scene.jinlin.execute(first)]
    for (const choice of ["against", "abstain", "for"] as const)
      answers.push(await scene.jinlin.execute(cast("v-1", choice, secretly)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(saidOf(await scene.jinlin.execute({ ...cast("v-2", "for", secretly), id: first.id }))).toBe(
      "IdempotencyConflict",
    )
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    for (const choice of ["against", "for"] as const)
      expect(await scene.jinlin.execute(cast("v-1", choice, secretly))).toEqual(answers[0])
    expect(await scene.store.readBallots("town", roundScope("m-1", 1))).toMatchObject({
      value: [{ count: 1 }, { count: 0 }, { count: 0 }],
    })
  })

  it("SHELL-21 offices are those that the directory knows in that body, and a voter is whom the roll names", async () => {
    const scene = await votingOn((await open()).store, { size: 3, mode: "secret" })
    const command = { _tag: "CloseBallot" } as const
    const said = async (request: CommandRequest) => saidOf(await scene.jinlin.execute(request))
    expect(await said(toMatter("a", { ...chair, within: "committee" }, command))).toBe("Forbidden")
    expect(await said(toMatter("b", { ...chair, login: "scribe" }, command))).toBe("Forbidden")
    expect(await said(toMatter("c", { ...chair, post: "convenor" }, command))).toBe("Forbidden")
    expect(await said(toMatter("d", voterOf("v-1"), command))).toBe("Forbidden")
    expect(await said({ ...toMatter("e", chair, command), conference: "willow" })).toBe("UnknownField")
    const forged = cast("v-2", "against", secretly)
    expect(await said({ ...forged, id: "f", actor: voterOf("v-1") })).toBe("Forbidden")
    expect(await said({ ...forged, id: "g", actor: { ...scribe, onBehalfOf: "p-v-2" } })).toBe("Forbidden")
    expect(await said({ ...forged, id: "h", actor: { ...voterOf("v-2"), within: "m-2" } })).toBe("Forbidden")
    expect(await said({ ...forged, id: "i", tenant: "city" })).toBe("RoundUnknown")
    expect(await said(forged)).toBe("accepted")
    const audit = await auditOf(scene.store)
    expect(audit).toContainEqual({
      ...{ kind: "forbidden", command: "CastSecretBallot", person: "p-v-1", post: "voter", process: "ballot" },
      ...{ rule: "BALLOT-8", subject: "m-1:1:v-2", within: "m-1" },
    })
    expect(JSON.stringify(audit)).not.toMatch(/against|"login/)
  })
})

/** Rules that change in the middle of a matter: the host gives another charter. */
const withLaw = async (charter: { now: Charter }) => ownersOn(openMemoryStore(), 5, { charter: () => charter.now })

describe("a ballot that is annulled", () => {
  it("SHELL-19 DELIBERATION-26 closes its box, and takes no ballot any more", async () => {
    const scene = await votingOn(openMemoryStore(), { size: 3, mode: "secret", closes: sitsOn })
    await grant(scene, cast("v-1", "for", secretly))
    const annul = { _tag: "AnnulBallot", reason: "the roll was of another house" } as const
    expect(saidOf(await scene.jinlin.execute(toMatter("not-his", chair, annul)))).toBe("Forbidden")
    await grant(scene, toMatter("annul", overseer, annul))
    const events = await eventsOf(scene.store)
    expect(events.at(-1)).toMatchObject({ _tag: "BallotAnnulled", round: 1 })
    expect(JSON.stringify(events)).not.toContain("judgement")
    expect(saidOf(await scene.jinlin.execute(cast("v-2", "for", secretly)))).toBe("RoundNotOpen")
    const box = roundScope("m-1", 1)
    const late = await scene.store.commit({
      ...{ tenant: "town", at: scene.clock.now(), appends: [], ballots: [{ _tag: "Cast", box, choice: "for" }] },
    })
    expect(late.ok).toBe(false)
    const again = { _tag: "CallStep", step: "assembly", set: byHeads, sitsOn: "2026-01-20", urgent: null } as const
    expect(saidOf(await scene.jinlin.execute(toMatter("call-again", chair, again)))).toBe("accepted")
  })
})

describe("the law", () => {
  it("SHELL-18 without rules, or without that set, nothing is called", async () => {
    const { rules: _, ...lawless } = charterWith()
    const scene = await withLaw({ now: lawless })
    await expect(callOwners(scene, { size: 5, mode: "open" })).rejects.toThrow("PlanNotOfCharter")
    const other = await withLaw({ now: charterWith() })
    await expect(callOwners(other, { size: 5, mode: "open", set: "owners-of-nothing" })).rejects.toThrow(
      /SetNotOfStep|LawUnresolved/,
    )
  })

  it("SHELL-18 DELIBERATION-25 a matter is put forward with the steps that the charter has under that name, and with no others", async () => {
    const scene = await withLaw({ now: charterWith() })
    const [opening] = calling({ size: 5, mode: "open" })
    if (opening?.command._tag !== "OpenMatter") throw new Error("the matter of the scene")
    const { plan } = opening.command
    const [assembly] = plan.steps
    for (const other of [
      { ...plan, list: "four-step" },
      { ...plan, steps: [{ ...assembly, body: "my-friends" }] as const },
    ]) {
      const command = { ...opening.command, plan: other }
      expect(saidOf(await scene.jinlin.execute({ ...opening, id: other.list, command }))).toBe("PlanNotOfCharter")
    }
    expect(await eventsOf(scene.store)).toEqual([])
    expect(saidOf(await scene.jinlin.execute(opening))).toBe("accepted")
  })

  it("SHELL-18 is that of the day: a choice from another day on changes what is decided on it", async () => {
    const stricter = {
      key: `${byHeads}/quorum.heads`,
      value: {
        _tag: "Threshold",
        threshold: {
          share: { numerator: "2", denominator: "3" },
          comparison: "at-least",
          measure: "heads",
          base: "members",
        },
      },
      from: "2026-01-09",
    } as const
    const scene = await withLaw({ now: charterWith(stricter) })
    await callOwners(scene, { size: 5, mode: "open" })
    await expect(openVote(scene, { mode: "open" })).rejects.toThrow("LawHasChanged")
    const rebase = { _tag: "RebaseStep", onto: "law-of-today", reason: "the owners chose so" } as const
    expect(saidOf(await scene.jinlin.execute(toMatter("rebase", chair, rebase)))).toBe("accepted")
    const rules = (await eventsOf(scene.store)).flatMap((event) => ("rules" in event ? [event.rules] : []))
    expect(rules.map(({ day: resolvedFor, quorum }) => [resolvedFor, quorum.length])).toEqual([
      ["2026-01-05", 0],
      ["2026-01-09", 1],
    ])
  })

  it("SHELL-18 TASK-1 a result that waits for an explicit choice is left to the body, and decided when it was made", async () => {
    const charter = { now: charterWith() }
    const scene = await withLaw(charter)
    await callOwners(scene, { size: 5, mode: "open" })
    await openVote(scene, { mode: "open" })
    await grant(scene, cast("v-1", "for"))
    charter.now = charterWith({
      key: `${byHeads}/quorum.heads`,
      value: {
        _tag: "Threshold",
        threshold: {
          share: { numerator: "1", denominator: "1" },
          comparison: "at-least",
          measure: "heads",
          base: "members",
        },
      },
    })
    await scene.clock.advance(4 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    const tasks = (await logOf(scene.store)).filter(({ type }) => type === "TaskOpened")
    expect(tasks.map(({ body }) => JSON.parse(body))).toMatchObject([
      { command: "DecideStep", within: "owners", post: "secretary", stream: "deliberation/m-1", conference: "m-1" },
    ])
    const subject = tasks[0]?.stream.split("/")[1] ?? ""
    const closing = (id: string, actor: typeof scribe): CommandRequest => ({
      ...{ tenant: "town", id, process: "task", subject, conference: "m-1", actor },
      command: { _tag: "CloseTask", remark: "the chair keeps to the law of the call" },
    })
    const stranger = { login: "other-scribe", post: "secretary", within: "committee" }
    expect(saidOf(await scene.jinlin.execute(closing("no", stranger)))).toBe("Forbidden")
    await grant(
      scene,
      toMatter("rebase", chair, { _tag: "RebaseStep", onto: "law-of-call", reason: "called under it" }),
      toMatter("decide", chair, { _tag: "DecideStep" }),
      closing("done", scribe),
    )
    expect((await eventsOf(scene.store)).map(({ _tag }) => _tag).slice(-3)).toEqual([
      "StepRebased",
      "StepPassed",
      "MatterDecided",
    ])
    const [told] = await retold(scene.store)
    expect(told?.published).toEqual(told?.again)
  })
})

describe("whom it reaches", () => {
  it("REACTION-12 voters are told when they are called and when the ballot opens, and whose paper is void", async () => {
    const scene = await votingOn(openMemoryStore(), { size: 3, mode: "open" })
    await grant(scene, voidPaper("v-2"))
    await scene.clock.advance(4 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    const told = await toldIn(scene)
    const all = voters(3).map((voter) => `p-${voter}`)
    expect(told.byTemplate).toEqual({
      "voter-called": all,
      "vote-opened": all,
      "ballot-void": ["p-v-2"],
      "step-lost": ["p-mover"],
    })
  })
})

describe("a store that fails", () => {
  const request = cast("v-1", "for", secretly)
  const counted = async (failing: Failing, nth: number) => {
    const store = openMemoryStore()
    await votingOn(store, { size: 2, mode: "secret", closes: sitsOn })
    const broken = failingAt(store, nth, failing)
    const scene = await ownersOn(broken.store, 2)
    scene.clock.set(scene.clock.now() + 4 * day)
    const first = saidOf(await scene.jinlin.execute(request))
    const again = async () => saidOf(await scene.jinlin.execute(cast("v-1", "against", secretly)))
    const others = [await again(), await again()]
    const calls = broken.calls()
    await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
    const box = await store.readBallots("town", roundScope("m-1", 1))
    if (!box.ok) throw new Error(JSON.stringify(box.failure))
    return { calls, said: [first, ...others], counts: box.value.map(({ count }) => count) }
  }

  it.each(["before", "after"] as const)(
    "SHELL-19 wherever it fails %s it does what it is asked, one ballot lies in the box for one voter",
    async (failing) => {
      let failed = 0
      for (let nth = 1, calls = 1; nth <= calls; nth += 1) {
        const came = await counted(failing, nth)
        calls = came.calls
        const [first] = came.said
        // Only one of the calls fails, and whoever sends it again is accepted.
        expect(came.said.filter((said) => said === "accepted").length).toBeGreaterThanOrEqual(2)
        expect(came.counts.reduce((sum, count) => sum + count, 0)).toBe(1)
        if (first === "accepted") expect(came.counts).toEqual([1, 0, 0])
        else failed += 1
      }
      expect(failed).toBeGreaterThan(3)
    },
  )
})

describe("a ballot that cannot be read", () => {
  it("SHELL-7 holds up the count of its matter, which is left to the body, and no other matter", async () => {
    const under = openMemoryStore()
    const whole = await ownersOn(under, 3)
    for (const matter of ["m-1", "m-2"]) await callOwners(whole, { size: 3, mode: "open", matter })
    for (const matter of ["m-1", "m-2"]) {
      await openVote(whole, { mode: "open", matter })
      await grant(whole, cast("v-1", "for", { matter }), cast("v-2", "for", { matter }))
    }
    const isSpoilt = (event: StoredEvent) => event.stream === "ballot/m-1:1:v-2"
    const spoil = (event: StoredEvent) => ({ ...event, body: event.body.replace('"for"', '"against"') })
    const scene = await ownersOn(
      spoilt(under, (event) => (isSpoilt(event) ? spoil(event) : event)),
      3,
    )
    scene.clock.set(whole.clock.now())
    expect(saidOf(await scene.jinlin.execute(cast("v-2", "against", { id: "again" })))).toBe("CorruptEvent")
    expect(saidOf(await scene.jinlin.execute(cast("v-3", "against")))).toBe("accepted")
    await scene.clock.advance(4 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect((await eventsOf(under)).at(-1)).toMatchObject({ _tag: "BallotClosed" })
    expect((await eventsOf(under, "deliberation/m-2")).at(-2)).toMatchObject({ _tag: "StepPassed" })
    const tasks = (await logOf(under)).filter(({ type }) => type === "TaskOpened").map(({ body }) => JSON.parse(body))
    expect(tasks).toMatchObject([{ command: "DecideStep", within: "owners" }])
    expect(JSON.parse(tasks[0]?.refusals ?? "[]")).toMatchObject([
      { _tag: "CorruptEvent", because: "digest", stream: "ballot/m-1:1:v-2" },
    ])
  })
})

describe("in a transaction of the host", () => {
  it("SHELL-19 a secret ballot is cast with the host's own row, or neither is", async () => {
    const { file, store } = await openFile()
    const scene = await votingOn(store, { size: 3, mode: "secret", closes: sitsOn })
    const database = new DatabaseSync(file)
    const hosted = scene.jinlin.within(sqliteStoreWithin(database))
    const inside = async (request: CommandRequest, ending: "COMMIT" | "ROLLBACK") => {
      database.exec("BEGIN IMMEDIATE")
      expect(saidOf(await hosted.execute(request))).toBe("accepted")
      database.exec(ending)
    }
    await inside(cast("v-1", "for", secretly), "ROLLBACK")
    await inside(cast("v-1", "against", secretly), "COMMIT")
    await inside(cast("v-2", "against", secretly), "ROLLBACK")
    await inside(toMatter("close", chair, { _tag: "CloseBallot" }), "COMMIT")
    database.close()
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect(await store.readBallots("town", roundScope("m-1", 1))).toMatchObject({
      value: [{ count: 0 }, { count: 1 }, { count: 0 }],
    })
    const [told] = await retold(store)
    expect(told?.published).toEqual(told?.again)
    expect(told?.published.tally.cast.heads).toBe(1)
  })
})

/** Anything that somebody may send while a ballot of five owners is open. */
const sent = fc.record({
  voter: fc.constantFrom(...voters(6)),
  by: fc.constantFrom(...voters(6)),
  choice: fc.constantFrom("for", "against", "abstain"),
  how: fc.constantFrom("login", "login", "login", "paper", "void", "late"),
})

describe("counting again", () => {
  it("SHELL-19 whatever is sent, what was published is what the log says, and one ballot counts for each of the roll", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("open", "secret"), fc.array(sent, { maxLength: 25 }), async (mode, all) => {
        const proxies = [
          ["v-1", "v-2"],
          ["v-3", "v-2"],
        ] as const
        const scene = await votingOn(openMemoryStore(), { size: 5, mode, proxies, recused: ["v-5"], closes: sitsOn })
        const accepted = new Set<string>()
        for (const [at, { by, choice, how, voter }] of all.entries()) {
          const id = `sent-${at}`
          const request =
            how === "login"
              ? cast(voter, choice, { id, by, secret: mode === "secret" })
              : how === "void"
                ? { ...voidPaper(voter), id }
                : paper(voter, choice, { id, by, late: how === "late" })
          if (saidOf(await scene.jinlin.execute(request)) === "accepted" && how !== "late") accepted.add(voter)
        }
        await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
        expect(await scene.jinlin.settle("town")).toEqual([])
        const [told, ...others] = await retold(scene.store)
        expect(others).toEqual([])
        expect(told?.published).toEqual(told?.again)
        expect(told?.published.tally.cast.heads).toBe(accepted.size)
        expect(accepted.has("v-5") || accepted.has("v-6")).toBe(false)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
