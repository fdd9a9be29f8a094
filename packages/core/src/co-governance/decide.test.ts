import { play } from "@jinlin/testkit"
import {
  coGovernanceStep as at,
  type CoGovernanceStep,
  coGovernanceAt,
  coGovernanceOpening,
  coGovernancePolicy,
  decidedFact,
  deliberated,
  deliberationFact,
  disclosureFact,
  revokingText,
  sceneConvenor,
  someDocument,
} from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import { type CoGovernanceCommand, coGovernance, type DeliberationFact, due, type Which } from "./index.ts"

const tags = (history: ReadonlyArray<{ readonly _tag: string }>) => history.map(({ _tag }) => _tag)
const told = (steps: ReadonlyArray<CoGovernanceStep>) => play(coGovernance, steps)
/** The tags with which the last of some steps is refused; nothing where it is granted. */
const refusedIn = (steps: ReadonlyArray<CoGovernanceStep>) => told(steps).refused.at(-1)?.[1] ?? []

const decided = (which: Which, matter: string, more: Partial<DeliberationFact> & { readonly endedOn: CivilDate }) =>
  deliberated(which, { ...decidedFact(which, matter, more), endedOn: more.endedOn })
const lost = (which: Which, matter: string, endedOn: CivilDate, status: "rejected" | "withdrawn" = "rejected") =>
  deliberated(which, { ...deliberationFact(which, matter, { status }), endedOn })
const skip = (day: CivilDate): CoGovernanceStep =>
  at(day, { _tag: "SkipJoint", reason: "only lamps inside the estate" }, { actor: sceneConvenor })
const touch = (day: CivilDate): CoGovernanceStep =>
  at(day, { _tag: "DeclareTouchedUnits", units: ["school"], reason: "the lamps shine on its gate" })
const goAgain = (day: CivilDate, which: Which): CoGovernanceStep =>
  at(day, { _tag: "ReturnToDeliberation", which, reason: "talked over once more" })

describe("a matter from its opening to its end", () => {
  it("COGOVERNANCE-18 goes through two deliberations, two disclosures and two appraisals, and is closed", () => {
    // #region whole-way
    const { history, refused, state } = told(coGovernanceAt("closed"))

    expect(refused).toEqual([])
    expect(tags(history)).toEqual([
      "CoGovernanceOpened",
      ...["DeliberationAttached", "OutcomeRecorded"],
      ...["DeliberationAttached", "OutcomeRecorded", "MatterResolved"],
      ...["DisclosureLinked", "ImplementationBegun", "ResultReported", "DisclosureLinked"],
      ...["AppraisalRecorded", "AppraisalSkipped", "CoGovernanceClosed"],
    ])
    expect(state.status).toBe("closed")
    expect(state.resolution).toEqual({ text: someDocument(1), since: "2026-03-20", on: "2026-03-20" })
    // #endregion whole-way
  })

  it("COGOVERNANCE-1 is opened once, by a person, and takes each command at its stage", () => {
    expect(refusedIn([...coGovernanceAt("opened"), coGovernanceOpening()])).toMatchObject([
      { _tag: "CoGovernanceAlreadyOpened", status: "deliberating" },
    ])
    const [command, around] = coGovernanceOpening()
    const system = { _tag: "System", rule: "COGOVERNANCE-1" } as const
    expect(refusedIn([[command, { ...around, actor: system }]])).toMatchObject([{ _tag: "CoGovernanceOpenerMissing" }])
    expect(refusedIn([at("2026-03-02", { _tag: "BeginImplementation" })])).toMatchObject([
      { _tag: "NotAtThisStage", status: "unopened" },
    ])
    expect(refusedIn([...coGovernanceAt("opened"), at("2026-03-02", { _tag: "CloseCoGovernance" })])).toMatchObject([
      { _tag: "NotAtThisStage", status: "deliberating", needs: ["implemented"] },
    ])
    const late: ReadonlyArray<CoGovernanceCommand> = [
      { _tag: "RecordOutcome", which: "joint" },
      { _tag: "ReturnToDeliberation", which: "joint", reason: "late" },
      { _tag: "RejectCoGovernance", which: "joint", reason: "late" },
      { _tag: "WithdrawCoGovernance", reason: "late" },
      { _tag: "SkipJoint", reason: "late" },
      { _tag: "AttachDeliberation", which: "joint", matter: "matter-9" },
      { _tag: "DetachDeliberation", which: "joint", reason: "late" },
      { _tag: "DeclareTouchedUnits", units: ["school"], reason: "late" },
      { _tag: "BeginImplementation" },
      { _tag: "ReportResult", report: someDocument(9), implementedOn: "2026-05-01" },
      { _tag: "SkipAppraisal", which: "internal-bodies", reason: "late" },
      { _tag: "CloseCoGovernance" },
      { _tag: "RevokeResolution", by: "matter-9", sections: revokingText },
    ]
    for (const command of late)
      expect(refusedIn([...coGovernanceAt("closed"), at("2026-06-01", command)])).toMatchObject([
        { _tag: "NotAtThisStage", status: "closed" },
      ])
  })

  it("COGOVERNANCE-2 combines in a way of the charter, and a charter without such matters has none", () => {
    const policy = { ...coGovernancePolicy, combines: ["both"] as const }
    expect(refusedIn([coGovernanceOpening({ combine: "first-then-second" }, policy)])).toEqual([
      {
        ...{ _tag: "CombineNotOfCharter", rule: "COGOVERNANCE-2", combine: "first-then-second" },
        ...{ allowed: ["both"], on: "2026-03-02" },
      },
    ])
    const [command, around] = coGovernanceOpening()
    expect(refusedIn([[command, { ...around, policy: null }]])).toMatchObject([
      { _tag: "CombineNotOfCharter", allowed: [] },
    ])
  })
})

