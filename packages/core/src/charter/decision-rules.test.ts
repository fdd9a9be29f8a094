import { DecisionRules, decodeStrictly } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  choices,
  days,
  flag,
  meetingRules,
  own,
  pack,
  persons,
  rule,
  threshold,
  times,
  today,
} from "../../test/charter/samples.ts"
import { decisionRules, defaultCitation, ownCitation, resolve } from "./index.ts"
import type { OwnChoice } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"

const law = pack("sample-law@2020-01-01", { rules: meetingRules })
const unrelated = pack("other-law@2020-01-01", { rules: [rule("garden/days", "floor", days(3))] })

const read = (packs: ReadonlyArray<RulePack>, chosen: ReadonlyArray<OwnChoice> = [], set = "meeting") => {
  const resolved = resolve(charter(packs, { choices: chosen }), packs, today)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.refusal))
  return decisionRules(resolved.value, set)
}

const refusalsOf = (...args: Parameters<typeof read>) => {
  const answer = read(...args)
  return answer.ok ? [] : answer.refusal
}

const art = (article: string) => ({ instrument: "Sample Law", article, certainty: "law" })

describe("CHARTER-11 a set of rules by which a sitting is judged", () => {
  it("CHARTER-11 what nobody says is our default, and says so", () => {
    expect(read([law, unrelated])).toEqual({
      ok: true,
      value: {
        set: "meeting",
        day: today,
        packs: [law.pack],
        quorum: [
          {
            threshold: {
              share: { numerator: "2", denominator: "3" },
              ...{ comparison: "at-least", measure: "heads", base: "members" },
            },
            citation: art("meeting/quorum.heads"),
          },
        ],
        quorumCounts: "present",
        approval: [
          {
            threshold: {
              share: { numerator: "1", denominator: "2" },
              ...{ comparison: "more-than", measure: "heads", base: "present" },
            },
            citation: art("meeting/approval.heads"),
          },
        ],
        composition: null,
        notice: { days: 3, urgent: false, citation: defaultCitation },
        ballot: { modes: ["show-of-hands", "open"], citation: defaultCitation },
        proxies: { cap: 0, citation: defaultCitation },
        silence: { policy: "not-participating", clause: null, citation: defaultCitation },
        repeated: { counts: "last", citation: defaultCitation },
        extension: { times: 0, days: 0, citation: defaultCitation },
        partyStudy: { required: false, citation: defaultCitation },
        subjects: [],
      },
    })
  })

  it("CHARTER-11 what is said is read, each with its source", () => {
    const chosen = [
      own("meeting/approval.area", threshold("more-than 1/2 participating", "area")),
      own("meeting/quorum-counts", choice("participating")),
      own("meeting/composition", threshold("at-least 4/5 members")),
      own("meeting/notice-days", days(10)),
      own("meeting/urgent-notice", flag(true)),
      own("meeting/ballot-modes", choices("secret-papers", "open")),
      own("meeting/proxy-cap", persons(3)),
      own("meeting/silence", choice("follow-majority", "article 12")),
      own("meeting/repeated-ballots", choice("first")),
      own("meeting/extension-times", times(2)),
      own("meeting/extension-days", days(15)),
      own("meeting/party-study", flag(true)),
    ]
    const citation = ownCitation
    expect(read([law], chosen)).toMatchObject({
      ok: true,
      value: {
        packs: [law.pack],
        approval: [{ threshold: { measure: "heads" } }, { threshold: { measure: "area" }, citation }],
        quorumCounts: "participating",
        composition: { threshold: { share: { numerator: "4", denominator: "5" } }, citation },
        notice: { days: 10, urgent: true, citation },
        ballot: { modes: ["open", "secret-papers"], citation },
        proxies: { cap: 3, citation },
        silence: { policy: "follow-majority", clause: "article 12", citation },
        repeated: { counts: "first", citation },
        extension: { times: 2, days: 15, citation },
        partyStudy: { required: true, citation },
      },
    })
  })

  it("CHARTER-11 what comes out is what the kernel's schema reads", () => {
    const answer = read([law])
    expect(answer.ok && decodeStrictly(DecisionRules)(answer.value).ok).toBe(true)
  })

  it("CHARTER-11 a set that neither decides nor is only heard is refused with the rules that are missing", () => {
    expect(refusalsOf([law], [], "nowhere")).toEqual([
      {
        _tag: "RuleMissing",
        rule: "CHARTER-11",
        set: "nowhere",
        keys: ["nowhere/approval.heads", "nowhere/approval.area", "nowhere/consultative"],
      },
    ])
  })

  it("CHARTER-11 a body that is only heard has no approval, and one that decides is not only heard", () => {
    const heard = [own("council/consultative", flag(true))]
    expect(read([], heard, "council")).toMatchObject({ ok: true, value: { approval: [] } })
    expect(refusalsOf([law], [own("meeting/consultative", flag(true))])).toMatchObject([
      { _tag: "HeardAndDeciding", keys: ["meeting/approval.heads", "meeting/consultative"] },
    ])
    expect(refusalsOf([], [own("council/consultative", flag(false))], "council")).toMatchObject([
      { _tag: "RuleMissing" },
    ])
    expect(read([law], [own("meeting/consultative", flag(false))]).ok).toBe(true)
  })

  it("CHARTER-11 the packs are those with a part in it: a bound that is met counts, a proposal that is not taken does not", () => {
    const floor = pack("city@2020-01-01", {
      rank: "local-regulation",
      rules: [rule("meeting/notice-days", "floor", days(5))],
    })
    const proposal = pack("profile@2020-01-01", {
      rank: "profile",
      rules: [rule("meeting/notice-days", "default", days(6)), rule("meeting/meetings", "default", times(4))],
    })
    const packsOf = (...args: Parameters<typeof read>) => {
      const answer = read(...args)
      return answer.ok ? answer.value.packs : []
    }
    expect(packsOf([law, floor, proposal])).toEqual([floor.pack, proposal.pack, law.pack])
    expect(packsOf([law, floor, proposal], [own("meeting/notice-days", days(8))])).toEqual([floor.pack, law.pack])
  })
})

