import { readFileSync } from "node:fs"
import { type Charter, readCharter, runJournal, type Story } from "jinlin"
import { htmlReport, timeline } from "jinlin/report"
import { describe, expect, it } from "vitest"

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8")
const read = readCharter(JSON.parse(file("charter.json")))
if (!read.ok) throw new Error(JSON.stringify(read.refusal))
const charter: Charter = read.value
const [header = "", ...rows] = file("journal.csv").trimEnd().split("\n")
const telling = (lines: ReadonlyArray<string>) =>
  runJournal(charter, { format: "csv", content: [header, ...lines].join("\n") })
const tell = (lines: ReadonlyArray<string>): Story => {
  const told = telling(lines)
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
}
const story = tell(rows)

/** The journal without the rows that hold all of these. */
const without = (...marks: ReadonlyArray<string>) => {
  const left = rows.filter((row) => !marks.every((mark) => row.includes(mark)))
  expect(left.length).toBeLessThan(rows.length)
  return left
}

/** The journal with a row at another moment, in the order of the days; nothing of it after that day is told. */
const until = (mark: string, day: string, time: string) => {
  const row = rows.find((one) => one.includes(mark)) ?? ""
  return [
    ...rows.filter((one) => one.slice(0, 10) <= day && one !== row),
    row.replace(/^[^,]+,[^,]*,/, `${day},${time},`),
  ]
}

const refused = (lines: ReadonlyArray<string>) => {
  const told = telling(lines)
  return told.ok ? undefined : { command: told.refusal[0].command, ...told.refusal[0].refusal }
}

/** What happened to one of these streams, each with its day and what set it going. */
const happenedTo = (id: string, from: Story = story): ReadonlyArray<string> =>
  from.entries.flatMap((entry) => {
    const subject =
      entry.process === "co-governance"
        ? entry.coGovernance
        : entry.process === "disclosure"
          ? entry.disclosure
          : entry.process === "covenant"
            ? entry.covenant
            : undefined
    const by = "rule" in entry.cause ? ` ${entry.cause.rule}` : ""
    return subject === id ? [`${entry.moment.civilDate} ${entry.event._tag}${by}`] : []
  })

describe("the canteen goes through two deliberations, two appraisals and two disclosures", () => {
  it("is decided by the residents' representatives and then by the joint conference, on one text, and closed in October", () => {
    expect(happenedTo("canteen")).toEqual([
      "2026-04-07 CoGovernanceOpened",
      "2026-04-07 DeliberationAttached",
      "2026-04-20 TouchedUnitsDeclared",
      "2026-06-23 OutcomeRecorded REACTION-13",
      "2026-06-24 DeliberationAttached",
      "2026-07-03 OutcomeRecorded REACTION-13",
      "2026-07-03 MatterResolved REACTION-13",
      "2026-07-06 DisclosureLinked REACTION-15",
      "2026-07-07 ImplementationBegun",
      "2026-09-10 ResultReported",
      "2026-09-10 DisclosureLinked REACTION-15",
      "2026-09-18 DisclosureLinked REACTION-15",
      "2026-09-24 AppraisalRecorded",
      "2026-09-24 AppraisalRecorded",
      "2026-10-12 CoGovernanceClosed",
    ])
    expect(story.coGovernances.get("canteen")).toMatchObject({
      status: "closed",
      resolution: { text: story.matters.get("elders-canteen")?.text, since: "2026-07-03" },
      disclosures: { decision: { disclosure: "canteen-decision" }, result: { disclosure: "canteen-result-2" } },
    })
  })

  it("has its decision up for fifteen days, and waits eight days more for the answer to an objection", () => {
    expect(happenedTo("canteen-decision")).toEqual([
      "2026-07-06 DisclosurePrepared",
      "2026-07-06 DisclosureChecked",
      "2026-07-06 DisclosurePosted",
      "2026-07-06 DisclosurePosted",
      "2026-07-20 ObjectionRaised",
      "2026-07-29 ObjectionAnswered",
      "2026-07-29 DisclosureCompleted DISCLOSURE-13",
    ])
    // Put up on the sixth, fifteen days end with the twenty-first; sheets of that day may be typed three days later.
    expect(story.disclosures.get("canteen-decision")?.period?.lastDay).toBe("2026-07-21")
    const unopposed = tell(rows.filter((row) => !row.includes(",smell,")))
    expect(happenedTo("canteen-decision", unopposed).at(-1)).toBe("2026-07-25 DisclosureCompleted DISCLOSURE-13")
    const unanswered = without("AnswerObjection", ",smell,").filter((row) => !row.includes("CloseCoGovernance"))
    expect(tell(unanswered).disclosures.get("canteen-decision")?.status).toBe("posted")
  })

  it("has its result corrected: the households are blacked out, and what was objected goes on with the correction", () => {
    expect(happenedTo("canteen-result").slice(2)).toEqual([
      "2026-09-10 DisclosurePosted",
      "2026-09-15 ObjectionRaised",
      "2026-09-18 DisclosureSuperseded REACTION-16",
      "2026-09-18 PostingTakenDown",
    ])
    const corrected = story.disclosures.get("canteen-result-2")
    expect(corrected?.sections.map(({ name, shown }) => [name, shown])).toEqual([
      ["opened", true],
      ["costs", true],
      ["donors", false],
    ])
    expect(corrected?.document).toBe(story.disclosures.get("canteen-result")?.document)
    expect(corrected?.objections).toMatchObject([
      { objection: "households", from: "canteen-result", answered: { on: "2026-09-18" } },
    ])
    // The fifteenth day is 3 October, within National Day: the first working day after it is the eighth.
    expect(corrected?.period?.lastDay).toBe("2026-10-08")
    expect(happenedTo("canteen-result-2").at(-1)).toBe("2026-10-12 DisclosureCompleted DISCLOSURE-13")
  })

  it("is closed not an hour early, and not without both appraisals", () => {
    const result = { _tag: "DisclosureMissing", what: "result", disclosure: "canteen-result-2", status: "posted" }
    const ends = { date: "2026-10-09", minute: 0 }
    expect(refused(until("CloseCoGovernance", "2026-10-08", "23:59"))).toMatchObject({ ...result, ends })
    expect(refused(until("CloseCoGovernance", "2026-10-11", "23:59"))).toMatchObject({ ...result, ends })
    expect(refused(without("AnswerObjection", ",smell,"))).toMatchObject({
      ...{ command: "CloseCoGovernance", _tag: "DisclosureMissing", what: "decision", openObjections: 1 },
    })
    expect(refused(without("RecordAppraisal", "internal-bodies"))).toMatchObject({
      ...{ command: "CloseCoGovernance", _tag: "AppraisalMissing", which: "internal-bodies" },
    })
  })

  it("is not begun before its decision is up, and no member of an appraised unit appraises it", () => {
    expect(refused(until("BeginImplementation", "2026-07-05", "10:00"))).toMatchObject({ _tag: "DisclosureMissing" })
    const insider = rows.map((row) => row.replace("p-w5hb|p-m7sn|p-r2kc", "p-w5hb|p-17ce"))
    expect(refused(insider)).toMatchObject({ command: "RecordAppraisal" })
  })
})

