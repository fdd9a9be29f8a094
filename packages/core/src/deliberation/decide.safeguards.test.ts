import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  type DeliberationStep,
  fourSteps,
  matterAt,
  opening,
  plainRules,
  sceneVoters,
  sittingDay,
  stageLaw,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate } from "../kernel/arithmetic.ts"
import type { Actor } from "../kernel/authority.ts"
import { type DeliberationCommand, deliberation, type MatterPlan, matterBoard, stepRegister } from "./index.ts"

const after = (steps: ReadonlyArray<DeliberationStep>, [command, around]: DeliberationStep) =>
  given(deliberation, play(deliberation, steps).history).when(command, around)
const refusals = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  after(steps, next).refusals.map(({ _tag }) => _tag)

describe("DELIBERATION-25 the steps are those of the charter", () => {
  const put = (plan: MatterPlan | null | undefined) => {
    const [command, around] = opening("2026-03-02")
    return given(deliberation, []).when(command, { ...around, plan })
  }

  it("DELIBERATION-25 and a list of one's own under its name is none", () => {
    const steps = ["propose", "consult", "review", "resolve"]
    expect(put(fourSteps).refusals).toEqual([])
    const { list, steps: planned } = fourSteps
    for (const other of [
      { list: "other", steps: planned },
      { list, steps: [{ ...planned[0], body: "my-friends" }, ...planned.slice(1)] as const },
      { list, steps: [{ ...planned[0], sets: ["easy"] }, ...planned.slice(1)] as const },
    ])
      expect(put(other).refusals).toEqual([
        { _tag: "PlanNotOfCharter", rule: "DELIBERATION-25", list: "four-steps", on: "2026-03-02", steps },
      ])
  })

  it("DELIBERATION-25 nor is one that the charter does not have, or that nobody looked up", () => {
    for (const none of [null, undefined]) expect(put(none).refusals).toMatchObject([{ steps: [] }])
  })
})

