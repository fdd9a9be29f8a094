import { play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  type DeliberationStep,
  matterAt,
  plainRules,
  type Stage,
  sceneLaw,
  sceneVoters,
  session,
  sittingDay,
  someText,
  stageLaw,
  untilResolve,
} from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Projection, project } from "../kernel/projection.ts"
import { type DeliberationEvent, deliberation, matterBoard, registerFor, stepRegister, timeline } from "./index.ts"

const told = (steps: ReadonlyArray<DeliberationStep>) => {
  const { history, refused } = play(deliberation, steps)
  expect(refused).toEqual([])
  return history
}
const resolve = {
  step: "resolve",
  set: "representatives-meeting",
  calledOn: "2026-03-30",
  sitsOn: "2026-04-08",
} as const
const passed = [...untilResolve, ...session({ ...resolve, voters: 30, for: 11, against: 9 })]
const amended = [
  ...untilResolve,
  ...session({ ...resolve, voters: 30, for: 20, against: 0, motion: { _tag: "Amend", text: someText(2) } }),
]
const decide = (law: Stage = {}) =>
  at(sittingDay, { _tag: "DecideStep" }, { law: stageLaw(law)("party-committee", sittingDay), minuteOfDay: 700 })

describe("the board of a matter", () => {
  it("DELIBERATION-3 shows each step where it stands", () => {
    const board = project(matterBoard, told(passed))
    expect(board).toMatchObject({
      status: "decided",
      at: null,
      openedOn: "2026-03-02",
      endedOn: "2026-04-08",
      revision: 1,
    })
    expect(board?.steps.map(({ state, step }) => [step, state])).toEqual([
      ["propose", "passed"],
      ["consult", "passed"],
      ["review", "heard"],
      ["resolve", "passed"],
    ])
    const voting = project(matterBoard, told(matterAt("balloting", { mode: "open", closesOn: "2026-03-12" })))
    expect(voting?.steps[0]).toMatchObject({ state: "voting", rounds: [1], sitsOn: sittingDay, closesOn: "2026-03-12" })
  })

  it("DELIBERATION-18 shows that approvals of another text have lapsed, and who is heard again", () => {
    const board = project(matterBoard, told(amended))
    expect(board).toMatchObject({ status: "open", at: "propose", text: someText(2), revision: 2 })
    expect(board?.steps.map(({ state }) => state)).toEqual(["lapsed", "lapsed", "waiting", "waiting"])
  })

  it("DELIBERATION-3 stands where the state stands, wherever a story is cut", () => {
    for (const history of [told(passed), told(amended)])
      for (let length = 1; length <= history.length; length += 1) {
        const board = project(matterBoard, history.slice(0, length))
        const state = history.slice(0, length).reduce(deliberation.evolve, deliberation.initial)
        expect([board?.at, board?.status, board?.text, board?.revision]).toEqual([
          state.at,
          state.status,
          state.text,
          state.revision,
        ])
      }
  })
})