describe("the residents' pact is made, ordered corrected, and amended", () => {
  it("is in force from April, and as amended from October", () => {
    expect(
      story.covenants
        .get("pact")
        ?.versions.map(({ decidedOn, filed, from, version }) => [
          version,
          decidedOn,
          from,
          filed?.on,
          filed?.lateDays,
          filed?.receipt,
        ]),
    ).toEqual([
      [1, "2026-03-27", "2026-04-01", "2026-04-28", 2, "文武砂街备字〔2026〕11号"],
      [2, "2026-09-17", "2026-10-01", "2026-09-28", 0, "文武砂街备字〔2026〕37号"],
    ])
    expect(story.covenants.get("pact")?.matters).toEqual(["residents-pact", "pact-amendment"])
  })

  it("closes its comments, draws the consequence of each vote and reminds of filing by itself", () => {
    expect(happenedTo("pact").filter((line) => line.split(" ").length === 3)).toEqual([
      "2026-01-28 CommentsClosed COVENANT-3",
      "2026-03-27 VersionAdopted REACTION-14",
      "2026-04-26 FilingReminded COVENANT-13",
      "2026-08-13 CommentsClosed COVENANT-3",
      "2026-09-17 VersionAdopted REACTION-14",
    ])
  })

  it("says of every comment what was made of it", () => {
    const made = story.entries.flatMap(({ event }) =>
      event._tag === "CommentDisposed" ? [`${event.comment}: ${event.disposition}`] : [],
    )
    expect(made).toEqual([
      "longer-quiet: taken-up",
      "no-charging: taken-up",
      "playground: taken-up",
      "no-sheds: taken-up-in-part",
      "keep-fine: not-taken-up",
    ])
  })

  it.each([
    ["a comment of which nothing was made", ["DisposeComment", "keep-fine"], "CommentsUndisposed"],
    ["a text that nobody held against the law", ["CheckLegality", "pact-amended"], "LegalityUnchecked"],
  ] as const)("is not put to the vote with %s", (_what, marks, tag) => {
    expect(refused(without(...marks))).toMatchObject({ command: "SubmitDraft", _tag: tag })
  })

  it("is not put to the vote without the clause on the leadership of the Party, nor past the order to correct it", () => {
    const renamed = rows.map((row) => row.replaceAll('""party-leadership""', '""harmony""'))
    expect(refused(renamed)).toMatchObject({ command: "SubmitDraft", _tag: "ClausesMissing" })
    const unanswered = rows.map((row) => (row.includes("SubmitDraft") ? row.replace("no-fines", "") : row))
    expect(refused(unanswered)).toMatchObject({ command: "SubmitDraft", _tag: "OrdersUnanswered" })
  })
})

describe("what is told of all this", () => {
  it.each(["en", "zh-Hans", "zh-Hant"] as const)(
    "has a sentence in %s for every event, and no bare key",
    (language) => {
      const lines = timeline(story, language).filter(({ process }) =>
        ["co-governance", "covenant", "disclosure"].includes(process),
      )
      // 15 of the canteen, 31 of the pact; of the three disclosures that nobody objected to 4 each, of the canteen's 7, 6 and 5.
      expect(lines.reduce((sum, { events }) => sum + events, 0)).toBe(15 + 31 + 3 * 4 + 7 + 6 + 5)
      expect(lines.filter(({ text }) => /\{|\}|undefined|[a-z]+\.[a-z]+\.[a-z]/.test(text))).toEqual([])
    },
  )

  it.each(["en", "zh-Hans"] as const)("names nobody in what the public report in %s has of it", (language) => {
    const page = htmlReport(story, language, { audience: "public" })
    const parts = page.slice(page.indexOf('<section id="co-governance">'), page.indexOf('<section id="timeline">'))
    const lines = timeline(story, language, { audience: "public" }).filter(({ process }) =>
      ["co-governance", "covenant", "disclosure"].includes(process),
    )
    expect(parts).toContain(language === "en" ? "corrected by another" : "已被更正")
    expect([parts, ...lines.map(({ text }) => text)].join().match(/\bp-[a-z0-9]{4}\b/g)).toBeNull()
    expect(page).not.toContain("2-301")
    expect(page).not.toContain("2号楼301")
  })
})
