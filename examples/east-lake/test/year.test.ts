import { readFileSync } from "node:fs"
import type { DeliberationEvent } from "@jinlin/core/deliberation"
import { type Finding, project } from "@jinlin/core/kernel"
import { fairnessReport, tenures, turnHistory } from "@jinlin/core/rotating-chair"
import { readCharter, runJournal, type Story } from "jinlin"
import { htmlReport, timelineText } from "jinlin/report"
import { describe, expect, it } from "vitest"

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url))
const charter = readCharter(JSON.parse(file("charter.json").toString()))
if (!charter.ok) throw new Error(JSON.stringify(charter.refusal))
const tell = (): Story => {
  const told = runJournal(charter.value, { format: "csv", content: file("journal.csv") })
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
}
const story = tell()
const rotaEvents = story.entries.flatMap((entry) => (entry.process === "rotating-chair" ? [entry.event] : []))
const conferenceEvents = story.entries.flatMap((entry) => (entry.process === "joint-conference" ? [entry.event] : []))

describe("a year of East Lake, told from its data", () => {
  it("is told whole: no row is refused, and no reaction is left to a person", () => {
    expect(story.refused).toEqual([])
    expect(story.tasks).toEqual([])
  })

  it("has one chair a month: March and April swapped, May skipped, June left by the bank, November declined", () => {
    const held = project(tenures, rotaEvents).map(({ from, unit }) => `${from} ${unit}`)
    expect(held).toEqual([
      "2026-01-01 coastal-station",
      "2026-02-01 primary-school",
      "2026-03-01 judicial-office",
      "2026-04-01 yuehaiwan-property",
      "2026-05-01 health-station",
      "2026-06-01 zone-two-branch",
      "2026-07-01 zone-one-branch",
      "2026-08-01 bihai-property",
      "2026-09-01 district-organ",
      "2026-10-01 zone-three-branch",
      "2026-11-01 primary-school",
      "2026-12-01 coastal-station",
    ])
  })

  it("gives the skipped turn back in July, and owes the October chair that did not appear a turn in 2027", () => {
    const repaid = rotaEvents.flatMap((event) =>
      event._tag === "TermPublished" && event.repays ? [[event.term.ordinal, event.repays]] : [],
    )
    expect(repaid).toEqual([
      [7, { unit: "zone-one-branch", since: 5, cause: "skipped" }],
      [14, { unit: "zone-three-branch", since: 10, cause: "no-show" }],
    ])
    const report = fairnessReport(project(turnHistory, rotaEvents))
    const row = (unit: string) => report.rows.find((candidate) => candidate.unit === unit)
    expect(row("zone-one-branch")).toMatchObject({ turns: 1, skipped: 1, owed: 0 })
    expect(row("zone-three-branch")).toMatchObject({ turns: 0, noShows: 1, owed: 0, published: 1 })
    expect(row("smart-park")).toMatchObject({ turns: 0, seated: true })
    expect(row("bank-branch")).toMatchObject({ turns: 0, seated: false })
  })

  it("decides only where there is a quorum, and puts the May meeting off", () => {
    const outcome = conferenceEvents.flatMap((event) =>
      event._tag === "ResolutionAdopted" || event._tag === "ResolutionLost"
        ? [`${event._tag} ${event.resolution}`]
        : [],
    )
    expect(outcome).toEqual([
      "ResolutionAdopted r-fire-lanes",
      "ResolutionAdopted r-night-patrol",
      "ResolutionAdopted r-mediation",
      "ResolutionLost r-school-gate",
      "ResolutionAdopted r-shade",
      "ResolutionAdopted r-summer-classes",
      "ResolutionAdopted r-parking",
      "ResolutionAdopted r-benches",
      "ResolutionAdopted r-winter-visits",
      "ResolutionAdopted r-year-review",
      "ResolutionAdopted r-next-year",
    ])
    expect(conferenceEvents.find((event) => event._tag === "MeetingFoundInquorate")).toMatchObject({
      meeting: "2026-05",
    })
    expect(conferenceEvents.find((event) => event._tag === "MeetingAdjourned")).toMatchObject({ into: "2026-05b" })
  })

  it("lets a substitute preside over the item in which the chair has an interest, and over the meeting it missed", () => {
    const presided = conferenceEvents.flatMap((event) =>
      event._tag === "ResolutionAdopted" && event.presided._tag !== "Chair" ? [[event.resolution, event.presided]] : [],
    )
    expect(presided).toEqual([["r-parking", { _tag: "Substitute", unit: "zone-three-branch" }]])
    const replaced = conferenceEvents.find((event) => event._tag === "ChairUnitReplaced")
    expect(replaced).toMatchObject({ meeting: "2026-10", before: "zone-three-branch", chairUnit: "primary-school" })
  })

  it("is the same story every time", () => {
    expect(JSON.stringify(tell().entries)).toBe(JSON.stringify(story.entries))
  })
})