describe("CHARTER-12 values that fit", () => {
  it.each([
    ["quorum.heads", threshold("at-least 1/2 members", "area"), "threshold-heads", null],
    ["quorum.area", threshold("at-least 1/2 members"), "threshold-area", null],
    ["approval.area", days(3), "threshold-area", null],
    ["composition", threshold("at-least 1/2 members", "area"), "threshold-heads", null],
    ["quorum-counts", choice("invited"), "quorum-counts", null],
    ["consultative", choice("yes"), "flag", null],
    ["notice-days", { _tag: "Count", count: 10, unit: "working-day" }, "days", 366],
    ["notice-days", days(367), "days", 366],
    ["urgent-notice", days(1), "flag", null],
    ["ballot-modes", choices("by-post", "open"), "ballot-modes", null],
    ["ballot-modes", choice("open"), "ballot-modes", null],
    ["proxy-cap", times(3), "persons", 10_000],
    ["proxy-cap", persons(10_001), "persons", 10_000],
    ["silence", choice("joins"), "silence", null],
    ["repeated-ballots", flag(true), "repeated-ballots", null],
    ["extension-times", times(11), "times", 10],
    ["extension-days", days(367), "days", 366],
    ["party-study", choice("required"), "flag", null],
  ] as const)("CHARTER-12 %s is not %j: %s", (name, value, expected, most) => {
    const plain = pack("plain@2020-01-01", {
      rules: [rule("meeting/approval.heads", "floor", threshold("more-than 1/2 cast"))],
    })
    const key = `meeting/${name}`
    expect(refusalsOf([plain], [own(key, value)])).toEqual([
      { _tag: "ValueMisfit", rule: "CHARTER-12", key, value, from: "own", expected, most },
    ])
  })

  it.each([
    ["notice-days", days(366)],
    ["proxy-cap", persons(10_000)],
    ["extension-times", times(10)],
    ["extension-days", days(366)],
  ] as const)("CHARTER-12 the most that fits: %s", (name, value) => {
    expect(read([law], [own(`meeting/${name}`, value)]).ok).toBe(true)
  })

  it("CHARTER-12 everything that does not fit is told at once", () => {
    const wrong = [own("meeting/silence", days(1)), own("meeting/notice-days", flag(true))]
    expect(refusalsOf([law], wrong).map(({ _tag }) => _tag)).toEqual(["ValueMisfit", "ValueMisfit"])
  })
})
