import type { Choice } from "@jinlin/core/ballot"
import { roundScope } from "@jinlin/core/ballot"
import type { Store } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import type { Outcome } from "../../src/shell/execute.ts"
import type { CommandRequest } from "../../src/shell/request.ts"
import {
  byArea,
  callOwners,
  cast,
  chair,
  eventsOf,
  openVote,
  ownersOn,
  paper,
  sitsOn,
  toMatter,
  voidPaper,
  voters,
  votingOn,
} from "./matters.ts"
import { retold } from "./retelling.ts"
import { day, grant, logOf, type Scene, saidOf } from "./scene.ts"
import type { Ground } from "./stores.ts"

/** What each of three hundred owners does, by hand. A weight of so many square metres: 50 to 149. */
const size = 300
const areaOf = (voter: string): number => (50 + (Number(voter.slice(2)) % 100)) * 10_000
const choiceOf = (voter: string): Choice => {
  const number = Number(voter.slice(2))
  return number % 5 === 0 ? "against" : number % 5 === 4 ? "abstain" : "for"
}
const between = (from: number, to: number): ReadonlyArray<string> => voters(size).slice(from - 1, to)

/** Thirty give a proxy to the first thirty; two more to the first, who then holds as many as one may. */
const proxies: ReadonlyArray<readonly [string, string]> = [
  ...between(241, 270).map((voter, index) => [voter, `v-${index + 1}`] as const),
  ...(["v-271", "v-272"] as const).map((voter) => [voter, "v-1"] as const),
]

const inBatches = async (scene: Scene, requests: ReadonlyArray<CommandRequest>): Promise<void> => {
  for (let from = 0; from < requests.length; from += 25) {
    const some = requests.slice(from, from + 25)
    const outcomes = await Promise.all(some.map((request) => scene.jinlin.execute(request)))
    expect(outcomes.map(saidOf)).toEqual(some.map(() => "accepted"))
  }
}

const weightOf = (who: ReadonlyArray<string>) => ({
  heads: who.length,
  area: who.reduce((sum, voter) => sum + areaOf(voter), 0),
})

const ownersVote = (open: () => Promise<Ground>) =>
  it("SHELL-19 three hundred owners: by login, by proxy and on paper, again, void and late; each counts once", async () => {
    const { store } = await open()
    const round = { size, mode: "open", set: byArea, proxies, area: areaOf, recused: ["v-300"] } as const
    const scene = await votingOn(store, round)
    await inBatches(
      scene,
      between(1, 200).map((voter) => cast(voter, choiceOf(voter))),
    )
    await inBatches(
      scene,
      proxies.map(([voter, by]) => cast(voter, choiceOf(voter), { by })),
    )
    await inBatches(
      scene,
      between(1, 20).map((voter) => cast(voter, "against", { id: `again-${voter}` })),
    )
    await inBatches(
      scene,
      between(201, 220).map((voter) => paper(voter, choiceOf(voter))),
    )
    await inBatches(
      scene,
      between(221, 226).map((voter) => voidPaper(voter)),
    )
    await grant(scene, paper("v-226", "for"), cast("v-241", "against", { id: "herself" }))
    expect(saidOf(await scene.jinlin.execute(cast("v-300", "for")))).toBe("RecusedFromVote")
    await scene.clock.advance(3 * day)
    const closed = cast("v-286", "for")
    expect(saidOf(await scene.jinlin.execute({ ...closed, id: "on-the-last-day", issuedAt: scene.clock.now() }))).toBe(
      "accepted",
    )
    await scene.clock.advance(day)
    expect(saidOf(await scene.jinlin.execute(cast("v-287", "for")))).toBe("RoundNotOpen")
    await inBatches(
      scene,
      between(281, 285).map((voter) => paper(voter, "for", { late: true })),
    )

    const [told, ...others] = await retold(store)
    expect(others).toEqual([])
    // Counted by hand: the last choice of each, their own before their proxy's.
    const last = new Map<string, Choice>()
    for (const voter of [...between(1, 200), ...proxies.map(([voter]) => voter), ...between(201, 220)])
      last.set(voter, choiceOf(voter))
    for (const voter of [...between(1, 20), "v-241"]) last.set(voter, "against")
    for (const voter of ["v-226", "v-286"]) last.set(voter, "for")
    const who = (choice: Choice) => weightOf([...last].filter(([, one]) => one === choice).map(([voter]) => voter))
    expect(told?.published.tally).toMatchObject({
      members: weightOf(voters(size)),
      entitled: weightOf(between(1, 299)),
      valid: weightOf([...last.keys()]),
      cast: weightOf([...last.keys(), ...between(221, 225)]),
      ...{ for: who("for"), against: who("against"), abstain: who("abstain") },
    })
    expect(told?.published).toEqual(told?.again)
    const aside = (reason: string) =>
      told?.published.setAside.filter((one) => one.reason === reason).map(({ voter }) => voter)
    expect(aside("void")).toEqual(between(221, 226))
    expect(new Set(aside("superseded"))).toEqual(new Set([...between(1, 20), "v-241"]))
    const [, deciding] = (await eventsOf(store)).map(({ _tag }) => _tag).slice(-3)
    expect(deciding).toBe("StepPassed")
    const late = (await logOf(store)).filter(({ type }) => type === "LateBallotKept")
    expect(late.map(({ stream }) => stream).toSorted()).toEqual(
      between(281, 285).map((voter) => `ballot/m-1:1:${voter}`),
    )
  }, 60_000)