const eventsOf = (matter: string): ReadonlyArray<DeliberationEvent> =>
  story.entries.flatMap((entry) => (entry.process === "deliberation" && entry.matter === matter ? [entry.event] : []))

const outcomes = ["StepPassed", "StepLost", "TextAmended", "MatterReturned", "OpinionRecorded"]

/** What each sitting on a matter came to: its round, its step and its event. */
const sittingsOf = (matter: string): ReadonlyArray<string> =>
  eventsOf(matter).flatMap((event) =>
    "step" in event && "round" in event && outcomes.includes(event._tag)
      ? [`${event.round} ${event.step} ${event._tag}`]
      : [],
  )

const judged = (matter: string, round: number) => {
  const decision = eventsOf(matter).find((event) => "judgement" in event && event.round === round)
  if (decision === undefined || !("judgement" in decision))
    throw new Error(`round ${round} of ${matter} is not decided`)
  return decision
}

/** A finding as people check it: what was counted, of how much, what was needed, and how near it was. */
const brief = ({ citation, facts, flippedBy, holds, rule, shortBy }: Finding) => {
  const { count, measure, needed, of } = facts
  return { rule, measure, count, of, needed, holds, shortBy, flippedBy, article: citation?.article }
}

describe("a matter that passes its four steps: the residents' pact", () => {
  it("is proposed, consulted on, heard and resolved, each body on a day of its own", () => {
    expect(sittingsOf("residents-pact")).toEqual([
      "1 propose StepPassed",
      "2 consult StepPassed",
      "3 review OpinionRecorded",
      "4 resolve StepPassed",
    ])
    expect(eventsOf("residents-pact").find((event) => event._tag === "MatterDecided")).toMatchObject({
      on: "2026-03-27",
      revision: 1,
    })
  })

  it("meets the law of 2026 in the representatives' meeting: 26 of 30 came, 21 of them were for it", () => {
    const { judgement, packs } = judged("residents-pact", 4)
    // Two thirds of 30 are 20: with 7 fewer there would have been 19. More than half of 26 is 14: with 8 fewer, 13.
    expect(judgement.findings.map(brief)).toEqual([
      {
        ...{ rule: "TALLY-9", measure: "heads", count: 26, of: 30, needed: 20, holds: true },
        ...{ shortBy: undefined, flippedBy: 7, article: "29" },
      },
      {
        ...{ rule: "TALLY-10", measure: "heads", count: 21, of: 26, needed: 14, holds: true },
        ...{ shortBy: undefined, flippedBy: 8, article: "29" },
      },
    ])
    expect(packs).toContain("cn.urc-law@2026-01-01")
    expect(packs).not.toContain("cn.urc-law@2018-12-29")
  })

  it("leaves the representatives the seven full days that East Lake has chosen, where three would do", () => {
    const called = eventsOf("residents-pact").find((event) => event._tag === "StepCalled" && event.step === "resolve")
    expect(called).toMatchObject({ calledOn: "2026-03-16", sitsOn: "2026-03-27", rules: { notice: { days: 7 } } })
  })
})

