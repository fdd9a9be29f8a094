import { type PublicRecord, verifyRecord } from "@jinlin/public-record"
import type { PersonalVault } from "@jinlin/sdk"
import { openMemoryPersonalVault, openMemoryStore, openMemoryTextStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { answer, closedOn, decision, digestOf, documents, keepWords } from "../../test/shell/closed-matter.ts"
import { as, type PublicScene, putForward, residents, textOf } from "../../test/shell/public-matters.ts"
import { saidOf } from "../../test/shell/scene.ts"
import { spoilt } from "../../test/shell/wrapping.ts"
import type { JinlinConfig } from "../shell/create.ts"
import type { MakeRecord } from "./recording.ts"

const openVault = async (...names: ReadonlyArray<string>): Promise<PersonalVault> => {
  const opened = await openMemoryPersonalVault()
  if (!opened.ok) throw new Error(opened.failure._tag)
  const field = (value: string) => ({ name: "name", value, purpose: "notice", audiences: [], keepUntil: null })
  for (const name of names) await opened.value.introduce("town", [field(name)], 0)
  return opened.value
}

const closed = async (given: Partial<JinlinConfig> = {}): Promise<PublicScene> => {
  const texts = openMemoryTextStore()
  await keepWords(texts)
  return closedOn(openMemoryStore(), { texts, ...given })
}

const ask = ({ jinlin }: PublicScene, more: Partial<MakeRecord> = {}, login = "discloser") =>
  jinlin.publishing.record({ tenant: "town", matter: "c-1", documents, actor: as(login), ...more })

const recorded = async (scene: PublicScene, more: Partial<MakeRecord> = {}): Promise<PublicRecord> => {
  const made = await ask(scene, more, "auditor")
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value.record
}

const shownIn = ({ parts }: PublicRecord): ReadonlyArray<string> =>
  parts.texts.flatMap(({ content }) => content.sections.flatMap(({ name, shown }) => (shown === null ? [] : [name])))

describe("the record of a matter", () => {
  it("PUBLISH-5 has both deliberations, every disclosure that was put up, and what the log knows, and it verifies", async () => {
    const scene = await closed({ vault: await openVault() })
    const made = await ask(scene)
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    const { file, looked, record } = made.value
    const { parts } = record
    expect(looked).toBe(true)
    expect(parts.matter.content).toMatchObject({
      ...{ matter: "c-1", title: "北门改造", community: "willow", asOf: "2026-02-08" },
      ...{ deliberations: ["m-1", "m-2"], disclosures: ["d-1", "d-2", "d-3"], coGovernance: "c-1", covenant: null },
    })
    expect(parts.coGovernance?.content.status).toBe("closed")
    expect(parts.disclosures.map(({ content }) => content.status)).toEqual(["superseded", "completed", "completed"])
    // The correction blacks out who asked for it, wherever it stands.
    expect(shownIn(record).toSorted()).toEqual(["report", "what"])
    expect(file).not.toMatch(/陈大文|p-mover|p-v-1/)
    expect(verifyRecord(file, { digest: record.digest })).toMatchObject({ holds: true })
    expect(await recorded(scene)).toEqual(record)
  })

  it("PUBLISH-5 a deliberation that is asked for by itself has its own disclosures alone", async () => {
    const scene = await closed({ vault: await openVault() })
    const { parts } = await recorded(scene, { matter: "m-2" })
    expect(parts.matter.content).toMatchObject({ deliberations: ["m-2"], disclosures: [], coGovernance: null })
    expect((await recorded(scene, { matter: "c-1", of: "co-governance" })).parts.deliberations).toHaveLength(2)
    expect(saidOf(await ask(scene, { of: "covenant" }))).toBe("NothingOnRecord")
    expect(saidOf(await ask(scene, { matter: "m-7" }))).toBe("NothingOnRecord")
    expect(saidOf(await ask(scene, { tenant: "city" }))).toBe("Unauthenticated")
  })

  it("PUBLISH-5 is made for whoever serves a body of it, checks, oversees or audits, and for nobody else", async () => {
    const scene = await closed({ vault: await openVault() })
    const said = async (login: string) => [login, saidOf(await ask(scene, {}, login))]
    for (const login of [
      "discloser",
      "checker",
      "overseer",
      "auditor",
      "joint-conference-chair",
      `${residents}-scribe`,
    ])
      expect(await said(login)).toEqual([login, "accepted"])
    for (const login of ["mover", "resident", "appraiser", "drafter"])
      expect(await said(login)).toEqual([login, "Forbidden"])
    // Of a deliberation of the residents the joint conference's chair makes none.
    expect(saidOf(await ask(scene, { matter: "m-1" }, "joint-conference-chair"))).toBe("Forbidden")
    const forged = { ...as("checker"), login: "mover" }
    expect(saidOf(await ask(scene, { actor: forged }))).toBe("Forbidden")
    const nonsense = { tenant: "town", matter: "c-1", what: 1, actor: as("checker") } as never
    expect((await scene.jinlin.publishing.record(nonsense)).ok).toBe(false)
  })

  it("PUBLISH-5 a log in which something leads nobody knows where has no record", async () => {
    const whole = openMemoryStore()
    await closedOn(whole)
    const store = spoilt(whole, (event) =>
      event.type === "DisclosurePrepared" ? { ...event, body: event.body.replace("c-1", "c-2") } : event,
    )
    const { compoundOn } = await import("../../test/shell/public-matters.ts")
    expect(saidOf(await ask(await compoundOn(store, { vault: await openVault() })))).toBe("CorruptEvent")
  })

  it("PUBLISH-6 shows what disclosures show, what was released, and nothing else; what is blacked out cannot be released", async () => {
    const scene = await closed({ vault: await openVault() })
    const answered = { document: digestOf(answer), sections: ["answer"] }
    expect(shownIn(await recorded(scene, { released: [answered] })).toSorted()).toEqual(["answer", "report", "what"])
    const hidden = { document: digestOf(decision), sections: ["who"] }
    expect(saidOf(await ask(scene, { released: [hidden] }))).toBe("BlackedOut")
    expect(shownIn(await recorded(scene, { documents: [] }))).toEqual([])
  })

  it("PUBLISH-7 is not made while a name that the vault knows would stand in it, and says where and never which", async () => {
    const [shown, hidden] = [
      await closed({ vault: await openVault("北门") }),
      await closed({ vault: await openVault("陈大文") }),
    ]
    const refused = await ask(shown)
    expect(refused).toMatchObject({ ok: false, refusals: [{ _tag: "NameOnRecord", rule: "RECORD-7" }] })
    expect(JSON.stringify(refused)).not.toContain("北门")
    expect(saidOf(await ask(shown, { checked: true }))).toBe("NameOnRecord")
    // It stands in a section that is blacked out.
    expect(saidOf(await ask(hidden))).toBe("accepted")
  })

  it("PUBLISH-7 where no vault can look, a record is made of what somebody has checked, and of nothing else", async () => {
    const cannot = { ...(await openVault()), findNames: null }
    for (const given of [{}, { vault: cannot }]) {
      const scene = await closed(given)
      expect(await ask(scene)).toMatchObject({ ok: true, value: { looked: false } })
      await putForward(scene, "m-9", { body: residents, text: textOf("7"), sitsOn: "2026-02-12" })
      const bare = { matter: "m-9", documents: [] }
      expect(saidOf(await ask(scene, bare))).toBe("VaultCannotLook")
      expect(saidOf(await ask(scene, { ...bare, checked: true }))).toBe("accepted")
    }
  })

  it("PUBLISH-8 a disclosure is rendered with the digest of the record of its matter, and with no other", async () => {
    const scene = await closed({ vault: await openVault() })
    const made = await ask(scene)
    const other = await ask(scene, { matter: "m-2" }, "auditor")
    if (!made.ok || !other.ok) throw new Error("no record")
    const render = (record?: string) =>
      scene.jinlin.publishing.render({
        ...{ tenant: "town", disclosure: "d-2", document: decision.id, actor: as("discloser") },
        ...(record === undefined ? {} : { record }),
      })
    const { file, record } = made.value
    expect(await render(file)).toMatchObject({ ok: true, value: { record: record.digest } })
    expect(await render()).toMatchObject({ ok: true, value: { record: null } })
    expect(saidOf(await render(other.value.file))).toBe("RecordOfAnother")
    expect(saidOf(await render(file.replace("北门", "南门")))).toBe("RecordDoesNotHold")
  })

  it("SHELL-12 a vault that throws is answered, and so is a calendar that is off", async () => {
    const vault = await openVault()
    const broken: PersonalVault = {
      ...vault,
      findNames: () => {
        throw new TypeError("陈大文")
      },
    }
    const refused = await ask(await closed({ vault: broken }))
    expect(saidOf(refused)).toBe("UnexpectedFault")
    expect(JSON.stringify(refused)).not.toContain("大文")
  })
})
