import type { BallotWrite } from "@jinlin/sdk"
import { allOf, granted, refused, same } from "../asserting.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

const write = ({ store, tenant }: Trial, ...ballots: ReadonlyArray<BallotWrite>) =>
  store.commit(commitOf(tenant, { ballots }))

const open = (box: string, ...choices: ReadonlyArray<string>): BallotWrite => ({ _tag: "Open", box, choices })
const cast = (box: string, choice: string): BallotWrite => ({ _tag: "Cast", box, choice })
const close = (box: string): BallotWrite => ({ _tag: "Close", box })

const no = (box: string, because: string) => ({ _tag: "BallotRefused", rule: "STORE-15", box, because })

const counting: StoreTrial = {
  title: "counts each choice, those too that nobody cast, in the order of the choices, and nothing else",
  run: async (trial) => {
    const { store, tenant } = trial
    await granted(write(trial, open("b", "yes", "no", "甲", "Yes")), "a box")
    for (const choice of ["no", "yes", "no", "甲", "no"]) await granted(write(trial, cast("b", choice)), "a ballot")
    await granted(write(trial, cast("b", "yes"), cast("b", "yes"), close("b")), "two ballots and the close")
    const counts = [
      ["yes", 3],
      ["no", 3],
      ["甲", 1],
      ["Yes", 0],
    ].map(([choice, count]) => ({ choice, count }))
    same(await granted(store.readBallots(tenant, "b"), "the count"), counts, "the count")
    await granted(write(trial, open("whole", "a"), cast("whole", "a"), close("whole")), "a box of one commit")
    same(await granted(store.readBallots(tenant, "whole"), "the count"), [{ choice: "a", count: 1 }], "its count")
  },
}

const whenOpen: StoreTrial = {
  title: "takes a ballot only while the box is open and has that choice, and is read only when it is closed",
  run: async (trial) => {
    const { store, tenant } = trial
    await refused(write(trial, cast("b", "yes")), no("b", "unknown-box"), "casting into no box")
    await refused(write(trial, close("b")), no("b", "unknown-box"), "closing no box")
    await refused(store.readBallots(tenant, "b"), no("b", "unknown-box"), "reading no box")
    await granted(write(trial, open("b", "yes", "no")), "a box")
    await refused(write(trial, open("b", "yes")), no("b", "opened-before"), "opening it again")
    await refused(write(trial, cast("b", "perhaps")), no("b", "unknown-choice"), "a choice that is not there")
    await refused(write(trial, cast("b", "Yes")), no("b", "unknown-choice"), "a choice of another case")
    await refused(write(trial, cast("B", "yes")), no("B", "unknown-box"), "a box of another case")
    await refused(store.readBallots(tenant, "b"), no("b", "still-open"), "reading an open box")
    await refused(
      write(trial, cast("b", "yes"), close("b"), cast("b", "no")),
      no("b", "closed"),
      "casting after the close",
    )
    await refused(store.readBallots(tenant, "b"), no("b", "still-open"), "reading a box that was not closed after all")
    await granted(write(trial, cast("b", "no"), close("b")), "the close")
    await refused(write(trial, cast("b", "yes")), no("b", "closed"), "casting into a closed box")
    await refused(write(trial, close("b")), no("b", "closed"), "closing it again")
    await refused(write(trial, open("b", "yes")), no("b", "opened-before"), "opening a closed box")
    const counts = [
      { choice: "yes", count: 0 },
      { choice: "no", count: 1 },
    ]
    same(await granted(store.readBallots(tenant, "b"), "the count"), counts, "the count")
  },
}

const repeated: StoreTrial = {
  title: "casts once for a command that comes twice, and with the event that somebody voted or not at all",
  run: async (trial) => {
    const { store, tenant } = trial
    await granted(write(trial, open("b", "yes", "no")), "a box")
    const vote = (voter: string, choice: string) =>
      store.commit(
        commitOf(tenant, {
          appends: [append(`voter-${voter}`, 0, noted("voted"))],
          claims: [{ scope: "b", key: voter, holder: "b" }],
          idempotency: { key: `vote-${voter}`, content: voter, answer: "voted" },
          ballots: [cast("b", choice)],
        }),
      )
    await granted(vote("1", "yes"), "a vote")
    same((await granted(vote("1", "no"), "the same command again")).repeated, true, "whether it is known")
    const second = commitOf(tenant, { claims: [{ scope: "b", key: "1", holder: "b" }], ballots: [cast("b", "no")] })
    await refused(store.commit(second), { _tag: "ClaimTaken" }, "a second vote")
    await granted(vote("2", "no"), "another vote")
    await granted(write(trial, close("b")), "the close")
    const counts = [
      { choice: "yes", count: 1 },
      { choice: "no", count: 1 },
    ]
    same(await granted(store.readBallots(tenant, "b"), "the count"), counts, "the count")
  },
}

const race: StoreTrial = {
  title: "loses no ballot of many that are cast at once",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    await granted(write(trial, open("b", "even", "odd")), "a box")
    for (const _ of upTo(rounds))
      await allOf(
        stores.map((one, index) =>
          granted(one.commit(commitOf(tenant, { ballots: [cast("b", index % 2 === 0 ? "even" : "odd")] })), "a ballot"),
        ),
      )
    await granted(write(trial, close("b")), "the close")
    const [even, odd] = [Math.ceil(stores.length / 2) * rounds, Math.floor(stores.length / 2) * rounds]
    const counts = [
      { choice: "even", count: even },
      { choice: "odd", count: odd },
    ]
    same(await granted(store.readBallots(tenant, "b"), "the count"), counts, "the count")
  },
}

/** STORE-15. */
export const ballots: StoreChapter = {
  rule: "STORE-15",
  says: "a ballot box holds how often each choice was cast",
  trials: [counting, whenOpen, repeated, race],
}