describe("a matter that is sent back, amended, and then passes: the canteen", () => {
  it("goes back to the two committees, starts again with its new text, and passes every step with it", () => {
    expect(sittingsOf("elders-canteen")).toEqual([
      "1 propose StepPassed",
      "2 consult StepPassed",
      "3 review OpinionRecorded",
      "4 resolve MatterReturned",
      "5 consult TextAmended",
      "6 propose StepPassed",
      "7 consult StepPassed",
      "8 review OpinionRecorded",
      "9 resolve StepPassed",
    ])
    expect(judged("elders-canteen", 4)).toMatchObject({ to: "consult", lapsed: ["consult"] })
    expect(judged("elders-canteen", 5)).toMatchObject({ restartsAt: "propose", lapsed: ["propose"] })
  })

  it("decides the text that every body saw, and no approval of the old one counts", () => {
    const { newText } = { newText: "", ...judged("elders-canteen", 5) }
    expect(newText).toMatch(/^sha-256:/)
    expect([6, 7, 9].map((round) => judged("elders-canteen", round).text)).toEqual([newText, newText, newText])
    expect(judged("elders-canteen", 1).text).not.toBe(newText)
    expect(story.matters.get("elders-canteen")).toMatchObject({ status: "decided", revision: 2, text: newText })
  })
})

describe("a matter that is short by two votes: the charging sheds", () => {
  it("has 11 of 24 for it where 13 are needed, and is rejected", () => {
    const lost = judged("charging-sheds", 4)
    // 25 came, one of them recused: 24 of 30 for a quorum of 20. More than half of 24 is 13.
    expect(lost.judgement.findings.map(brief)).toEqual([
      {
        ...{ rule: "TALLY-9", measure: "heads", count: 24, of: 30, needed: 20, holds: true },
        ...{ shortBy: undefined, flippedBy: 5, article: "29" },
      },
      {
        ...{ rule: "TALLY-10", measure: "heads", count: 11, of: 24, needed: 13, holds: false },
        ...{ shortBy: 2, flippedBy: 2, article: "29" },
      },
    ])
    expect(lost).toMatchObject({ _tag: "StepLost", consequence: { _tag: "Rejected" } })
    expect(story.matters.get("charging-sheds")?.status).toBe("rejected")
  })

  it("says that two of those who voted otherwise would have turned it", () => {
    expect(judged("charging-sheds", 4).judgement.flips).toContainEqual({ change: "others-vote-for", voters: 2 })
  })

  it("counts whoever is recused on neither side", () => {
    const { tally } = judged("charging-sheds", 4).judgement
    expect([tally.members.heads, tally.entitled.heads, tally.present.heads]).toEqual([30, 29, 24])
    expect([tally.for.heads, tally.against.heads, tally.abstain.heads]).toEqual([11, 9, 4])
  })
})

