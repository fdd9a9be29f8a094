import { digestOfSections } from "@jinlin/core/kernel"
import type { PersonalVault, TextStore } from "@jinlin/sdk"
import { openMemoryPersonalVault, openMemoryStore, openMemoryTextStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { as, compoundOn, decideOn, putForward, residents } from "../../test/shell/public-matters.ts"
import { saidOf } from "../../test/shell/scene.ts"
import { commitmentsOf } from "../texts/commitments.ts"

const salt = (digit: string): string => digit.repeat(32)
const sections = [
  { name: "what", text: "大门由林 小满负责修理。", salt: salt("1") },
  { name: "who", text: "提议人：陈大文", salt: salt("2") },
] as const

const words = { id: "t-1", sections }

const openVault = async (...names: ReadonlyArray<string>): Promise<PersonalVault> => {
  const opened = await openMemoryPersonalVault()
  if (!opened.ok) throw new Error(opened.failure._tag)
  const field = (value: string) => ({ name: "name", value, purpose: "notice", audiences: [], keepUntil: null })
  for (const name of names) await opened.value.introduce("town", [field(name)], 0)
  return opened.value
}

/** A matter that the residents decided alone, drawn up with these sections blacked out, and its words. */
const drawnUp = async (given: {
  readonly vault?: PersonalVault
  readonly blackedOut?: ReadonlyArray<string>
  readonly checked?: boolean
}) => {
  const { blackedOut = [], checked = false, vault } = given
  const texts: TextStore = openMemoryTextStore()
  await texts.put("town", words, 0)
  const committed = commitmentsOf(words)
  if (!committed.ok) throw new Error("words without commitments")
  const scene = await compoundOn(openMemoryStore(), { texts, ...(vault === undefined ? {} : { vault }) })
  const text = digestOfSections(committed.value.sections)
  await putForward(scene, "m-1", { body: residents, text, sitsOn: "2026-01-09" })
  await scene.until("2026-01-09")
  await decideOn(scene, "m-1", { body: residents })
  const [one, ...others] = committed.value.sections.map((section) => ({
    ...section,
    shown: !blackedOut.includes(section.name),
  }))
  if (one === undefined) throw new Error("no sections")
  await scene.tell("disclosure/d-1", "discloser", {
    _tag: "PrepareDisclosure",
    ...{ matter: "m-1", what: "decision", sections: [one, ...others], corrects: null, audience: "residents" },
  })
  if (checked) await scene.tell("disclosure/d-1", "checker", { _tag: "ConfirmCheck", document: text, preparation: 1 })
  const render = (login = "discloser", document = "t-1", disclosure = "d-1") =>
    scene.jinlin.publishing.render({ tenant: "town", disclosure, document, actor: as(login) })
  return { scene, texts, render, text }
}

describe("rendering a disclosure", () => {
  it("PUBLISH-2 gives what is shown with its words and salts, and of what is blacked out the commitment alone", async () => {
    const { render, text } = await drawnUp({ vault: await openVault(), blackedOut: ["who"] })
    expect(await render()).toMatchObject({
      ok: true,
      value: {
        ...{ disclosure: "d-1", document: text, preparation: 1, looked: true },
        sections: [
          { name: "what", text: sections[0].text, salt: sections[0].salt },
          { name: "who", text: null, salt: null },
        ],
      },
    })
  })

  it("PUBLISH-3 refuses while a name that the vault knows is shown, with its place and never the name", async () => {
    const { render } = await drawnUp({ vault: await openVault("林小满", "陈大文"), checked: true })
    const refused = await render()
    expect(refused).toEqual({
      ok: false,
      refusals: [
        { _tag: "NameInText", rule: "PUBLISH-3", section: "what", places: [{ at: 3, length: 4 }] },
        { _tag: "NameInText", rule: "PUBLISH-3", section: "who", places: [{ at: 4, length: 3 }] },
      ],
    })
    expect(JSON.stringify(refused)).not.toMatch(/小满|大文/)
  })

  it("PUBLISH-3 renders when the section with the name is blacked out", async () => {
    const { render } = await drawnUp({ vault: await openVault("陈大文"), blackedOut: ["who"] })
    expect(saidOf(await render())).toBe("accepted")
  })

  it("PUBLISH-4 without a vault that can look, only what a person has checked is rendered", async () => {
    const cannot = { ...(await openVault("陈大文")), findNames: null }
    for (const given of [{}, { vault: cannot }]) {
      const unchecked = await drawnUp(given)
      expect(saidOf(await unchecked.render())).toBe("VaultCannotLook")
      const { render } = await drawnUp({ ...given, checked: true })
      expect(await render()).toMatchObject({ ok: true, value: { looked: false } })
    }
  })

  it("PUBLISH-2 refuses other words, another document, and one of which a shown section is gone", async () => {
    const { render, texts } = await drawnUp({ vault: await openVault() })
    const other = { ...words, id: "t-2", sections: [{ ...sections[0], text: "another gate" }, sections[1]] }
    const turned = { id: "t-3", sections: [...sections].toReversed() }
    const more = { id: "t-4", sections: [...sections, { name: "more", text: "x", salt: salt("3") }] }
    for (const document of [other, turned, more]) await texts.put("town", document, 0)
    const differing = async (document: string) => {
      const refused = await render("discloser", document)
      return refused.ok ? [] : refused.refusals.flatMap((one) => ("sections" in one ? one.sections : []))
    }
    expect(await differing("t-2")).toEqual(["what"])
    expect(await differing("t-3")).toEqual(["what", "who"])
    expect(await differing("t-4")).toEqual(["more"])
    expect(saidOf(await render("discloser", "t-9"))).toBe("TextNotOnRecord")
    await texts.redact("town", { id: "t-1", sections: ["who"], at: 1 })
    expect(await differing("t-1")).toEqual(["who"])
  })

  it("PUBLISH-1 is for those who serve it, and there is nothing before it is drawn up", async () => {
    const { render, scene } = await drawnUp({ vault: await openVault() })
    for (const login of ["checker", `${residents}-scribe`, "overseer", "auditor"])
      expect([login, saidOf(await render(login))]).toEqual([login, "accepted"])
    for (const login of ["resident", "mover", "drafter"])
      expect([login, saidOf(await render(login))]).toEqual([login, "Forbidden"])
    expect(saidOf(await render("checker", "t-1", "d-9"))).toBe("NothingDrawnUp")
    const nonsense = { tenant: "town", disclosure: "d-1", document: "t-1" } as never
    expect((await scene.jinlin.publishing.render(nonsense)).ok).toBe(false)
  })

  it("SHELL-12 a vault that throws is answered", async () => {
    const broken: PersonalVault = {
      ...(await openVault()),
      findNames: () => {
        throw new TypeError("陈大文")
      },
    }
    const { render } = await drawnUp({ vault: broken })
    const refused = await render()
    expect(saidOf(refused)).toBe("UnexpectedFault")
    expect(JSON.stringify(refused)).not.toMatch(/大文/)
  })
})