describe("the registers", () => {
  const entriesOf = (steps: ReadonlyArray<DeliberationStep>) => project(stepRegister, told(steps)).entries

  it("DELIBERATION-21 say who should have come and who did, the result and the dissent", () => {
    const entry = entriesOf(passed).at(-1)
    expect(entry).toMatchObject({
      ...{
        round: 4,
        step: "resolve",
        body: "representatives-meeting",
        set: "representatives-meeting",
        text: someText(1),
      },
      ...{ calledOn: "2026-03-30", sitsOn: "2026-04-08", mode: "show-of-hands", motion: { _tag: "Adopt" } },
      ...{ result: "passed", decidedOn: "2026-04-08", shouldAttend: { heads: 30 }, didAttend: { heads: 20 } },
      ...{ ratio: "20/30", lawChange: null, wentTo: null },
      dissent: { against: { heads: 9 }, abstain: { heads: 0 }, void: { heads: 0 }, silent: { heads: 10 } },
    })
    expect(entry?.findings.map(({ holds }) => holds)).toEqual([true, true])
    expect(entry?.votes?.for).toHaveLength(11)
  })

  it("DELIBERATION-19 of a body that is heard have its opinion and who came", () => {
    const council = [
      ...untilResolve.slice(0, -1),
      at("2026-03-20", {
        _tag: "EnterRoll",
        voters: [{ voter: "school", person: "person-3", heads: 1, area: 0, kind: null }],
      }),
      at("2026-03-30", { _tag: "RecordHeadcount", present: 1 }),
      at(
        "2026-03-30",
        { _tag: "RecordOpinion", opinion: someText(9), favours: false, reason: "too bright" },
        { law: sceneLaw("consultation-council", "2026-03-30") },
      ),
    ]
    expect(entriesOf(council).at(-1)).toMatchObject({
      ...{ result: "heard", opinion: someText(9), favours: false, because: "too bright", tally: null, dissent: null },
      ...{ shouldAttend: { heads: 1 }, didAttend: { heads: 1 }, ratio: "1/1" },
    })
  })

  it("DELIBERATION-17 tell each way in which a sitting can end", () => {
    const results = (steps: ReadonlyArray<DeliberationStep>) =>
      entriesOf(steps).map(({ result, wentTo }) => [result, wentTo])
    expect(results(amended).at(-1)).toEqual(["amended", "propose"])
    expect(results([...matterAt("closed", { for: 1 }), decide()])).toEqual([["rejected", null]])
    expect(results([...matterAt("called"), at("2026-03-03", { _tag: "CancelCall", reason: "a typhoon" })])).toEqual([
      ["cancelled", null],
    ])
    const returned = [
      ...untilResolve,
      ...session({ ...resolve, voters: 30, for: 20, against: 0, motion: { _tag: "Return", to: "consult" } }),
    ]
    expect(results(returned).at(-1)).toEqual(["returned", "consult"])
    const lost = [...untilResolve, ...session({ ...resolve, voters: 30, for: 9, against: 11 })]
    expect(results(lost).at(-1)).toEqual(["lost", null])
    const sentBack = [
      ...untilResolve.slice(0, 8),
      ...session({ ...resolve, step: "consult", set: "two-committees", voters: 5, for: 1, against: 4 }),
    ]
    expect(results(sentBack).at(-1)).toEqual(["returned-lost", "propose"])
    expect(results(matterAt("balloting"))).toEqual([["open", null]])
  })

  it("DELIBERATION-15 count how often a ballot was put off, and note the signed register", () => {
    const law: Stage = {
      mode: "open",
      closesOn: "2026-03-12",
      rules: { extension: { ...plainRules.extension, times: 1, days: 3 } },
    }
    const longer = at("2026-03-12", { _tag: "ExtendBallot", closesOn: "2026-03-15", reason: "too few" })
    expect(entriesOf([...matterAt("balloting", law), longer])).toMatchObject([
      { extensions: 1, closesOn: "2026-03-15" },
    ])
    const file = at("2026-04-01", { _tag: "FileRegister", round: 1, register: someText(5) })
    expect(entriesOf([...matterAt("closed"), decide(), file])).toMatchObject([{ register: someText(5) }])
  })

  it("DELIBERATION-24 the public and the parties see numbers and no names; staff and auditors see who", () => {
    const law: Stage = { rules: { proxies: { ...plainRules.proxies, cap: 1 } } }
    const steps = [
      ...matterAt("enrolled", law),
      at("2026-03-03", { _tag: "GrantProxy", voter: "voter-5", by: "voter-4" }),
      at("2026-03-03", { _tag: "RecuseVoter", voter: "voter-3", reason: "it is his wall" }),
      at(sittingDay, { _tag: "RecordAttendance", present: ["voter-1", "voter-2", "voter-4"] }),
      ...matterAt("balloting", law).slice(-1),
      at(sittingDay, {
        _tag: "RecordVotes",
        for: ["voter-1", "voter-2"],
        against: ["voter-4"],
        abstain: [],
        void: [{ voter: "voter-5", reason: "two marks" }],
      }),
      at(sittingDay, { _tag: "CloseBallot" }),
      decide(law),
    ]
    const entries = entriesOf(steps)
    for (const audience of ["public", "parties"] as const) {
      const seen = registerFor(entries, audience)
      for (const { person, voter } of sceneVoters(5)) {
        expect(JSON.stringify(seen)).not.toContain(voter)
        expect(JSON.stringify(seen)).not.toContain(String(person))
      }
      expect(seen).toMatchObject([
        { recused: 1, byProxy: 1, names: null, setAsideCounts: [{ reason: "void", ballots: 1 }] },
      ])
    }
    for (const audience of ["staff", "auditor"] as const)
      expect(registerFor(entries, audience)).toMatchObject([
        { names: { recusals: [{ voter: "voter-3" }], proxies: [{ voter: "voter-5", by: "voter-4" }] } },
      ])
    expect(JSON.stringify(registerFor(entries, "auditor"))).not.toContain("person-")
  })
})

describe("the timeline", () => {
  it("DELIBERATION-17 tells in order what happened, with what explains each outcome, and no names", () => {
    const entries = project(timeline, told(passed))
    expect(entries.map(({ what }) => what).slice(0, 5)).toEqual([
      "MatterOpened",
      "StepCalled",
      "BallotOpened",
      "BallotClosed",
      "StepPassed",
    ])
    expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).toSorted())
    expect(entries.find(({ what }) => what === "StepPassed")?.findings).toHaveLength(2)
    expect(JSON.stringify(entries)).not.toMatch(/voter-|person-/)
  })

  it("DELIBERATION-6 tells that the law had changed", () => {
    const other: Stage = { rules: { notice: { ...plainRules.notice, days: 4 } } }
    const law = { law: stageLaw(other)("party-committee", sittingDay) }
    const rebased = [
      ...matterAt("closed"),
      at(sittingDay, { _tag: "RebaseStep", onto: "law-of-call", reason: "the vote is over" }, law),
      decide(other),
    ]
    const entries = project(timeline, told(rebased))
    expect(entries.find(({ what }) => what === "StepRebased")?.because).toBe("the vote is over")
    expect(entries.at(-1)?.findings.at(-1)).toMatchObject({ rule: "DELIBERATION-6", facts: { changed: "notice" } })
  })
})

describe("views as folds", () => {
  it("DELIBERATION-23 any way of cutting a history gives the same views", () => {
    const history = told(amended)
    fc.assert(
      fc.property(fc.array(fc.nat(history.length), { maxLength: 5 }), (cuts) => {
        const marks = [0, ...cuts.toSorted((a, b) => a - b), history.length]
        const parts = marks.slice(1).map((mark, index) => history.slice(marks[index], mark))
        const inParts = <View>(view: Projection<View, DeliberationEvent>): View =>
          parts.reduce((seen, part) => project(view, part, seen), view.initial)
        expect(inParts(timeline)).toEqual(project(timeline, history))
        expect(inParts(stepRegister)).toEqual(project(stepRegister, history))
        expect(inParts(matterBoard)).toEqual(project(matterBoard, history))
      }),
    )
  })
})
