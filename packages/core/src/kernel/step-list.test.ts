import { describe, expect, it } from "vitest"
import { decodeStrictly } from "./reading.ts"
import { StepList, type StepPlan } from "./step-list.ts"

const decode = decodeStrictly(StepList)

const step: StepPlan = {
  step: "resolve",
  body: "representatives-meeting",
  standing: "residents",
  sets: ["representatives-meeting"],
  whenLost: { _tag: "Return", to: "resolve" },
  returnsTo: ["resolve"],
  amendedRestartsAt: null,
}

const list: StepList = {
  list: "four-step",
  title: { "zh-Hans": "四步议事", en: "Four steps" },
  steps: [step],
  citation: { instrument: "jinlin", certainty: "our-default" },
}

describe("LAW-3 a list of steps is data", () => {
  it("LAW-3 one with a step is read, with what becomes of a lost matter in each way", () => {
    expect(decode(list)).toEqual({ ok: true, value: list })
    for (const whenLost of [{ _tag: "Reject" }, { _tag: "Stay" }, { _tag: "Return", to: "anywhere" }])
      expect(decode({ ...list, steps: [{ ...step, whenLost }] }).ok).toBe(true)
  })

  it.each([
    ["no step", { steps: [] }, ["steps", 0]],
    ["a step without rules", { steps: [{ ...step, sets: [] }] }, ["steps", 0, "sets", 0]],
    ["a return to nowhere", { steps: [{ ...step, whenLost: { _tag: "Return" } }] }, ["steps", 0, "whenLost", "to"]],
    ["a body of an unknown standing", { steps: [{ ...step, standing: "guests" }] }, ["steps", 0, "standing"]],
    ["a title in one language", { title: { en: "Four steps" } }, ["title", "zh-Hans"]],
  ])("LAW-3 %s is refused at its place", (_, given, path) => {
    const read = decode({ ...list, ...given })
    expect(read.ok ? [] : read.refusal.map((fault) => fault.path)).toEqual([path])
  })
})
