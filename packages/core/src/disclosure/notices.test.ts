import { play } from "@jinlin/testkit"
import {
  disclosureStep as at,
  disclosureAt,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import { type DisclosureCommand, type DisclosureEvent, disclosure, notices } from "./index.ts"

type Step = ReturnType<typeof at>
const told = (steps: ReadonlyArray<Step>) => play(disclosure, steps).history.flatMap(notices)
const templates = (steps: ReadonlyArray<Step>) => told(steps).map(({ template }) => template)
const posted = disclosureAt("posted")
const down = (posting: number, on: "2026-09-10" | "2026-09-18"): Step => at(on, downOn(on, posting))

describe("notices", () => {
  it("DISCLOSURE-4 whoever checks learns that there is something to check, and whoever publishes that it was", () => {
    expect(told(disclosureAt("checked"))).toEqual([
      {
        template: "disclosure-to-check",
        to: [{ _tag: "Post", post: "checker" }],
        data: { matter: "matter-1", preparation: 1 },
      },
      { template: "disclosure-checked", to: [{ _tag: "Post", post: "discloser" }], data: { preparation: 1 } },
    ])
  })

  it("DISCLOSURE-7 it is told until when it stands, or that no period runs", () => {
    expect(told(posted).at(-1)).toMatchObject({
      template: "disclosure-posted",
      data: { channel: "notice-board", place: "the gate", on: "2026-09-01", lastDay: "2026-09-16" },
    })
    const online = [...disclosureAt("checked"), at("2026-09-01", postingOn("2026-09-01", "online"))]
    expect(templates(online).at(-1)).toBe("disclosure-without-period")
  })

  it("DISCLOSURE-9 what broke off the period is told, and what changed nothing is not", () => {
    expect(templates([...posted, down(1, "2026-09-10")]).at(-1)).toBe("disclosure-came-down")
    const other = at("2026-09-05", postingOn("2026-09-05", "notice-board", "building 3"))
    expect(templates([...posted, other, down(1, "2026-09-10")]).at(-1)).toBe("disclosure-posted")
    expect(templates([...posted, down(1, "2026-09-18")]).at(-1)).toBe("disclosure-posted")
    const late = at("2026-09-06", downOn("2026-09-06", 1, "2026-09-04"))
    expect(told([...posted, other, late]).at(-1)).toMatchObject({
      ...{ template: "disclosure-counted-anew", data: { lastDay: "2026-09-20", reason: "the wind" } },
    })
  })

  it("DISCLOSURE-19 no notice says what was objected, by whom, or who drew it up or checked it", () => {
    const objection: DisclosureCommand = objectingOn("2026-09-02", "one")
    const answer: DisclosureCommand = { _tag: "AnswerObjection", objection: "one", answer: someDigest(8) }
    const steps = [
      ...posted,
      at("2026-09-02", objection),
      at("2026-09-03", answer),
      ...disclosureAt("completed").slice(3),
    ]
    expect(templates(steps).slice(3)).toEqual(["objection-raised", "objection-answered", "disclosure-completed"])
    const said = JSON.stringify(told(steps))
    for (const word of ["resident-1", "checker-1", "discloser-1", someDigest(7), someDigest(8)])
      expect(said).not.toContain(word)
  })

  it("DISCLOSURE-14 a correction that took its place is told, and that it was given up is not", () => {
    const superseded: DisclosureEvent = { _tag: "DisclosureSuperseded", by: "disclosure-2", on: "2026-09-09" }
    expect(notices(superseded)).toMatchObject([{ template: "disclosure-superseded", data: { by: "disclosure-2" } }])
    expect(notices({ _tag: "DisclosureAbandoned", reason: "not needed", on: "2026-09-09" })).toEqual([])
    const [, , event] = play(disclosure, posted).history
    const period = event?._tag === "DisclosurePosted" ? event.period : null
    expect(notices({ _tag: "PeriodRecounted", period, on: "2026-09-16" })).toMatchObject([
      { template: "disclosure-recounted", data: { lastDay: "2026-09-16" } },
    ])
    expect(notices({ _tag: "PeriodRecounted", period: null, on: "2026-09-16" })).toEqual([])
    expect(templates([at("2026-08-31", preparing)])).toEqual(["disclosure-to-check"])
  })
})
