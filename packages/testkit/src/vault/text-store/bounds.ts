import type { TextDocument, TextStore } from "@jinlin/sdk"
import { refused, same, valueIn } from "../asserting.ts"
import { drawCanary, keepsQuiet } from "../canary.ts"
import { minutes, noon, saltOf, section, type TextStoreChapter, type TextStorePlace } from "./place.ts"

const keepsTenantsApart = async ({ store }: TextStorePlace): Promise<void> => {
  const theirs = { ...minutes, sections: [section("present", "別的社區", saltOf(7))] }
  await valueIn(store.put("a", minutes, noon), "putting a document")
  same(await valueIn(store.read("b", minutes.id), "reading as another tenant"), null, "a document of another tenant")
  const strange = store.redact("b", { id: minutes.id, sections: ["present"], at: noon })
  await refused(strange, { _tag: "UnknownDocument", section: null }, "blacking out for another tenant")
  await valueIn(store.put("b", theirs, noon), "putting under the same id for another tenant")
  await valueIn(store.redact("b", { id: minutes.id, sections: ["present"], at: noon }), "blacking out one's own")
  const ours = await valueIn(store.read("a", minutes.id), "reading one's own")
  same(
    ours?.sections.map(({ text }) => text),
    minutes.sections.map(({ text }) => text),
    "one's own document",
  )
}

const canary = drawCanary()
const bad = (text: string, salt = saltOf(1)): TextDocument => ({ id: "bad", sections: [section("body", text, salt)] })
const misuses: ReadonlyArray<readonly [what: string, tenant: string, document: TextDocument]> = [
  ["a NUL", "a", bad(`${canary.text}\0`)],
  ["half a surrogate pair", "a", bad(`${canary.name}\uD800`)],
  ["a text without end", "a", bad(canary.text.repeat(60))],
  ["a salt of 120 bits", "a", bad(canary.text, "0".repeat(30))],
  ["a salt that is no hex", "a", bad(canary.text, `${canary.telephone}-${"0".repeat(32)}`)],
  ["an id that is no name", "a", { ...bad(canary.text), id: canary.name }],
  ["an empty id", "a", { ...bad(canary.text), id: "" }],
  ["a section that is no name", "a", { id: "bad", sections: [section(canary.name, canary.text)] }],
  ["a section named twice", "a", { id: "bad", sections: [section("x", canary.text), section("x", canary.text)] }],
  ["no tenant", "", bad(canary.text)],
  ["a tenant in upper case", "A", bad(canary.text)],
]

const refusesMisuse = async ({ store }: TextStorePlace): Promise<void> => {
  for (const [what, tenant, document] of misuses) {
    const answer = await store.put(tenant, document, noon)
    await refused(Promise.resolve(answer), { _tag: "StoreUnavailable", kind: "misused" }, `putting ${what}`)
    keepsQuiet(answer, canary, `putting ${what}`)
  }
  await refused(store.put("a", bad(""), -1), { kind: "misused" }, "putting at a time that is none")
  await refused(store.put("a", bad(""), 0.5), { kind: "misused" }, "putting at a time that is none")
  same(await valueIn(store.read("a", "bad"), "reading what was refused"), null, "what was refused")
}

const methods = (store: TextStore) => [
  store.put("a", minutes, noon),
  store.read("a", minutes.id),
  store.redact("a", { id: minutes.id, sections: ["present"], at: noon }),
  store.compact(),
]

const endsQuietly = async ({ store }: TextStorePlace): Promise<void> => {
  await store[Symbol.asyncDispose]()
  await store[Symbol.asyncDispose]()
  for (const answer of methods(store))
    await refused(answer, { _tag: "StoreUnavailable", kind: "disposed" }, "asking what was disposed of")
}

/** Rules TEXT-STORE-4 and, for what was disposed of, STORE-13. */
export const bounds: TextStoreChapter = {
  rule: "TEXT-STORE-4",
  says: "tenants share nothing, and what cannot be kept is refused without repeating it",
  trials: [
    { title: "two tenants with the same ids see and change only their own", run: keepsTenantsApart },
    { title: "what could not come back as it came is refused in words that repeat nothing of it", run: refusesMisuse },
    { title: "what was disposed of says so, and may be disposed of again", run: endsQuietly },
  ],
}