describe("a decision of the owners, by area and headcount: maintenance funds for the roofs", () => {
  it("has a roll of 137 heads for 144 dwellings", () => {
    // 4 buildings of 9 floors with 4 doors of 89.32, 118.75, 142.60 and 96.48 m²: 447.15 m² on each of 36 floors. The six
    // that the developer has not sold are one head, and so are the three of one buyer: 144 - 5 - 2 = 137.
    const entered = eventsOf("roof-repair").flatMap((event) =>
      event._tag === "RollEntered" && event.round === 2 ? event.voters : [],
    )
    expect(entered).toHaveLength(137)
    expect(entered.reduce((sum, { area }) => sum + area, 0)).toBe(36 * 4_471_500)
    // 4-803, 4-804 and the whole ninth floor of building 4; 2-101 with 2-102 and 2-103.
    expect(entered.find(({ voter }) => voter === "developer")?.area).toBe(1_426_000 + 964_800 + 4_471_500)
    expect(entered.find(({ voter }) => voter === "2-101")?.area).toBe(893_200 + 1_187_500 + 1_426_000)
  })

  it("is about their use, which more than half decide; to raise them the owners could not have been called so", () => {
    const called = eventsOf("roof-repair").find((event) => event._tag === "StepCalled" && event.round === 2)
    expect(story.matters.get("roof-repair")?.about).toBe("use-of-maintenance-funds")
    expect(called).toMatchObject({ rules: { set: "owners-general" } })
    const content = file("journal.csv").toString().replace("use-of-maintenance-funds", "raising-of-maintenance-funds")
    const told = runJournal(charter.value, { format: "csv", content })
    expect(told.ok ? null : told.refusal[0]).toMatchObject({
      command: "CallStep",
      refusal: {
        ...{ _tag: "SubjectNotOfSet", rule: "DELIBERATION-28", about: "raising-of-maintenance-funds" },
        assigned: { set: "owners-special", citation: { article: "278(1)(6)" } },
      },
    })
  })

  it("is extended once, closes by itself, and passes by both measures", () => {
    const { judgement } = judged("roof-repair", 2)
    // 62 for (26 doors of 89.32, 27 of 96.48, 9 of 118.75), 36 against, 4 abstaining and 3 void took part.
    const votesFor = 26 * 893_200 + 27 * 964_800 + 9 * 1_187_500
    const against = 26 * 1_426_000 + 9 * 1_187_500 + (893_200 + 1_187_500 + 1_426_000)
    const tookPart = votesFor + against + 4 * 964_800 + 3 * 893_200
    expect([votesFor, tookPart]).toEqual([59_960_300, 117_769_300])
    expect(judgement.findings.map(brief)).toEqual([
      {
        ...{ rule: "TALLY-9", measure: "heads", count: 105, of: 137, needed: 92, holds: true },
        ...{ shortBy: undefined, flippedBy: 14, article: "278(2)" },
      },
      {
        ...{ rule: "TALLY-9", measure: "area", count: 117_769_300, of: 160_974_000, needed: 107_316_000, holds: true },
        ...{ shortBy: undefined, flippedBy: 10_453_301, article: "278(2)" },
      },
      {
        ...{ rule: "TALLY-10", measure: "heads", count: 62, of: 105, needed: 53, holds: true },
        ...{ shortBy: undefined, flippedBy: 10, article: "278(2)" },
      },
      {
        ...{ rule: "TALLY-10", measure: "area", count: 59_960_300, of: 117_769_300, needed: 58_884_651, holds: true },
        ...{ shortBy: undefined, flippedBy: 1_075_650, article: "278(2)" },
      },
    ])
    const extended = eventsOf("roof-repair").find((event) => event._tag === "BallotExtended")
    expect(extended).toMatchObject({ before: "2026-06-15", closesOn: "2026-06-29" })
    const closed = eventsOf("roof-repair").find((event) => event._tag === "BallotClosed" && event.round === 2)
    expect(closed).toMatchObject({ on: "2026-06-30" })
  })

  it("keeps the three papers that cannot be counted, with their reason", () => {
    expect(judged("roof-repair", 2).judgement.setAside).toEqual(
      ["4-101", "4-201", "4-301"].map((voter) => ({ voter, reason: "void", channel: "record" })),
    )
  })
})

describe("what is told of the matters", () => {
  it.each([
    ["en", "Approval: 11 of 24 (those present) for it; more than 1/2 needed, that is 13: not met, short by 2."],
    ["zh-Hans", "赞成：以到会者24人为基数，赞成11人；要求超过1/2，即13人：未达到，还差2人。"],
  ] as const)("explains in %s why the charging sheds did not pass, with the article", (language, sentence) => {
    const text = timelineText(story, language, { width: 400, colours: false })
    expect(text.split("\n").filter((line) => line.includes(sentence))).toHaveLength(1)
    expect(htmlReport(story, language)).toContain(language === "en" ? "short by 2" : "差2")
  })
})
