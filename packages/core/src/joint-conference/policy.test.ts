import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/reading.ts"
import { ConferenceCommand, ConferencePolicy, conferencePolicyDefaults as defaults } from "./index.ts"

const read = decodeStrictly(ConferencePolicy)
const refusals = (change: object) => {
  const result = read({ ...defaults, ...change })
  return result.ok ? [] : result.refusal
}
const share = (numerator: string, denominator: string) => ({ share: { numerator, denominator } })

describe("what a community may choose", () => {
  it("CONFERENCE-5 takes our defaults as they are, and nothing missing or unknown", () => {
    expect(read(defaults)).toEqual({ ok: true, value: defaults })
    const { noticeDays: _noticeDays, ...rest } = defaults
    expect(read(rest)).toMatchObject({
      ok: false,
      refusal: [{ path: ["noticeDays"], refusal: { _tag: "MissingField" } }],
    })
    expect(refusals({ quorumDays: 3 })).toMatchObject([{ path: ["quorumDays"], refusal: { _tag: "UnknownField" } }])
  })

  it.each([
    ["noticeDays", 1, 20],
    ["agendaDays", 0, 60],
    ["meetingMonths", 1, 12],
    ["minutesDays", 1, 60],
    ["actionReminderDays", 1, 60],
  ])("CONFERENCE-5 %s is a whole number from %i to %i", (field, least, most) => {
    expect(refusals({ [field]: least })).toEqual([])
    expect(refusals({ [field]: most })).toEqual([])
    for (const value of [least - 1, most + 1, least + 0.5, Number.NaN, String(least)])
      expect(refusals({ [field]: value })).toMatchObject([{ path: [field] }])
  })

  it.each([0, 20])("CONFERENCE-16 the notice of a second call may be %i full days", (noticeDays) => {
    expect(refusals({ reconvening: { quorum: defaults.quorum, noticeDays } })).toEqual([])
  })

  it.each([-1, 21])("CONFERENCE-16 the notice of a second call may not be %i full days", (noticeDays) => {
    expect(refusals({ reconvening: { quorum: defaults.quorum, noticeDays } })).toMatchObject([
      { path: ["reconvening", "noticeDays"] },
    ])
  })

  it.each([
    [{ ...defaults.quorum, ...share("0", "1") }, "share-not-above-zero"],
    [{ ...defaults.quorum, ...share("3", "2") }, "share-above-one"],
    [{ ...defaults.quorum, ...share("1", "1") }, "more-than-all"],
  ])("CONFERENCE-10 a quorum that everything meets, or nothing, is refused where it stands: %#", (quorum, reason) => {
    expect(refusals({ quorum })).toEqual([
      { path: ["quorum", "share"], refusal: expect.objectContaining({ _tag: "InvalidQuorum", reason }) },
    ])
  })

  it.each([
    [share("1", "0"), "ZeroDenominator"],
    [share("one", "2"), "InvalidNumber"],
    [share("1.5", "2"), "InvalidNumber"],
  ])("CONFERENCE-12 a share that is no fraction of whole numbers is refused: %j", (broken, tag) => {
    expect(refusals({ majority: { ...defaults.majority, ...broken } })).toMatchObject([
      { path: ["majority", "share"], refusal: { _tag: tag } },
    ])
  })

  it("CONFERENCE-10 CONFERENCE-12 a quorum is of the members; a majority of those present, of all, or of those who vote", () => {
    expect(refusals({ quorum: { ...defaults.quorum, base: "present" } })).toMatchObject([{ path: ["quorum", "base"] }])
    for (const base of ["present", "members", "participating"])
      expect(refusals({ majority: { ...defaults.majority, base } })).toEqual([])
    for (const base of ["whole-estate", "entitled"])
      expect(refusals({ majority: { ...defaults.majority, base } })).toMatchObject([{ path: ["majority", "base"] }])
    expect(refusals({ quorum: { ...defaults.quorum, measure: "area" } })).toMatchObject([
      { path: ["quorum", "measure"] },
    ])
  })
})

describe("what a command may hold", () => {
  const readCommand = decodeStrictly(ConferenceCommand)

  it.each([
    [{ _tag: "GiveNotice", meeting: "spring", role: "admin" }, ["role"], "UnknownField"],
    [{ _tag: "GiveNotice", meeting: "" }, ["meeting"], "InvalidId"],
    [{ _tag: "CancelMeeting", meeting: "spring", reason: "\u3000" }, ["reason"], "EmptyText"],
    [{ _tag: "CancelMeeting", meeting: "spring", reason: "a\u202eb" }, ["reason"], "BidiControl"],
    [{ _tag: "AssignConvenor", person: "p-1", from: "2026-02-30" }, ["from"], "InvalidDate"],
    [{ _tag: "FileMinutes", meeting: "spring", digest: "abc" }, ["digest"], "InvalidDigest"],
  ])("CONFERENCE-22 refuses %j, with the place and the reason", (command, path, tag) => {
    expect(readCommand(command)).toMatchObject({ ok: false, refusal: [{ path, refusal: { _tag: tag } }] })
  })
})
