import type { TextDocument } from "@jinlin/sdk"
import { refused, same, valueIn } from "../asserting.ts"
import { minutes, noon, saltOf, section, type TextStoreChapter, type TextStorePlace } from "./place.ts"

const asPut = ({ id, sections }: TextDocument) => ({
  id,
  redactedAt: null,
  sections: sections.map(({ name, salt, text }) => ({ name, text, salt })),
})

/** Texts that a careless store changes: marks at the start, line ends, pairs, spaces, what looks like numbers or JSON. */
const awkward: ReadonlyArray<string> = [
  ...["", " ", "\uFEFFfirst", "a\r\nb\rc\nd", "  both ends  ", "1", "1.0", "007", "null", '{"a":1}', "\\u0041"],
  ...[
    "東湖村",
    "𠮷野家 👨‍👩‍👧",
    "e\u0301 \u00e9",
    "\u2028\u2029",
    "'; DROP TABLE texts; --",
    "%s $1 ?1",
    "\u0001\u001f\u007f",
  ],
]

const comesBack = async ({ store }: TextStorePlace): Promise<void> => {
  const sections = awkward.map((text, index) => section(`s-${index}`, text, saltOf(index)))
  const long = section("long", "長".repeat(300_000), saltOf(99))
  const document = { id: "awkward", sections: [...sections, long].reverse() }
  await valueIn(store.put("a", document, noon), "putting a document")
  same(await valueIn(store.read("a", "awkward"), "reading it"), asPut(document), "the document that comes back")
  same(await valueIn(store.read("a", "none"), "reading what is not there"), null, "a document that was never put")
}

const others: ReadonlyArray<readonly [string, TextDocument]> = [
  ["another text", { ...minutes, sections: [section("present", "到會四人", saltOf(1)), ...minutes.sections.slice(1)] }],
  ["another salt", { ...minutes, sections: [section("present", "到會三人", saltOf(9)), ...minutes.sections.slice(1)] }],
  ["another name", { ...minutes, sections: [section("absent", "到會三人", saltOf(1)), ...minutes.sections.slice(1)] }],
  ["another order", { ...minutes, sections: minutes.sections.toReversed() }],
  ["a section less", { ...minutes, sections: minutes.sections.slice(0, 2) }],
  ["a section more", { ...minutes, sections: [...minutes.sections, section("signed", "", saltOf(4))] }],
]

const isKeptOnce = async ({ store }: TextStorePlace): Promise<void> => {
  await valueIn(store.put("a", minutes, noon), "putting a document")
  await valueIn(store.put("a", minutes, noon + 1), "putting the same document again")
  for (const [what, other] of others)
    await refused(store.put("a", other, noon), { _tag: "DocumentConflict", id: minutes.id }, `putting ${what}`)
  same(await valueIn(store.read("a", minutes.id), "reading it"), asPut(minutes), "the document that was first")
}

const hasOneWinner = async ({ store }: TextStorePlace): Promise<void> => {
  const writers = Array.from({ length: 16 }, (_, index) => ({
    id: "raced",
    sections: [section("body", `writer ${index}`, saltOf(index)), section("end", "", saltOf(index))],
  }))
  const answers = await Promise.all(writers.map((document) => store.put("a", document, noon)))
  same(answers.filter(({ ok }) => ok).length, 1, "documents that were put under one id at once")
  const winner = writers[answers.findIndex(({ ok }) => ok)] ?? minutes
  same(await valueIn(store.read("a", "raced"), "reading it"), asPut(winner), "the document of the one that won")
}

/** Rule TEXT-STORE-1. */
export const documents: TextStoreChapter = {
  rule: "TEXT-STORE-1",
  says: "a document never changes",
  trials: [
    { title: "a document comes back as it was put, unit for unit and in its order", run: comesBack },
    {
      title: "putting it again is nothing new, and another under its id is a conflict that changes nothing",
      run: isKeptOnce,
    },
    { title: "of sixteen documents under one id at once, one is kept as a whole", run: hasOneWinner },
  ],
}