describe("two deliberations", () => {
  const attach = (which: Which, fact: DeliberationFact, matter = fact.matter): CoGovernanceStep =>
    at("2026-03-20", { _tag: "AttachDeliberation", which, matter }, { deliberation: fact })

  it("COGOVERNANCE-3 are matters of their own, never used before, of a body of the charter", () => {
    const first = decided("self-governance", "matter-1", { endedOn: "2026-03-10" })
    const open = [coGovernanceOpening(), ...first]
    const again = deliberationFact("joint", "matter-1")
    expect(refusedIn([...open, attach("joint", again)])).toMatchObject([
      { _tag: "DeliberationUsedBefore", matter: "matter-1", which: "self-governance" },
    ])
    expect(
      refusedIn([...open, attach("self-governance", deliberationFact("self-governance", "matter-2"))]),
    ).toMatchObject([{ _tag: "DeliberationAlreadyAttached", matter: "matter-1" }])
    expect(
      refusedIn([...open, attach("joint", deliberationFact("joint", "matter-2", { body: "owners-assembly" }))]),
    ).toEqual([
      {
        ...{ _tag: "BodyMayNotDecide", rule: "COGOVERNANCE-3", which: "joint" },
        ...{ body: "owners-assembly", allowed: ["joint-conference"] },
      },
    ])
    for (const status of ["unopened", "rejected", "withdrawn"] as const)
      expect(refusedIn([...open, attach("joint", deliberationFact("joint", "matter-2", { status }))])).toMatchObject([
        { _tag: "DeliberationIsOver", status },
      ])
    expect(refusedIn([...open, attach("joint", deliberationFact("joint", "matter-3"), "matter-2")])).toMatchObject([
      { _tag: "DeliberationUnknown", matter: "matter-2" },
    ])
    expect(refusedIn([...open, attach("joint", decidedFact("joint", "matter-2", { endedOn: "2026-03-01" }))])).toEqual(
      [],
    )
    expect(refusedIn([...open, attach("self-governance", deliberationFact("self-governance", "matter-1"))])).toEqual([])
  })

  it("COGOVERNANCE-4 in their order: the joint one follows, on the day of the decision or later, and on its text", () => {
    for (const combine of ["first-then-second", "second-if-touched"] as const) {
      const opening = coGovernanceOpening({ combine, touched: ["school"] })
      const first = decided("self-governance", "matter-1", { endedOn: "2026-03-10" })
      const joint = (more: Partial<DeliberationFact>) => attach("joint", deliberationFact("joint", "matter-2", more))
      expect(refusedIn([opening, joint({ openedOn: "2026-03-20" })])).toMatchObject([
        { _tag: "SelfGovernanceComesFirst", combine, matter: null },
      ])
      expect(refusedIn([opening, ...lost("self-governance", "matter-1", "2026-03-10"), joint({})])).toMatchObject([
        { _tag: "SelfGovernanceComesFirst", matter: "matter-1" },
      ])
      expect(refusedIn([opening, ...first, joint({ openedOn: "2026-03-09" })])).toEqual([
        {
          ...{ _tag: "JointPutForwardEarly", rule: "COGOVERNANCE-4" },
          ...{ openedOn: "2026-03-09", earliest: "2026-03-10" },
        },
      ])
      expect(refusedIn([opening, ...first, joint({ openedOn: "2026-03-10" })])).toEqual([])
      expect(refusedIn([opening, ...first, joint({ openedOn: "2026-03-11" })])).toEqual([])
      expect(refusedIn([opening, ...first, joint({ openedOn: "2026-03-11", text: someDocument(2) })])).toMatchObject([
        { _tag: "JointOnAnotherText", text: someDocument(2), decided: someDocument(1) },
      ])
    }
  })

  it("COGOVERNANCE-5 side by side end in either order, and the matter is the same", () => {
    const facts = {
      "self-governance": decidedFact("self-governance", "matter-1", { endedOn: "2026-03-10" }),
      joint: decidedFact("joint", "matter-2", { endedOn: "2026-03-20" }),
    }
    const attached = [
      coGovernanceOpening(),
      attach("self-governance", deliberationFact("self-governance", "matter-1")),
      attach("joint", deliberationFact("joint", "matter-2")),
    ]
    const record = (which: Which) => at("2026-03-21", { _tag: "RecordOutcome", which }, { deliberation: facts[which] })
    const one = told([...attached, record("self-governance"), record("joint")])
    const other = told([...attached, record("joint"), record("self-governance")])
    expect(one.state).toEqual(other.state)
    expect(one.state).toMatchObject({ status: "resolved", resolution: { since: "2026-03-20", on: "2026-03-21" } })
    expect(tags(one.history).at(-1)).toBe("MatterResolved")
    expect(tags(other.history).at(-1)).toBe("MatterResolved")
  })

  it("COGOVERNANCE-5 are taken over when they have ended, once, and not before they are attached", () => {
    const attached = [coGovernanceOpening(), attach("joint", deliberationFact("joint", "matter-2"))]
    const record = (fact?: DeliberationFact) =>
      at("2026-03-21", { _tag: "RecordOutcome", which: "joint" }, { deliberation: fact })
    expect(refusedIn([coGovernanceOpening(), record()])).toMatchObject([{ _tag: "DeliberationNotAttached" }])
    expect(refusedIn([...attached, record()])).toMatchObject([{ _tag: "DeliberationUnknown", matter: "matter-2" }])
    expect(refusedIn([...attached, record(deliberationFact("joint", "matter-2"))])).toMatchObject([
      { _tag: "DeliberationStillRuns", matter: "matter-2" },
    ])
    const withoutText = decidedFact("joint", "matter-2", { endedOn: "2026-03-20", text: null })
    expect(refusedIn([...attached, record(withoutText)])).toMatchObject([{ _tag: "DeliberationStillRuns" }])
    const withoutRules = decidedFact("joint", "matter-2", { endedOn: "2026-03-20", set: null })
    expect(refusedIn([...attached, record(withoutRules)])).toMatchObject([{ _tag: "DeliberationStillRuns" }])
    const done = decidedFact("joint", "matter-2", { endedOn: "2026-03-20" })
    const twice = told([...attached, record(done), record()])
    expect(twice.refused).toEqual([])
    expect(tags(twice.history).filter((tag) => tag === "OutcomeRecorded")).toHaveLength(1)
  })

  it("COGOVERNANCE-6 that decide two texts resolve nothing, until one of them goes again and decides that of the other", () => {
    const differing = [
      coGovernanceOpening(),
      ...decided("self-governance", "matter-1", { endedOn: "2026-03-10" }),
      ...decided("joint", "matter-2", { endedOn: "2026-03-12", text: someDocument(2) }),
    ]
    const { history, state } = told(differing)
    expect(history.at(-1)).toEqual({
      ...{ _tag: "TextsFoundDifferent", on: "2026-03-12" },
      ...{ selfGovernance: someDocument(1), joint: someDocument(2) },
    })
    expect(state).toMatchObject({ status: "deliberating", resolution: null })
    const converged = told([
      ...differing,
      goAgain("2026-03-13", "self-governance"),
      ...decided("self-governance", "matter-3", { endedOn: "2026-03-30", text: someDocument(2) }),
    ])
    expect(converged.refused).toEqual([])
    expect(converged.state).toMatchObject({
      status: "resolved",
      resolution: { text: someDocument(2), since: "2026-03-30" },
      deliberations: { "self-governance": { past: [{ matter: "matter-1", ended: "Decided" }] }, joint: { past: [] } },
    })
  })

  it("COGOVERNANCE-9 go again only with a reason for it, and where the residents come first the joint one goes with them", () => {
    const one = decided("self-governance", "matter-1", { endedOn: "2026-03-10" })
    expect(refusedIn([coGovernanceOpening(), ...one, goAgain("2026-03-11", "self-governance")])).toEqual([
      { _tag: "NoReasonToReturn", rule: "COGOVERNANCE-9", which: "self-governance", outcome: "Decided" },
    ])
    expect(refusedIn([coGovernanceOpening(), ...one, goAgain("2026-03-11", "joint")])).toMatchObject([
      { _tag: "NoReasonToReturn", which: "joint", outcome: null },
    ])
    const ordered = told([
      coGovernanceOpening({ combine: "first-then-second" }),
      ...one,
      ...decided("joint", "matter-2", { endedOn: "2026-03-20", openedOn: "2026-03-12" }).slice(0, 1),
      at(
        "2026-03-20",
        { _tag: "RecordOutcome", which: "joint" },
        {
          deliberation: decidedFact("joint", "matter-2", { endedOn: "2026-03-20", text: someDocument(2) }),
        },
      ),
      goAgain("2026-03-21", "self-governance"),
    ])
    expect(ordered.refused).toEqual([])
    expect(ordered.history.at(-1)).toMatchObject({ lapsed: ["self-governance", "joint"] })
    expect(ordered.state.deliberations.joint).toEqual({
      ...{ matter: null, outcome: null, past: [{ matter: "matter-2", ended: "Decided" }] },
    })
    const joint = told([
      coGovernanceOpening({ combine: "first-then-second" }),
      ...one,
      ...lost("joint", "matter-2", "2026-03-20").map(
        ([command, around]): CoGovernanceStep => [
          command,
          { ...around, deliberation: around.deliberation && { ...around.deliberation, openedOn: "2026-03-11" } },
        ],
      ),
      goAgain("2026-03-21", "joint"),
    ])
    expect(joint.refused).toEqual([])
    expect(joint.state.deliberations["self-governance"].outcome?._tag).toBe("Decided")
  })

  it("COGOVERNANCE-9 the one that decided goes again where the other was lost", () => {
    const state = told([
      coGovernanceOpening(),
      ...decided("self-governance", "matter-1", { endedOn: "2026-03-10" }),
      ...lost("joint", "matter-2", "2026-03-20"),
      goAgain("2026-03-21", "self-governance"),
    ])
    expect(state.refused).toEqual([])
    expect(state.state.deliberations.joint.outcome?._tag).toBe("Rejected")
  })

  it("COGOVERNANCE-10 a rejected one begins anew once by our default, then the matter falls by itself", () => {
    const once = [coGovernanceOpening(), ...lost("joint", "matter-2", "2026-03-10")]
    expect(due(told(once).state)).toEqual([])
    const twice = [...once, goAgain("2026-03-11", "joint"), ...lost("joint", "matter-3", "2026-03-20")]
    expect(told(twice).refused).toEqual([])
    expect(refusedIn([...twice, goAgain("2026-03-21", "joint")])).toEqual([
      { _tag: "NoNewStartLeft", rule: "COGOVERNANCE-10", which: "joint", rejected: 2, newStarts: 1 },
    ])
    const command = { _tag: "RejectCoGovernance", which: "joint", reason: null } as const
    expect(due(told(twice).state)).toEqual([{ rule: "COGOVERNANCE-10", on: "2026-03-20", command }])
    const system = { _tag: "System", rule: "COGOVERNANCE-10" } as const
    expect(told([...twice, at("2026-03-20", command, { actor: system })]).state.status).toBe("rejected")
    expect(refusedIn([...once, at("2026-03-20", command, { actor: system })])).toMatchObject([
      { _tag: "NewStartsLeft", which: "joint", left: 1 },
    ])
    expect(told([...once, at("2026-03-20", { ...command, reason: "they will not have it" })]).state.status).toBe(
      "rejected",
    )
  })

  it("COGOVERNANCE-10 while the other runs nothing falls due, and one that was taken back does not count", () => {
    const none = { ...coGovernancePolicy, newStarts: 0 }
    const rejected = [coGovernanceOpening({}, none), ...lost("joint", "matter-2", "2026-03-10")]
    expect(due(told(rejected).state)).toHaveLength(1)
    const running = attach("self-governance", deliberationFact("self-governance", "matter-1"))
    expect(due(told([...rejected, running]).state)).toEqual([])
    const falling = { _tag: "RejectCoGovernance", which: "joint", reason: null } as const
    const system = { _tag: "System", rule: "COGOVERNANCE-10" } as const
    expect(refusedIn([...rejected, running, at("2026-03-20", falling, { actor: system })])).toMatchObject([
      { _tag: "DeliberationStillRuns", which: "self-governance", matter: "matter-1" },
    ])
    expect(refusedIn([...rejected, running, at("2026-03-20", falling)])).toEqual([])
    const withdrawn = [coGovernanceOpening({}, none), ...lost("joint", "matter-2", "2026-03-10", "withdrawn")]
    expect(due(told(withdrawn).state)).toEqual([])
    expect(refusedIn([...withdrawn, goAgain("2026-03-11", "joint")])).toEqual([])
    const letFall = at("2026-03-11", { _tag: "RejectCoGovernance", which: "joint", reason: "why not" })
    expect(refusedIn([...withdrawn, letFall])).toMatchObject([{ _tag: "NothingIsLost", which: "joint" }])
  })

  it("COGOVERNANCE-11 attached by mistake is let go while it runs, and never when it has ended", () => {
    const running = deliberationFact("joint", "matter-2")
    const attached = [coGovernanceOpening(), attach("joint", running)]
    const detach = (deliberation?: DeliberationFact) =>
      at("2026-03-20", { _tag: "DetachDeliberation", which: "joint", reason: "another matter's id" }, { deliberation })
    const { refused, state } = told([...attached, detach(running)])
    expect(refused).toEqual([])
    expect(state.deliberations.joint).toEqual({
      ...{ matter: null, outcome: null, past: [{ matter: "matter-2", ended: "Detached" }] },
    })
    const ended = { ...running, status: "rejected", endedOn: "2026-03-19" } as const
    expect(refusedIn([...attached, detach(ended)])).toMatchObject([
      { _tag: "DeliberationHasEnded", matter: "matter-2" },
    ])
    expect(refusedIn([...attached, detach()])).toMatchObject([{ _tag: "DeliberationUnknown" }])
    expect(refusedIn([coGovernanceOpening(), detach()])).toMatchObject([{ _tag: "DeliberationNotAttached" }])
    const recorded = [coGovernanceOpening(), ...lost("joint", "matter-2", "2026-03-10")]
    expect(refusedIn([...recorded, detach(running)])).toMatchObject([{ _tag: "DeliberationHasEnded" }])
  })

  it("COGOVERNANCE-19 the proposer takes the matter back before it is resolved, not after", () => {
    const withdraw = at("2026-03-21", { _tag: "WithdrawCoGovernance", reason: "not needed" })
    expect(told([...coGovernanceAt("opened"), withdraw]).state.status).toBe("withdrawn")
    expect(refusedIn([...coGovernanceAt("resolved"), withdraw])).toMatchObject([{ _tag: "NotAtThisStage" }])
  })
})

