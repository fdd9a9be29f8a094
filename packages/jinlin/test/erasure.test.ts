import { createHash, randomBytes } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Answer, eventText, type Store, type StoredEvent } from "@jinlin/sdk"
import { openSqlitePersonalVault, openSqliteStore, openSqliteTextStore } from "@jinlin/store-sqlite"
import { afterAll, describe, expect, it } from "vitest"
import { commitmentsOf, proveDocument, salted } from "../src/index.ts"

const root = mkdtempSync(join(tmpdir(), "jinlin-erasure-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Names and numbers that nobody has. */
const person = { name: "金絲雀甲（化名）", telephone: "CANARY-000-0001" }
const complaint = { text: `${"某住戶反映樓道堆物，電話 CANARY-000-0002。".repeat(300)}` }
const open = "CANARY-000-0003：三日內清理"

const encodings = ["utf8", "utf16le"] as const

/** Files in which any of these texts stands, in either encoding. */
const filesWith = (...texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  readdirSync(root).filter((name) => {
    const bytes = readFileSync(join(root, name))
    return texts.some((text) => encodings.some((encoding) => bytes.includes(Buffer.from(text, encoding))))
  })

const mustBe = async <Value>(answer: Promise<Answer<Value, unknown>>): Promise<Value> => {
  const got = await answer
  if (!got.ok) throw new Error(JSON.stringify(got.failure))
  return got.value
}

const digestOf = (event: Omit<StoredEvent, "digest" | "position">): string =>
  `sha-256:${createHash("sha256").update(eventText(event)).digest("hex")}`

const recording = (stream: string, content: object) => {
  const event = { stream, revision: 1, type: "TextRecorded", body: JSON.stringify(content), meta: "{}" }
  const { body, meta, type } = event
  return { stream, expected: 0, events: [{ type, body, meta, digest: digestOf(event) }] }
}

const logOf = async (store: Store): Promise<ReadonlyArray<StoredEvent>> =>
  (await mustBe(store.readLog("a", { limit: 100 }))).events

describe("erasing on SQLite, with log and texts in one file and a vault beside it", () => {
  it("leaves no byte in any file, and the log, its digests and the proof of the rest stand", async () => {
    const place = (name: string): string => join(root, name)
    const masterKey = new Uint8Array(randomBytes(32))
    await using store = await mustBe(openSqliteStore({ file: place("log.db") }))
    await using texts = await mustBe(openSqliteTextStore({ file: place("log.db") }))
    const vaultPlace = { file: place("vault.db"), keyFile: place("keys.db"), masterKey }
    await using vault = await mustBe(openSqlitePersonalVault(vaultPlace))

    const fields = Object.entries(person).map(([name, value]) => ({
      ...{ name, value, purpose: "notice", audiences: ["secretariat"], keepUntil: null },
    }))
    const reference = await mustBe(vault.introduce("a", fields, 1))
    const sections = salted([
      { name: "complaint", text: complaint.text },
      { name: "decision", text: open },
    ])
    const document = { id: "minutes-1", sections }
    const committed = commitmentsOf(document)
    if (!committed.ok) throw new Error("no commitments")
    await mustBe(texts.put("a", document, 1))
    const { digest, sections: commitments } = committed.value
    const content = { by: reference, digest, sections: commitments }
    await mustBe(store.commit({ tenant: "a", at: 1, appends: [recording("minutes-1", content)] }))
    const before = await logOf(store)

    expect(filesWith(...Object.values(person))).toEqual([])
    expect(filesWith(complaint.text.slice(0, 30)).length).toBeGreaterThan(0)
    const salt = sections[0]?.salt ?? "none"
    expect(filesWith(salt).length).toBeGreaterThan(0)

    await mustBe(vault.erase("a", reference, 2))
    await mustBe(texts.redact("a", { id: "minutes-1", sections: ["complaint"], at: 2 }))
    await mustBe(vault.compact())
    await mustBe(texts.compact())

    expect(filesWith(...Object.values(person), "CANARY-000-0002", "樓道堆物", salt)).toEqual([])
    expect(filesWith(open)).toEqual(["log.db"])
    const after = await logOf(store)
    expect(after).toEqual(before)
    expect(after.map((event) => event.digest)).toEqual(after.map(digestOf))
    expect(await store.verify()).toEqual({ ok: true, value: null })
    const kept = await mustBe(texts.read("a", "minutes-1"))
    if (kept === null) throw new Error("the document is gone")
    expect(proveDocument(kept, JSON.parse(after[0]?.body ?? "{}"))).toEqual({
      holds: true,
      record: "proved",
      sections: [
        { name: "complaint", standing: "blacked-out" },
        { name: "decision", standing: "proved" },
      ],
    })
  })
})
