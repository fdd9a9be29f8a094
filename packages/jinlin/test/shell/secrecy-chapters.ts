import type { Choice } from "@jinlin/core/ballot"
import type { Commit, Store } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import { cast, chair, sitsOn, toMatter, voters, votingOn } from "./matters.ts"
import { auditOf, type Scene, saidOf, stranger } from "./scene.ts"
import { committing } from "./wrapping.ts"

/** A store whose rows can be read past it, with all that the machine beneath keeps of its own. */
export interface Open {
  readonly store: Store
  /** Everything that lies there, as plain data, in its order. What was drawn by chance, such as marks, is taken out. */
  readonly everything: () => Promise<unknown>
}

const owners = voters(24)

/** Who chooses what: 12 for, 8 against, 4 abstain, in an order of their own for each way of dealing them out. */
const choices: ReadonlyArray<Choice> = owners.map((_, at) =>
  at % 2 === 0 ? "for" : at % 6 === 5 ? "abstain" : "against",
)

/** The same choices, dealt out otherwise: the next voter's, the other way round, sorted. */
const dealings: ReadonlyArray<ReadonlyArray<Choice>> = [
  choices,
  [...choices.slice(1), ...choices.slice(0, 1)],
  choices.toReversed(),
  choices.toSorted(),
]

/** A ballot of one day, in which everybody votes one after the other, and what was answered. */
const voted = async (store: Store, dealt: ReadonlyArray<Choice>): Promise<ReadonlyArray<unknown>> => {
  const scene: Scene = await votingOn(store, { size: owners.length, mode: "secret", closes: sitsOn })
  const answers: Array<unknown> = []
  const ask = async (request: Parameters<typeof scene.jinlin.execute>[0]) => {
    const outcome = await scene.jinlin.execute(request)
    // Where the log stood is opaque, and bears marks of the store.
    answers.push(outcome.ok ? { ...outcome.value, position: null } : outcome)
    return saidOf(outcome)
  }
  for (const [at, voter] of owners.entries()) {
    await scene.clock.advance(60_000)
    const request = cast(voter, dealt[at] ?? "abstain", { secret: true })
    expect(await ask(request)).toBe("accepted")
    // Sent again, by somebody else, and with another choice: it leaves what it would have left.
    if (at % 5 === 0) {
      await ask(cast(voter, dealt[at + 1] ?? "for", { secret: true }))
      await ask({ ...request, id: `forged-${voter}`, actor: { ...request.actor, login: "v-9999" } })
      await ask({ ...request, id: `strange-${voter}`, actor: { ...stranger, post: "voter", within: "m-1" } })
      await ask({ ...request, id: `again-${voter}` })
    }
  }
  await scene.clock.advance(60_000)
  expect(await ask(toMatter("close", chair, { _tag: "CloseBallot" }))).toBe("accepted")
  expect(await scene.jinlin.settle("town")).toEqual([])
  return answers
}

/** What is proved of secret ballots on a store. */
export const secrecyChapters = (name: string, open: () => Promise<Open>): void => {
  describe(`secret ballots, ${name}`, () => {
    it("SHELL-20 deal the choices out to other voters, and every row is as it was: nothing links them", async () => {
      const seen: Array<unknown> = []
      for (const dealt of dealings) {
        const { everything, store } = await open()
        const answers = await voted(store, dealt)
        seen.push({ answers, rows: await everything(), audit: await auditOf(store) })
      }
      const [first, ...others] = seen
      expect(JSON.stringify(first)).toContain("BallotClosed")
      for (const other of others) expect(other).toEqual(first)
    }, 60_000)

    it("SHELL-20 what a commit says beside the box is the same whatever was chosen", async () => {
      const said: Array<ReadonlyArray<unknown>> = []
      for (const dealt of dealings.slice(0, 2)) {
        const { store } = await open()
        const commits: Array<Commit> = []
        const watched = committing(store, (commit, go) => {
          commits.push(commit)
          return go()
        })
        await voted(watched, dealt)
        const casts = commits.flatMap(({ ballots = [] }) => ballots.filter(({ _tag }) => _tag === "Cast"))
        expect(casts.map((one) => "choice" in one && one.choice)).toEqual(dealt)
        // Checkpoints of readers are opaque, and bear marks of the store.
        said.push(
          commits.map(({ ballots, checkpoints: _, ...commit }) => ({
            ...commit,
            ballots: ballots?.map(({ _tag }) => _tag),
          })),
        )
      }
      expect(said[0]).toEqual(said[1])
    }, 60_000)
  })
}