/** Several instances on one data, in the same scene. */
const instancesOn = async (ground: Ground, scene: Scene, owners: number): Promise<ReadonlyArray<Scene>> => {
  const stores: Array<Store> = []
  while (stores.length < 3) stores.push(await ground.another())
  const others = await Promise.all(stores.map((store) => ownersOn(store, owners)))
  for (const other of others) other.clock.set(scene.clock.now())
  return [scene, ...others]
}

const race = (open: () => Promise<Ground>, mode: "open" | "secret") =>
  it(`SHELL-19 the close races sixteen who cast at once (${mode}): whoever is accepted is counted, and nobody else`, async () => {
    const ground = await open()
    const { store } = ground
    const owners = 48
    const scene = await ownersOn(store, owners)
    const matters = ["m-1", "m-2", "m-3"]
    for (const matter of matters) await callOwners(scene, { size: owners, mode, matter })
    for (const matter of matters) await openVote(scene, { mode, matter, closes: sitsOn })
    const scenes = await instancesOn(ground, scene, owners)
    for (const [place, matter] of matters.entries()) {
      const accepted: Array<string> = []
      const queue = [...voters(owners)]
      const voter = async (at: number): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const through = scenes[at % scenes.length] ?? scene
          const choice = Number(next.slice(2)) % 3 === 0 ? "against" : "for"
          const said = saidOf(await through.jinlin.execute(cast(next, choice, { matter, secret: mode === "secret" })))
          if (said === "accepted") accepted.push(next)
          else expect(said).toBe("RoundNotOpen")
        }
      }
      const closing = async (): Promise<Outcome> => {
        while (queue.length > owners - 8 * (place + 1)) await new Promise((resolve) => setImmediate(resolve))
        return scene.jinlin.execute(toMatter(`close-${matter}`, chair, { _tag: "CloseBallot" }, matter))
      }
      const [closed] = await Promise.all([closing(), ...Array.from({ length: 16 }, (_, at) => voter(at))])
      expect(saidOf(closed)).toBe("accepted")
      expect(await scene.jinlin.settle("town")).toEqual([])
      const told = (await retold(store)).find((one) => one.matter === matter)
      const isAgainst = (name: string) => Number(name.slice(2)) % 3 === 0
      expect(told?.published.tally).toMatchObject({
        cast: { heads: accepted.length },
        against: { heads: accepted.filter(isAgainst).length },
        for: { heads: accepted.filter((name) => !isAgainst(name)).length },
      })
      expect(told?.published).toEqual(told?.again)
      const counted = told?.ballots.filter(({ casts }) => casts.length > 0).map(({ of }) => of?.voter)
      expect(counted?.toSorted()).toEqual(accepted.toSorted())
    }
  }, 60_000)

const secretTally = (open: () => Promise<Ground>) =>
  it("SHELL-19 a secret ballot: in the box lies one for each of the roll who voted, and nobody votes twice", async () => {
    const { store } = await open()
    const scene = await votingOn(store, { size: 30, mode: "secret", proxies: [["v-30", "v-1"]] })
    await inBatches(
      scene,
      voters(20).map((voter) => cast(voter, choiceOf(voter), { secret: true })),
    )
    await grant(scene, cast("v-30", "abstain", { by: "v-1", secret: true }))
    for (const [voter, by] of [
      ["v-30", "v-30"],
      ["v-30", "v-1"],
      ["v-7", "v-7"],
    ] as const)
      expect(
        saidOf(await scene.jinlin.execute(cast(voter, "for", { by, secret: true, id: `twice-${voter}-${by}` }))),
      ).toBe("VotedAlready")
    expect(saidOf(await scene.jinlin.execute(cast("v-21", "for", { by: "v-1", secret: true })))).toBe("Forbidden")
    const open_ = await store.readBallots("town", roundScope("m-1", 1))
    expect(open_).toMatchObject({ ok: false, failure: { because: "still-open" } })
    await scene.clock.advance(4 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    const [told] = await retold(store)
    expect(told?.published).toEqual(told?.again)
    const box = await store.readBallots("town", roundScope("m-1", 1))
    const expected = ["for", "against", "abstain"].map((choice) => {
      const count = voters(20).filter((voter) => choiceOf(voter) === choice).length + (choice === "abstain" ? 1 : 0)
      return { choice, count }
    })
    expect(box).toEqual({ ok: true, value: expected })
    const voted = told?.ballots.map(({ of }) => of?.voter)
    expect(new Set(voted)).toEqual(new Set([...voters(20), "v-30"]))
    expect(voted?.length).toBe(21)
    expect(told?.published.tally).toMatchObject({ cast: { heads: 21 }, valid: { heads: 21 }, silent: { heads: 9 } })
  }, 60_000)

/** What is proved of ballots on every store: the same tests on each. */
export const ballotChapters = (name: string, open: () => Promise<Ground>): void => {
  describe(`ballots, ${name}`, () => {
    ownersVote(open)
    race(open, "open")
    race(open, "secret")
    secretTally(open)
  })
}
