import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { someCommunity, someDay } from "../../test/charter/arbitraries.ts"
import {
  charter,
  choice,
  days,
  meetingRules,
  own,
  pack,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "../../test/charter/samples.ts"
import { decisionRules, decisionRulesOn, resolve, stepListOn } from "./index.ts"

const law = pack("law@2020-01-01", {
  rules: [
    ...meetingRules,
    rule("meeting/women", "floor", days(3)),
    rule("owners/approval.heads", "floor", threshold("more-than 1/2 members")),
    rule("owners/notice-days", "floor", days(10)),
  ],
})
const stale = own("owners/notice-days", days(5))
const community = charter([law], { choices: [stale], stepLists: [stepList("ours", stepPlan("a"))], uses: [] })

const setOn = (given: Partial<typeof community>, set: string) => {
  const answer = decisionRulesOn({ ...community, ...given }, [law], { day: today, set })
  return answer.ok ? answer.value.set : answer.refusal.map(({ _tag }) => _tag)
}

describe("CHARTER-14 one set of rules", () => {
  it("CHARTER-14 a choice that does not hold stops the set that it is about, and no other", () => {
    expect(resolve(community, [law], today).ok).toBe(false)
    expect(setOn({}, "owners")).toEqual(["BelowFloor"])
    expect(setOn({}, "meeting")).toBe("meeting")
    expect(setOn({ choices: [] }, "owners")).toBe("owners")
  })

  it("CHARTER-14 a rule of the set by which no sitting is judged does not stop it", () => {
    expect(setOn({ choices: [own("meeting/women", days(1))] }, "meeting")).toBe("meeting")
  })

  it("CHARTER-14 the name of one set is not the beginning of another", () => {
    const longer = own("meeting-hall/silence", choice("follow-majority"))
    expect(setOn({ choices: [longer] }, "meeting")).toBe("meeting")
    expect(setOn({ choices: [longer] }, "meeting-hall")).toEqual(["ClauseMissing"])
  })

  it("CHARTER-14 a list that is not offered stops no set; a pack that is not there stops every one", () => {
    expect(setOn({ uses: ["theirs"] }, "meeting")).toBe("meeting")
    expect(setOn({ packs: [law.pack, "city@2020-01-01"] }, "meeting")).toEqual(["PackUnknown"])
    const ended = { ...law, effectiveTo: today }
    const answer = decisionRulesOn(charter([ended]), [ended], { day: today, set: "meeting" })
    expect(answer.ok ? [] : answer.refusal).toMatchObject([{ _tag: "PackNotInForce" }])
  })

  it("CHARTER-14 a set that is none is refused as decisionRules refuses it", () => {
    expect(setOn({}, "nowhere")).toEqual(["RuleMissing"])
  })

  it("CHARTER-14 where everything resolves, it is what resolve and decisionRules say, and it is never more than they refuse", () => {
    const asked = fc.record({ of: someCommunity, day: someDay, set: fc.constantFrom("meeting", "owners", "nowhere") })
    fc.assert(
      fc.property(asked, ({ day, of: { packs, rules }, set }) => {
        const resolved = resolve(rules, packs, day)
        const answer = decisionRulesOn(rules, packs, { day, set })
        if (resolved.ok) expect(answer).toEqual(decisionRules(resolved.value, set))
        else if (!answer.ok) {
          const ofCharter = answer.refusal.filter(({ rule: id }) => id !== "CHARTER-11" && id !== "CHARTER-12")
          expect(resolved.refusal).toEqual(expect.arrayContaining(ofCharter))
        }
      }),
      { numRuns: 200 },
    )
  })
})

const listOn = (given: Partial<typeof community>, list: string) =>
  stepListOn({ ...community, ...given }, [law], { day: today, list })

describe("CHARTER-14 one list of steps", () => {
  it("CHARTER-14 a choice or another list that does not hold takes no list away", () => {
    expect(listOn({ uses: ["theirs"] }, "ours")).toEqual({ ok: true, value: community.stepLists[0] })
    expect(listOn({ packs: [law.pack, "city@2020-01-01"] }, "ours")).toMatchObject({
      refusal: [{ _tag: "PackUnknown" }],
    })
  })

  it("CHARTER-14 a list that nobody offers is unknown, and one that the community does not use is too", () => {
    expect(listOn({ uses: ["theirs"] }, "theirs")).toMatchObject({
      refusal: [{ _tag: "StepListUnknown", known: ["ours"] }],
    })
    const offering = { ...law, stepLists: [stepList("theirs", stepPlan("b"))] }
    const unused = stepListOn(community, [offering], { day: today, list: "theirs" })
    expect(unused).toMatchObject({ refusal: [{ _tag: "StepListUnknown", list: "theirs", known: ["ours"] }] })
    const used = stepListOn({ ...community, uses: ["theirs"] }, [offering], { day: today, list: "theirs" })
    expect(used).toMatchObject({ ok: true, value: { list: "theirs" } })
  })

  it("CHARTER-14 two different lists of one name are refused, and a third is not", () => {
    const twice = [stepList("ours", stepPlan("a")), stepList("ours", stepPlan("b")), stepList("third", stepPlan("c"))]
    expect(listOn({ stepLists: twice }, "ours")).toMatchObject({ refusal: [{ _tag: "StepListTwice" }] })
    expect(listOn({ stepLists: twice }, "third")).toMatchObject({ ok: true, value: { list: "third" } })
  })
})
