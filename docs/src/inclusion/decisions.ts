import type { CollectionEntry } from "astro:content"
import { getCollection } from "astro:content"
import type { Language } from "./language.ts"

/** Every record once, in order of number: in this language where it has one, else in English. */
export const decisionsIn = async (language: Language): Promise<ReadonlyArray<CollectionEntry<"adr">>> => {
  const records = await getCollection("adr")
  const best = new Map<string, CollectionEntry<"adr">>()
  for (const record of records) {
    if (record.data.lang === language || !best.has(record.data.slug)) best.set(record.data.slug, record)
  }
  return [...best.values()]
    .filter(({ data }) => data.lang === language || data.lang === "en")
    .sort((one, other) => (one.data.slug < other.data.slug ? -1 : 1))
}
