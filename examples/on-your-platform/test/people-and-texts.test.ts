import { randomBytes } from "node:crypto"
import { openSqlitePersonalVault } from "@jinlin/store-sqlite"
import { virtualClock } from "@jinlin/testkit/clock"
import { proveDocument } from "jinlin"
import { describe, expect, it } from "vitest"
import { convenor } from "../src/people.ts"
import { openPlatform } from "../src/platform.ts"
import { admit, found, tenant } from "../src/requests.ts"
import { day, grant, monday, refusedAs, tagsOf, temporaryFolder } from "./ground.ts"

describe("what the pages say of people", () => {
  it("VAULT-1 VAULT-3 a field is read for its purpose by its audience, and is gone when the person is erased", async () => {
    const place = temporaryFolder()
    const now = monday
    // #region vault
    const masterKey = new Uint8Array(randomBytes(32))
    const opened = await openSqlitePersonalVault({
      file: place("vault.db"),
      keyFile: place("keys.db"),
      masterKey,
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    await using vault = opened.value

    const telephone = {
      name: "telephone",
      value: "00000000000",
      purpose: "notice",
      audiences: ["secretariat"],
      keepUntil: now + 365 * day,
    }
    const introduced = await vault.introduce(tenant, [telephone], now)
    // #endregion vault
    if (!introduced.ok) throw new Error(JSON.stringify(introduced.failure))
    const person = introduced.value
    // #region purpose
    const audience = "secretariat"
    const wish = { purpose: "notice", audience, at: now }
    const read = await vault.read(tenant, person, wish)
    expect(read).toMatchObject({ value: [{ value: "00000000000" }] })

    const other = { ...wish, purpose: "statistics" }
    const nothing = await vault.read(tenant, person, other)
    expect(nothing).toEqual({ ok: true, value: [] })
    // #endregion purpose
    // #region hold
    await vault.hold(tenant, person, now + 30 * day)
    const held = await vault.erase(tenant, person, now)
    expect(held).toMatchObject({ failure: { _tag: "LegalHold" } })

    await vault.hold(tenant, person, null)
    // #endregion hold
    // #region erase
    const receipt = await vault.erase(tenant, person, now)
    await vault.compact()

    expect(await vault.erase(tenant, person, now + day)).toEqual(receipt)
    const gone = await vault.read(tenant, person, wish)
    expect(gone).toMatchObject({ failure: { _tag: "PersonErased" } })
    // #endregion erase
    expect(receipt).toEqual({ ok: true, value: { person, at: now } })
  })
})

describe("what the pages say of texts", () => {
  it("TEXT-RECORD-1 TEXT-RECORD-2 a text whose one section was blacked out still proves against the log", async () => {
    const file = temporaryFolder()("platform.db")
    await using jinlin = await openPlatform(file, { clock: virtualClock(monday), notifiers: [] })
    await grant(jinlin, found, admit("school"))
    // #region texts
    const about = {
      tenant,
      conference: "willow",
      document: "proposal-1",
      actor: convenor,
    }
    const sections = [
      { name: "proposal", text: "小学门前上下学时段禁止停车。" },
      { name: "proposer", text: "三号楼一位家长" },
    ]
    const asked = { ...about, id: "keep-1", sections }
    const kept = await jinlin.texts.keep(asked)

    const redacted = await jinlin.texts.redact({
      ...about,
      id: "redact-1",
      sections: ["proposer"],
      reason: "names a household",
    })
    // #endregion texts
    expect([...tagsOf(kept), ...tagsOf(redacted)]).toEqual([])
    // #region proof
    const read = await jinlin.texts.read(about)
    if (!read.ok) throw new Error(tagsOf(read).join())
    const { document, proof } = read.value

    expect(document.sections).toMatchObject([
      { name: "proposal", text: "小学门前上下学时段禁止停车。" },
      { name: "proposer", text: null, salt: null },
    ])
    expect(proof.holds).toBe(true)
    expect(proof.sections).toEqual([
      { name: "proposal", standing: "proved" },
      { name: "proposer", standing: "blacked-out" },
    ])
    // #endregion proof
    // #region elsewhere
    const log = await jinlin.store.readStream(tenant, "text/proposal-1")
    const [event] = log.ok ? log.value : []
    const recorded = JSON.parse(event?.body ?? "{}")

    expect(proveDocument(document, recorded).holds).toBe(true)
    // #endregion elsewhere
    expect(JSON.stringify(log)).not.toMatch(/停车|家长/)
    const forged = { ...document, sections: [{ name: "proposal", text: "别的", salt: "0".repeat(32) }] }
    expect(proveDocument(forged, recorded).holds).toBe(false)
  })
})

describe("what the pages say of the audit", () => {
  it("SHELL-5 an attempt without the post is noted, with the post that was claimed and nothing of the login", async () => {
    const file = temporaryFolder()("platform.db")
    await using jinlin = await openPlatform(file, { clock: virtualClock(monday), notifiers: [] })
    await grant(jinlin, found)
    // #region audit
    const actor = {
      login: "school",
      post: "convenor",
      within: "subdistrict",
    }
    const attempt = await jinlin.execute({ ...admit("clinic"), actor })
    expect(attempt).toMatchObject(refusedAs("Forbidden"))

    const audit = await jinlin.store.readAudit(tenant, { limit: 50 })
    const [entry] = audit.ok ? audit.value.rows : []
    expect(entry?.kind).toBe("forbidden")
    expect(JSON.parse(entry?.body ?? "{}")).toMatchObject({
      person: "p-school",
      post: "convenor",
      command: "AdmitUnit",
    })
    // #endregion audit
  })
})
