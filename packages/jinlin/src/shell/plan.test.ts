import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { charterWith, mover, ownersOn, toMatter } from "../../test/shell/matters.ts"
import { saidOf } from "../../test/shell/scene.ts"

const text = `sha-256:${"1".repeat(64)}` as const

describe("the plan of a matter", () => {
  it("SHELL-22 is the charter's list as it stands today, and a matter that is put forward with it is accepted", async () => {
    const scene = await ownersOn(openMemoryStore(), 3)
    const plan = scene.jinlin.plan({ tenant: "town", list: "owners" })
    if (!plan.ok) throw new Error(JSON.stringify(plan.refusals))
    expect([plan.value.list, plan.value.steps.map(({ step }) => step)]).toEqual(["owners", ["assembly"]])
    const command = { _tag: "OpenMatter", title: "a new gate", about: null, text, plan: plan.value } as const
    expect(saidOf(await scene.jinlin.execute(toMatter("open", mover, command)))).toBe("accepted")
    const [step] = plan.value.steps
    const other = { ...command, plan: { list: "owners", steps: [{ ...step, sets: ["another"] }] } } as typeof command
    expect(saidOf(await scene.jinlin.execute(toMatter("other", mover, other, "m-2")))).not.toBe("accepted")
  })

  it("SHELL-22 a list that the charter does not use is refused with those that it uses, and so is any without rules", async () => {
    const scene = await ownersOn(openMemoryStore(), 3)
    expect(scene.jinlin.plan({ tenant: "town", list: "four-step" })).toEqual({
      ok: false,
      refusals: [
        { _tag: "StepListUnknown", rule: "CHARTER-10", list: "four-step", day: "2026-01-05", known: ["owners"] },
      ],
    })
    const { rules: _, ...bare } = charterWith()
    const lawless = await ownersOn(openMemoryStore(), 3, { charter: bare })
    expect(lawless.jinlin.plan({ tenant: "town", list: "owners" })).toMatchObject({
      ok: false,
      refusals: [{ known: [] }],
    })
  })
})
