import { type CoGovernanceCommand, coGovernance, type DisclosureFact } from "@jinlin/core/co-governance"
import { play } from "@jinlin/testkit"
import {
  type CoGovernanceStep,
  coGovernanceAt,
  coGovernanceOpening,
  coGovernanceStep,
  completedDisclosures,
  decidedFact,
  deliberated,
  disclosureFact,
  sceneConvenor,
  someDocument,
} from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"

const told = (...steps: ReadonlyArray<CoGovernanceStep>) => play(coGovernance, steps)
/** The refusals of the last of some steps. */
const refusedIn = (...steps: ReadonlyArray<CoGovernanceStep>) => told(...steps).refused.at(-1)?.[1] ?? []

const residents = deliberated("self-governance", {
  ...decidedFact("self-governance", "residents-1", { endedOn: "2026-03-10" }),
  endedOn: "2026-03-10",
})
const conference = (text: number) =>
  deliberated("joint", {
    ...decidedFact("joint", "conference-1", { endedOn: "2026-03-20", text: someDocument(text) }),
    endedOn: "2026-03-20",
  })

describe("a matter with two deliberations as the site shows it", () => {
  it("COGOVERNANCE-18 one life from start to end", () => {
    // #region life
    const { history, refused, state } = told(...coGovernanceAt("closed"))

    expect(refused).toEqual([])
    expect(history.map(({ _tag }) => _tag)).toEqual([
      "CoGovernanceOpened",
      "DeliberationAttached", // the residents' matter
      "OutcomeRecorded",
      "DeliberationAttached", // that of the joint conference
      "OutcomeRecorded",
      "MatterResolved", // both decided the same text
      "DisclosureLinked", // what was decided hangs on the board
      "ImplementationBegun",
      "ResultReported",
      "DisclosureLinked", // what came of it hangs on the board
      "AppraisalRecorded",
      "AppraisalSkipped",
      "CoGovernanceClosed",
    ])
    expect(state.status).toBe("closed")
    // #endregion life
  })

  it("COGOVERNANCE-5 COGOVERNANCE-6 side by side in either order, and one text or none", () => {
    // #region one-text
    const opened = coGovernanceOpening({ combine: "both" })
    const oneWay = told(opened, ...residents, ...conference(1)).state
    expect(oneWay).toMatchObject({ status: "resolved", resolution: { text: someDocument(1), since: "2026-03-20" } })

    // The joint conference changed the text: there are two decisions and no resolution, until one of them goes again.
    const differing = told(opened, ...residents, ...conference(2)).state
    expect(differing).toMatchObject({ status: "deliberating", resolution: null })
    // #endregion one-text
    const otherWay = told(opened, ...conference(1), ...residents).state
    expect(otherWay.deliberations).toEqual(oneWay.deliberations)
    expect(otherWay.resolution?.since).toBe("2026-03-20")
  })

  it("COGOVERNANCE-7 COGOVERNANCE-8 a skip holds only as long as no unit is touched", () => {
    // #region touched
    const skip = { _tag: "SkipJoint", reason: "only lamps inside the estate" } as const
    const skipped = [
      coGovernanceOpening({ combine: "second-if-touched" }),
      ...residents,
      coGovernanceStep("2026-03-11", skip, { actor: sceneConvenor }),
    ]
    expect(told(...skipped).state.status).toBe("resolved")

    // The school says that the lamps shine on its gate: the resolution falls, and the joint conference is asked.
    const declare = { _tag: "DeclareTouchedUnits", units: ["school"], reason: "they shine on its gate" } as const
    const reopened = [...skipped, coGovernanceStep("2026-03-14", declare)]
    expect(told(...reopened).state).toMatchObject({ status: "deliberating", skip: null, resolution: null })

    // Nobody uses that to take back what the residents have decided.
    const takeBack = { _tag: "WithdrawCoGovernance", reason: "not needed" } as const
    expect(refusedIn(...reopened, coGovernanceStep("2026-03-15", takeBack))).toMatchObject([
      { _tag: "WasResolvedBefore", rule: "COGOVERNANCE-19" },
    ])
    // #endregion touched
  })

  it("COGOVERNANCE-12 COGOVERNANCE-18 nothing is begun untold, and nothing closed an hour early", () => {
    // #region gates
    const begin = coGovernanceStep("2026-03-22", { _tag: "BeginImplementation" }, { disclosures: [] })
    expect(refusedIn(...coGovernanceAt("resolved"), begin)).toMatchObject([
      { _tag: "DisclosureMissing", what: "decision", disclosure: null, status: "unlinked" },
    ])

    // Somebody's clock is ahead and the disclosure says that it is completed. Its end is the 18th at midnight.
    const close = (day: "2026-05-17" | "2026-05-18", minuteOfDay: number) =>
      coGovernanceStep(day, { _tag: "CloseCoGovernance" }, { disclosures: completedDisclosures, minuteOfDay })
    expect(refusedIn(...coGovernanceAt("appraised"), close("2026-05-17", 1380))).toMatchObject([
      { _tag: "DisclosureMissing", what: "result", ends: { date: "2026-05-18", minute: 0 } },
    ])
    expect(told(...coGovernanceAt("appraised"), close("2026-05-18", 0)).state.status).toBe("closed")
    // #endregion gates
  })

  it("COGOVERNANCE-15 a fresh notice leaves no objections behind: only a correction takes the place of a disclosure", () => {
    // #region correction
    const link = (disclosure: DisclosureFact) =>
      coGovernanceStep(
        "2026-03-23",
        { _tag: "LinkDisclosure", what: "decision", disclosure: disclosure.disclosure },
        { disclosures: [disclosure] },
      )
    const disclosed = coGovernanceAt("disclosed") // notice-1 is linked
    const fresh = disclosureFact("decision", "notice-9", { from: "2026-03-23" })

    expect(refusedIn(...disclosed, link(fresh))).toMatchObject([{ _tag: "LinkIsNoCorrection", linked: "notice-1" }])
    expect(refusedIn(...disclosed, link({ ...fresh, corrects: ["notice-1"] }))).toEqual([])
    // #endregion correction
  })

  it("COGOVERNANCE-17 nobody appraises a body to which he belongs", () => {
    // #region appraisal
    const appraise: CoGovernanceCommand = {
      ...{ _tag: "RecordAppraisal", which: "internal-bodies", appraisal: "appraisal-1", result: someDocument(8) },
      ...{ by: "compound-party-branch", appraised: ["owners-committee"], appraisers: ["person-5"] },
    }
    const memberships = [{ person: "person-5", bodies: ["compound-party-branch", "owners-committee"] }]
    expect(
      refusedIn(...coGovernanceAt("implemented"), coGovernanceStep("2026-05-03", appraise, { memberships })),
    ).toMatchObject([{ _tag: "AppraiserAmongAppraised", appraisers: ["person-5"] }])
    // #endregion appraisal
  })
})