describe("a skip", () => {
  const residents = decided("self-governance", "matter-1", { endedOn: "2026-03-10" })
  const opening = coGovernanceOpening({ combine: "second-if-touched" })
  const skipped = [opening, ...residents, skip("2026-03-11")]

  it("COGOVERNANCE-7 is lawful only where no unit is touched and the combination lets it", () => {
    expect(told(skipped).state).toMatchObject({
      status: "resolved",
      resolution: { since: "2026-03-11" },
      skip: { reason: "only lamps inside the estate", body: "joint-conference", on: "2026-03-11" },
    })
    for (const combine of ["both", "first-then-second"] as const)
      expect(refusedIn([coGovernanceOpening({ combine }), skip("2026-03-11")])).toMatchObject([
        { _tag: "JointIsRequired", combine, touched: [] },
      ])
    expect(refusedIn([opening, touch("2026-03-10"), skip("2026-03-11")])).toMatchObject([
      { _tag: "JointIsRequired", touched: ["school"] },
    ])
    const joint = at(
      "2026-03-11",
      { _tag: "AttachDeliberation", which: "joint", matter: "matter-2" },
      {
        deliberation: deliberationFact("joint", "matter-2", { openedOn: "2026-03-11" }),
      },
    )
    expect(refusedIn([opening, ...residents, joint])).toEqual([
      { _tag: "NoUnitIsTouched", rule: "COGOVERNANCE-7", which: "joint" },
    ])
  })

  it("COGOVERNANCE-6 a skip before the decision lets the matter be resolved by the decision, since its day", () => {
    const { state } = told([opening, skip("2026-03-04"), skip("2026-03-05"), ...residents])
    expect(state).toMatchObject({ status: "resolved", resolution: { since: "2026-03-10" }, skip: { on: "2026-03-04" } })
  })

  it("COGOVERNANCE-8 falls when units are touched after all, before anything was resolved", () => {
    const { history, state } = told([opening, skip("2026-03-04"), touch("2026-03-05"), ...residents])
    expect(tags(history)).toContain("SkipLapsed")
    expect(state).toMatchObject({ status: "deliberating", skip: null, touched: ["school"] })
  })

  it("COGOVERNANCE-8 takes the resolution with it while that is carried out, and what was disclosed must be corrected", () => {
    const notice = disclosureFact("decision", "notice-1", { from: "2026-03-12" })
    const begun = [
      ...skipped,
      at("2026-03-12", { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" }, { disclosures: [notice] }),
      at("2026-03-13", { _tag: "BeginImplementation" }, { disclosures: [notice] }),
    ]
    const reopened = told([...begun, touch("2026-03-14")])
    expect(reopened.history.at(-1)).toMatchObject({
      _tag: "ResolutionReopened",
      units: ["school"],
      text: someDocument(1),
    })
    expect(reopened.state).toMatchObject({
      ...{ status: "deliberating", resolution: null, skip: null, reopened: 1, begunOn: "2026-03-13" },
      disclosures: { decision: { disclosure: "notice-1", lapsed: true }, result: null },
    })
    const again = [
      ...begun,
      touch("2026-03-14"),
      ...decided("joint", "matter-2", { endedOn: "2026-03-30", openedOn: "2026-03-15" }),
    ]
    expect(told(again).state).toMatchObject({ status: "resolved", resolution: { since: "2026-03-30" } })
    const begin = at("2026-03-31", { _tag: "BeginImplementation" }, { disclosures: [notice] })
    expect(refusedIn([...again, begin])).toMatchObject([
      { _tag: "DisclosureMissing", what: "decision", status: "lapsed" },
    ])
    const correction = disclosureFact("decision", "notice-2", { from: "2026-03-31", corrects: ["notice-1"] })
    const linked = at(
      "2026-03-31",
      { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-2" },
      {
        disclosures: [correction],
      },
    )
    const on = told([
      ...again,
      linked,
      at("2026-03-31", { _tag: "BeginImplementation" }, { disclosures: [correction] }),
    ])
    expect(on.refused).toEqual([])
    expect(on.state).toMatchObject({ status: "implementing", begunOn: "2026-03-13" })
  })

  it("COGOVERNANCE-8 that nobody needed is not asked of units that are known, and other combinations only take note", () => {
    const known = told([...skipped, touch("2026-03-14"), touch("2026-03-15")])
    expect(tags(known.history).filter((tag) => tag === "TouchedUnitsDeclared")).toHaveLength(1)
    const noted = told([...coGovernanceAt("implementing"), touch("2026-04-01")])
    expect(noted.state).toMatchObject({ status: "implementing", touched: ["school"], reopened: 0 })
  })

  it("COGOVERNANCE-10 COGOVERNANCE-19 nobody drops what was once resolved, unless the joint conference rejects it for good", () => {
    const reopened = [...skipped, touch("2026-03-14")]
    const withdraw = at("2026-03-15", { _tag: "WithdrawCoGovernance", reason: "not needed" })
    expect(refusedIn([...reopened, withdraw])).toEqual([
      { _tag: "WasResolvedBefore", rule: "COGOVERNANCE-19", reopened: 1 },
    ])
    const joint = (matter: string) =>
      lost("joint", matter, "2026-03-20").map(
        ([command, around]): CoGovernanceStep => [
          command,
          { ...around, deliberation: around.deliberation && { ...around.deliberation, openedOn: "2026-03-15" } },
        ],
      )
    const letFall = at("2026-03-21", { _tag: "RejectCoGovernance", which: "joint", reason: "let it be" })
    expect(refusedIn([...reopened, ...joint("matter-2"), letFall])).toMatchObject([{ _tag: "NewStartsLeft", left: 1 }])
    const forGood = [...reopened, ...joint("matter-2"), goAgain("2026-03-21", "joint"), ...joint("matter-3"), letFall]
    expect(told(forGood)).toMatchObject({ refused: [], state: { status: "rejected" } })
  })
})