describe("DELIBERATION-26 a ballot ends without a result", () => {
  const annul: DeliberationCommand = { _tag: "AnnulBallot", reason: "the last day was a slip of the pen" }

  it.each(["balloting", "recorded", "closed"] as const)("DELIBERATION-26 while nobody has decided it: %s", (stage) => {
    const { events, state } = after(matterAt(stage), at("2026-03-11", annul))
    expect(events).toEqual([
      { _tag: "BallotAnnulled", round: 1, step: "propose", reason: annul.reason, on: "2026-03-11" },
    ])
    expect(state).toMatchObject({ status: "open", at: "propose", passed: [], sitting: null, revision: 1 })
    expect(state.closed).toEqual([{ round: 1, step: "propose", outcome: "annulled", register: null }])
  })

  it.each(["opened", "called", "enrolled", "attended"] as const)("DELIBERATION-26 and not before: %s", (stage) => {
    expect(refusals(matterAt(stage), at(sittingDay, annul))).toEqual([
      stage === "opened" ? "NoSitting" : "BallotNotOpen",
    ])
  })

  it("DELIBERATION-26 the step is called anew, in a round of its own, and the register of the first is filed", () => {
    const annulled = [...matterAt("closed"), at("2026-03-11", annul)]
    const call = at(
      "2026-03-11",
      { _tag: "CallStep", step: "propose", set: "party-committee", sitsOn: "2026-03-20", urgent: null },
      { law: stageLaw({})("party-committee", "2026-03-11") },
    )
    expect(after(annulled, call).events).toMatchObject([{ _tag: "StepCalled", round: 2, step: "propose" }])
    const file = at("2026-03-11", { _tag: "FileRegister", round: 1, register: `sha-256:${"2".repeat(64)}` })
    expect(refusals(annulled, file)).toEqual([])
    expect(refusals(annulled, at("2026-03-11", annul))).toEqual(["NoSitting"])
    const { history } = play(deliberation, annulled)
    const card = history.reduce(matterBoard.evolve, matterBoard.initial)
    expect(card).toMatchObject({ at: "propose", steps: [{ state: "waiting" }, {}, {}, {}] })
    const [entry] = history.reduce(stepRegister.evolve, stepRegister.initial).entries
    expect(entry).toMatchObject({ result: "annulled", because: annul.reason, tally: null, decidedOn: "2026-03-11" })
  })

  it("DELIBERATION-26 nobody annuls a ballot who votes in it, votes for another in it, called its sitting or presided", () => {
    const by = (person: string, post = "presider"): Actor => ({ _tag: "Post", person, post, within: "party-committee" })
    const leading: { readonly [Tag in DeliberationCommand["_tag"]]?: Actor } = {
      CallStep: by("caller"),
      OpenBallot: by("opener"),
      CloseBallot: by("closer"),
    }
    const grant = at("2026-03-02", { _tag: "GrantProxy", voter: "voter-1", by: "voter-2" })
    const rules = { proxies: { ...plainRules.proxies, cap: 2 } }
    const steps = matterAt("closed", { rules }).flatMap(([command, around]): ReadonlyArray<DeliberationStep> => {
      const step: DeliberationStep = [command, { ...around, actor: leading[command._tag] ?? around.actor }]
      return command._tag === "EnterRoll" ? [step, grant] : [step]
    })
    const asked = (person: string) => after(steps, at("2026-03-11", annul, { actor: by(person, "overseer") }))
    for (const [person, as] of [
      ["person-1", ["on-the-roll"]],
      ["person-2", ["on-the-roll", "votes-for-another"]],
      ["caller", ["called"]],
      ["opener", ["presided"]],
      ["closer", ["presided"]],
    ] as const)
      expect(asked(person).refusals).toEqual([{ _tag: "OverseerTakesPart", rule: "DELIBERATION-26", round: 1, as }])
    expect(asked("somebody-else").events).toMatchObject([{ _tag: "BallotAnnulled" }])
  })

  it("DELIBERATION-26 a box that disagrees stops nobody", () => {
    const closed = matterAt("closed", { mode: "secret" }).filter(([{ _tag }]) => _tag !== "RecordVotes")
    const law = stageLaw({})("party-committee", sittingDay)
    const decide = at(
      sittingDay,
      { _tag: "DecideStep" },
      { law, ballots: [], box: [{ choice: "for", count: 2 }], minuteOfDay: 700 },
    )
    expect(refusals(closed, decide)).toEqual(["BoxDisagrees"])
    expect(refusals(closed, at(sittingDay, annul))).toEqual([])
  })
})

describe("DELIBERATION-27 a ballot runs for 90 days at most", () => {
  it.each<readonly [number, boolean]>([
    [89, true],
    [90, true],
    [91, false],
    [366_000, false],
  ])("DELIBERATION-27 %i days after its opening", (days, granted) => {
    const closesOn: CivilDate = addDays(sittingDay, days)
    const { refusals: refused } = after(
      matterAt("attended"),
      at(
        sittingDay,
        { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn },
        { law: stageLaw({})("party-committee", sittingDay) },
      ),
    )
    expect(refused).toEqual(
      granted ? [] : [{ _tag: "BallotTooLong", rule: "DELIBERATION-27", closesOn, days: 90, latest: "2026-06-08" }],
    )
  })
})

describe("DELIBERATION-12 a secret ballot is of single heads", () => {
  it.each<readonly [number, number, ReadonlyArray<string>]>([
    [1, 0, []],
    [1, 100, []],
    [2, 0, ["WeightsIdentify"]],
    [0, 0, ["WeightsIdentify"]],
  ])("DELIBERATION-12 all of %i heads and %i cm²", (heads, area, refused) => {
    const roll = sceneVoters(5).map((voter) => ({ ...voter, heads, area }))
    const told = { roll, rules: { quorum: [] } }
    const open = at(
      sittingDay,
      { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "secret", closesOn: sittingDay },
      { law: stageLaw(told)("party-committee", sittingDay) },
    )
    expect(refusals(matterAt("attended", told), open)).toEqual(refused)
  })
})
