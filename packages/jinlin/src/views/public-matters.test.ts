import { openMemoryStore } from "@jinlin/store-memory"
import { beforeAll, describe, expect, it } from "vitest"
import {
  as,
  drawUp,
  objectingOn,
  type PublicScene,
  putUp,
  resolvedOn,
  shownOf,
} from "../../test/shell/public-matters.ts"
import { saidOf } from "../../test/shell/scene.ts"

let scene: PublicScene
const of = { tenant: "town", subject: "d-1" } as const

beforeAll(async () => {
  scene = await resolvedOn(openMemoryStore())
  await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1", ["who"]) })
})

describe("who may look at what is published", () => {
  it("VIEW-8 nobody sees on the board what is not up yet; those who serve it see what there is to do", async () => {
    const { disclosure } = scene.jinlin.views
    expect(await disclosure.board(of)).toMatchObject({ ok: true, value: { rows: [] } })
    const staff = await disclosure.staff(of, { actor: as("discloser"), audience: "staff" })
    expect(staff).toMatchObject({ ok: true, value: { rows: [{ status: "checked", preparedBy: "p-discloser" }] } })
  })

  it("VIEW-8 the board is for everybody and names no people, also not who objected", async () => {
    await putUp(scene, "d-1", "2026-01-09")
    await scene.tell("disclosure/d-1", "resident", objectingOn("2026-01-09"))
    await scene.until("2026-01-09", 13)
    const board = await scene.jinlin.views.disclosure.board(of)
    expect(board).toMatchObject({
      ok: true,
      value: { rows: [{ status: "posted", places: [{ place: "the gate" }], objections: [{ objection: "o-1" }] }] },
    })
    expect(JSON.stringify(board)).not.toMatch(/"p-/)
    const matter = await scene.jinlin.views.coGovernance.board({ tenant: "town", subject: "c-1" })
    expect(matter).toMatchObject({ ok: true, value: { rows: [{ disclosures: { decision: { disclosure: "d-1" } } }] } })
    expect(JSON.stringify(matter)).not.toMatch(/"p-/)
  })

  it.each([
    ["discloser", "staff"],
    ["compound-residents-scribe", "staff"],
    ["checker", "staff"],
    ["overseer", "staff"],
    ["auditor", "auditor"],
  ] as const)("VIEW-8 the %s sees what stands in its way", async (login, audience) => {
    const staff = await scene.jinlin.views.disclosure.staff(of, { actor: as(login), audience })
    expect(staff).toMatchObject({ ok: true, value: { rows: [{ unanswered: [{ objection: "o-1" }] }] } })
  })

  it.each([
    ["resident", "staff"],
    ["joint-conference-scribe", "staff"],
    ["mover", "staff"],
    ["discloser", "auditor"],
    ["discloser", "parties"],
  ] as const)("VIEW-8 the %s does not, as %s", async (login, audience) => {
    const staff = await scene.jinlin.views.disclosure.staff(of, { actor: as(login), audience })
    expect(saidOf(staff)).toBe("Forbidden")
  })

  it("VIEW-8 who holds the post in another body is told in which it must be held", async () => {
    const [mine, ours] = ["joint-conference-scribe", "resident"].map(
      async (login) => await scene.jinlin.views.disclosure.staff(of, { actor: as(login), audience: "staff" }),
    )
    expect(await mine).toMatchObject({ refusals: [{ _tag: "Forbidden", within: ["compound-residents"] }] })
    expect(await ours).not.toMatchObject({ refusals: [{ within: ["compound-residents"] }] })
  })

  it("VIEW-8 nor does the public, nor anybody of all disclosures at once but an auditor", async () => {
    const { staff } = scene.jinlin.views.disclosure
    expect(saidOf(await staff(of))).toBe("Forbidden")
    expect(saidOf(await staff({ tenant: "town" }, { actor: as("checker"), audience: "staff" }))).toBe("Forbidden")
    const all = await staff({ tenant: "town" }, { actor: as("auditor"), audience: "auditor" })
    expect(all).toMatchObject({ ok: true, value: { rows: [{ status: "posted" }] } })
  })
})
