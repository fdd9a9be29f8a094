import { given, play } from "@jinlin/testkit"
import {
  disclosureStep as at,
  disclosureAt,
  objectingOn,
  postingOn,
  preparing,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import { type DisclosureCommand, type DisclosureStanding, disclosure, standingOf } from "./index.ts"

type Step = ReturnType<typeof at>

const then = (before: ReadonlyArray<Step>, [command, around]: Step) =>
  given(disclosure, play(disclosure, before).history).when(command, around)

const document = sceneSubject().digest
const posted = disclosureAt("posted")
const objected = [
  ...posted,
  at("2026-09-02", objectingOn("2026-09-02", "objection-1")),
  at("2026-09-03", objectingOn("2026-09-03", "objection-2")),
]
const answered = [
  ...objected,
  at("2026-09-04", { _tag: "AnswerObjection", objection: "objection-2", answer: someDigest(8) }),
]
const standing = (steps: ReadonlyArray<Step>, id = "disclosure-1"): DisclosureStanding =>
  standingOf(id, play(disclosure, steps).state)

const correcting = { ...preparing, corrects: "disclosure-1" }
/** The correction of a disclosure, as far as these commands lead it. */
const correction = (corrected: DisclosureStanding, until: "prepared" | "checked" | "posted"): ReadonlyArray<Step> => {
  const more = { disclosure: "disclosure-2", corrected }
  const steps = [
    at("2026-09-05", correcting, more),
    at("2026-09-05", { _tag: "ConfirmCheck", document, preparation: 1 }, more),
    at("2026-09-05", postingOn("2026-09-05"), more),
  ]
  return steps.slice(0, ["prepared", "checked", "posted"].indexOf(until) + 1)
}
const supersede: DisclosureCommand = { _tag: "SupersedeDisclosure", by: "disclosure-2" }

describe("corrections", () => {
  it("DISCLOSURE-14 take the place of what they correct when they are posted, not before", () => {
    for (const until of ["prepared", "checked"] as const) {
      const by = standing(correction(standing(posted), until), "disclosure-2")
      expect(then(posted, at("2026-09-05", supersede, { correction: by })).refusals).toEqual([
        { _tag: "CorrectionNotPosted", rule: "DISCLOSURE-14", by: "disclosure-2", status: until },
      ])
    }
    const by = standing(correction(standing(posted), "posted"), "disclosure-2")
    const gone = then(posted, at("2026-09-05", supersede, { correction: by }))
    expect(gone.state).toMatchObject({ status: "superseded", supersededBy: "disclosure-2" })
    expect(then(disclosureAt("completed"), at("2026-09-21", supersede, { correction: by })).state).toMatchObject({
      ...{ status: "superseded", completedOn: "2026-09-20" },
    })
  })

  it("DISCLOSURE-16 what is superseded is never completed, takes no objection and no posting, and may come down", () => {
    const by = standing(correction(standing(posted), "posted"), "disclosure-2")
    const gone = [...posted, at("2026-09-05", supersede, { correction: by })]
    expect(then(gone, at("2026-10-30", { _tag: "CompleteDisclosure" })).refusals).toMatchObject([
      { _tag: "DisclosureAtOtherStage", status: "superseded" },
    ])
    expect(then(gone, at("2026-09-06", objectingOn("2026-09-06", "late"))).refusals).toEqual([
      { _tag: "ObjectionElsewhere", rule: "DISCLOSURE-10", by: "disclosure-2" },
    ])
    expect(then(gone, at("2026-09-06", postingOn("2026-09-06"))).refusals).toMatchObject([
      { _tag: "DisclosureAtOtherStage" },
    ])
    const down: DisclosureCommand = {
      _tag: "TakeDown",
      posting: 1,
      on: "2026-09-06",
      reason: "corrected",
      evidence: null,
    }
    expect(then(gone, at("2026-09-06", down)).state).toMatchObject({ status: "superseded" })
    expect(then(gone, at("2026-09-06", supersede, { correction: by }))).toMatchObject({ events: [], refusals: [] })
    expect(then(gone, at("2026-09-06", { _tag: "SupersedeDisclosure", by: "disclosure-3" })).refusals).toEqual([
      { _tag: "AlreadyCorrected", rule: "DISCLOSURE-14", by: "disclosure-2" },
    ])
  })

  it("DISCLOSURE-14 correct what hangs or is completed, and nothing that was never up or has been replaced", () => {
    const more = { disclosure: "disclosure-2" }
    const asked = (corrected: DisclosureStanding | null) =>
      then([], at("2026-09-20", correcting, { ...more, corrected })).refusals
    expect(asked(standing(posted))).toEqual([])
    expect(asked(standing(disclosureAt("completed")))).toEqual([])
    expect(asked(null)).toEqual([{ _tag: "DisclosureUnknown", rule: "DISCLOSURE-14", disclosure: "disclosure-1" }])
    expect(asked(standing(posted, "disclosure-9"))).toMatchObject([{ _tag: "DisclosureUnknown" }])
    expect(asked(standing(disclosureAt("checked")))).toEqual([
      { _tag: "NotCorrectable", rule: "DISCLOSURE-14", disclosure: "disclosure-1", status: "checked", by: null },
    ])
    expect(asked({ ...standing(posted), status: "superseded", supersededBy: "disclosure-3" })).toMatchObject([
      { _tag: "NotCorrectable", by: "disclosure-3" },
    ])
  })

  it("DISCLOSURE-14 of two corrections the second is not put up once the first has taken the place", () => {
    const second = correction(standing(posted), "checked")
    const replaced = { ...standing(posted), status: "superseded", supersededBy: "disclosure-3" } as const
    const late = then(
      second,
      at("2026-09-06", postingOn("2026-09-06"), { disclosure: "disclosure-2", corrected: replaced }),
    )
    expect(late.refusals).toMatchObject([{ _tag: "NotCorrectable", by: "disclosure-3" }])
    const anew = { ...correcting, corrects: "disclosure-3" }
    const third = { ...standing(posted), disclosure: "disclosure-3" }
    expect(then(second, at("2026-09-06", anew, { disclosure: "disclosure-2", corrected: third })).state).toMatchObject({
      ...{ status: "prepared", corrects: "disclosure-3", preparation: 2 },
    })
  })

  it("DISCLOSURE-14 are of the same matter, kind and audience", () => {
    const fields = { matter: "matter-2", what: "result", audience: "owners" } as const
    for (const field of ["matter", "what", "audience"] as const) {
      const corrected = { ...standing(posted), [field]: fields[field] }
      const differs = { _tag: "CorrectionDiffers", rule: "DISCLOSURE-14", disclosure: "disclosure-1", field }
      expect(then([], at("2026-09-05", correcting, { disclosure: "disclosure-2", corrected })).refusals).toEqual([
        { ...differs, expected: fields[field] },
      ])
      const by = { ...standing(correction(standing(posted), "posted"), "disclosure-2"), [field]: fields[field] }
      expect(then(posted, at("2026-09-05", supersede, { correction: by })).refusals).toMatchObject([
        { _tag: "CorrectionDiffers", disclosure: "disclosure-2", field },
      ])
    }
  })

  it("DISCLOSURE-14 nothing corrects itself, nor is it superseded by what corrects another", () => {
    const more = { disclosure: "disclosure-1", corrected: standing(disclosureAt("prepared")) }
    expect(then(disclosureAt("prepared"), at("2026-09-01", correcting, more)).refusals).toMatchObject([
      { _tag: "NotCorrectable", disclosure: "disclosure-1", status: "prepared" },
    ])
    const by = { ...standing(correction(standing(posted), "posted"), "disclosure-2"), corrects: "disclosure-9" }
    expect(then(posted, at("2026-09-05", supersede, { correction: by })).refusals).toEqual([
      {
        ...{ _tag: "CorrectionDiffers", rule: "DISCLOSURE-14", disclosure: "disclosure-2" },
        ...{ field: "corrects", expected: "disclosure-1" },
      },
    ])
    expect(then(posted, at("2026-09-05", supersede, { correction: null })).refusals).toEqual([
      { _tag: "DisclosureUnknown", rule: "DISCLOSURE-14", disclosure: "disclosure-2" },
    ])
  })

  it("DISCLOSURE-15 have their own full period, and are held up by the objections that they take over", () => {
    const steps = correction(standing(answered), "posted")
    const { state } = play(disclosure, steps)
    expect(state.period).toMatchObject({ from: { civilDate: "2026-09-05" }, lastDay: "2026-09-20" })
    expect(state.objections).toEqual([
      {
        ...{ objection: "objection-1", text: someDigest(7), on: "2026-09-02", by: "resident-1" },
        ...{ receivedOn: "2026-09-02", evidence: null },
        ...{ from: "disclosure-1", answered: null },
      },
    ])
    expect(then(steps, at("2026-09-24", { _tag: "CompleteDisclosure" })).refusals).toMatchObject([
      { _tag: "ObjectionsOpen", objections: ["objection-1"] },
    ])
    const second = then(steps, at("2026-09-06", postingOn("2026-09-06"), { corrected: standing(answered) }))
    expect(second.events).toMatchObject([{ carried: [] }])
  })

  it("DISCLOSURE-15 do not shake off an objection that came while they were put up", () => {
    const by = standing(correction(standing(posted), "posted"), "disclosure-2")
    const late = then(objected, at("2026-09-05", supersede, { correction: by }))
    expect(late.refusals).toEqual([
      {
        ...{ _tag: "ObjectionsNotCarried", rule: "DISCLOSURE-15", by: "disclosure-2" },
        objections: ["objection-1", "objection-2"],
      },
    ])
    const told = [...correction(standing(posted), "posted"), at("2026-09-05", objectingOn("2026-09-05", "objection-1"))]
    // Whoever objected on paper to what was replaced since is heard against the correction.
    const paper = objectingOn("2026-09-06", "paper", { receivedOn: "2026-09-04" })
    expect(then(told, at("2026-09-06", paper)).refusals).toEqual([])
    expect(
      then(answered, at("2026-09-05", supersede, { correction: standing(told, "disclosure-2") })).refusals,
    ).toEqual([])
  })

  it("DISCLOSURE-14 go on in a line: a correction of a correction takes its objections too", () => {
    const second = standing(correction(standing(answered), "posted"), "disclosure-2")
    const more = { disclosure: "disclosure-3", corrected: second }
    const third = play(disclosure, [
      at("2026-09-07", { ...preparing, corrects: "disclosure-2" }, more),
      at("2026-09-07", { _tag: "ConfirmCheck", document, preparation: 1 }, more),
      at("2026-09-07", postingOn("2026-09-07"), more),
    ])
    expect(third.refused).toEqual([])
    expect(third.state.objections).toMatchObject([{ objection: "objection-1", from: "disclosure-2" }])
    expect(standingOf("disclosure-3", third.state)).toMatchObject({ corrects: "disclosure-2", postedOn: "2026-09-07" })
  })
})
