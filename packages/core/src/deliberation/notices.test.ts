import { play } from "@jinlin/testkit"
import { deliberationStep as at, matterAt, sceneVoters, sittingDay, stageLaw } from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import { type DeliberationEvent, deliberation, notices } from "./index.ts"

const decided = at(
  sittingDay,
  { _tag: "DecideStep" },
  { law: stageLaw({})("party-committee", sittingDay), minuteOfDay: 700 },
)
const told = (steps: ReturnType<typeof matterAt>): ReadonlyArray<DeliberationEvent> => play(deliberation, steps).history
const templates = (steps: ReturnType<typeof matterAt>) =>
  told(steps)
    .flatMap(notices)
    .map(({ template }) => template)

describe("notices", () => {
  it("DELIBERATION-4 voters are called to the sitting when they are entered, each person once", () => {
    const twice = sceneVoters(3).map((voter, index) => (index === 2 ? { ...voter, person: "person-1" } : voter))
    const unnamed = [...twice, { ...(sceneVoters(1)[0] ?? twice[0]), voter: "empty", person: null }].filter(
      (voter) => voter !== undefined,
    )
    const entered = told(matterAt("enrolled", { roll: unnamed as ReturnType<typeof sceneVoters> })).at(-1)
    expect(entered === undefined ? [] : notices(entered)).toEqual([
      {
        template: "voter-called",
        to: [
          { _tag: "Person", person: "person-1" },
          { _tag: "Person", person: "person-2" },
        ],
        data: { round: 1, step: "propose", sitsOn: sittingDay },
      },
    ])
  })

  it("DELIBERATION-17 the proposer learns what became of the matter", () => {
    expect(templates([...matterAt("closed"), decided])).toEqual([
      "voter-called",
      "vote-opened",
      "vote-entered",
      "step-passed",
    ])
    expect(templates([...matterAt("closed", { for: 1 }), decided])).toEqual([
      "voter-called",
      "vote-opened",
      "vote-entered",
      "step-lost",
      "matter-rejected",
    ])
  })

  it("DELIBERATION-29 each voter learns that a clerk took its vote down, and not how", () => {
    const votes = { for: ["v-1"], against: ["v-2"], abstain: ["v-3"], void: [{ voter: "v-4", reason: "torn" }] }
    const at = { round: 1, step: "propose", onBehalfOf: "person-9" }
    const told = notices({ _tag: "VotesRecorded", ...at, votes })
    const to = ["v-1", "v-2", "v-3", "v-4"].map((unit) => ({ _tag: "Unit", unit }))
    expect(told).toEqual([{ template: "vote-entered", to, data: { round: 1, step: "propose" } }])
    const turned = { ...votes, for: votes.against, against: votes.for }
    expect(notices({ _tag: "VotesRecorded", ...at, votes: turned })[0]?.data).toEqual(told[0]?.data)
    const nobody = { for: [], against: [], abstain: [], void: [] }
    expect(notices({ _tag: "VotesRecorded", ...at, votes: nobody })).toEqual([])
  })

  it("DELIBERATION-29 whose paper or record gave way to another ballot learns it with the result, each once", () => {
    const { history } = play(deliberation, [...matterAt("closed"), decided])
    const passed = history.at(-1)
    if (passed?._tag !== "StepPassed") throw new Error("the sitting of the scene")
    const aside = (voter: string, reason: "superseded" | "void", channel: "online" | "paper" | "record") => ({
      ...{ voter, reason, channel },
    })
    const setAside = [
      ...[aside("v-1", "superseded", "paper"), aside("v-1", "superseded", "record")],
      ...[aside("v-2", "superseded", "record"), aside("v-3", "superseded", "online"), aside("v-4", "void", "paper")],
    ]
    const told = notices({ ...passed, judgement: { ...passed.judgement, setAside } })
    expect(told.map(({ template }) => template)).toEqual(["step-passed", "entry-set-aside"])
    expect(told[1]?.to).toEqual(["v-1", "v-2"].map((unit) => ({ _tag: "Unit", unit })))
  })

  it("DELIBERATION-3 voters learn that a call was cancelled, and of a longer ballot until when it runs", () => {
    expect(templates([...matterAt("enrolled"), at("2026-03-03", { _tag: "CancelCall", reason: "a typhoon" })])).toEqual(
      ["voter-called", "call-cancelled"],
    )
    const annulled: DeliberationEvent = {
      _tag: "BallotAnnulled",
      round: 1,
      step: "propose",
      reason: "a wrong day",
      on: sittingDay,
    }
    expect(notices(annulled)).toMatchObject([
      { template: "vote-annulled", to: [{ _tag: "AllUnits" }, { _tag: "Post", post: "proposer" }] },
    ])
    const longer: DeliberationEvent = {
      _tag: "BallotExtended",
      round: 1,
      step: "propose",
      before: "2026-03-12",
      closesOn: "2026-03-15",
      reason: "too few",
      on: "2026-03-12",
      by: "person-9",
    }
    expect(notices(longer)).toEqual([
      {
        template: "vote-extended",
        to: [{ _tag: "AllUnits" }],
        data: { round: 1, step: "propose", before: "2026-03-12", closesOn: "2026-03-15" },
      },
    ])
  })

  it("DELIBERATION-24 no notice says who votes for a place on the roll, nor how anybody voted", () => {
    const said = JSON.stringify(
      told([...matterAt("closed"), decided])
        .flatMap(notices)
        .map(({ data }) => data),
    )
    for (const name of [...sceneVoters(5).map(({ voter }) => voter), "person-"]) expect(said).not.toContain(`${name}"`)
  })
})
