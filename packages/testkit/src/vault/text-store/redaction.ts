import type { KeptDocument, TextStore } from "@jinlin/sdk"
import { holds, refused, same, valueIn } from "../asserting.ts"
import { drawCanary, foundOf, isGone } from "../canary.ts"
import { durableOf, minutes, noon, saltOf, section, type TextStoreChapter, type TextStorePlace } from "./place.ts"

/** The minutes with some sections black. */
const black = (names: ReadonlyArray<string>, redactedAt: number | null): KeptDocument => ({
  id: minutes.id,
  redactedAt,
  sections: minutes.sections.map(({ name, salt, text }) =>
    names.includes(name) ? { name, text: null, salt: null } : { name, text, salt },
  ),
})

const standsAs = async (store: TextStore, expected: KeptDocument, what: string): Promise<void> =>
  same(await valueIn(store.read("a", minutes.id), what), expected, what)

const redacting = (store: TextStore, sections: ReadonlyArray<string>, at: number) =>
  valueIn(store.redact("a", { id: minutes.id, sections, at }), `blacking out ${sections.join(", ")}`)

const takesTextAndSalt = async ({ store }: TextStorePlace): Promise<void> => {
  await valueIn(store.put("a", minutes, noon), "putting a document")
  await redacting(store, ["complaint"], noon + 1)
  await standsAs(store, black(["complaint"], noon + 1), "one section black")
  await redacting(store, ["complaint"], noon + 2)
  await standsAs(store, black(["complaint"], noon + 1), "the same section black once more")
  await redacting(store, [], noon + 3)
  await standsAs(store, black(["complaint"], noon + 1), "no section named")
  await redacting(store, ["complaint", "present"], noon + 4)
  await standsAs(store, black(["complaint", "present"], noon + 4), "a second section black")
}

const staysBlack = async ({ store }: TextStorePlace): Promise<void> => {
  await valueIn(store.put("a", minutes, noon), "putting a document")
  await redacting(store, ["complaint"], noon + 1)
  await valueIn(store.put("a", minutes, noon + 2), "putting the same document after a section was blacked out")
  await standsAs(store, black(["complaint"], noon + 1), "a section stays black when the document is put again")
  const other = { ...minutes, sections: minutes.sections.with(1, section("complaint", "別的", saltOf(2))) }
  await refused(store.put("a", other, noon), { _tag: "DocumentConflict" }, "putting another text for what is black")
  await standsAs(store, black(["complaint"], noon + 1), "a section stays black after a conflict")
}

const changesNothingUnknown = async ({ store }: TextStorePlace): Promise<void> => {
  await valueIn(store.put("a", minutes, noon), "putting a document")
  const ask = (id: string, sections: ReadonlyArray<string>) => store.redact("a", { id, sections, at: noon + 1 })
  const unknown = { _tag: "UnknownDocument", rule: "TEXT-STORE-2" }
  await refused(ask("none", ["present"]), { ...unknown, id: "none", section: null }, "a document that is not there")
  await refused(ask("none", []), { ...unknown, id: "none", section: null }, "nothing of a document that is not there")
  const partly = ask(minutes.id, ["present", "nowhere"])
  await refused(partly, { ...unknown, id: minutes.id, section: "nowhere" }, "a section that is not there")
  await standsAs(store, black([], null), "nothing was blacked out with a section that is not there")
}

const outlives = async (place: TextStorePlace): Promise<void> => {
  const { store } = place
  await valueIn(store.put("a", minutes, noon), "putting a document")
  await redacting(store, ["decision"], noon + 1)
  await store[Symbol.asyncDispose]()
  const again = await durableOf(place).reopen()
  await standsAs(again, black(["decision"], noon + 1), "the document after it was opened again")
  await again[Symbol.asyncDispose]()
}

/** Rule TEXT-STORE-2. */
export const redaction: TextStoreChapter = {
  rule: "TEXT-STORE-2",
  says: "a section that is blacked out loses text and salt, and the others stay",
  trials: [
    { title: "text and salt go, and the time is that of the last that went", run: takesTextAndSalt },
    { title: "what is black stays black, whoever puts the document again", run: staysBlack },
    { title: "a document or a section that is not there is named, and nothing happens", run: changesNothingUnknown },
    { title: "it is so after the store was opened again", needs: "durable", run: outlives },
  ],
}

const leavesNoBytes = async (place: TextStorePlace): Promise<void> => {
  const { store } = place
  const [secret, open] = [drawCanary(), drawCanary()]
  const salt = drawCanary().telephone.slice(-12).repeat(4)
  const ids = ["one", "two"]
  for (const id of ids) {
    const sections = [section("open", open.text, saltOf(1)), section("secret", secret.text, salt)]
    await valueIn(store.put("a", { id, sections: [...sections, section("short", secret.name, salt)] }, noon), "putting")
  }
  const { files } = durableOf(place)
  const before = await files()
  holds(foundOf(secret, before).length > 0, "the canary must be found before it is blacked out, or nothing is proved")
  holds(foundOf({ ...secret, marks: [salt] }, before).length > 0, "the salt must be found before it is blacked out")
  for (const id of ids)
    await valueIn(store.redact("a", { id, sections: ["secret", "short"], at: noon + 1 }), "blacking out")
  await valueIn(store.compact(), "compacting")
  const after = await files()
  isGone(secret, after, "after blacking out and compacting")
  isGone({ ...secret, marks: [salt] }, after, "the salt, after blacking out and compacting")
  holds(foundOf(open, after).length > 0, "what was not blacked out must still be there")
  const left = (await valueIn(store.read("a", "one"), "reading on"))?.sections.map(({ text }) => text)
  same(left, [open.text, null, null], "what can be read after compacting")
}

/** Rule TEXT-STORE-3. */
export const leftovers: TextStoreChapter = {
  rule: "TEXT-STORE-3",
  says: "after compacting no file holds anything of what was blacked out",
  trials: [
    { title: "a canary that was found in the files before is in none of them", needs: "durable", run: leavesNoBytes },
  ],
}
