import { type Clauses, covenant } from "@jinlin/core/covenant"
import { digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  anyDigest,
  compoundOn,
  decideOn,
  type PublicScene,
  putForward,
  residents,
  resolvedOn,
} from "../../test/shell/public-matters.ts"
import { saidOf } from "../../test/shell/scene.ts"

const chair = `${residents}-chair`
const clause = (name: string, digit: string) => ({ name, commitment: anyDigest(digit) })
const textOn = (digit: string): Clauses => [clause("party-leadership", "1"), clause("quiet", digit)]
const opening = { _tag: "OpenCovenant", kind: "residents-covenant", title: "the covenant" } as const

/** A covenant is begun, and its first text lies open until the twentieth. */
const begun = async ({ tell }: PublicScene, id: string, sections: Clauses, after?: string) => {
  const to = `covenant/${id}` as const
  await tell(to, "drafter", after === undefined ? opening : { ...opening, after })
  await tell(to, "drafter", { _tag: "DraftRevision", sections, reasons: [] })
}

const checked = async ({ tell }: PublicScene, id: string, sections: Clauses) =>
  tell(`covenant/${id}`, "reviewer", {
    ...{ _tag: "CheckLegality", document: digestOfSections(sections), conforms: true },
    ...{ opinion: anyDigest("b"), against: [] },
  })

/** The body decides a text on a day. */
const decided = async (scene: PublicScene, matter: string, sections: Clauses, sitsOn: CivilDate) => {
  await putForward(scene, matter, { body: residents, text: digestOfSections(sections), sitsOn })
  await scene.until(sitsOn)
  await decideOn(scene, matter, { body: residents })
  await scene.until(sitsOn, 13)
}

/** The covenant v-1 in force from the 26th of January. */
const inForce = async () => {
  const scene = await compoundOn(openMemoryStore())
  const { tell, until } = scene
  await begun(scene, "v-1", textOn("2"))
  await tell("covenant/v-1", "drafter", { _tag: "OpenComments", until: "2026-01-20" })
  await until("2026-01-21")
  await checked(scene, "v-1", textOn("2"))
  await putForward(scene, "m-1", { body: residents, text: digestOfSections(textOn("2")), sitsOn: "2026-01-25" })
  await tell("covenant/v-1", "drafter", { _tag: "SubmitDraft", matter: "m-1", corrects: [] })
  await until("2026-01-25")
  await decideOn(scene, "m-1", { body: residents })
  await until("2026-01-25", 13)
  await tell("covenant/v-1", chair, { _tag: "BringIntoForce", version: 1, from: "2026-01-26" })
  return scene
}

const statusOf = async ({ store }: PublicScene, id: string): Promise<string> => {
  const read = await store.readStream("town", `covenant/${id}`)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value.map(({ body }) => JSON.parse(body)).reduce(covenant.evolve, covenant.initial).status
}

describe("what a decision ends", () => {
  it("COVENANT-15 COVENANT-22 a covenant ends by a text that names it, and only then is followed by another", async () => {
    const scene = await inForce()
    const { ask, tell, until } = scene
    await until("2026-01-26")
    const gate: Clauses = [clause("gate", "9")]
    await decided(scene, "m-gate", gate, "2026-01-30")
    const repeal = (matter: string, sections: Clauses) =>
      ({ _tag: "RepealCovenant", matter, sections, from: "2026-02-20" }) as const
    expect(saidOf(await ask("covenant/v-1", chair, repeal("m-gate", gate)))).toBe("RepealNotNamed")
    expect(saidOf(await ask("covenant/v-2", "drafter", opening))).toBe("ClaimTaken")
    expect(saidOf(await ask("covenant/v-2", "drafter", { ...opening, after: "v-1" }))).toBe("NothingToFollow")
    expect(saidOf(await ask("covenant/v-2", "drafter", { ...opening, after: "v-9" }))).toBe("NothingToFollow")
    const ending: Clauses = [clause("repeals.v-1", "8")]
    await decided(scene, "m-end", ending, "2026-02-05")
    await tell("covenant/v-1", chair, repeal("m-end", ending))
    expect(await statusOf(scene, "v-1")).toBe("repealed")
    // One covenant follows v-1, and nothing of it holds while v-1 does.
    await begun(scene, "v-2", textOn("3"), "v-1")
    expect(saidOf(await ask("covenant/v-3", "drafter", { ...opening, after: "v-1" }))).toBe("ClaimTaken")
    await tell("covenant/v-2", "drafter", { _tag: "OpenComments", until: "2026-02-20" })
  })

  it("COVENANT-9 SHELL-24 nobody submits as the matter of another, and what comes back gives its matter back", async () => {
    const scene = await compoundOn(openMemoryStore())
    const { ask, tell, until } = scene
    await begun(scene, "v-1", textOn("2"))
    await tell("covenant/v-1", "drafter", { _tag: "OpenComments", until: "2026-01-20" })
    await until("2026-01-21")
    await checked(scene, "v-1", textOn("2"))
    await putForward(scene, "m-2", {
      ...{ body: residents, text: digestOfSections(textOn("3")), sitsOn: "2026-01-25" },
    })
    const submit = (matter: string) => ({ _tag: "SubmitDraft", matter, corrects: [] }) as const
    expect(saidOf(await ask("covenant/v-1", "drafter", submit("m-9")))).toBe("MatterNotRunning")
    expect(saidOf(await ask("covenant/v-1", "drafter", submit("m-2")))).toBe("MatterOnAnotherText")
    const holders = async (): Promise<ReadonlyArray<string>> => {
      const page = await scene.store.readClaims("town", "submitted/m-1", { limit: 1 })
      if (!page.ok) throw new Error(JSON.stringify(page.failure))
      return page.value.rows.map(({ holder }) => holder)
    }
    await putForward(scene, "m-1", { body: residents, text: digestOfSections(textOn("2")), sitsOn: "2026-01-25" })
    await tell("covenant/v-1", "drafter", submit("m-1"))
    expect(await holders()).toEqual(["covenant/v-1"])
    await tell("deliberation/m-1", "mover", { _tag: "WithdrawMatter", reason: "not now" })
    await until("2026-01-22")
    expect(await holders()).toEqual([])
    expect(saidOf(await ask("covenant/v-1", "drafter", submit("m-1")))).toBe("MatterUsed")
  })

  it("COGOVERNANCE-20 a resolution is revoked by a text that names it", async () => {
    const scene = await resolvedOn(openMemoryStore())
    const { ask } = scene
    const scribe = `${residents}-scribe`
    const revoke = (by: string, sections: Clauses) => ({ _tag: "RevokeResolution", by, sections }) as const
    const bins: Clauses = [clause("bins", "9")]
    await decided(scene, "m-bin", bins, "2026-01-13")
    expect(saidOf(await ask("co-governance/c-1", scribe, revoke("m-bin", bins)))).toBe("RevocationNotNamed")
    const ending: Clauses = [clause("revokes.c-1", "8")]
    expect(saidOf(await ask("co-governance/c-1", scribe, revoke("m-bin", ending)))).toContain("RevocationOfAnotherText")
    await decided(scene, "m-end", ending, "2026-01-19")
    expect(saidOf(await ask("co-governance/c-1", scribe, revoke("m-end", ending)))).toBe("accepted")
  })
})
