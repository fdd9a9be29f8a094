import { play } from "@jinlin/testkit"
import {
  article34,
  disclosureStep as at,
  disclosureAt,
  downOn,
  objectingOn,
  postingOn,
  sceneSections,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import { project } from "../kernel/projection.ts"
import { disclosure, publicCard, staffCard, standingOf, timeline } from "./index.ts"

type Step = ReturnType<typeof at>
const told = (steps: ReadonlyArray<Step>) => play(disclosure, steps)
const busy: ReadonlyArray<Step> = [
  ...disclosureAt("posted"),
  at("2026-09-02", { ...postingOn("2026-09-01", "online", "the site"), evidence: someDigest(4) }),
  at("2026-09-03", objectingOn("2026-09-03", "one")),
  at("2026-09-04", objectingOn("2026-09-04", "two", { text: someDigest(6), receivedOn: "2026-09-03" })),
  at("2026-09-05", { _tag: "AnswerObjection", objection: "one", answer: someDigest(8) }),
  at("2026-09-08", { ...downOn("2026-09-08", 2, "2026-09-07"), reason: "the site was off" }),
]

describe("what everybody sees", () => {
  it("DISCLOSURE-19 shows what stands where until when, with objections and answers as digests", () => {
    expect(publicCard(told(busy).state)).toEqual({
      status: "posted",
      matter: "matter-1",
      what: "decision",
      document: sceneSubject().digest,
      audience: "residents",
      corrects: null,
      completedOn: null,
      sections: sceneSections(),
      supersededBy: null,
      places: [
        { number: 1, channel: "notice-board", place: "the gate", on: "2026-09-01", takenDown: null },
        {
          ...{ number: 2, channel: "online", place: "the site", on: "2026-09-01" },
          takenDown: {
            ...{ on: "2026-09-07", reason: "the site was off" },
            ...{ evidence: someDigest(4), enteredOn: "2026-09-08" },
          },
        },
      ],
      period: { from: "2026-09-01", lastDay: "2026-09-16", provisional: false },
      asked: { days: 15, citation: article34 },
      objections: [
        {
          ...{ objection: "one", text: someDigest(7), receivedOn: "2026-09-03", on: "2026-09-03" },
          ...{ answer: someDigest(8), answeredOn: "2026-09-05" },
        },
        {
          ...{ objection: "two", text: someDigest(6), receivedOn: "2026-09-03", on: "2026-09-04" },
          ...{ answer: null, answeredOn: null },
        },
      ],
    })
  })

  it("DISCLOSURE-19 names nobody, and shows nothing before it was up", () => {
    const said = JSON.stringify([publicCard(told(busy).state), project(timeline, told(busy).history)])
    for (const person of ["resident-1", "checker-1", "discloser-1"]) expect(said).not.toContain(person)
    expect(publicCard(told(disclosureAt("checked")).state)).toBe(null)
    expect(publicCard(disclosure.initial)).toBe(null)
    expect(publicCard(told(disclosureAt("completed")).state)).toMatchObject({ completedOn: "2026-09-20" })
    const online = [...disclosureAt("checked"), at("2026-09-01", postingOn("2026-09-01", "online"))]
    expect(publicCard(told(online).state)).toMatchObject({ period: null, asked: { days: 15 } })
  })

  it("DISCLOSURE-19 those who serve it see what is missing and what waits; who objected is nowhere", () => {
    expect(staffCard(told(busy).state)).toEqual({
      status: "posted",
      preparation: 1,
      preparedBy: "discloser-1",
      checkedBy: "checker-1",
      missing: [],
      unanswered: [{ objection: "two", on: "2026-09-04" }],
      withoutEvidence: [1],
    })
    const torn = [...busy, at("2026-09-08", downOn("2026-09-08"))]
    expect(staffCard(told(torn).state)).toMatchObject({ missing: ["notice-board"] })
    expect(staffCard(disclosure.initial)).toMatchObject({ missing: [], preparedBy: null, checkedBy: null })
    expect(JSON.stringify(staffCard(told(busy).state))).not.toContain("resident-1")
  })

  it("DISCLOSURE-19 the timeline says on which day it happened, with channel, reason and last day", () => {
    const entries = project(timeline, told([...busy, ...disclosureAt("completed").slice(3)]).history)
    expect(entries.map(({ on, what }) => `${on} ${what}`)).toEqual([
      "2026-08-31 DisclosurePrepared",
      "2026-08-31 DisclosureChecked",
      "2026-09-01 DisclosurePosted",
      "2026-09-01 DisclosurePosted",
      "2026-09-03 ObjectionRaised",
      "2026-09-03 ObjectionRaised",
      "2026-09-05 ObjectionAnswered",
      "2026-09-07 PostingTakenDown",
    ])
    expect(entries.at(-1)).toEqual({
      ...{ on: "2026-09-07", what: "PostingTakenDown", channel: "online", objection: null },
      ...{ lastDay: "2026-09-16", because: "the site was off" },
    })
    expect(entries[4]).toMatchObject({ objection: "one", channel: null, lastDay: null, because: null })
    const gone = [
      ...disclosureAt("checked"),
      at("2026-09-01", { _tag: "AbandonDisclosure", reason: "decided anew" } as const),
    ]
    expect(project(timeline, told(gone).history).at(-1)).toMatchObject({ because: "decided anew" })
  })

  it("DISCLOSURE-2 others are told how far it is, and which document it is", () => {
    expect(standingOf("disclosure-1", told(busy).state)).toMatchObject({
      ...{ disclosure: "disclosure-1", status: "posted", document: sceneSubject().digest, postedOn: "2026-09-01" },
      ...{ end: { date: "2026-09-17", minute: 0 }, completedOn: null, supersededBy: null },
    })
    expect(standingOf("disclosure-1", disclosure.initial)).toMatchObject({ postedOn: null, end: null, objections: [] })
    const late = { ...postingOn("2026-08-31", "online"), evidence: someDigest(4) }
    expect(standingOf("disclosure-1", told([...disclosureAt("posted"), at("2026-09-02", late)]).state).postedOn).toBe(
      "2026-09-01",
    )
  })
})
