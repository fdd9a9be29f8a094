import { revokingText } from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"
import { type CoGovernanceEvent, coGovernancePolicyDefaults, notices } from "./index.ts"

const text = `sha-256:${"1".repeat(64)}` as const
const on = "2026-03-20"
const post = (name: string) => ({ _tag: "Post", post: name })
const told = (event: CoGovernanceEvent) => notices(event).map(({ template, to }) => ({ template, to }))

describe("who is told", () => {
  it("COGOVERNANCE-8 units that are touched, and all of them when the joint deliberation is skipped", () => {
    const opened: CoGovernanceEvent = {
      _tag: "CoGovernanceOpened",
      title: "Lights",
      combine: "both",
      touched: ["school"],
      policy: coGovernancePolicyDefaults,
      proposer: { person: "person-0", within: "residents-committee" },
      on,
    }
    const school = { _tag: "Unit", unit: "school" }
    expect(notices(opened)).toEqual([{ template: "matter-touches-unit", to: [school], data: { title: "Lights", on } }])
    expect(notices({ ...opened, touched: [] })).toEqual([])
    expect(told({ _tag: "TouchedUnitsDeclared", units: ["school"], reason: "its gate", on })).toEqual([
      { template: "unit-declared-touched", to: [school] },
    ])
    expect(told({ _tag: "JointSkipped", body: "joint-conference", reason: "nobody", on })).toEqual([
      { template: "joint-skipped", to: [{ _tag: "AllUnits" }, post("proposer")] },
    ])
    expect(told({ _tag: "SkipLapsed", units: ["school"], on })).toEqual([
      { template: "skip-lapsed", to: [post("proposer"), post("convenor")] },
    ])
    expect(told({ _tag: "ResolutionReopened", text, units: ["school"], on })).toEqual([
      { template: "resolution-reopened", to: [post("proposer"), post("convenor"), post("discloser")] },
    ])
  })

  it("COGOVERNANCE-6 COGOVERNANCE-13 whoever publishes, when there is something to disclose, and whoever appraises", () => {
    expect(notices({ _tag: "MatterResolved", text, since: on, on })).toEqual([
      { template: "decision-to-disclose", to: [post("discloser"), post("proposer")], data: { since: on } },
    ])
    expect(notices({ _tag: "ResultReported", report: text, implementedOn: on, on })).toEqual([
      { template: "result-to-disclose", to: [post("discloser"), post("appraiser")], data: { implementedOn: on } },
    ])
    const revoked = {
      _tag: "ResolutionRevoked",
      by: "matter-7",
      sections: revokingText,
      set: "joint-conference",
      revokedOn: on,
      on,
    } as const
    const to = [post("proposer"), post("discloser")]
    expect(notices({ ...revoked, begun: true })).toEqual([
      { template: "resolution-revoked", to, data: { revokedOn: on, begun: "yes" } },
    ])
    expect(notices({ ...revoked, begun: false })[0]?.data).toEqual({ revokedOn: on, begun: "no" })
  })

  it("COGOVERNANCE-5 COGOVERNANCE-9 whoever proposes, of what the deliberations come to", () => {
    expect(
      notices({ _tag: "OutcomeRecorded", which: "joint", matter: "matter-2", outcome: { _tag: "Rejected", on }, on }),
    ).toEqual([
      { template: "outcome-recorded", to: [post("proposer")], data: { which: "joint", outcome: "Rejected", on } },
    ])
    expect(told({ _tag: "TextsFoundDifferent", selfGovernance: text, joint: text, on })).toEqual([
      { template: "texts-found-different", to: [post("proposer"), post("convenor")] },
    ])
    expect(
      told({ _tag: "ReturnedToDeliberation", which: "joint", lapsed: ["joint"], reason: "once more", on }),
    ).toEqual([{ template: "returned-to-deliberation", to: [post("proposer"), post("convenor")] }])
    expect(told({ _tag: "CoGovernanceRejected", which: "joint", reason: null, on })).toEqual([
      { template: "co-governance-rejected", to: [post("proposer")] },
    ])
    expect(told({ _tag: "CoGovernanceClosed", on })).toEqual([
      { template: "co-governance-closed", to: [post("proposer")] },
    ])
    expect(notices({ _tag: "ImplementationBegun", text, disclosure: "notice-1", on })).toEqual([])
  })
})
