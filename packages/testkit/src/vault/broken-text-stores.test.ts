import { done, type TextDocument, type TextStore } from "@jinlin/sdk"
import { openMemoryTextStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { textStoreChapters } from "./text-store/index.ts"
import { runPortTrial } from "./trial.ts"

/** The rules whose trials a store does not pass. */
const rulesBroken = async (breaking: (store: TextStore) => Partial<TextStore>): Promise<ReadonlyArray<string>> => {
  const broken = new Set<string>()
  const open = async () => {
    const store = openMemoryTextStore()
    return { store: { ...store, ...breaking(store) }, close: () => store[Symbol.asyncDispose]() }
  }
  for (const { rule, trials } of textStoreChapters)
    for (const trial of trials.filter(({ needs }) => needs === undefined))
      await runPortTrial(open, trial).catch(() => broken.add(rule))
  return [...broken]
}

const trimmed = (document: TextDocument): TextDocument => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, text: section.text.trim() })),
})

/** A store that forgets its old document when another is put under its id. */
const overwriting = (): Partial<TextStore> => {
  const stores = new Map<string, TextStore>()
  const of = (id: string): TextStore => stores.get(id) ?? openMemoryTextStore()
  return {
    put: (tenant, document, at) => {
      const store = openMemoryTextStore()
      stores.set(`${tenant} ${document.id}`, store)
      return store.put(tenant, document, at)
    },
    read: (tenant, id) => of(`${tenant} ${id}`).read(tenant, id),
    redact: (tenant, what) => of(`${tenant} ${what.id}`).redact(tenant, what),
  }
}

/** A store that compares only what is not black, and writes what is black anew. */
const revealing = (store: TextStore): Partial<TextStore> => {
  const originals = new Map<string, TextDocument>()
  let revealed = new Set<string>()
  return {
    put: async (tenant, document, at) => {
      const answer = await store.put(tenant, document, at)
      if (answer.ok && originals.has(document.id)) revealed.add(document.id)
      originals.set(document.id, originals.get(document.id) ?? document)
      return answer
    },
    read: async (tenant, id) => {
      const original = originals.get(id)
      return revealed.has(id) && original !== undefined
        ? done({ ...original, redactedAt: null })
        : store.read(tenant, id)
    },
    redact: (tenant, what) => {
      revealed = new Set()
      return store.redact(tenant, what)
    },
  }
}

const stores: ReadonlyArray<readonly [what: string, rule: string, breaking: (store: TextStore) => Partial<TextStore>]> =
  [
    ["trims texts", "TEXT-STORE-1", (store) => ({ put: (tenant, one, at) => store.put(tenant, trimmed(one), at) })],
    [
      "turns line ends",
      "TEXT-STORE-1",
      (store) => ({
        read: async (tenant, id) => {
          const answer = await store.read(tenant, id)
          if (!answer.ok || answer.value === null) return answer
          const sections = answer.value.sections.map((one) => ({
            ...one,
            text: one.text?.replaceAll("\r\n", "\n") ?? null,
          }))
          return done({ ...answer.value, sections })
        },
      }),
    ],
    [
      "gives sections in the order of their names",
      "TEXT-STORE-1",
      (store) => ({
        read: async (tenant, id) => {
          const answer = await store.read(tenant, id)
          if (!answer.ok || answer.value === null) return answer
          return done({
            ...answer.value,
            sections: answer.value.sections.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
          })
        },
      }),
    ],
    ["takes another document under the same id", "TEXT-STORE-1", overwriting],
    [
      "keeps the salt of what is black",
      "TEXT-STORE-2",
      (store) => ({
        read: async (tenant, id) => {
          const answer = await store.read(tenant, id)
          if (!answer.ok || answer.value === null) return answer
          return done({
            ...answer.value,
            sections: answer.value.sections.map((one) => ({ ...one, salt: one.salt ?? "00" })),
          })
        },
      }),
    ],
    [
      "blacks out what it knows before it names what it does not",
      "TEXT-STORE-2",
      (store) => ({
        redact: async (tenant, what) => {
          const answers = await Promise.all(
            what.sections.map((section) => store.redact(tenant, { ...what, sections: [section] })),
          )
          return answers.find(({ ok }) => !ok) ?? store.redact(tenant, { ...what, sections: [] })
        },
      }),
    ],
    [
      "takes a document that is not there for one without sections",
      "TEXT-STORE-2",
      (store) => ({
        redact: async (tenant, what) => {
          const answer = await store.redact(tenant, what)
          return !answer.ok && answer.failure._tag === "UnknownDocument" ? done(null) : answer
        },
      }),
    ],
    ["shows what was black when the document is put again", "TEXT-STORE-2", revealing],
    [
      "moves the time with every wish",
      "TEXT-STORE-2",
      (store) => {
        const times = new Map<string, number>()
        return {
          redact: async (tenant, what) => {
            const answer = await store.redact(tenant, what)
            if (answer.ok) times.set(what.id, what.at)
            return answer
          },
          read: async (tenant, id) => {
            const answer = await store.read(tenant, id)
            return answer.ok && answer.value !== null
              ? done({ ...answer.value, redactedAt: times.get(id) ?? null })
              : answer
          },
        }
      },
    ],
    ["has one shelf for all tenants", "TEXT-STORE-4", (store) => ({ read: (_, id) => store.read("a", id) })],
    [
      "says what it was handed in when it refuses",
      "TEXT-STORE-4",
      (store) => ({
        put: async (tenant, document, at) => {
          const answer = await store.put(tenant, document, at)
          if (answer.ok || answer.failure._tag !== "StoreUnavailable") return answer
          const detail = `${answer.failure.detail}: ${JSON.stringify(document)}`
          return { ok: false, failure: { ...answer.failure, detail } }
        },
      }),
    ],
    [
      "throws what it does not take",
      "TEXT-STORE-4",
      (store) => ({
        put: async (tenant, document, at) => {
          const answer = await store.put(tenant, document, at)
          if (!answer.ok && answer.failure._tag === "StoreUnavailable") throw new Error("no")
          return answer
        },
      }),
    ],
  ]

describe("a text store that is broken is caught", () => {
  it.each(stores)("when it %s, by %s", async (_, rule, breaking) => {
    expect(await rulesBroken(breaking)).toContain(rule)
  })

  it("and one that is whole is not", async () => {
    expect(await rulesBroken(() => ({}))).toEqual([])
  })
})
